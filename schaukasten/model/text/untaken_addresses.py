"""An address, a mail box or a file in running text, typed so that no link comes of it."""

from __future__ import annotations

import re

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.text.meant import meant
from schaukasten.model.text.slip import Say, Slips, how, printed

_PICTURES = r"(?:jpe?g|png|webp|svg|gif|heic|avif|tiff?)"
_FILES = rf"(?:{_PICTURES}|pdf|docx?|od[ts]|xlsx?|zip|ics|mp3|md)"


def addresses_in(row: str) -> Slips:
    """Return the slips that a row may hold."""
    return [
        (pattern, say) for signs, pattern, say in _ADDRESSES if any(map(row.__contains__, signs))
    ]


def _slipped(found: re.Match[str], country: str) -> Invalid | None:
    typed = found["target"].rstrip(".,;:!?")
    wanted = meant(
        re.sub(r"^(?:\w{3,6}\s?[:;.,]?\s?[/\\]{1,3}|https?:)", "https://", typed), country
    )
    if wanted is None:
        return None
    return Invalid(_("“{value}” is no link.", value=typed), how(wanted))


def _host(found: re.Match[str], country: str) -> Invalid:
    return Invalid(_("“{value}” is no link.", value=found[0]), how(f"www.{found['host']}"))


def _box(found: re.Match[str], country: str) -> Invalid:
    domain = found["domain"].replace(",", ".")
    return Invalid(_("“{value}” is no link.", value=found[0]), how(f"{found['box']}@{domain}"))


def _file(found: re.Match[str], country: str) -> Invalid:
    file = found["file"]
    is_picture = re.fullmatch(rf".*\.{_PICTURES}", file, re.IGNORECASE)
    target = f"<{file}>" if " " in file else file
    text = found.groupdict().get("text") or "…"
    return printed(found[0], how(f"![{text}]({target})" if is_picture else f"[{text}]({target})"))


def _board(found: re.Match[str], country: str) -> Invalid:
    """What forums want: [b]fett[/b], [url=https://…]Text[/url]."""
    text = found["text"].strip()
    match found["tag"].lower():
        case "url" | "link":
            address = (found["value"] or text).strip("\"' ")
            return printed(found[0], how(f"[{text}]({meant(address, country) or address})"))
        case "img":
            return printed(found[0], how(f"![…]({text})"))
        case tag:
            signs = {"i": "*", "s": "~~", "code": "`"}.get(tag, "**")
            return printed(found[0], how(f"{signs}{text}{signs}"))


#: Of the first, one is in all that the pattern finds: it is quicker to see that there is none.
_ADDRESSES: tuple[tuple[tuple[str, ...], re.Pattern[str], Say], ...] = (
    (
        ("[",),
        re.compile(
            r"\[(?P<tag>b|i|u|s|url|link|img|code|center|size|color)(?:=(?P<value>[^\[\]\n]{1,200}))?\]"
            r"(?P<text>[^\[\]\n]{1,200})\[/(?P=tag)\]",
            re.IGNORECASE,
        ),
        _board,
    ),
    (
        (":", "/", "\\"),
        re.compile(
            r"(?<![\w/.@:-])(?!https?://)(?P<target>(?:h?t{1,3}p{1,3}s{0,2}|htps|hppts?)"
            r"(?:\s?[:;.,]\s?[/\\]{1,3}|[/\\]{2}|:)[\w-]+(?:\.[\w-]+)+[^\s<>\"“„)\]]*)",
            re.IGNORECASE,
        ),
        _slipped,
    ),
    (
        ("www",),
        re.compile(r"(?<![\w.])w{3,4}(?:[,;] ?|\. )(?P<host>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6})\b"),
        _host,
    ),
    (
        ("@",),
        re.compile(
            r"(?<![\w.+-])(?P<box>[A-Za-z0-9][\w.+-]{0,60})(?:@|\s@\s|@\s)"
            r"(?P<domain>(?<=@)[\w-]+(?:\.[\w-]+)*,(?:de|org|com|net|eu|at|ch|info)|(?<=\s)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6})\b"
        ),
        _box,
    ),
    (
        ("[", "{"),
        re.compile(
            rf"!?(?:\[|\{{|\[\[)(?:(?:Bild|Foto|Datei): ?|(?P<text>[^\[\]{{}}|\n]{{1,60}})\|)?"
            rf"(?P<file>[\w./ -]{{1,100}}\.{_FILES})(?:\]\]|\]|\}})(?![\w(\[])",
            re.IGNORECASE,
        ),
        _file,
    ),
    (
        ("!",),
        re.compile(rf"!\(?(?P<file>[\w./-]{{1,100}}\.{_FILES})\)?(?![\w.])", re.IGNORECASE),
        _file,
    ),
    (
        ("/",),
        re.compile(
            rf"(?<![^\s(])(?P<file>(?:\.{{0,2}}/|[\w-]{{1,60}}/)[\w./-]{{1,100}}\.{_FILES})(?![\w/])",
            re.IGNORECASE,
        ),
        _file,
    ),
    ((".",), re.compile(rf"^\(?(?P<file>[\w./-]{{1,100}}\.{_FILES})\)?$", re.IGNORECASE), _file),
)
