"""The CI files of an association's repository: who gets a secret, what runs, what is cancelled.

Each rule is a function that yields a sentence for each breach. The files are held against all of
them, and so is each way of breaking one, since a rule that cannot fail is none.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from ruamel.yaml import YAML

from schaukasten.release.targets.target import secrets, variable_prefix
from tests.command_lines import commands_in, wrong_commands
from tests.worlds import ROOT

Data = dict[str, Any]
#: By path from the project's root.
Files = dict[str, Data]

GITHUB = ".github/workflows"
GITLAB = ".gitlab-ci.yml"
#: Hashes of commits that were looked at; a tag can be moved by whoever owns the action.
ACTIONS = {
    "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683": "v4.2.2",
    "actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065": "v5.6.0",
    "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02": "v4.6.2",
    "actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093": "v4.3.0",
}
TARGETS = ("live", "preview", "redaktion")
#: What makes something that is published, from everybody's texts and pictures.
BUILDERS = {"build", "editor"}
SECRETS = {
    f"{variable_prefix(target)}_{part}"
    for target in TARGETS
    for part in ("PASSWORD", "KEY", "PASSPHRASE")
}
#: GitLab gives a variable of the type "file" as the path of a file.
MAY_NEVER_STAND = {*SECRETS, *(f"{variable_prefix(target)}_KEY_FILE" for target in TARGETS)}

_SECRET = re.compile(r"secrets\s*[.\[]\s*'?\"?(\w+)|secrets\s*[.\[)]|\binherit\b")


def load() -> Files:
    # Of YAML 1.2, where `on` is a word; the older one reads it as True.
    yaml = YAML(typ="safe", pure=True)
    paths = [*sorted((ROOT / GITHUB).glob("*")), ROOT / GITLAB]
    return {path.relative_to(ROOT).as_posix(): yaml.load(path.read_text("utf-8")) for path in paths}


def workflows(files: Files) -> Iterator[tuple[str, Data]]:
    for path, data in files.items():
        if path.startswith(GITHUB):
            yield path, data


def jobs(files: Files) -> Iterator[tuple[str, Data]]:
    for path, data in workflows(files):
        for name, job in data["jobs"].items():
            yield f"{path}, {name}", job


def steps(files: Files) -> Iterator[tuple[str, Data]]:
    for place, job in jobs(files):
        for step in job.get("steps", []):
            yield place, step


def strings(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)
    elif isinstance(data, str):
        yield data


def secrets_in(data: object) -> list[str]:
    """The names of secrets that are asked for; "" for a whole bundle of them."""
    return [
        found[1] or ""
        for text in strings(data)
        for expression in [text, *re.findall(r"\$\{\{(.*?)\}\}", text)]
        if (found := _SECRET.search(expression))
    ]


def uses(step: Data, action: str) -> bool:
    return str(step.get("uses", "")).startswith(f"actions/{action}@")


def tasks_of(data: object) -> set[str]:
    return {command.split()[0] for text in strings(data) for command in commands_in(text)}


# GitHub's rules


def starts_safely(files: Files) -> Iterator[str]:
    """`pull_request_target` runs a stranger's proposal with the repository's secrets."""
    for path, data in workflows(files):
        for event in set(data["on"]) - KNOWN_EVENTS:
            yield f"{path}: starts on {event}"
        if "schedule" in data["on"] and not set(data["on"]) <= {"schedule", "workflow_dispatch"}:
            yield f"{path}: a schedule in a file that something else starts"
        if "push" in data["on"] and data["on"]["push"] != {"branches": ["main"]}:
            yield f"{path}: a push to another branch starts it"
        if "pull_request" in data["on"] and secrets_in(data):
            yield f"{path}: a proposal gets a secret"


KNOWN_EVENTS = {"pull_request", "push", "schedule", "workflow_dispatch", "workflow_call"}


def actions_are_pinned(files: Files) -> Iterator[str]:
    for place, step in steps(files):
        if "uses" in step and step["uses"] not in ACTIONS:
            yield f"{place}: {step['uses']} is not in the list"
    for place, job in jobs(files):
        local = job.get("uses", "").removeprefix("./")
        if local and local not in files:
            yield f"{place}: calls {local}"


def rights_are_few(files: Files) -> Iterator[str]:
    for path, data in workflows(files):
        if data.get("permissions") != {}:
            yield f"{path}: does not begin without any right"
    for place, job in jobs(files):
        if job.get("permissions") != {"contents": "read"}:
            yield f"{place}: may more than read, or not even that"
    for place, step in steps(files):
        if uses(step, "checkout") and step.get("with") != {"persist-credentials": False}:
            yield f"{place}: leaves GitHub's token behind"


def secrets_reach_one_step(files: Files) -> Iterator[str]:
    for path, data in workflows(files):
        top = {key: value for key, value in data.items() if key not in ("on", "jobs")}
        if secrets_in(top):
            yield f"{path}: a secret for every job"
    for place, job in jobs(files):
        # A called workflow is handed them by name; in there the rules hold again.
        rest = {key: value for key, value in job.items() if key != "steps"}
        handed = rest.pop("secrets", {}) if "uses" in job else {}
        if secrets_in(rest):
            yield f"{place}: a secret for every step"
        if isinstance(handed, str) or any(
            value != f"${{{{ secrets.{name} }}}}" for name, value in handed.items()
        ):
            yield f"{place}: hands on more than it names"
        if secrets_in(job) and BUILDERS & tasks_of(job):
            yield f"{place}: builds and knows a secret"
    for place, step in steps(files):
        outside = {key: value for key, value in step.items() if key != "env"}
        if secrets_in(outside):
            yield f"{place}: a secret that is no environment variable"
        if secrets_in(step) and ("uses" in step or tasks_of(step) != {"publish"}):
            yield f"{place}: a secret for a step that does more than publish"


def secrets_are_read(files: Files) -> Iterator[str]:
    """A name that the publisher does not read would look configured and do nothing."""
    for path, data in workflows(files):
        for name in {
            *secrets_in(data),
            *(data["on"].get("workflow_call") or {}).get("secrets", {}),
        }:
            if name not in SECRETS:
                yield f"{path}: nobody reads the secret “{name}”"
    for place, step in steps(files):
        for name, value in step.get("env", {}).items():
            if secrets_in(value) not in ([], [name] * len(secrets_in(value))):
                yield f"{place}: {name} gets another secret"


def one_at_a_time(files: Files) -> Iterator[str]:
    for path, data in workflows(files):
        # In a called workflow it would wait for its caller, which waits for it.
        if "concurrency" in data:
            yield f"{path}: concurrency for the whole file"
    for place, job in jobs(files):
        concurrency = job.get("concurrency")
        if concurrency and concurrency.get("cancel-in-progress") is not False:
            yield f"{place}: a running one is cancelled"
        if "publish" in tasks_of(job):
            if not concurrency or "${{" in concurrency["group"]:
                yield f"{place}: two may publish at once"
            if job.get("needs") not in BUILDERS:
                yield f"{place}: publishes what no job of its own has built"


def nothing_without_a_target(files: Files) -> Iterator[str]:
    for place, job in jobs(files):
        if ("publish" in tasks_of(job) or "uses" in job) and "vars." not in job.get("if", ""):
            yield f"{place}: fails where no target is configured"


def jobs_end(files: Files) -> Iterator[str]:
    for place, job in jobs(files):
        if "steps" in job and not 0 < job.get("timeout-minutes", 0) <= 60:
            yield f"{place}: may hang for hours"


def hidden_files_come_along(files: Files) -> Iterator[str]:
    for place, step in steps(files):
        if uses(step, "upload-artifact") and step["with"].get("include-hidden-files") is not True:
            yield f"{place}: leaves out .htaccess"


def proposals_get_notes(files: Files) -> Iterator[str]:
    """Staff have no terminal: what is wrong must stand on the lines that they propose."""
    first = [
        step for step in files[f"{GITHUB}/check.yml"]["jobs"]["build"]["steps"] if "run" in step
    ]
    if not first or first[0]["run"] != "python3 tasks.py check --format github":
        yield f"{GITHUB}/check.yml: the texts are not checked first, or without notes"
    if files[GITLAB]["check"]["script"][0] != "python3 tasks.py check":
        yield f"{GITLAB}: the texts are not checked first"


def lines_are_not_made_of_expressions(files: Files) -> Iterator[str]:
    """What stands between `${{` and `}}` is put into the script before a shell reads it."""
    for place, step in steps(files):
        if "${{" in str(step.get("run", "")):
            yield f"{place}: an expression in a script"


def commands_exist(files: Files) -> Iterator[str]:
    for path, data in files.items():
        for text in strings(data):
            for wrong in wrong_commands(text):
                yield f"{path}: {wrong}"


# GitLab's rules


def gitlab_jobs(files: Files) -> dict[str, Data]:
    return {
        name: job
        for name, job in files[GITLAB].items()
        if isinstance(job, dict) and "script" in job
    }


def gitlab_secrets_stay_away(files: Files) -> Iterator[str]:
    """They come by the environment's scope alone, and no job that builds has one."""
    for name in MAY_NEVER_STAND:
        if any(re.search(rf"\b{name}\b", text) for text in strings(files[GITLAB])):
            yield f"{GITLAB}: names {name}"
    for name, job in gitlab_jobs(files).items():
        if ("environment" in job) != ("publish" in tasks_of(job)):
            yield f"{GITLAB}, {name}: has an environment and does not publish, or the reverse"
        if "publish" in tasks_of(job) and BUILDERS & tasks_of(job):
            yield f"{GITLAB}, {name}: builds where the secrets are"


