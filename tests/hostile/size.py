"""Too much of one thing: bytes, levels, entries, and what keeps a parser busy for hours."""

from __future__ import annotations

from dataclasses import replace

from tests.hostile.case import Case, file, head, text

_PAGE = b"---\ntitle: A\n---\n"
_TOO_LARGE = "1: Die Datei ist größer als 200 KB."
_TOO_DEEP = "6: In diesem Text ist etwas zu tief verschachtelt."

#: Would take hours, were they not given up.
SLOW: list[Case] = [
    replace(text(name, body, "6: Dieser Text lässt sich nicht in vertretbarer Zeit lesen."),
            alone=True)
    for name, body in {
        "a text of brackets without an end": "[" * 190_000,
        "pictures without an end": "![a](" * 38_000,
    }.items()
]  # fmt: skip

CASES: list[Case] = [
    file("a text of 50 MB", "seiten/riesig.md", _PAGE + b"Text. " * 9_000_000, _TOO_LARGE),
    file("a line of 50 MB", "seiten/zeile-riesig.md", b"a" * 50_000_000, _TOO_LARGE),
    text("tags in tags", "<b>" * 2000, _TOO_DEEP),
    text("blocks in blocks", "<div>\n\n" * 2000, _TOO_DEEP),
    text("emphasis in emphasis", "*" * 6000 + "a" + "*" * 6000, _TOO_DEEP),
    text("quotations in quotations", "> " * 200 + "a", _TOO_DEEP),
    text("lists in lists", "\n".join(f"{'    ' * level}- a" for level in range(150)), _TOO_DEEP),
    text("a table of 3000 columns", f"{'|a' * 3000}\n{'|-' * 3000}\n{'|b' * 3000}"),
    text("a word of 190,000 letters", "a" * 190_000),
    replace(head("a place of 190,000 apostrophes", f'place: "{chr(39) * 190_000}"'), alone=True),
    text("a thousand notes", "".join(f"a[^{i}]\n\n[^{i}]: b\n\n" for i in range(1000))),
    head("thousands of aliases", "aliases:\n" + "".join(f"  - /alt/{i}/\n" for i in range(3000))),
    head("an alias of too many letters", f"aliases: /{'a' * 5000}/", "5: aliases: „/aaa"),
    head("a tag of too many letters", f"tags: {'a' * 5000}", "5: tags: „aaa"),
    head("a slug of too many letters", f"slug: {'a' * 5000}", "5: slug: „aaa"),
    head("a place of 100,000 letters", f"place: {'a' * 100_000}"),
    head("five thousand unknown keys", "".join(f"a{i}: b\n" for i in range(5000)),
         "5: Den Schlüssel „a0“ gibt es nicht."),
]  # fmt: skip
