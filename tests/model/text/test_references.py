import datetime as dt

import pytest

from schaukasten.kept.memory import Memory
from schaukasten.model.load import load
from tests.model.files.pictures import png
from tests.model.text.rendering import rendered
from tests.worlds import TODAY, World, theme

FOLDER = "aktuelles/2026-03-08-fest"
PDF = b"%PDF-1.7\n" + b"x" * 5000 + b"\n%%EOF"


def neighbours(world: World) -> None:
    world.write("seiten/kontakt.md", "---\ntitle: Kontakt\n---\n## Anfahrt\n")
    world.write("seiten/mit leer & zeichen.md", "---\ntitle: A\n---\n")
    world.write("angebote/Größe.md", "---\ntitle: A\nsummary: B\naudience: Familien\n"
                "schedule: []\nschedule_note: x\n---\n")  # fmt: skip


def says(world: World, body: str) -> list[str]:
    """What is said of a news item with that body, without the file's name and the remedies."""
    world.news(body)
    return [line.removeprefix(f"{FOLDER}/index.md:") for line in world.lines()]


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("../../seiten/kontakt.md", "/kontakt/"),
        ("../../seiten/kontakt.md#anfahrt", "/kontakt/#anfahrt"),
        ("/seiten/kontakt.md", "/kontakt/"),
        ("{filename}/seiten/kontakt.md", "/kontakt/"),
        ("{filename}../../seiten/kontakt.md#anfahrt", "/kontakt/#anfahrt"),
        ("|filename|/seiten/kontakt.md", "/kontakt/"),
        ("../../seiten/index.md", "/"),
        ("../../seiten/mit%20leer%20&%20zeichen.md", "/mit-leer-zeichen/"),
        ("<../../seiten/mit leer & zeichen.md>", "/mit-leer-zeichen/"),
        ("../../angebote/Größe.md", "/angebote/groesse/"),
        ("../../angebote/Gr%C3%B6%C3%9Fe.md", "/angebote/groesse/"),
        ("index.md", "/aktuelles/2026/fest/"),
        ("/kontakt/", "/kontakt/"),
        ("/kontakt/#anfahrt", "/kontakt/#anfahrt"),
        ("/aktuelles/", "/aktuelles/"),
        ("/aktuelles/2026/", "/aktuelles/2026/"),
        ("/", "/"),
        ("#weiter-unten", "#weiter-unten"),
        ("https://www.example.org/a?b=c&d=e#f", "https://www.example.org/a?b=c&amp;d=e#f"),
        ("HTTPS://www.example.org/", "HTTPS://www.example.org/"),
        ("https://www.example.org/bild.jpg", "https://www.example.org/bild.jpg"),
        ("mailto:post@example.org?subject=Hallo", "mailto:post@example.org?subject=Hallo"),
        ("tel:+49231141662", "tel:+49231141662"),
    ],
)
def test_a_link_leads_where_its_file_or_address_is_published(world, target, href):
    neighbours(world)
    body = f"[Text]({target})\n\n## Weiter unten"
    assert f'<a href="{href}">Text</a>' in world.html(body)


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("../../seiten/fehlt.md", "Die Datei „../../seiten/fehlt.md“ gibt es nicht."),
        ("../../seiten/Kontakt.md", "Die Datei „../../seiten/Kontakt.md“ gibt es nicht."),
        ("../../Seiten/kontakt.md", "Die Datei „../../Seiten/kontakt.md“ gibt es nicht."),
        ("{filename}/seiten/fehlt.md", "Die Datei „/seiten/fehlt.md“ gibt es nicht."),
        ("../../../geheim.md", "„../../../geheim.md“ liegt außerhalb des Inhaltsordners."),
        ("../../../geheim.pdf", "„../../../geheim.pdf“ liegt außerhalb des Inhaltsordners."),
        ("{static}/../.env.pdf", "„/../.env.pdf“ liegt außerhalb des Inhaltsordners."),
        ("{attach}../../../../etc/passwd", "Die Website hat keine Seite mit der Adresse „../../.."),
        ("..%2f..%2f..%2fgeheim.pdf", "„../../../geheim.pdf“ liegt außerhalb des Inhaltsordners."),
        ("/kontakt", "Die Website hat keine Seite mit der Adresse „/kontakt“."),
        ("/fehlt/", "Die Website hat keine Seite mit der Adresse „/fehlt/“."),
        ("kontakt.html", "Die Website hat keine Seite mit der Adresse „kontakt.html“."),
        ("foto.png", "Ein Link auf eine Bilddatei führt ins Leere: Die Originale werden nicht"),
        ("FOTO.JPG", "Ein Link auf eine Bilddatei führt ins Leere"),
        ("brief.doc", "„brief.doc“ ist eine Word-Datei; so etwas wird nicht veröffentlicht."),
        ("../../data/association.yaml", "Dateien der Art „.yaml“ werden nicht veröffentlicht."),
        ("leer.pdf", "„leer.pdf“ ist leer."),
        ("fehlt.pdf", "Die Datei „fehlt.pdf“ gibt es nicht."),
        ("//evil.example/x", "„//evil.example/x“ ist so noch kein Link: Davor fehlt „https:“."),
        ("//evil/x", "Links der Art „//:“ sind nicht erlaubt."),
        ("javascript:alert(1)", "Dieser Link führt nirgendwohin, oder zu etwas, das nicht erlaubt"),
        ("JaVaScRiPt:alert(1)", "Dieser Link führt nirgendwohin"),
        ("data:text/html,x", "Dieser Link führt nirgendwohin"),
        ("vbscript:x", "Dieser Link führt nirgendwohin"),
        ("file:///etc/passwd", "Diese Datei liegt auf Ihrem eigenen Rechner"),
        ("ftp://example.org/x", "Dieser Link führt nirgendwohin"),
        ("", "Dieser Link führt nirgendwohin"),
        ("http://[kaputt/x", "Dieser Link führt nirgendwohin"),
        ("a" * 300 + ".md", f"Die Datei „{'a' * 300}.md“ gibt es nicht."),
    ],
)
def test_a_link_that_cannot_work_is_an_error_on_its_line(world, target, what):
    neighbours(world)
    world.write(f"{FOLDER}/leer.pdf", b"")
    world.write(f"{FOLDER}/brief.doc", b"PK")
    world.write(f"{FOLDER}/foto.png", png())
    world.write("../geheim.pdf", PDF)
    errors = [
        line for line in says(world, f"Eins\n\nZwei [Text]({target}).") if ".docx:" not in line
    ]
    assert len([line for line in errors if line.startswith("8: ")]) == 1
    assert any(line.startswith(f"8: {what}") for line in errors)


