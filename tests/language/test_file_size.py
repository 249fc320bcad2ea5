import pytest

from schaukasten.language.file_size import file_size


@pytest.mark.parametrize(
    ("size", "language", "said"),
    [
        (0, "de", "1 KB"),
        (499, "de", "1 KB"),
        (84_400, "de", "84 KB"),
        (999_499, "de", "999 KB"),
        (999_500, "de", "1,0 MB"),
        (1_240_000, "de", "1,2 MB"),
        (1_240_000, "en", "1.2 MB"),
        (12_000_000, "de-AT", "12,0 MB"),
    ],
)
def test_a_file_is_as_heavy_as_people_say_it(size: int, language: str, said: str) -> None:
    assert file_size(size, language) == said
