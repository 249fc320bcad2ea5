"""Our reader of `.po` files, held against Babel's."""

from __future__ import annotations

from gettext import NullTranslations
from io import BytesIO

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from schaukasten.language.po_file import PoTranslations
from tests.worlds import THEME

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\\n"\n\n'
)
GERMAN = (THEME / "translations/de/LC_MESSAGES/messages.po").read_bytes()
FILES = {
    "escapes": r'msgid "a\"b\\n\n\tc"' "\n" r'msgstr "ä\"b\\n\n\tc"',
    "several lines": 'msgid ""\n"one "\n"two"\nmsgstr ""\n"eins "\n"zwei"',
    "a hash in a text": 'msgid ""\n"# no comment"\nmsgstr ""\n"# auch nicht"',
    "plurals": 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\nmsgstr[2] "z"',
    "a context": 'msgctxt "menu"\nmsgid "a"\nmsgstr "x"\n\nmsgid "a"\nmsgstr "y"',
    "fuzzy": '#, fuzzy\nmsgid "a"\nmsgstr "x"\n\nmsgid "b"\nmsgstr "y"',
    "fuzzy among flags": '#: f.py:3\n#, python-format, fuzzy\nmsgid "a"\nmsgstr "x"',
    "nothing yet": 'msgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr "y"',
    "what is not used any more": '#~ msgid "a"\n#~ msgstr "x"\n\nmsgid "b"\nmsgstr "y"',
    "no empty lines": 'msgid "a"\nmsgstr "x"\nmsgid "b"\nmsgstr "y"\n# c\nmsgid "c"\nmsgstr "z"',
    "ends of Windows": 'msgid "a"\r\nmsgstr ""\r\n"x"\r\n\r\nmsgid "b"\r\nmsgstr "y"\r\n',
}


def both(raw: bytes) -> tuple[NullTranslations, NullTranslations]:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(raw), locale="pl"))
    compiled.seek(0)
    return PoTranslations(BytesIO(raw)), Translations(compiled)


@pytest.mark.parametrize("name", FILES)
def test_what_is_read_is_what_babel_reads(name: str) -> None:
    ours, theirs = both((HEADER + FILES[name]).encode())
    for word in ["a", "b", "c", "one two", "# no comment", 'a"b\\n\n\tc']:
        assert ours.gettext(word) == theirs.gettext(word)
        assert ours.pgettext("menu", word) == theirs.pgettext("menu", word)
        for count in range(12):
            assert ours.ngettext(word, "b", count) == theirs.ngettext(word, "b", count)


def test_the_german_catalog_is_read_as_babel_reads_it() -> None:
    ours, theirs = both(GERMAN)
    words = [message.id for message in read_po(BytesIO(GERMAN)) if message.id]
    assert len(words) > 1000
    for word in words:
        if isinstance(word, str):
            assert ours.gettext(word) == theirs.gettext(word)
        else:
            for count in (0, 1, 2):
                assert ours.ngettext(*word, count) == theirs.ngettext(*word, count)


def test_another_charset_is_the_one_that_the_header_names() -> None:
    raw = (HEADER.replace("utf-8", "iso-8859-1") + 'msgid "a"\nmsgstr "ä"').encode("latin-1")
    assert PoTranslations(BytesIO(raw)).gettext("a") == "ä"


def test_what_is_no_catalog_is_passed_over() -> None:
    raw = (HEADER + 'unsinn\nmsgid "a"\nmsgstr "x"\nmsgstr\n"').encode()
    assert PoTranslations(BytesIO(raw)).gettext("b") == "b"