def test_a_dead_link_is_told_on_every_line_where_it_stands(world):
    lines = says(world, "[a](weg.md)\n\n[b](weg.md)\n")
    assert [line.split(":")[0] for line in lines] == ["6", "8"]


@pytest.mark.parametrize(
    "before", ["[a](https://example.org/weg.pdf)", "`weg.pdf`", "Siehe anweg.pdf"]
)
def test_a_dead_link_is_not_mistaken_for_another_text_that_holds_its_name(world, before):
    assert [line[:2] for line in says(world, f"{before}\n\n[b](weg.pdf)\n")] == ["8:"]


@pytest.mark.parametrize(
    "words", ["**fett**", '"Zitat"', "geht's", "`code`", "a -- b", "![Bild](foto.png)"]
)
def test_a_forbidden_link_is_found_whatever_its_words_look_like(world, words):
    world.write(f"{FOLDER}/foto.png", png())
    lines = says(world, f"Eins\n\n[{words}](javascript:alert(1))")
    assert [line[:2] for line in lines if "Dieser Link führt nirgendwohin" in line] == ["8:"]


@pytest.mark.parametrize(
    "head", ["status: Entwurf", "publish_from: 2026-12-02\nexpires: 2026-12-01"]
)
@pytest.mark.parametrize("day", ["2026-11-22", "2026-03-07"])
def test_a_link_to_what_no_day_shows_is_refused_but_works_in_the_preview(world, head, day):
    world.write("seiten/bald.md", f"---\ntitle: A\n{head}\n---\n")
    world.news("[Text](/seiten/bald.md)")
    # Before the news item appears, too: on its day nobody may be there to read of it.
    [line] = world.errors(today=day)
    line = line.removeprefix(f"{FOLDER}/index.md:")
    assert line.startswith("6: „seiten/bald.md“ wird nicht veröffentlicht.")
    assert line.endswith(
        "Nehmen Sie den Link heraus, oder veröffentlichen Sie die Seite, zu der er führt."
    )
    assert world.errors(drafts=True) == []


