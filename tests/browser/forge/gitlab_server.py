"""A git repository → a server that answers as `gitlab.com` does, as far as Sveltia asks it.

Who signs in has a token of the project, with the role of a developer: `main` is protected, so they
may neither write there nor merge.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote, unquote

from tests.browser.forge.gitlab_graph import GitLabGraph
from tests.browser.forge.graphql import answer
from tests.browser.forge.proposals import Proposal, ProposalServer
from tests.browser.forge.repository import Stale
from tests.browser.forge.server import (
    NAME,
    OWNER,
    READS,
    Answer,
    Refused,
    Request,
    Unknown,
)

USER = {"id": 7, "username": "maria", "name": "Maria Muster", "email": "maria@verein.example"}
_HERE = f"/api/v4/projects/{quote(f'{OWNER}/{NAME}', safe='')}"
_DRAFT = "Draft: "


class GitLabServer(ProposalServer):
    methods: ClassVar[str] = "GET, POST, PUT, DELETE"
    staff_may_merge: ClassVar[bool] = False

    def __init__(self, folder: Path, files: Mapping[str, bytes]):
        super().__init__(folder, files)
        self._graph = GitLabGraph(self.repository)

    def answer(self, request: Request) -> Answer:
        scheme, token = request.token
        if scheme != "bearer" or token not in self.tokens:
            raise Refused(401, "401 Unauthorized")
        if request.path == "/api/graphql":
            body = request.body
            return Answer({"data": answer(body["query"], body["variables"], self._graph.roots())})
        if request.path == "/api/v4/user":
            more = {"bot": True, "avatar_url": "https://x.example", "web_url": "https://x.example"}
            return Answer(USER | more)
        if request.method != "GET" and token == READS:
            raise Refused(403, {"error": "insufficient_scope"})
        path = request.path.removeprefix(f"{_HERE}/")
        part, _slash, rest = path.partition("/")
        if part == "merge_requests":
            return self._proposals(request, rest)
        if part == "repository":
            return self._repository(request, rest)
        raise Unknown("no such address")

    def _repository(self, request: Request, path: str) -> Answer:
        match request.method, path.partition("/"):
            case "POST", ("commits", "", ""):
                return Answer(self._commit(request.body), 201)
            case "GET", ("branches", "/", "main"):
                return Answer({"name": "main", "commit": {"id": self.repository.head()}})
            case "DELETE", ("branches", "/", name):
                return self._delete(unquote(name))
            case "GET", ("files", "/", name) if name.endswith("/raw"):
                raw = self.repository.read(unquote(name)[: -len("/raw")], request.query["ref"])
                return Answer(raw, kind="application/octet-stream")
            case "GET", ("files", "/", name):
                ref = request.query["ref"]
                raw = self.repository.read(unquote(name), ref)
                told = base64.b64encode(raw).decode()
                last = self.repository.last_change(unquote(name), ref)[0]
                return Answer({"file_path": unquote(name), "content": told, "last_commit_id": last})
        raise Unknown("no such address")

    def _commit(self, body: dict[str, Any]) -> dict[str, Any]:
        self.let_others_be_faster()
        branch, start = body["branch"], body.get("start_sha") or body.get("start_branch")
        if branch == "main":
            raise Refused(400, "You are not allowed to push into this branch")
        if start and self.repository.head(branch):
            raise Refused(
                400, f"A branch called '{branch}' already exists. Switch to that branch …"
            )
        if not start and not self.repository.head(branch):
            raise Refused(400, "You can only create or edit files when you are on a branch")
        changes = [self._change(one, branch) for one in body["actions"]]
        try:
            commit = self.repository.commit(
                *(changes, body["commit_message"], USER["name"], USER["email"], branch),
                self.repository.head(start) or start if start else None,
            )
        except Stale as stale:
            is_there = "already exists" in str(stale)
            what = "already exists" if is_there else "doesn't exist"
            raise Refused(400, f"A file with this name {what}") from stale
        return {"id": commit, "committed_date": self.repository.last_change("", commit)[2]}

    def _change(self, action: dict[str, Any], branch: str) -> dict[str, Any]:
        path, kind = action["file_path"], action["action"]
        if kind not in ("create", "update", "delete"):
            raise Unknown(f"no such action: {kind}")
        last = action.get("last_commit_id")
        if last and last != self.repository.last_change(path, branch)[0]:
            raise Refused(400, f"The file has changed since you started editing it: {path}")
        content = action["content"]
        if action["encoding"] == "text":
            content = base64.b64encode(content.encode()).decode()
        return {"operation": kind, "path": path, "content": content}

    def _delete(self, branch: str) -> Answer:
        if self.repository.head(branch) is None:
            raise Refused(404, "404 Branch Not Found")
        self.repository.remove(branch)
        return Answer(status=204)

    def _proposals(self, request: Request, path: str) -> Answer:
        number, _slash, action = path.partition("/")
        if not number:
            return self._propose(request.body) if request.method == "POST" else self._list(request)
        one = self.proposals.numbered(int(number))
        match request.method, action:
            case "GET", "":
                return Answer(self._told(one))
            case "GET", "diffs":
                return Answer([_diff(kind, path) for kind, path in self.proposals.files(one)])
            case "PUT", "":
                return self._change_proposal(one, request.body)
            case "PUT", "merge":
                raise Refused(401, "401 Unauthorized")
        raise Unknown("no such address")

    def _list(self, request: Request) -> Answer:
        wanted = dict(request.query)
        assert wanted.pop("state") == "opened"
        label, branch = wanted.pop("labels", ""), wanted.pop("source_branch", "")
        assert set(wanted) <= {"order_by", "per_page"}
        found = self.proposals.open(branch=branch) if branch else self.proposals.open()
        return Answer([self._told(one) for one in found if not label or label in one.labels])

    def _propose(self, body: dict[str, Any]) -> Answer:
        branch = body["source_branch"]
        assert body["target_branch"] == "main"
        if self.repository.head(branch) is None:
            raise Refused(400, {"message": {"source_branch": ["does not exist"]}})
        if same := self.proposals.open(branch=branch):
            number = same[0].number
            already = f"Another open merge request already exists for this source branch: !{number}"
            raise Refused(409, {"message": [already]})
        title = body["title"].removeprefix(_DRAFT)
        made = self.proposals.begin(title, branch, body["title"] != title)
        made.labels = body["labels"].split(",")
        return Answer(self._told(made), 201)

    def _change_proposal(self, one: Proposal, body: dict[str, Any]) -> Answer:
        if set(body) != {"title", "add_labels", "remove_labels"}:
            raise Unknown("no such change")
        one.title = body["title"].removeprefix(_DRAFT)
        one.is_draft = body["title"] != one.title
        kept = [label for label in one.labels if label not in body["remove_labels"].split(",")]
        one.labels = [*kept, body["add_labels"]]
        return Answer(self._told(one))

    def _told(self, one: Proposal) -> dict[str, Any]:
        return {
            "id": 1000 + one.number,
            "iid": one.number,
            "title": f"{_DRAFT if one.is_draft else ''}{one.title}",
            "state": "opened" if one.state == "open" else one.state,
            "web_url": f"https://gitlab.com/{OWNER}/{NAME}/-/merge_requests/{one.number}",
            "source_branch": one.branch,
            "sha": self.proposals.head(one),
            "labels": one.labels,
            "author": {name: USER[name] for name in ("id", "username", "name")},
            "created_at": one.begun,
            "updated_at": one.begun,
        }


def _diff(kind: str, path: str) -> dict[str, Any]:
    return {
        "old_path": path,
        "new_path": path,
        "new_file": kind == "A",
        "deleted_file": kind == "D",
        "renamed_file": False,
    }
