"""A repository and its proposals → what GitHub's GraphQL holds of them, as far as Sveltia asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.browser.forge.proposals import Proposal, Proposals
from tests.browser.forge.repository import Repository, Stale
from tests.browser.forge.server import NAME, OWNER

_KINDS = {"A": "ADDED", "M": "MODIFIED", "D": "DELETED"}


class GitHubGraph:
    def __init__(self, repository: Repository, proposals: Proposals, user: Mapping[str, Any]):
        self._repository = repository
        self._proposals = proposals
        self._user = user

    def roots(self) -> dict[str, Any]:
        return {
            "query": {"repository": self._repository_of},
            "mutation": {
                "createRef": self._create_ref,
                "createCommitOnBranch": self._commit,
                "markPullRequestReadyForReview": lambda input: self._draft(input, False),
                "convertPullRequestToDraft": lambda input: self._draft(input, True),
            },
        }

    def rest(self, one: Proposal) -> dict[str, Any]:
        """A proposal as the other half of the API tells it."""
        return {
            "number": one.number,
            "node_id": f"PR_{one.number}",
            "title": one.title,
            "html_url": _address(one),
            "draft": one.is_draft,
            "head": {"ref": one.branch, "sha": self._proposals.head(one)},
            "created_at": one.begun,
            "updated_at": one.begun,
        }

    def _repository_of(self, owner: str, name: str) -> dict[str, Any] | None:
        if (owner, name) != (OWNER, NAME):
            return None
        return {
            "id": "R_1",
            "defaultBranchRef": {"name": "main"},
            "ref": self._ref,
            "object": self._object,
            "pullRequests": self._pull_requests,
        }

    def _ref(self, qualifiedName: str) -> dict[str, Any] | None:
        head = self._repository.head(qualifiedName.removeprefix("refs/heads/"))
        return {"name": qualifiedName, "target": self._commit_of(head)} if head else None

    def _commit_of(self, commit: str, path: str = "") -> dict[str, Any]:
        def history(first: int, path: str = "") -> dict[str, Any]:
            assert first == 1
            return {"nodes": [self._commit_of(self._repository.last_change(path, commit)[0])]}

        oid, name, time = self._repository.last_change("", commit)
        return {
            "__typename": "Commit",
            "oid": oid,
            "message": "…",
            "committedDate": time,
            "author": {"name": name, "email": "", "user": None},
            "history": history,
            "file": lambda path: {"oid": self._repository.sha(path, commit)},
        }

    def _object(self, oid: str = "", expression: str = "") -> dict[str, Any] | None:
        if not oid:
            branch, _colon, path = expression.partition(":")
            oid = self._repository.sha(path, branch) or ""
        if not oid:
            return None
        raw = self._repository.blob(oid)
        is_binary = b"\0" in raw
        return {
            "__typename": "Blob",
            "oid": oid,
            "byteSize": len(raw),
            "isBinary": is_binary,
            "isTruncated": False,
            "text": None if is_binary else raw.decode(),
        }

    def _pull_requests(
        self,
        states: str,
        first: int,
        labels: list[str] | None = None,
        headRefName: str | None = None,
        orderBy: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        assert states == "OPEN"
        found = [
            one
            for one in self._proposals.open()
            if (labels is None or set(labels) & set(one.labels))
            and headRefName in (None, one.branch)
        ]
        return {"totalCount": len(found), "nodes": [self._told(one) for one in found[:first]]}

    def _told(self, one: Proposal) -> dict[str, Any]:
        files = [
            {"path": path, "changeType": _KINDS[kind]} for kind, path in self._proposals.files(one)
        ]
        user = self._user
        return {
            "id": f"PR_{one.number}",
            "number": one.number,
            "title": one.title,
            "url": _address(one),
            "isDraft": one.is_draft,
            "isCrossRepository": False,
            "createdAt": one.begun,
            "updatedAt": one.begun,
            "headRefName": one.branch,
            "headRefOid": self._proposals.head(one),
            "author": {
                "__typename": "User",
                **{name: user[name] for name in ("login", "name", "email")},
                "avatarUrl": "https://avatars.example/7",
                "databaseId": user["id"],
            },
            "labels": lambda first: {"nodes": [{"name": name} for name in one.labels]},
            "files": lambda first: {"nodes": files[:first]},
        }

    def _create_ref(self, input: Mapping[str, Any]) -> dict[str, Any]:
        assert input["repositoryId"] == "R_1"
        branch = input["name"].removeprefix("refs/heads/")
        if self._repository.head(branch):
            raise Stale(f'A ref named "{input["name"]}" already exists in the repository.')
        self._repository.point(branch, input["oid"])
        return {"ref": {"name": branch}}

    def _commit(self, input: Mapping[str, Any]) -> dict[str, Any]:
        assert input["branch"]["repositoryNameWithOwner"] == f"{OWNER}/{NAME}"
        branch, changes = input["branch"]["branchName"], input["fileChanges"]
        if branch == "main":
            raise Stale("Changes must be made through a pull request.")
        if self._repository.head(branch) is None:
            raise Stale(f'No such branch "{branch}".')
        made = self._repository.commit(
            [
                *({"operation": "delete", "path": one["path"]} for one in changes["deletions"]),
                *(
                    {"operation": "put", "path": one["path"], "content": one["contents"]}
                    for one in changes["additions"]
                ),
            ],
            input["message"]["headline"],
            self._user["name"],
            self._user["email"],
            branch,
            input["expectedHeadOid"],
        )
        return {"commit": self._commit_of(made)}

    def _draft(self, input: Mapping[str, str], is_draft: bool) -> dict[str, Any]:
        one = self._proposals.numbered(int(input["pullRequestId"].removeprefix("PR_")))
        one.is_draft = is_draft
        return {"pullRequest": self._told(one)}


def _address(one: Proposal) -> str:
    return f"https://github.com/{OWNER}/{NAME}/pull/{one.number}"
