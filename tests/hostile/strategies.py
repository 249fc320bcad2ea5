"""Chance → front matter and Markdown that nobody would think of, as text and as bytes."""

from __future__ import annotations

from hypothesis import strategies as st

from schaukasten.model.kinds.news import NewsItem
from tests.hostile.fields import SCRIPT
from tests.hostile.scripts import ATTACKS, LOOKALIKES

_KEYS = [*NewsItem.model_fields, "Title", "__class__", "a b", "<<", "?", "1", "", "ü", '"x"', "- a"]
_VALUES = [
    "", "A", "2026-03-08", "31.02.2026", "9999-12-31", "0001-01-01", "ja", "Entwurf", "de",
    "[a, b]", "[]", "{}", "{file: foto.png, alt: a}", "[{file: fehlt.png}]", "{a: {b: [c]}}",
    "&a x", "*a", "!!python/name:os.system x", "!x y", "|\n  a\n  b", ">\n  a", "\n  - a\n  - b",
    "\n  a: b", '"a', "'a", '"\\u0000"', '"\\ud800"', '"\\x1b[2J"', "a: b", "- a", "\ta", "#", "@",
    "`", "%", "~", "null", ".inf", "1e999", "0x10", "/alt/", "/../x/", "//x/", "../geheim",
    "javascript:alert(1)", "99999999999999999999", "a" * 500, "\u202ex", "\ufffe", "😀",
    "'" + SCRIPT.replace("'", "''") + "'",
]  # fmt: skip
#: Of these a page can be made, however they are put together (nearly).
_CALM = [
    *LOOKALIKES.values(),
    "a", " ", "\n", "\n\n", "    ", "\t", "# ", "## ", "#", "> ", "- ", "1. ", "* ", "***", "---",
    "===\n", "```", "~~~", "`", "``", "*", "**", "_", "__", "[", "]", "(", ")", "<!--", "-->", "&",
    "&#", "&lt;", "&#x6a;", ";", "[^1]", "\n[^1]: ", "[a]: ", "[a]", "*[a]: ", "\n: ", "|", "|-",
    "\n|-|-|\n", "{", "}", "\\", "<b>", "</b>", "<div>", "</div>", "<table><tr><td>", "</table>",
    "<details><summary>", "onclick=alert(1)", "javascript:", "![a](foto.png)", "[a](plan.pdf)",
    "[a](../../seiten/index.md)", "<https://example.org>", "<a href='/#x'>", '<p title="', '">',
    "...", "--", "'", '"', "\x02", "\x03", "\x1b[31m", "\x0b", "\x0c", "\x85", "\u2028", "\u202e",
    "\ufeff", "\ufffe", "\u0301", "😀", "ß", "مرحبا", "\r", "\r\n",
]  # fmt: skip
_WILD = [
    *_CALM, *ATTACKS.values(),
    "![", "](", "<", ">", "</", "/>", "<![CDATA[", "]]>", "<?", "?>", "<p ", "<a href='", "'>",
    "<img src=", "<svg>", "<math>", "<style>", "</style>", "<title>", "<template>", "<noscript>",
    "style=x", "data:", "https://", "//evil.example", "mailto:a@b.de", "{filename}", "{attach}../",
    "../", "foto.png", "plan.pdf", "../../seiten/index.md", "/", "#x", "?x", "%2e%2e/", "%00", "\0",
    "\x02klzzwxh:0000\x03", "http://[", "https://x:99999/",
]  # fmt: skip

_free_text = st.text(max_size=20)
_value = st.one_of(st.sampled_from(_VALUES), st.sampled_from(_VALUES), _free_text)
_line = st.one_of(
    st.tuples(st.sampled_from(_KEYS), _value).map(lambda pair: f"{pair[0]}: {pair[1]}"),
    _free_text,
)
_valid = st.just("title: A\nsummary: B\ndate: 2026-03-08")
_head = st.lists(_line, max_size=4).map("\n".join)
_heads = st.one_of(_valid, st.tuples(_valid, _head).map("\n".join), _head)

#: Markdown of every construct, glued together at random.
bodies = st.one_of(
    st.lists(st.one_of(st.sampled_from(_CALM), _free_text), max_size=12).map("".join),
    st.lists(st.one_of(st.sampled_from(_WILD), _free_text), max_size=12).map("".join),
)
_whole = st.tuples(_valid, bodies).map(lambda parts: f"---\n{parts[0]}\n---\n{parts[1]}")
_mixed = st.tuples(_heads, bodies).map(lambda parts: f"---\n{parts[0]}\n---\n{parts[1]}")
# Sampled, since one_of takes the same strategy only once: most texts have a head.
_texts = st.sampled_from([_whole] * 3 + [_mixed] * 2 + [bodies]).flatmap(lambda one: one)
_encoded = st.tuples(
    _texts, st.sampled_from(["utf-8-sig", "latin-1", "utf-16", "utf-16-le", "utf-32", "cp1252"])
).map(lambda pair: pair[0].encode(pair[1], "replace"))
_utf8 = _texts.map(lambda text: text.encode("utf-8", "surrogatepass"))

#: The bytes of a Markdown file: mostly in UTF-8, some in odd encodings, some of pure chance.
files = st.sampled_from([_utf8] * 8 + [_encoded, st.binary(max_size=200)]).flatmap(lambda one: one)
