"""What is a picture of a text, what only looks like one, and what is not torn apart for it."""

from __future__ import annotations

from functools import cache
from urllib.parse import unquote

import pytest

from schaukasten.model.text.grammar import grammar
from tests.browser_editor.scripts import told

pytestmark = pytest.mark.needs("file format")

#: A text → the pictures beside it.
FOUND: dict[str, list[str]] = {
    "![A](a.jpg)": ["a.jpg"],
    "[![A](a.jpg)](/angebote/)": ["a.jpg"],
    "[![A](a.jpg)](https://youtu.be/abcdefghijk)": ["a.jpg"],
    "![A [1]](a.jpg)": ["a.jpg"],
    "![A \\] b](a.jpg)": ["a.jpg"],
    "![A](<my picture.jpg>)": ["my picture.jpg"],
    "![A](my%20picture.jpg)": ["my picture.jpg"],
    "![A](picture(1).jpg)": ["picture(1).jpg"],
    "![A](picture\\(1.jpg)": ["picture(1.jpg"],
    "![](100%.jpg) ![A](a%2.jpg)": ["100%.jpg", "a%2.jpg"],
    "![A](50%25%C3%BC.jpg)": ["50%ü.jpg"],
    "![A](b.jpg \"A line\") ![A](c.jpg 'A line')": ["b.jpg", "c.jpg"],
    '![A](b.jpg "A \\"line\\"")': ["b.jpg"],
    "\\\\![A](a.jpg)": ["a.jpg"],
    "``code ` ![A](a.jpg)`` ![A](b.jpg)": ["b.jpg"],
    "a ` b\n\n![A](a.jpg) `": ["a.jpg"],
    "\\`![A](a.jpg)\\`": ["a.jpg"],
    "- a\n\n    ![A](a.jpg)": ["a.jpg"],
    "~~~\n```\n~~~\n![A](a.jpg)": ["a.jpg"],
    "text\n    ![A](a.jpg)": ["a.jpg"],
    "``` `a` ```\n![A](a.jpg)": ["a.jpg"],
    "    ![A](a.jpg)": ["a.jpg"],
    # None:
    "`![A](a.jpg)`": [],
    "```\n![A](a.jpg)\n```": [],
    "````\n```\n![A](a.jpg)\n````": [],
    "```\n![A](a.jpg)": [],
    "```\n``` ![A](a.jpg)\n``` x\n![A](a.jpg)\n```": [],
    "> ```\n> ![A](a.jpg)\n> ```": [],
    "- ```\n  ![A](a.jpg)\n  ```": [],
    "\\![A](a.jpg)": [],
    "!\\[A](a.jpg)": [],
    "![A] (a.jpg)": [],
    "![A](a b.jpg)": [],
    "![A\n\nb](a.jpg)": [],
    "[A](a.jpg)": [],
}
#: Found by our own reader only as something else.
COMMENT = "<!-- ![A](a.jpg) -->"
#: Other people's pictures, and files elsewhere.
OTHERS = "![A](https://example.org/a.jpg) ![A](../b.jpg) ![A](/c.jpg) ![A](data:x)"

#: A text, and the same when its picture has a note.
TORN: dict[str, str] = {
    "One ![A](a.jpg) two.": "One\n\n![](a.jpg)\n\ntwo.",
    "One\ntwo ![A](a.jpg)": "One\ntwo\n\n![](a.jpg)",
    "# H\n\nOne ![A](a.jpg)": "# H\n\nOne\n\n![](a.jpg)",
    "![A](a.jpg) ![A](b.jpg)\nend": "![](a.jpg)\n\n![](b.jpg)\nend",
    "**One** [two](x.md) (three) ![A](a.jpg)": "**One** [two](x.md) (three)\n\n![](a.jpg)",
    "a_b ![A](a.jpg)": "a_b\n\n![](a.jpg)",
    "One ![A](<a b.jpg>) two": "One\n\n![](<a b.jpg>)\n\ntwo",
}
WHOLE = [
    "[![A](a.jpg)](/angebote/)",
    "[![A](a.jpg)](https://youtu.be/abcdefghijk)",
    "One [two ![A](a.jpg) three](/angebote/)",
    "One [two\n![A](a.jpg) three](/angebote/)",
    "**One ![A](a.jpg) two**",
    "**![A](a.jpg)**",
    "_One ![A](a.jpg)_",
    "~~One ![A](a.jpg)~~",
    "(One ![A](a.jpg))",
    "a | b\n--|--\nx | ![A](a.jpg)",
    "| a | b |\n|---|---|\n| x | ![A](a.jpg) |",
    "a | ![A](a.jpg)\n:-- | --:\nx | y",
    "One ![A](a.jpg)\n===",
    "# One ![A](a.jpg) two",
    "- One ![A](a.jpg) two",
    "- One\n  two ![A](a.jpg) three",
    "1. One ![A](a.jpg) two",
    "> One ![A](a.jpg) two",
    "> One\ntwo ![A](a.jpg) three",
    "text\n- One ![A](a.jpg) two",
    "<p>One ![A](a.jpg) two</p>",
    "[^1]: One ![A](a.jpg) two",
]


