"""What the site makes of a text, beside what GitHub's own reader makes of it."""

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from tests.model.files.pictures import png
from tests.model.text.corpus import Entry, entries
from tests.model.text.normal_form import normal_form
from tests.model.text.rendering import rendered

ENTRIES = entries()
FOLDER = "aktuelles/2026-03-08-fest"


def on_github(typed: str) -> str:
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return cmarkgfm.github_flavored_markdown_to_html(typed, options)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.name}: {entry.source}")
def test_a_text_reads_as_on_github_or_differs_for_a_reason(world, entry: Entry):
    world.write(f"{FOLDER}/foto.png", png())
    html, _ = rendered(world, entry.typed)
    own, github = normal_form(html), normal_form(on_github(entry.typed))
    if entry.because:
        assert own == entry.own
        assert own != github, "no exception any more"
    else:
        assert own == github


def test_the_corpus_is_as_large_as_it_is_said_to_be():
    peers = [entry for entry in ENTRIES if entry.source.startswith("github.com/")]
    exceptions = [entry for entry in ENTRIES if entry.because]
    print(f"{len(ENTRIES)} texts, {len(peers)} from {len({e.source for e in peers})} threads, "
          f"{len(ENTRIES) - len(exceptions)} the same, {len(exceptions)} exceptions")  # fmt: skip
    assert len(ENTRIES) >= 170
    assert len({entry.typed for entry in ENTRIES}) == len(ENTRIES)
    assert len(peers) * 2 >= len(ENTRIES)
    assert all(entry.source == "own" or entry in peers for entry in ENTRIES)
    assert len(exceptions) * 5 <= len(ENTRIES)