@pytest.mark.parametrize("target", ["/bald/", "/aktuelles/2027/fest/"])
def test_the_address_of_a_draft_is_no_address(world, target):
    world.write("seiten/bald.md", "---\ntitle: A\nstatus: Entwurf\n---\n")
    news = "---\ntitle: A\nsummary: B\ndate: 2027-01-01\nstatus: Entwurf\n---\n"
    world.write("aktuelles/fest.md", news)
    world.news(f"[Text]({target})")
    [line] = world.errors()
    told = "Die Website hat keine Seite mit der Adresse"
    assert line.startswith(f"{FOLDER}/index.md:6: {told} „{target}“. Meinten Sie „")
    assert world.errors(drafts=True) == []


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("../../seiten/kontakt.md", None),
        ("../../seiten/kontact.md", "../../seiten/kontakt.md"),
        ("/seiten/kontackt.md", "../../seiten/kontakt.md"),
        ("/kontackt/", "../../seiten/kontakt.md"),
        ("../../seiten/voellig-anders.md", "Verbessern Sie den Namen, legen Sie"),
        ("www.example.org/a", "Schreiben Sie es so: [Text](https://www.example.org/a)"),
    ],
)
def test_for_a_dead_link_what_was_meant_is_named_as_one_would_type_it(world, target, meant):
    neighbours(world)
    world.news(f"[Text]({target})")
    lines = world.errors()
    assert (lines == []) == (meant is None)
    assert all(meant in line for line in lines)


def test_a_draft_may_link_to_a_draft(world):
    world.write("seiten/bald.md", "---\ntitle: A\nstatus: Entwurf\n---\n")
    world.news("[Text](/seiten/bald.md)", head="status: Entwurf\n")
    assert world.lines() == []


def test_a_file_with_errors_is_told_once_and_not_at_each_link_to_it(world):
    world.write("seiten/kaputt.md", "ohne Angaben")
    world.news("[Text](/seiten/kaputt.md) und [Stelle](/seiten/kaputt.md#da) und [weg](weg.md)")
    told = world.errors()
    assert len(told) == 2
    assert any(line.startswith("seiten/kaputt.md:1: ") for line in told)
    assert any("weg.md" in line for line in told)
    # Mended, it is a link again.
    world.write("seiten/kaputt.md", "---\ntitle: Kaputt\n---\n\n## Da\n")
    world.news("[Text](/seiten/kaputt.md) und [Stelle](/seiten/kaputt.md#da)")
    assert world.lines() == []
    assert 'href="/kaputt/"' in world.html("[Text](/seiten/kaputt.md)")


def test_a_text_that_was_kept_has_its_link_again_once_the_other_file_is_mended(world, tmp_path):
    def html() -> str | None:
        memory = Memory.of(world.content, tmp_path / "kept")
        site = load(
            world.content, world.layout, theme(), dt.date.fromisoformat(TODAY), memory=memory
        ).site
        memory.close()
        return site.renderings[f"{FOLDER}/index.md"].html if site else None

    world.news("[Text](/seiten/kaputt.md)")
    for mended in (False, True, False, True):
        world.write("seiten/kaputt.md", "---\ntitle: Kaputt\n---\n" if mended else "ohne Angaben")
        assert ('href="/kaputt/"' in (html() or "")) == mended


def test_a_link_to_a_text_that_is_no_page_is_refused(world):
    world.write("notizen/plan.md", "Entwurf")
    assert "„notizen/plan.md“ ist keine Seite" in says(world, "[Text](/notizen/plan.md)")[0]


