"""The content and its layout → all that the editor in the browser has to know, as plain data.

`cms` is what Sveltia CMS takes as its configuration; `shapes` are those of the files, by the name
of their format. Where the forge is, and how one signs in, others add.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from schaukasten.forms.choices import Choices
from schaukasten.forms.fields import Form
from schaukasten.forms.shape import shape_of
from schaukasten.language.messages import Gettext, Message, _
from schaukasten.model.association.association import Association, Audiences, Navigation
from schaukasten.model.association.data import FOLDER
from schaukasten.model.association.gone import Gone
from schaukasten.model.association.location import Locations
from schaukasten.model.association.person import People
from schaukasten.model.documents.layout import KINDS, Layout
from schaukasten.model.files.picture import MAX_BYTES
from schaukasten.model.reading.schema import Schema
from schaukasten.model.time.days_off import Holidays

Plain = dict[str, Any]

#: Pixels: as wide as the widest that is published, on a screen with small ones.
_WIDEST = 2400
#: Percent, as encoders of WebP count.
_QUALITY = 85

_KINDS: dict[str, tuple[Message, Message, str]] = {
    "ARTICLE": (_("News"), _("news item"), "newspaper"),
    "OFFER": (_("Offers"), _("offer"), "handshake"),
    "EVENT": (_("Events"), _("event"), "event"),
    "JOB": (_("Jobs"), _("job"), "work"),
    "PAGE": (_("Pages"), _("page"), "article"),
}
#: What each kind of text is called.
KIND_LABELS: dict[str, Message] = {kind: label for kind, (label, *_rest) in _KINDS.items()}
#: A further folder of the same kind.
_FURTHER = _("{label}: {folder}")
FILES: list[tuple[str, type[Schema], Message, str]] = [
    ("association", Association, _("The association"), "diversity_3"),
    ("locations", Locations, _("Houses and opening hours"), "home_work"),
    ("people", People, _("People"), "badge"),
    ("audiences", Audiences, _("For whom there are offers"), "groups"),
    ("navigation", Navigation, _("Menu"), "menu"),
    ("holidays", Holidays, _("Holidays"), "beach_access"),
    ("gone", Gone, _("Pages that were taken away"), "delete"),
]
#: Those of the menu, by their names in Material Symbols.
ICONS = (
    [icon for _label, _one, icon in _KINDS.values()] + [icon for *_rest, icon in FILES] + ["home"]
)
#: Names that begin with the day: next year's has a place, too.
_DATED = ("ARTICLE", "EVENT")
_SLUG = {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"}


def configuration(layout: Layout, choices: Choices, gettext: Gettext, root: str) -> Plain:
    """Return `{cms, shapes}`; `root` is the folder of the content as the repository names it."""
    form = Form(choices, gettext)
    collections: list[Plain] = []
    shapes: Plain = {}
    firsts: set[str] = set()
    for folder, kind in layout.folders.items():
        collections.append(_folder(form, root, folder, kind, is_first=kind not in firsts))
        firsts.add(kind)
        shapes[folder] = shape_of(KINDS[kind], "front-matter")
    collections.append(_files(form, root))
    shapes |= {_format(name): shape_of(schema, "yaml") for name, schema, *_rest in FILES}
    return {"cms": _whole(root) | {"collections": collections}, "shapes": shapes}


def _whole(root: str) -> Plain:
    return {
        "load_config_file": False,
        "media_folder": root,
        "public_folder": "",
        "slug": _SLUG,
        # What is empty is for the format to decide.
        "output": {"omit_empty_optional_fields": False},
        "media_libraries": {
            "stock_assets": False,
            "default": {
                "config": {
                    "max_file_size": MAX_BYTES,
                    "slugify_filename": True,
                    # What a camera writes beside the picture stays on the telephone.
                    "transformations": {
                        "raster_image": {
                            "format": "webp",
                            "quality": _QUALITY,
                            "width": _WIDEST,
                            "height": _WIDEST,
                        }
                    },
                }
            },
        },
        "editor": {"preview": False},
    }


def _folder(form: Form, root: str, folder: str, kind: str, is_first: bool) -> Plain:
    label, singular, icon = _KINDS[kind]
    name = label.text(form.gettext)
    if not is_first:
        further = Message(_FURTHER.msgid, (("label", label), ("folder", folder)))
        name = form.choices.folders.get(folder) or further.text(form.gettext)
    dated = kind in _DATED
    return {
        "name": folder,
        "label": name,
        "label_singular": singular.text(form.gettext),
        "icon": icon,
        "folder": f"{root}/{folder}",
        # A folder of its own, where its pictures lie; what lies there otherwise is found, too.
        "path": "{{slug}}/index",
        "slug": "{{fields.date}}-{{title}}" if dated else "{{title}}",
        "format": folder,
        "media_folder": "",
        "public_folder": "",
        "create": True,
        "summary": "{{date | date('DD.MM.YYYY')}}  {{title}}" if dated else "{{title}}",
        "sortable_fields": _sorted(dated),
        "fields": form.fields(KINDS[kind]),
        "editor": {"preview": False},
    }


def _sorted(dated: bool) -> Plain:
    if dated:
        default = {"field": "date", "direction": "Descending"}
        return {"fields": ["date", "title"], "default": default}
    return {"fields": ["title"], "default": {"field": "title", "direction": "Ascending"}}


def _files(form: Form, root: str) -> Plain:
    folder = f"{root}/{FOLDER}"
    return {
        "name": str(FOLDER),
        "label": _("Our house").text(form.gettext),
        "icon": "home",
        "files": [
            {
                "name": name,
                "label": label.text(form.gettext),
                "icon": icon,
                "file": str(PurePosixPath(folder, f"{name}.yaml")),
                "format": _format(name),
                "media_folder": f"/{folder}",
                "public_folder": "",
                "fields": form.fields(schema),
                "editor": {"preview": False},
            }
            for name, schema, label, icon in FILES
        ],
    }


def _format(name: str) -> str:
    """The name of the file format of one of the data files."""
    return f"{FOLDER}-{name}"
