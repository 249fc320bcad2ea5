"""What a run is about to do, and what it did, in words."""

from __future__ import annotations

from schaukasten.language.messages import _
from schaukasten.record.build_record import BuildRecord
from schaukasten.release.inventory import PHASES, Phase
from schaukasten.release.plan import KEPT_DAYS, Plan
from schaukasten.release.progress import Progress


def tell_build(record: BuildRecord, progress: Progress) -> None:
    """Say which build it is."""
    commit = record.commit
    if commit is None:
        progress.tell(_("Built for {day}, from an unknown commit.", day=record.day))
        return
    what = (
        _(
            "Built for {day} from commit {commit} with changes that are not committed.",
            day=record.day,
            commit=commit.id[:10],
        )
        if commit.modified
        else _("Built for {day} from commit {commit}.", day=record.day, commit=commit.id[:10])
    )
    progress.tell(what)


def tell_unsaid(plan: Plan, progress: Progress) -> None:
    """Name what moved or changed since the last publishing, and nobody has said so."""
    if plan.unsaid:
        progress.tell(_("Since the last publishing, without a word:"))
    for one in plan.unsaid:
        progress.write(f"  {one.text(progress.gettext)}")


def tell_plan(plan: Plan, progress: Progress) -> None:
    """List what a run would send (+ new, ~ changed) and delete (-)."""
    tell_unsaid(plan, progress)
    for phase in Phase:
        if files := plan.phase(phase):
            progress.tell(PHASES[phase])
        for file in files:
            sign = "+" if file.path in plan.new else "~"
            progress.write(f"  {sign} {file.path} ({progress.amount(file.size)})")
    if plan.deletions:
        progress.tell(_("Deleting"))
    for path in plan.deletions:
        progress.write(f"  - {path}")
    progress.tell(
        _(
            "Nothing was changed. {sent} files would be sent ({size}), {deleted} deleted; {kept} "
            "old styles stay up to {days} days.",
            sent=len(plan.uploads),
            size=progress.amount(plan.size),
            deleted=len(plan.deletions),
            kept=len(plan.manifest.retired),
            days=KEPT_DAYS,
        )
    )


def tell_end(plan: Plan, seconds: float, progress: Progress) -> None:
    """Sum up a run that has come to its end."""
    tell_unsaid(plan, progress)
    progress.tell(
        _(
            "Done in {seconds} s: {sent} files sent ({size}), {new} of them new; {deleted} "
            "deleted; {kept} old styles kept.",
            seconds=progress.number(round(seconds, 1)),
            sent=len(plan.uploads),
            size=progress.amount(plan.size),
            new=len(plan.new),
            deleted=len(plan.deletions),
            kept=len(plan.manifest.retired),
        )
    )