def gitlab_one_at_a_time(files: Files) -> Iterator[str]:
    for name, job in gitlab_jobs(files).items():
        if "publish" not in tasks_of(job):
            continue
        if not job.get("resource_group") or "$" in job["resource_group"]:
            yield f"{GITLAB}, {name}: two may publish at once"
        if job.get("interruptible") is not False:
            yield f"{GITLAB}, {name}: may be cancelled"
        if job.get("needs") not in [[name] for name in BUILDERS]:
            yield f"{GITLAB}, {name}: publishes what no job of its own has built"


def gitlab_publishes_the_default_branch(files: Files) -> Iterator[str]:
    branch = "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $"
    for name, job in gitlab_jobs(files).items():
        if "publish" in tasks_of(job) and not all(
            rule["if"].startswith(branch) for rule in job.get("rules", [{"if": ""}])
        ):
            yield f"{GITLAB}, {name}: publishes another branch, or without a target"


def gitlab_jobs_end(files: Files) -> Iterator[str]:
    for name, job in gitlab_jobs(files).items():
        if not re.fullmatch(r"(15|60) minutes", job.get("timeout", "")):
            yield f"{GITLAB}, {name}: may hang for hours"


def gitlab_hidden_files_come_along(files: Files) -> Iterator[str]:
    for name, job in gitlab_jobs(files).items():
        for path in job.get("artifacts", {}).get("paths", []):
            if "*" in path or not path.endswith("/"):
                yield f"{GITLAB}, {name}: {path} is no whole folder"


