from pathlib import Path

from schaukasten.model import rules
from schaukasten.model.problem import Severity
from schaukasten.model.rules import RULES
from tests.worlds import german


def test_every_rule_has_a_title_of_its_own_a_reason_and_a_test():
    titles = [rule.title.text(german) for rule in RULES.values()]
    assert len(set(titles)) == len(RULES) > 15
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    for name, rule in RULES.items():
        assert rule.find.__doc__, name
        assert rule.title.msgid != rule.title.text(german)
        # Errors are read in `errors()`, and a message that stands alone in `lines()`.
        unnamed = rule.severity is Severity.ERROR or name in {"unknown_times", "review_due"}
        assert f'"{name}"' in tests or unnamed, name


def test_every_module_of_rules_is_asked():
    modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")}
    asked = {rule.find.__module__.split(".")[-1] for rule in RULES.values()}
    assert modules - asked == {"__init__", "rule", "twins"}


def test_what_no_rule_found_has_no_rule(world):
    world.write("seiten/a.md", "---\ntitel: A\n---\n")
    assert {problem.rule for problem in world.problems()} == {""}
