"""The pictures of a folder, in the order in which people count them."""

import unicodedata
from pathlib import PurePosixPath
from random import Random

from schaukasten.model.files.picture_folder import pictures_in

COUNTED = [
    *("0 Titel.jpg", "1 Ankunft.jpg", "2 Kuchen.jpg", "10 Ende.jpg", "Abschied.jpg", "IMG_9.jpg"),
    *("img_10.jpg", "Überblick.jpg", "Übergabe.jpg", "Zelt.jpg"),
]


def test_numbers_count_and_come_first_and_umlauts_stand_with_their_letter() -> None:
    for form in ("NFC", "NFD"):
        names = [unicodedata.normalize(form, name) for name in COUNTED]
        files = [f"seiten/bilder/{name}" for name in names]
        Random(1).shuffle(files)
        assert pictures_in(files, PurePosixPath("seiten"), "bilder/") == names