def gitlab_has_git(files: Files) -> Iterator[str]:
    image = files[GITLAB].get("image", "")
    if not re.fullmatch(r"python:3\.1\d-\w+", image) or image.endswith(("slim", "alpine")):
        yield f"{GITLAB}: {image} moves on by itself, or has no git"


RULES: list[Callable[[Files], Iterator[str]]] = [
    starts_safely,
    actions_are_pinned,
    rights_are_few,
    secrets_reach_one_step,
    secrets_are_read,
    one_at_a_time,
    nothing_without_a_target,
    jobs_end,
    hidden_files_come_along,
    proposals_get_notes,
    lines_are_not_made_of_expressions,
    commands_exist,
    gitlab_secrets_stay_away,
    gitlab_one_at_a_time,
    gitlab_publishes_the_default_branch,
    gitlab_jobs_end,
    gitlab_hidden_files_come_along,
    gitlab_has_git,
]


@pytest.fixture(scope="module")
def originals() -> Files:
    return load()


@pytest.fixture
def files(originals: Files) -> Files:
    return copy.deepcopy(originals)


def test_all_files_are_held_against_the_rules(files: Files) -> None:
    names = ("audit", "check", "nightly", "publish")
    assert sorted(files) == sorted([*(f"{GITHUB}/{name}.yml" for name in names), GITLAB])
    assert {"pull_request"} == set(files[f"{GITHUB}/check.yml"]["on"])
    assert {"schedule", "workflow_dispatch"} == set(files[f"{GITHUB}/nightly.yml"]["on"])
    assert "audit" in tasks_of(files[f"{GITHUB}/audit.yml"])
    assert {"build", "editor", "publish", "verify"} <= tasks_of(files[f"{GITHUB}/publish.yml"])
    assert {"check", "build", "editor", "publish", "verify", "audit"} == tasks_of(files[GITLAB])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_is_kept(files: Files, rule: Callable[[Files], Iterator[str]]) -> None:
    assert not list(rule(files))


