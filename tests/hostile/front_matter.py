"""YAML that breaks a reader, or is read as something that nobody meant."""

from __future__ import annotations

from tests.hostile.case import Case, file, head

_BOMB = "a0: &a0 [x, x]\n" + "".join(
    f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 20)
)
_NO_ALIASES = "YAML-Verweise (*), -Tags (!) und tiefe Verschachtelung"
_NO_YAML = "Das ist kein gültiges YAML."
_TEXT = "Der Text enthält Zeichen, die niemand sehen kann."

CASES: list[Case] = [
    head("an alias bomb", _BOMB, f"5: {_NO_ALIASES}"),
    head("an alias of itself", "tags: &a [*a]", f"5: {_NO_ALIASES}"),
    head("a merged key", "<<: {title: Zwei}", "5: "),
    head("a tag that makes an object", "place: !!python/object/apply:os.system [id]",
         f"5: {_NO_ALIASES}"),
    head("a tag of bytes", "place: !!binary eA==", f"5: {_NO_ALIASES}"),
    head("a tag of a set", "tags: !!set {a, b}", f"5: {_NO_ALIASES}"),
    head("a directive", "%TAG ! tag:example.org:", "5: "),
    head("a second document", "--- # zwei\ntitle: Zwei", f"5: {_NO_YAML}"),
    head("a key twice", "title: Zwei", "5: „title“ steht zweimal"),
    head("a tab before a key", "image:\n\tfile: a.png", "6: In dieser Zeile steht ein Tabulator."),
    head("a key that is a list", "? [a, b]\n: c", f"5: {_NO_YAML}"),
    head("a key that nobody knows", "__class__: x", "5: Den Schlüssel „__class__“ gibt es nicht."),
    head("a key of the model", "model_config: x", "5: Den Schlüssel „model_config“"),
    head("a list where text belongs", "place: [a, b]", "5: place: Hier ist nur ein Wert möglich."),
    head("text where a list of pictures belongs", "pictures: x", "5: "),
    head("nothing where a value belongs", "place:", ""),
    head("deep brackets", "tags: " + "[" * 25 + "]" * 25, f"5: {_NO_ALIASES}"),
    head("brackets without an end", "tags: " + "[" * 60_000, f"5: {_NO_YAML}"),
    head("maps in lists in maps", "tags: " + "[a: " * 30_000, f"5: {_NO_YAML}"),
    head("braces in braces", "tags: " + "{a: " * 30_000, f"5: {_NO_YAML}"),
    head("deep hyphens", "tags:\n  " + "- " * 5000 + "a", f"6: {_NO_YAML}"),
    head("deep indentation", "tags:\n" + "".join(f"{' ' * i}a:\n" for i in range(1, 400)),
         f"26: {_NO_ALIASES}"),
    head("quotes without an end", 'place: "a', "5: Hier beginnt ein Anführungszeichen"),
    head("a control character", "place: a\x08b", f"5: {_NO_YAML}"),
    head("an escaped NUL", 'place: "a\\x00b"', f"5: place: {_TEXT}"),
    head("an escaped terminal colour", 'place: "a\\x1b[31mb"', f"5: place: {_TEXT}"),
    head("an escaped half of a pair", 'place: "a\\ud800b"', f"5: place: {_TEXT}"),
    head("an escaped number beyond Unicode", 'place: "\\UFFFFFFFF"',
         "5: Ein umgekehrter Schrägstrich"),
    head("a day that no calendar has", "updated: 2026-02-31",
         "5: updated: „2026-02-31“ gibt es im Kalender nicht."),
    head("a German day that no calendar has", "updated: 31.02.2026",
         "5: updated: „31.02.2026“ ist kein Datum."),
    head("a day of five digits", "updated: 10000-01-01", "5: updated: „10000-01-01“ ist kein"),
    head("a day of Arabic digits", "updated: ٢٠٢٦-٠٣-٠٨", "5: updated: „٢٠٢٦-٠٣-٠٨“ gibt es"),
    head("the last day", "updated: 9999-12-31",
         "5: updated: „9999-12-31“ ist kein Tag unserer Zeit."),
    head("the first day", "publish_from: 0001-01-01",
         "5: publish_from: „0001-01-01“ ist kein Tag unserer Zeit."),
    file("news of the year 1", "aktuelles/erste.md",
         "---\ntitle: A\nsummary: B\ndate: 0001-01-01\n---\n",
         "4: date: „0001-01-01“ ist kein Tag unserer Zeit."),
    file("news of the first year", "aktuelles/frueh.md",
         "---\ntitle: A\nsummary: B\ndate: 1800-01-01\n---\n"),
    file("news of the last year", "aktuelles/letzte.md",
         "---\ntitle: A\nsummary: B\ndate: 2199-12-31\n---\n"),
    file("an event of four centuries", "termine/ewig.md",
         "---\ntitle: A\nsummary: B\ndate: 1800-01-01\nend_date: 2199-12-31\n---\n"),
    file("an event in the year 0", "termine/null.md",
         "---\ntitle: A\nsummary: B\ndate: 0000-01-01\n---\n",
         "4: date: „0000-01-01“ gibt es im Kalender nicht."),
    head("a number of a thousand digits", f"updated: {'9' * 1000}", "5: updated: „9999"),
    head("infinity", "updated: .inf", "5: updated: „.inf“ ist kein Datum."),
    file("no second rule", "seiten/ohne-strich.md", "---\ntitle: A\n\nText\n",
         "3: Es fehlt die zweite Zeile aus drei Bindestrichen"),
    file("no rule", "seiten/ohne-kopf.md", "# A\n\nText\n", "1: Die Datei beginnt nicht mit"),
    file("only rules", "seiten/nur-striche.md", "---\n---\n", "2: Es fehlt „title“."),
    file("a head of text", "seiten/kopf-text.md", "---\nnur Text\n---\n",
         "2: In der Datei stehen keine Schlüssel mit Werten."),
    file("a head of a list", "seiten/kopf-liste.md", "---\n- a\n---\n",
         "2: In der Datei stehen keine Schlüssel mit Werten."),
]  # fmt: skip
