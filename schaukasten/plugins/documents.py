"""A generator for a kind of content that Pelican does not know: its pages and their list."""

from __future__ import annotations

from typing import Any, ClassVar

from pelican.contents import Content, SkipStub
from pelican.generators import Generator
from pelican.writers import Writer


class DocumentsGenerator(Generator):
    """Reads the files of `<KIND>_PATHS`; subclasses name the kind and its list."""

    #: As in the settings: `OFFER` for OFFER_PATHS.
    kind: ClassVar[str]
    content_class: ClassVar[type[Content]]
    #: The template of the list, the stem of its settings (OFFERS_SAVE_AS), and the variable
    #: under which templates find the contents.
    plural: ClassVar[str]

    def generate_context(self) -> None:
        paths = sorted(self.get_files(self.settings[f"{self.kind}_PATHS"]))
        read = [
            self.readers.read_file(
                base_path=self.path,
                path=path,
                content_class=self.content_class,
                context=self.context,
            )
            for path in paths
        ]
        self.contents = self.ordered([one for one in read if not isinstance(one, SkipStub)])
        for content in self.contents:
            self.add_source_path(content)
        self.context[self.plural] = self.contents

    def ordered(self, contents: list[Content]) -> list[Content]:
        """Return the contents in the order in which they are listed."""
        return contents

    def lists(self) -> list[tuple[str, list[Content]]]:
        """Return the addresses of all lists of the contents, each with those that it shows."""
        return [(self.settings[f"{self.plural.upper()}_URL"], self.contents)]

    def list_context(self) -> dict[str, Any]:
        """Return what the list's template gets besides the contents."""
        return {}

    def generate_output(self, writer: Writer) -> None:
        for content in self.contents:
            writer.write_file(
                content.save_as,
                self.get_template(content.template),
                self.context,
                url=content.url,
                override_output=True,
                **{self.kind.lower(): content},
            )
        writer.write_file(
            self.settings[f"{self.plural.upper()}_SAVE_AS"],
            self.get_template(self.plural),
            self.context,
            url=self.settings[f"{self.plural.upper()}_URL"],
            **self.list_context(),
        )