def at(files: Files, path: str) -> Any:
    """`publish/jobs/build/steps/0` → what stands there; `gitlab/build` in GitLab's file."""
    name, *keys = path.split("/")
    found: Any = files[GITLAB if name == "gitlab" else f"{GITHUB}/{name}.yml"]
    for key in keys:
        found = found[int(key) if isinstance(found, list) else key]
    return found


LIVE = "${{ secrets.LIVE_PASSWORD }}"
LIVE_STEP = "publish/jobs/publish/steps/4"
#: The rule that has to notice; where; the key there; what it is set to, None for "taken away".
BREACHES: list[tuple[Callable[[Files], Iterator[str]], str, str, Any]] = [
    (starts_safely, "check/on", "pull_request_target", {}),
    (starts_safely, "check/on", "workflow_run", {}),
    (starts_safely, "publish/on", "schedule", [{"cron": "17 3 * * *"}]),
    (starts_safely, "nightly/on", "push", {"branches": ["main"]}),
    (starts_safely, "publish/on", "push", {"branches": ["**"]}),
    (starts_safely, "check/jobs/build", "env", {"LIVE_PASSWORD": LIVE}),
    (actions_are_pinned, "check/jobs/build/steps/0", "uses", "actions/checkout@v4"),
    (actions_are_pinned, "check/jobs/build/steps/0", "uses", f"actions/checkout@{'0' * 40}"),
    (actions_are_pinned, "check/jobs/build/steps/0", "uses", "somebody/else@main"),
    (actions_are_pinned, "nightly/jobs/publish", "uses", "a/b/.github/workflows/c.yml@main"),
    (rights_are_few, "check", "permissions", None),
    (rights_are_few, "audit", "permissions", {"contents": "read"}),
    (rights_are_few, "publish/jobs/build", "permissions", {"contents": "write"}),
    (rights_are_few, "publish/jobs/publish", "permissions", None),
    (rights_are_few, "publish/jobs/build/steps/0", "with", None),
    (rights_are_few, "check/jobs/build/steps/0/with", "persist-credentials", True),
    (secrets_reach_one_step, "publish", "env", {"LIVE_PASSWORD": LIVE}),
    (secrets_reach_one_step, "publish/jobs/publish", "env", {"LIVE_PASSWORD": LIVE}),
    (secrets_reach_one_step, "publish/jobs/build/steps/2", "env", {"LIVE_PASSWORD": LIVE}),
    (secrets_reach_one_step, "publish/jobs/publish/steps/3", "env", {"LIVE_PASSWORD": LIVE}),
    (secrets_reach_one_step, "publish/jobs/publish/steps/5", "env", {"LIVE_PASSWORD": LIVE}),
    (secrets_reach_one_step, LIVE_STEP, "run", f"python3 tasks.py publish {LIVE}"),
    (secrets_reach_one_step, LIVE_STEP, "run", "python3 tasks.py build\npython3 tasks.py publish"),
    (secrets_reach_one_step, "nightly/jobs/publish", "secrets", "inherit"),
    (secrets_reach_one_step, "nightly/jobs/publish/secrets", "LIVE_KEY", LIVE),
    (secrets_reach_one_step, "check/jobs/build", "env", {"ALL": "${{ toJSON(secrets) }}"}),
    (secrets_are_read, f"{LIVE_STEP}/env", "LIVE_PASSWORT", "${{ secrets.LIVE_PASSWORT }}"),
    (secrets_are_read, f"{LIVE_STEP}/env", "LIVE_KEY", LIVE),
    (secrets_are_read, f"{LIVE_STEP}/env", "ALL", "${{ secrets[vars.NAME] }}"),
    (secrets_are_read, "publish/on/workflow_call/secrets", "FTP_PASSWORD", {}),
    (one_at_a_time, "publish/jobs/publish/concurrency", "cancel-in-progress", True),
    (one_at_a_time, "publish/jobs/preview", "concurrency", None),
    (one_at_a_time, "publish/jobs/publish/concurrency", "group", "${{ github.run_id }}"),
    (one_at_a_time, "nightly", "concurrency", {"group": "publish-live"}),
    (one_at_a_time, "publish/jobs/publish", "needs", None),
    (one_at_a_time, "publish/jobs/publish-editor", "needs", "publish"),
    (secrets_reach_one_step, "publish/jobs/editor/steps/2", "env", {"LIVE_PASSWORD": LIVE}),
    (nothing_without_a_target, "publish/jobs/publish-editor", "if", None),
    (nothing_without_a_target, "publish/jobs/publish", "if", None),
    (nothing_without_a_target, "nightly/jobs/publish", "if", None),
    (jobs_end, "check/jobs/build", "timeout-minutes", None),
    (jobs_end, "publish/jobs/publish", "timeout-minutes", 360),
    (hidden_files_come_along, "publish/jobs/build/steps/4/with", "include-hidden-files", None),
    (hidden_files_come_along, "publish/jobs/build/steps/5/with", "include-hidden-files", False),
    (proposals_get_notes, "check/jobs/build/steps/2", "run", "python3 tasks.py check"),
    (proposals_get_notes, "gitlab/check", "script", ["python3 tasks.py build"]),
    (
        lines_are_not_made_of_expressions,
        "check/jobs/build/steps/2",
        "run",
        "echo ${{ github.event.pull_request.title }}",
    ),
    (commands_exist, "check/jobs/build/steps/2", "run", "python3 tasks.py bild"),
    (commands_exist, "check/jobs/build/steps/2", "run", "python3 tasks.py build --draft"),
    (commands_exist, "gitlab/publish", "script", ['python3 tasks.py publish "$T" --dryrun']),
    (gitlab_secrets_stay_away, "gitlab/variables", "LIVE_PASSWORD", "geheim"),
    (gitlab_secrets_stay_away, "gitlab/build", "script", ["test $LIVE_KEY_FILE"]),
    (gitlab_secrets_stay_away, "gitlab/build", "environment", {"name": "live"}),
    (gitlab_secrets_stay_away, "gitlab/publish", "environment", None),
    (gitlab_secrets_stay_away, "gitlab/publish", "before_script", ["python3 tasks.py build"]),
    (gitlab_one_at_a_time, "gitlab/publish", "resource_group", None),
    (gitlab_one_at_a_time, "gitlab/preview", "resource_group", "$CI_PIPELINE_ID"),
    (gitlab_one_at_a_time, "gitlab/preview", "interruptible", True),
    (gitlab_one_at_a_time, "gitlab/publish", "needs", None),
    (gitlab_one_at_a_time, "gitlab/publish-editor", "needs", ["publish"]),
    (
        gitlab_secrets_stay_away,
        "gitlab/publish-editor",
        "script",
        [
            "python3 tasks.py editor",
            'python3 tasks.py publish "$EDITOR_TARGET"',
        ],
    ),
    (gitlab_publishes_the_default_branch, "gitlab/publish", "rules", [{"if": "$PUBLISH_TARGET"}]),
    (gitlab_publishes_the_default_branch, "gitlab/preview", "rules", None),
    (gitlab_jobs_end, "gitlab/check", "timeout", None),
    (gitlab_hidden_files_come_along, "gitlab/build/artifacts", "paths", ["output/*"]),
    (gitlab_has_git, "gitlab", "image", "python:3.11-slim"),
    (gitlab_has_git, "gitlab", "image", "python:latest"),
]


@pytest.mark.parametrize(("rule", "where", "key", "value"), BREACHES)
def test_a_breach_is_noticed(
    files: Files, rule: Callable[[Files], Iterator[str]], where: str, key: str, value: object
) -> None:
    place = at(files, where)
    if value is None:
        del place[key]
    else:
        place[key] = value
    assert list(rule(files))


def test_every_rule_is_broken_once() -> None:
    assert {breach[0] for breach in BREACHES} == set(RULES)


def test_the_versions_beside_the_hashes_are_right() -> None:
    for path in (ROOT / GITHUB).glob("*.yml"):
        for action, version in re.findall(r"uses: (actions/\S+) # (\S+)", path.read_text("utf-8")):
            assert ACTIONS[action] == version, path


def test_a_target_reads_the_secrets_that_are_passed() -> None:
    for target in TARGETS:
        read = secrets(target, dict.fromkeys(SECRETS, "geheim"))
        assert (read.password, read.key, read.passphrase) == ("geheim",) * 3
