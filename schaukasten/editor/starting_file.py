"""A kind, a title, a day → the text of a new file, with a hint at each line.

The lines come from the schema of the kind, so that a new key appears here by itself.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

from pydantic.fields import FieldInfo

from schaukasten.forms.hints import FILE_HINTS, HINTS
from schaukasten.language.messages import Gettext, Message, _
from schaukasten.model.documents.layout import KINDS
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.kinds.event import PlaceAddress
from schaukasten.model.kinds.item import Contact, Item, Status
from schaukasten.model.kinds.job import Application
from schaukasten.model.kinds.job_terms import Employment
from schaukasten.model.kinds.page import TEMPLATES
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.starting_text import request

#: Keys that an editor seldom needs; the handbook tells of them.
_RARE = frozenset(
    {"title", "slug", "updated", "lang", "pictures", "placeholder", "decorative", "room"}
    | {"gallery", "download", "questions"}
    | {"overnight", "days"}
)
_PARTS: dict[str, type[Schema]] = {
    "image": PictureNote,
    "contact": Contact,
    "apply": Application,
    "address": PlaceAddress,
}
#: Where hints begin, in columns.
_COLUMN = 38
_TEMPLATE_CHOICES = "Startseite, Kontakt, Presse …"


def starting_text(
    kind: str, title: str, day: dt.date, audiences: list[str], gettext: Gettext, identity: str = ""
) -> str:
    """Return the text; `kind` is one of `layout.KINDS`, `audiences` those of the association.

    `identity` is by what calendar programs will know it.
    """
    schema = KINDS[kind]
    values = {
        "date": day.isoformat(),
        "summary": _quoted(request(gettext, _("one sentence: what, when, for whom"))),
        "audience": f"[{_quoted(audiences[0])}]" if audiences else "[]",
        "schedule": "[]",
        "employment": f"[{Employment.PART_TIME}]",
        "id": identity,
    }
    choices = {"audience": ", ".join(audiences), "template": _TEMPLATE_CHOICES}
    choices["employment"] = ", ".join(Employment)
    hints = _hints(schema, choices, gettext)
    required = [key for key in values if key in schema.model_fields]
    lines = ["---", f"title: {_quoted(title)}"]
    for key in required:
        lines.append(_line(f"{key}: {values[key]}", hints[key]))
        if key == "schedule":
            lines += [
                "# schedule:",
                "#   - wochentag: Mittwoch",
                "#     von: 17:00",
                "#     bis: 19:00",
            ]
    if kind == "PAGE" and title in TEMPLATES:
        # Who makes a page “Impressum” wants the one that is filled in from the data.
        lines.append(f"template: {title}")
        required.append("template")
    lines.append(_line(f"status: {Status.DRAFT.value}", hints["status"]))
    optional = _("Of the lines that you need delete the # and the space behind it:")
    lines += ["", f"# {optional.text(gettext)}"]
    # What a part has to say of a key goes before what this kind says of the same.
    hints_of_parts = _hints(Schema, choices, gettext)
    lines += _optional(schema, set(required) | {"status"}, hints, hints_of_parts)
    lines += ["---", "", request(gettext, _("here stands the text")), ""]
    return "\n".join(lines)


def _hints(schema: type[Schema], choices: dict[str, str], gettext: Gettext) -> dict[str, str]:
    """Return what is to be known of each key, of that of this schema first."""
    known = HINTS | FILE_HINTS
    return {
        key: Message(
            known.get(f"{schema.__name__}.{key}", hint).msgid, (("choices", choices.get(key, "")),)
        ).text(gettext)
        for key, hint in known.items()
    }


def _optional(
    schema: type[Item], known: set[str], hints: dict[str, str], of_parts: dict[str, str]
) -> Iterator[str]:
    # First what belongs to the kind, then what every page may have.
    own = [key for key in schema.model_fields if key not in Item.model_fields]
    for key in dict.fromkeys([*own, *schema.model_fields]):
        if key in _RARE | known:
            continue
        field = schema.model_fields[key]
        if key not in _PARTS:
            yield _line(f"# {key}: {_example(field)}", hints[key])
            continue
        yield _line(f"# {key}:", hints[key])
        for part, inner in _PARTS[key].model_fields.items():
            if part not in _RARE:
                yield _line(f"#   {part}: {_example(inner)}", of_parts[part])


def _example(field: FieldInfo) -> str:
    example = str((field.examples or [""])[0])
    return _quoted(example) if ": " in example else example


def _line(text: str, hint: str) -> str:
    return f"{text:<{_COLUMN}}  # {hint}" if hint else text


def _quoted(text: str) -> str:
    # A string of JSON is one of YAML, whatever stands in it.
    return json.dumps(text, ensure_ascii=False)