def test_a_link_to_an_attachment_tells_type_and_size(world):
    world.write(f"{FOLDER}/Jahresbericht 2025.pdf", PDF)
    assert world.html("[**Der** Bericht](<Jahresbericht 2025.pdf>)") == (
        '<p><a href="/aktuelles/2026/fest/jahresbericht-2025.pdf" class="attachment">'
        "<strong>Der</strong> Bericht\N{NO-BREAK SPACE}"
        '<span class="attachment__type">(PDF, 5 KB)</span></a></p>'
    )


def test_two_attachments_of_the_same_name_do_not_overwrite_each_other(world):
    world.write(f"{FOLDER}/a/plan.pdf", PDF)
    world.write(f"{FOLDER}/b/plan.pdf", PDF + b"anders")
    world.news("[a](a/plan.pdf) [b](b/plan.pdf)")
    site = world.load().site
    # Refusing one of them is right too.
    assert site is None or len({one.path for one in site.attachments}) == 2


def test_a_picture_is_found_from_the_folder_of_its_page(world):
    for target in ("foto.png", "./foto.png", "/seiten/mein%20foto.png", "{static}/seiten/foto.PNG"):
        world.write(f"{FOLDER}/foto.png", png())
        world.write("seiten/mein foto.png", png())
        world.write("seiten/foto.PNG", png())
        assert 'src="/bilder/' in world.html(f"![Ein Bild]({target})")


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("https://example.org/a.png", "Bilder von anderen Websites werden nicht gezeigt."),
        ("//example.org/a.png", "Bilder von anderen Websites werden nicht gezeigt."),
        ("fehlt.png", "Die Datei „fehlt.png“ gibt es nicht."),
        ("Foto.png", "Die Datei „Foto.png“ gibt es nicht."),
        ("../../../geheim.png", "„../../../geheim.png“ liegt außerhalb des Inhaltsordners."),
        ("link.png", "„link.png“ ist ein symbolischer Link."),
        ("ordner/foto.png", "„ordner/foto.png“ ist ein symbolischer Link."),
        ("../../seiten/index.md", "„index.md“ ist keine Art von Bild, die gezeigt werden kann."),
        ("text.jpg", "„text.jpg“ ist beschädigt oder gar kein Bild."),
        ("png.jpg", "„png.jpg“ ist in Wahrheit eine PNG-Datei."),
        ("a" * 300 + ".png", f"Die Datei „{'a' * 300}.png“ gibt es nicht."),
    ],
)
def test_a_picture_that_cannot_be_shown_is_an_error_on_its_line(world, target, what):
    world.write(f"{FOLDER}/foto.png", png())
    world.write(f"{FOLDER}/text.jpg", "nur Text")
    world.write(f"{FOLDER}/png.jpg", png())
    world.write("../geheim.png", png())
    (world.content / FOLDER / "link.png").symlink_to("foto.png")
    (world.content / FOLDER / "ordner").symlink_to(".")
    lines = says(world, f"Eins\n\n![Ein Bild]({target})")
    assert [line for line in lines if line.startswith(f"8: {what}")]


@pytest.mark.parametrize(
    "target", ["", "javascript:alert(1)", "data:image/png;base64,AAAA", "http://[kaputt"]
)
def test_a_picture_without_an_address_that_may_stay_is_an_error_on_its_line(world, target):
    lines = says(world, f"Eins\n\n![Ein Bild]({target})")
    assert [line[:2] for line in lines] == ["8:"]


def test_a_picture_that_is_refused_leaves_no_address(world):
    html, problems = rendered(world, "![Ein Bild](https://example.org/a.png)")
    assert problems
    assert "example.org" not in html


def test_a_linked_symlink_is_refused(world):
    (world.content / "seiten" / "link.pdf").symlink_to("/etc/passwd")
    lines = says(world, "[Text](/seiten/link.pdf)")
    assert any(
        line.startswith("6: „/seiten/link.pdf“ ist ein symbolischer Link.") for line in lines
    )


def test_a_page_of_a_document_is_kept_in_its_link(world):
    world.write(f"{FOLDER}/satzung.pdf", PDF)
    html = world.html("[Satzung](satzung.pdf#page=3)")
    assert 'href="/aktuelles/2026/fest/satzung.pdf#page=3"' in html
