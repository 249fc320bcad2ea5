"""A git repository → a server that answers as `api.github.com` does, as far as Sveltia asks it.

`main` is protected as docs/hosting.md has it: nothing is merged that the checks have not passed.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import unquote

from tests.browser.forge.github_graph import GitHubGraph
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

USER = {"id": 7, "login": "maria", "name": "Maria Muster", "email": "maria@verein.example"}
_HERE = f"/repos/{OWNER}/{NAME}"
_NO_RIGHT = "Resource not accessible by personal access token"


class GitHubServer(ProposalServer):
    methods: ClassVar[str] = "GET, POST, PATCH, PUT, DELETE"
    staff_may_merge: ClassVar[bool] = True

    def __init__(self, folder: Path, files: Mapping[str, bytes]):
        super().__init__(folder, files)
        self._graph = GitHubGraph(self.repository, self.proposals, USER)

    def answer(self, request: Request) -> Answer:
        scheme, token = request.token
        if scheme not in ("token", "bearer") or token not in self.tokens:
            raise Refused(401, "Bad credentials")
        if request.path == "/graphql":
            return self._asked(request.body, token)
        if request.method != "GET" and token == READS:
            raise Refused(403, _NO_RIGHT)
        if request.method == "GET":
            return self._read(unquote(request.path), request)
        return self._changed(request.method, unquote(request.path), request.body)

    def _asked(self, body: dict[str, Any], token: str) -> Answer:
        """Errors come with 200."""
        if token == READS and body["query"].lstrip().startswith("mutation"):
            raise Refused(200, _error("FORBIDDEN", _NO_RIGHT))
        # A new branch begins with a question for its base; else Sveltia asked for the head first.
        begins = "createCommitOnBranch" in body["query"] or "fork:" in body["query"]
        if begins or body["variables"].get("branch", "main") != "main":
            self.let_others_be_faster()
        try:
            return Answer({"data": answer(body["query"], body["variables"], self._graph.roots())})
        except Stale as stale:
            kind = "STALE_DATA" if str(stale).startswith("Expected") else "UNPROCESSABLE"
            raise Refused(200, _error(kind, str(stale))) from stale

    def _read(self, path: str, request: Request) -> Answer:
        if path == "/user":
            picture = {"avatar_url": "https://avatars.example/7", "html_url": "https://x.example"}
            return Answer(USER | picture)
        if path.startswith(f"{_HERE}/collaborators/"):
            if path.endswith(f"/{USER['login']}"):
                return Answer(status=204)
            raise Refused(404, "Not Found")
        part, _slash, rest = path.removeprefix(f"{_HERE}/").partition("/")
        if (part, rest.partition("/")[0]) == ("git", "trees"):
            assert request.query == {"recursive": "1"}
            return Answer(self._tree(rest.partition("/")[2]))
        if (part, rest.partition("/")[0]) == ("git", "blobs"):
            assert request.headers["accept"] == "application/vnd.github.raw"
            raw = self.repository.blob(rest.partition("/")[2])
            return Answer(raw, kind="application/octet-stream")
        if part == "issues":
            return Answer(self._issue(self.proposals.numbered(int(rest))))
        raise Unknown("no such address")

    def _changed(self, method: str, path: str, body: dict[str, Any]) -> Answer:
        part, _slash, rest = path.removeprefix(f"{_HERE}/").partition("/")
        if part == "git" and rest.startswith("refs/heads/"):
            return self._moved(method, rest.removeprefix("refs/heads/"), body)
        if (method, part, rest) == ("POST", "pulls", ""):
            return self._proposed(body)
        number, _slash, action = rest.partition("/")
        one = self.proposals.numbered(int(number))
        match method, part, action:
            case "POST", "issues", "labels":
                one.labels = [*one.labels, *body["labels"]]
            case "PATCH", "issues", "" if set(body) == {"labels"}:
                one.labels = body["labels"]
            case "PUT", "pulls", "merge":
                return self._merged(one, body)
            case _:
                raise Unknown("no such address")
        return Answer(self._issue(one))

    def _moved(self, method: str, branch: str, body: dict[str, Any]) -> Answer:
        if self.repository.head(branch) is None:
            raise Refused(422, "Reference does not exist")
        assert branch != "main"
        if method == "DELETE":
            self.repository.remove(branch)
            for one in self.proposals.open(branch=branch):
                one.state = "closed"
            return Answer(status=204)
        if method != "PATCH" or body.get("force") is not True:
            raise Unknown("no such change of a branch")
        self.repository.point(branch, body["sha"])
        return Answer({"ref": f"refs/heads/{branch}", "object": {"sha": body["sha"]}})

    def _proposed(self, body: dict[str, Any]) -> Answer:
        branch = body["head"]
        if self.repository.head(branch) is None or body["base"] != "main":
            raise _invalid("PullRequest head is invalid")
        if self.proposals.open(branch=branch):
            raise _invalid(f"A pull request already exists for {OWNER}:{branch}.")
        if not self.repository.changed(branch, since="main"):
            raise _invalid(f"No commits between main and {branch}")
        made = self.proposals.begin(body["title"], branch, body["draft"])
        return Answer(self._graph.rest(made), 201)

    def _merged(self, one: Proposal, body: dict[str, Any]) -> Answer:
        if one.is_draft:
            raise Refused(405, "Pull Request is still a draft")
        if not self.proposals.is_checked(one):
            raise Refused(405, 'Required status check "build" is expected.')
        try:
            commit = self.proposals.merge(one, body["commit_title"], USER["name"], USER["email"])
        except Stale as stale:
            raise Refused(405, "Pull Request is not mergeable") from stale
        return Answer({"sha": commit, "merged": True})

    def _issue(self, one: Proposal) -> dict[str, Any]:
        return {"number": one.number, "labels": [{"name": name} for name in one.labels]}

    def _tree(self, commit: str) -> dict[str, Any]:
        tree = [
            {"path": path, "type": "blob", "mode": "100644", "sha": sha, "size": size}
            for path, sha, size in self.repository.blobs(commit)
        ]
        return {"sha": commit, "tree": tree, "truncated": False}


def _invalid(message: str) -> Refused:
    fault = {"resource": "PullRequest", "code": "custom", "message": message}
    return Refused(422, {"message": "Validation Failed", "errors": [fault]})


def _error(kind: str, message: str) -> dict[str, Any]:
    return {"data": None, "errors": [{"type": kind, "message": message}]}
