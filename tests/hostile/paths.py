"""Ways out of the content folder, and two things at one address.

A file `geheim.*` with SECRET in it lies beside the content folder: nobody may ever see it.
"""

from __future__ import annotations

import os
from pathlib import PurePosixPath

from tests.hostile.case import Case, data, head, text
from tests.model.files.pictures import png
from tests.worlds import World

SECRET = "Streng-geheim-4711"
_OUTSIDE = "liegt außerhalb des Inhaltsordners."
_NO_LINKS = "Das ist ein symbolischer Link; solchen Links wird nicht gefolgt."


def plant(world: World) -> None:
    """Put secrets beside the content folder, of each kind that could be published."""
    world.write("../geheim.md", f"---\ntitle: {SECRET}\n---\n{SECRET}\n%%EOF\n")
    world.write("../geheim.pdf", f"%PDF-1.7\n{SECRET}\n%%EOF\n")
    world.write("../geheim.txt", f"{SECRET}\n%%EOF\n")
    world.write("../geheim.png", png())


def _link(name: str, path: str, target: str, says: str = f"1: {_NO_LINKS}") -> Case:
    def write(world: World) -> None:
        link = world.content / path
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(target)

    return Case(name, write, f"{path}:{says}", path)


def _links_to_a_link(world: World) -> None:
    world.write("seiten/linker.md", "---\ntitle: A\n---\n[a](linkziel.pdf)\n")
    (world.content / "seiten/linkziel.pdf").symlink_to("../../geheim.pdf")


def _data_link(world: World) -> None:
    whole = world.content / "data/audiences.yaml"
    whole.rename(world.folder / "audiences.yaml")
    whole.symlink_to("../../audiences.yaml")


def _data_folder(world: World) -> None:
    (world.content / "data").rename(world.folder / "data")
    (world.content / "data").symlink_to("../data")


def _data_is_a_folder(world: World) -> None:
    (world.content / "data/audiences.yaml").unlink()
    (world.content / "data/audiences.yaml").mkdir()


def _folder_is_an_index(world: World) -> None:
    world.write("seiten/ordner/index.md/index.md", "---\ntitle: A\n---\n")


def _pipe(world: World) -> None:
    os.mkfifo(world.write("seiten/rohre/a.txt", "x").with_name("rohr.md"))
    (world.content / "seiten/rohre/a.txt").unlink()


def _linked_pipe(world: World) -> None:
    world.write("seiten/pipe.md", "---\ntitle: A\n---\n[a](leitung.pdf)\n")
    os.mkfifo(world.content / "seiten/leitung.pdf")


def _twins(world: World) -> None:
    world.write("seiten/zwilling.md", "---\ntitle: A\n---\n")
    world.write("seiten/zwilling/index.md", "---\ntitle: B\n---\n")


def _twins_in_capitals(world: World) -> None:
    world.write("seiten/gross.md", "---\ntitle: A\n---\n")
    world.write("seiten/GROSS.md", "---\ntitle: B\n---\n")


def _twins_in_forms(world: World) -> None:
    world.write("seiten/fu\u0308r-alle.md", "---\ntitle: NFD\n---\n")
    world.write("seiten/f\u00fcr-alle.md", "---\ntitle: NFC\n---\n")


def _alias(name: str, alias: str, says: str) -> Case:
    slug = f"alias-{PurePosixPath(alias).name.removeprefix('alias-')}"
    path = f"seiten/{slug}.md"
    page = f"---\ntitle: A\naliases: {alias}\n---\n"
    return Case(name, lambda world: world.write(path, page), f"{path}:3: {says}", path)