@cache
def found_in_all() -> dict[str, list[str]]:
    """The pictures in each of the texts; asked for at once, since Node takes long to start."""
    script = """
    import { picturesIn } from './markdown.js';
    tell(given.texts.map((text) => [text, picturesIn(text).map((one) => one.file)]));
    """
    return dict(told(script, texts=[*FOUND, COMMENT, OTHERS]))


@pytest.mark.parametrize("text", FOUND, ids=repr)
def test_what_is_a_picture_is_what_our_own_reader_shows_as_one(text: str) -> None:
    tokens = [child for token in grammar().parse(text) for child in token.children or []]
    shown = [str(one.attrs["src"]) for one in tokens if one.type == "image"]
    # Links hold their pictures beside them, in the same list.
    assert [unquote(one) for one in shown] == FOUND[text]
    assert found_in_all()[text] == FOUND[text]


@pytest.mark.parametrize("text", [COMMENT, OTHERS])
def test_what_is_no_file_beside_the_text_is_none(text: str) -> None:
    assert found_in_all()[text] == []


@cache
def noted_in_all() -> dict[str, dict]:
    """The form of each of the texts, when its pictures have notes."""
    script = """
    import { inStep } from './pictures.js';
    tell(given.texts.map((body) => [body, inStep({ body }, null)]));
    """
    return dict(told(script, texts=[*TORN, *WHOLE]))


@pytest.mark.parametrize("text", TORN, ids=repr)
def test_a_picture_in_a_sentence_becomes_a_paragraph(text: str) -> None:
    assert noted_in_all()[text]["body"] == TORN[text]


@pytest.mark.parametrize("text", WHOLE, ids=repr)
def test_what_would_be_torn_apart_stays_whole(text: str) -> None:
    found = noted_in_all()[text]
    assert found["body"] == text.replace("![A]", "![]")
    assert found["pictures"] == [{"file": "a.jpg", "alt": "A"}]


#: A name of a file, and its place in the text.
NAMES = {
    "a b#1.jpg": "![](a%20b%231.jpg)",
    "100%.jpg": "![](100%25.jpg)",
    "(1)'s [2]*?&<>\\\".jpg": "![](%281%29%27s%20%5B2%5D%2A%3F%26%3C%3E%5C%22.jpg)",
    "grün_2.jpg": "![](grün_2.jpg)",
    "😀.jpg": "![](%F0%9F%98%80.jpg)",
    "sub/a.jpg": "![](sub/a.jpg)",
}


@pytest.mark.parametrize("name", NAMES)
def test_any_name_finds_its_way_into_the_text_and_back(name: str) -> None:
    script = """
    import { inStep } from './pictures.js';
    import { picturesIn } from './markdown.js';
    const once = inStep({ body: '', pictures: [{ file: given.name }] }, null);
    const again = inStep(once, null);
    tell([once.body, picturesIn(once.body)[0].file, again === once]);
    """
    assert told(script, name=name) == [NAMES[name], name, True]
    (image,) = (grammar().parse(NAMES[name])[1].children or [])[:1]
    assert unquote(str(image.attrs["src"])) == name


def test_names_that_look_the_same_are_one_file() -> None:
    script = """
    import { inStep } from './pictures.js';
    tell(given.bodies.map((body) => {
      const form = { body, pictures: [{ file: 'gr\\u00fcn.jpg', alt: 'x' }] };
      return inStep(form, null) === form;
    }));
    """
    bodies = ["![](gru\u0308n.jpg)", "![](./gr%C3%BCn.jpg)", "![](gr\u00adün.jpg)"]
    assert told(script, bodies=bodies) == [True, True, True]
