"""How the site was built, for the publisher: see `schaukasten.record.build_record`."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from schaukasten.language.messages import Gettext
from schaukasten.model.reading.problem import Severity
from schaukasten.plugins.reader import save_as
from schaukasten.record.build_record import BuildRecord, Commit, fingerprint
from schaukasten.record.history import Unknown, commit_of


class RecordGenerator(Generator):
    def generate_output(self, writer: Writer) -> None:
        settings = self.settings
        site = settings["SITE"]
        content = Path(settings["PATH"])
        commit = commit_of(content)
        BuildRecord(
            preview=settings["PREVIEW"],
            website=(settings["SITEURL"] or site.association.website).rstrip("/"),
            language=site.association.language,
            day=site.today.isoformat(),
            commit=commit if isinstance(commit, Commit) else None,
            commit_unknown=commit.why.text(settings["GETTEXT"])
            if isinstance(commit, Unknown)
            else "",
            open_items=[
                problem.text(settings["GETTEXT"], content.name)
                for problem in settings["PROBLEMS"]
                if problem.severity is Severity.OPEN
            ],
            redirects={redirect.address: redirect.target for redirect in site.redirects},
            ended={
                fingerprint(save_as(address)): day for address, day in sorted(site.ended.items())
            },
            to_https=settings["HTTPS_REDIRECT"],
            to_host=settings["HOST_REDIRECT"],
        ).write(Path(self.output_path))


def _why(commit: Commit | Unknown, gettext: Gettext) -> str:
    return commit.why.text(gettext) if isinstance(commit, Unknown) else ""


def get_generator(pelican: Pelican) -> type[RecordGenerator]:
    return RecordGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
