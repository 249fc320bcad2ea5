"""Bytes that are no UTF-8, or more than text."""

from __future__ import annotations

from tests.hostile.case import Case, file

_PAGE = "---\ntitle: Grüße\n---\nGrüße aus Köln\n"
_NO_UTF8 = "Die Datei ist nicht als UTF-8 gespeichert"
_NO_TEXT = "Die Datei enthält Zeichen, die kein Text sind."
_NO_HEAD = "1: Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen."

CASES: list[Case] = [
    file("Latin-1", "seiten/latin-1.md", _PAGE.encode("latin-1"), f"2: {_NO_UTF8}"),
    file("Windows-1252", "seiten/windows.md", _PAGE.encode("cp1252"), f"2: {_NO_UTF8}"),
    file("UTF-16", "seiten/utf-16.md", _PAGE.encode("utf-16"), f"1: {_NO_UTF8}"),
    file("UTF-16 without a mark", "seiten/utf-16-le.md", _PAGE.encode("utf-16-le"),
         f"2: {_NO_UTF8}"),
    file("UTF-32", "seiten/utf-32.md", _PAGE.encode("utf-32"), f"1: {_NO_UTF8}"),
    file("two encodings in one file", "seiten/gemischt.md",
         _PAGE.encode() + "Größe".encode("latin-1"), f"5: {_NO_UTF8}"),
    file("a letter cut in two", "seiten/halb.md", _PAGE.encode() + "ü".encode()[:1],
         f"5: {_NO_UTF8}"),
    file("an overlong slash", "seiten/ueberlang.md", _PAGE.encode() + b"\xc0\xaf",
         f"5: {_NO_UTF8}"),
    file("half a surrogate pair", "seiten/surrogat.md", _PAGE.encode() + b"\xed\xa0\x80",
         f"5: {_NO_UTF8}"),
    file("a NUL byte in the text", "seiten/nul.md", _PAGE.encode() + b"\0", f"5: {_NO_TEXT}"),
    file("a NUL byte in the head", "seiten/nul-kopf.md", b"---\ntitle: a\0b\n---\n",
         f"2: {_NO_TEXT}"),
    file("a file of NUL bytes", "seiten/nullen.md", b"\0" * 1000, f"1: {_NO_TEXT}"),
    file("a PNG called Markdown", "seiten/png.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
         f"1: {_NO_UTF8}"),
    file("an empty file", "seiten/leer.md", b"", _NO_HEAD),
    file("a file of one line end", "seiten/zeile.md", b"\n", _NO_HEAD),
    file("only a byte order mark", "seiten/nur-bom.md", b"\xef\xbb\xbf", _NO_HEAD),
    file("two byte order marks", "seiten/zwei-bom.md", b"\xef\xbb\xbf" * 2 + _PAGE.encode()),
    file("a byte order mark", "seiten/bom.md", b"\xef\xbb\xbf" + _PAGE.encode()),
    file("line ends of Windows", "seiten/crlf.md", _PAGE.replace("\n", "\r\n")),
    file("line ends of an old Mac", "seiten/cr.md", _PAGE.replace("\n", "\r")),
    file("line ends of three kinds", "seiten/gemischte-zeilen.md",
         "---\r\ntitle: Grüße\r---\n\r\r\nText"),
    file("line ends that only Unicode knows", "seiten/unicode-zeilen.md",
         "---\ntitle: Grüße\n---\na\u2028b\u2029c\x85d\x0be\x0cf\n"),
    file("letters beyond the first plane", "seiten/ebenen.md",
         "---\ntitle: 😀 𝔊𝔯ü𝔰𝔰𝔢\n---\n\U000e0041\ufdd0\ufffe\U0010ffff 👩‍👩‍👧\n"),
    file("a thousand accents on one letter", "seiten/zalgo.md",
         f"---\ntitle: Z{chr(0x301) * 1000}algo\n---\nZ{chr(0x316) * 1000}algo\n"),
]  # fmt: skip
