"""A build and a target → whether this site may be published there."""

from __future__ import annotations

from collections.abc import Callable

from schaukasten.language.messages import Message, _
from schaukasten.record.build_record import BuildRecord, Commit
from schaukasten.record.history import Unknown
from schaukasten.release.manifest import Manifest
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target import Target

#: (older, newer) → whether the first is an ancestor of the second, or why that is not known.
IsAncestor = Callable[[str, str], bool | Unknown]


def refuse_unready(record: BuildRecord, target: Target) -> None:
    """Raise PublishError for a preview on a live target, or what the live site waits for."""
    if record.editor or target.editor:
        _refuse_mixed_up(record, target)
        return
    if target.preview and not record.preview:
        raise PublishError(
            _("“{target}” is a preview, and this is the public site.", target=target.name),
            _("Build the preview first: {command}", command="python3 tasks.py build --drafts"),
        )
    if target.preview:
        return
    if record.preview:
        raise PublishError(
            _("This is a preview with drafts, and “{target}” is live.", target=target.name),
            _("Build the public site first: {command}", command="python3 tasks.py build"),
        )
    if record.open_items:
        items = "".join(f"\n  {item}" for item in record.open_items)
        raise PublishError(
            _(
                "The live site waits for {count} open items:{items}\n",
                count=len(record.open_items),
                items=items,
            ),
            _("Settle them and build anew. A target with “preview” can carry them until then."),
        )


def _refuse_mixed_up(record: BuildRecord, target: Target) -> None:
    """Raise PublishError for a site where the editor is to be, and the other way round."""
    if not record.editor:
        raise PublishError(
            _(
                "“{target}” is for the browser editor, and this is a site.",
                target=target.name,
            ),
            _("Make the editor first: {command}", command="python3 tasks.py editor"),
        )
    if not target.editor:
        raise PublishError(
            _(
                "This is the browser editor, and “{target}” is for a site.",
                target=target.name,
            ),
            _("Name a target with {option}.", option='"editor": True'),
        )


def refuse_older(
    record: BuildRecord,
    live: Manifest,
    is_ancestor: IsAncestor,
    tell: Callable[[Message], None],
) -> None:
    """Raise PublishError if what is live was made from a later commit; tell where nobody can know.

    Ancestry decides; in a CI's shallow clone, which does not know it, the commits' times do.
    """
    ours, theirs = record.commit, live.commit
    is_first = theirs is None and not live.files
    if is_first or (ours and theirs and ours.id == theirs.id):
        return
    if ours is None or theirs is None:
        live_unknown = _("It was published from an unknown commit.")
        tell(
            _(
                "Whether the live site is newer than this one cannot be known. {reason}",
                reason=live_unknown if ours else record.commit_unknown,
            )
        )
        return
    older = is_ancestor(ours.id, theirs.id)
    if isinstance(older, Unknown):
        tell(
            _(
                "Git does not know which commit is older, the live one or this one; their times "
                "decide. {reason}",
                reason=older.why,
            )
        )
        older = ours.time < theirs.time
    if older:
        raise PublishError(
            _(
                "The live site comes from a later commit ({theirs}) than this one ({ours}).",
                theirs=_named(theirs),
                ours=_named(ours),
            ),
            _("Nothing was changed. Publish the latest commit; to go back on purpose, --force."),
        )


def _named(commit: Commit) -> str:
    return f"{commit.id[:10]}, {commit.time:%Y-%m-%d %H:%M}"
