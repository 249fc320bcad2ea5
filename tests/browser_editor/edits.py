"""A form, its shape and chance → the same form after an editor has been at it."""

from __future__ import annotations

import copy
import random
from typing import Any

from tests.browser_editor.file_format import Form, Shape
from tests.browser_editor.spots import at, changed, lists, spots

#: What YAML takes for something else, and what people write all the same.
TEXTS = (
    *("- x", "-", "@x", "*x", "&x", "!x", "%x", "[x", "]", "{x", "}", "? x", "?", ": x", ":"),
    *("| x", "> x", "`x", "# x", "#x", "'", '"', "'x' y", '"x" y', 'Oma\'s "Küche"', "---"),
    *("--- x", "...", "a: b", "a:b", "x:", "a #b", "a#b", "[x]", "{a: b}", "x, y", "1,4,5", "="),
    *("<<", "!!str x", "ja", "nein", "no", "true", "null", "~", "Null", "0", "123", "01067"),
    *("1.5", "1e3", "0x1f", "18:00", "9:30", "2026-01-02", "+49 231 1", ".5", "-7", "C:\\neu"),
    *("http://a.b/c?d=e&f#g", "a\\nb", "Grüße aus Köln", "😀 🎉", "a\u00a0#b", "a:\u00a0b"),
    *("Dampf\u00adschiff", "a\u2060: b", "a\tb", "e\u0301", "\u200bx", "a\u2028b", "a – b"),
    *("– a", "„so“", "x" * 3000, "wort " * 400, "a\nb", "a\n\nb", "- a\n- b", "a: b\nc: d"),
    *("# a\n# b", "a\n---\nb"),
)
_DAYS = ("2026-01-02", "2026-12-24", "2027-02-28", "1999-12-31")


def edited(form: Form, shape: Shape, chance: random.Random, times: int = 1) -> Form:
    """Return the form after `times` random edits."""
    for _ in range(times):
        form = _edited(form, shape, chance)
    return form


def _edited(form: Form, shape: Shape, chance: random.Random) -> Form:
    root = shape["root"]
    is_list = root["type"] == "list"
    every = list(lists(form["entries"] if is_list else form, root, ("entries",) if is_list else ()))
    if every and chance.random() < 0.4:
        path, of = chance.choice(every)
        return changed(form, path, _entries(at(form, path), of, chance))
    places = list(spots(form, shape))
    if not places:  # The last entry of a file that is a list went before.
        return form
    spot = chance.choice(places)
    if spot.now and chance.random() < 0.25:
        return changed(form, spot.path, chance.choice(["", None]))
    wanted = chance.choice(_DAYS) if spot.is_day else _text(spot.now or "", chance)
    return changed(form, spot.path, wanted)


def _text(now: str, chance: random.Random) -> str:
    words = now.split(" ")
    match chance.randrange(5):
        case 0:
            return f"{now.strip()} {chance.choice(TEXTS)}"
        case 1:
            words[chance.randrange(len(words))] = chance.choice(["neu", "Oma's", "x: y", "#1"])
            return " ".join(words)
        case 2:
            del words[chance.randrange(len(words))]
            return " ".join(words)
        case _:
            return chance.choice(TEXTS)


def _entries(entries: list[Any], shape: Shape, chance: random.Random) -> list[Any]:
    entries = copy.deepcopy(entries)
    place = chance.randrange(len(entries))
    match chance.randrange(4):
        case 0:
            del entries[place]
        case 1:
            entries.insert(chance.randrange(len(entries)), entries.pop(place))
        case 2:
            chance.shuffle(entries)
        case 3:
            entries.insert(place, fresh(shape["of"], chance))
    return entries


def fresh(shape: Shape, chance: random.Random) -> Any:
    """Return something that was not there, of the given shape."""
    match shape["type"]:
        case "list":
            return [fresh(shape["of"], chance) for _ in range(chance.randrange(1, 3))]
        case "fact":
            known = {"source": chance.choice(TEXTS), "confirmed": chance.choice(_DAYS)}
            parts = known if chance.random() < 0.5 else {"source": "", "confirmed": ""}
            return {"value": fresh(shape["of"], chance), **parts}
        case "mapping":
            some = [key for key in shape["keys"] if chance.random() < 0.5]
            return {key: fresh(shape["keys"][key], chance) for key in some}
        case "date":
            return chance.choice(_DAYS)
        case _:
            return chance.choice(TEXTS)