CASES: list[Case] = [
    text("a link out of the folder", "[a](../../../geheim.md)", "6: „../../../geheim.md“ "
         f"{_OUTSIDE}"),
    text("a PDF out of the folder", "[a](../../../geheim.pdf)", "6: „../../../geheim.pdf“ "
         f"{_OUTSIDE}"),
    text("a picture out of the folder", "![a](../../../geheim.png)",
         f"6: „../../../geheim.png“ {_OUTSIDE}"),
    text("a picture out of the folder from its root", "![a](/../geheim.png)",
         f"6: „/../geheim.png“ {_OUTSIDE}"),
    text("attach out of the folder", "[a]({attach}../../../geheim.pdf)", "6: „../../../geheim.pdf"),
    text("static out of the folder", "[a]({static}/../geheim.pdf)", "6: „/../geheim.pdf“ "),
    text("filename out of the folder", "[a]({filename}/../geheim.md)", "6: „/../geheim.md“ "),
    text("a bar instead of braces", "[a](|attach|/../geheim.pdf)", "6: „/../geheim.pdf“ "),
    text("dots in per cent", "[a](%2e%2e/%2e%2e/%2e%2e/geheim.pdf)", "6: „../../../geheim.pdf“"),
    text("dots twice in per cent", "[a](%252e%252e/%252e%252e/%252e%252e/geheim.pdf)",
         "6: Die Datei „%2e%2e/"),
    text("dots of Windows", "[a](..\\..\\..\\geheim.pdf)", "6: "),
    text("a file of the machine", "[a](file:///etc/passwd)", "6: Diese Datei liegt auf"),
    text("a path of the machine", "[a](/etc/passwd.pdf)", "6: Die Datei „/etc/passwd.pdf“"),
    text("a drive of Windows", "[a](C:/geheim.pdf)", "6: "),
    text("a NUL in a link", "[a](a%00.pdf)", "6: "),
    text("a link of 5000 letters", f"[a]({'a' * 5000}.pdf)", "6: Die Datei „aaa"),
    text("a link of 3000 folders", f"[a]({'a/' * 3000}a.pdf)", "6: Die Datei „a/a/"),
    text("a picture that is a folder", "![a](../../seiten)", "6: "),
    head("an image out of the folder", "image: {file: ../../../geheim.png, alt: a}",
         f"5: „../../../geheim.png“ {_OUTSIDE}"),
    head("an image of the machine", "image: {file: /etc/passwd, alt: a}", "5: Die Datei „/etc/"),
    head("an image from elsewhere", "image: {file: //evil.example/a.png, alt: a}",
         "5: Bilder von anderen Websites werden nicht gezeigt."),
    head("pictures out of the folder", "pictures: [{file: /../geheim.png, alt: a}]",
         f"5: „/../geheim.png“ {_OUTSIDE}"),
    data("a logo out of the folder", "data/association.yaml", "tax_status:",
         "logo: {value: {file: ../../geheim.png, alt: a}, confirmed: 2026-01-01}\ntax_status:",
         f"27: „../../geheim.png“ {_OUTSIDE}"),
    head("a slug out of the folder", "slug: ../../geheim", "5: slug: „../../geheim“ kann kein"),
    head("a slug of a template", "slug: '{date}'", "5: slug: „{date}“ kann kein Teil"),
    head("an alias out of the folder", "aliases: /../geheim/", "5: aliases: „/../geheim/“ ist"),
    head("an alias in per cent", "aliases: /%2e%2e/geheim/", "5: aliases: „/%2e%2e/geheim/“ ist"),
    *(head(f"an alias with {what} in per cent", f"aliases: /{sign}geheim/",
           f"5: aliases: „/{sign}geheim/“ ist keine Adresse")
      for what, sign in {"a slash": "%2F", "a slash and dots": "a%2f..%2f", "a NUL": "%00",
                         "a backslash": "%5C", "a line end": "%0A", "a bell": "%07",
                         "a turn": "%E2%80%AE"}.items()),
    head("an alias to another host", "aliases: //evil.example/", "5: aliases: „//evil.example/“"),
    head("an alias with a line end", 'aliases: "/a/\\x0aRedirect / http://evil.example/"',
         "5: aliases: „/a/"),
    _link("a symbolic link to a text", "seiten/link.md", "../../geheim.md"),
    _link("a symbolic link to the machine", "seiten/passwd.md", "/etc/passwd"),
    _link("a symbolic link to a folder", "seiten/wurzel", "/"),
    _link("a symbolic link to itself", "seiten/schleife.md", "schleife.md"),
    _link("a loop of symbolic links", "angebote/kreis", "../angebote"),
    _link("a symbolic link to nothing", "termine/nichts.md", "gibt-es-nicht"),
    Case("a link to a symbolic link", _links_to_a_link,
         "seiten/linker.md:4: „linkziel.pdf“ ist ein symbolischer Link."),
    Case("a data file that is a symbolic link", _data_link,
         "data/audiences.yaml:1: „audiences.yaml“ ist ein symbolischer Link.", alone=True),
    Case("a data folder that is a symbolic link", _data_folder,
         "data/association.yaml:1: „association.yaml“ ist ein symbolischer Link.", alone=True),
    Case("a data file that is a folder", _data_is_a_folder,
         "data/audiences.yaml:1: Die Datei „audiences.yaml“ gibt es nicht.", alone=True),
    Case("a folder called index.md", _folder_is_an_index),
    Case("a pipe", _pipe),
    Case("a link to a pipe", _linked_pipe, "seiten/pipe.md:4: Die Datei „leitung.pdf“ gibt es"),
    Case("two pages at one address", _twins, "seiten/zwilling.md:2: Die Adresse „/zwilling/“"
         " gehört schon zu „seiten/zwilling/index.md“."),
    Case("two pages that differ in capitals", _twins_in_capitals,
         "seiten/gross.md:2: Die Adresse „/gross/“ gehört schon zu „seiten/GROSS.md“."),
    Case("two pages that differ in the form of an umlaut", _twins_in_forms,
         "seiten/f\u00fcr-alle.md:2: Die Adresse „/fuer-alle/“ gehört"),
    _alias("an alias that is a page", "/", "Die Adresse „/“ gehört schon zu „seiten/index.md“."),
    _alias("an alias that is a list", "/aktuelles/", "Die Adresse „/aktuelles/“ gehört einer"),
    _alias("an alias in the theme", "/theme/", "Die Adresse „/theme/“ gehört einer"),
    _alias("an alias that is its own page", "/alias-selbst/", "Die Adresse „/alias-selbst/“"),
]  # fmt: skip
