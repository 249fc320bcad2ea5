"""`tasks.py` has no logic: a task is its help, a sentence and one call."""

from __future__ import annotations

import ast
import inspect
import runpy

import pytest
from invoke import Task

from tests.worlds import ROOT

TREE = ast.parse((ROOT / "tasks.py").read_text("utf-8"))
FUNCTIONS = [node for node in ast.walk(TREE) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_a_task_is_a_sentence_and_one_call(function: ast.FunctionDef) -> None:
    assert [ast.unparse(one).partition("(")[0] for one in function.decorator_list] == ["task"]
    assert ast.get_docstring(function)
    [_docstring, exit] = function.body
    # sys.exit(area.command(ROOT, what was typed, as it was typed)): nothing is computed on the way.
    assert isinstance(exit, ast.Expr)
    assert isinstance(exit.value, ast.Call)
    assert ast.unparse(exit.value.func) == "sys.exit"
    [command] = exit.value.args
    assert isinstance(command, ast.Call)
    assert isinstance(command.func, ast.Attribute)
    assert isinstance(command.func.value, ast.Name)
    typed = [one.arg for one in function.args.args if one.arg != "context"]
    assert [ast.unparse(one) for one in command.args] == ["ROOT", *typed]
    assert not command.keywords


def test_nothing_but_tasks_is_defined_or_decided() -> None:
    decided = [node for node in TREE.body if isinstance(node, ast.If)]
    assert [ast.unparse(one.test) for one in decided] == ["__name__ == '__main__'"] * 2
    kinds = {type(node) for node in ast.walk(TREE)}
    assert not kinds & {
        ast.For, ast.While, ast.IfExp, ast.BoolOp, ast.Lambda, ast.Try, ast.With, ast.Match,
        ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp, ast.NamedExpr, ast.ClassDef,
    }  # fmt: skip


# Anew, since invoke empties a task's help where it parses a command line.
TASKS = [one for one in runpy.run_path(str(ROOT / "tasks.py")).values() if isinstance(one, Task)]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_every_option_of_a_task_is_explained(task: Task) -> None:
    options = {name for name in inspect.signature(task.body).parameters if name != "context"}
    assert {name.replace("-", "_") for name in task.help} == options
