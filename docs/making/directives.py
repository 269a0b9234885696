"""The directives of the pages: examples with their pictures, and what commands say."""

from __future__ import annotations

import contextlib
import re
import shlex
import tempfile
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective
from typer.testing import CliRunner

from datawalk.app.cli import app as commands
from docs.making import pictures, reference
from docs.making.examples import ROOT, files_laid_down

MADE = re.compile(r"<!-- made: (\w+) -->")


class Example(SphinxDirective):
    """YAML, and beside it the picture that it makes."""

    has_content = True
    option_spec: ClassVar[Any] = {
        "alt": directives.unchanged_required,
        "medium": directives.unchanged,
        "page": directives.positive_int,
    }

    def run(self) -> list[nodes.Node]:
        text = "\n".join(self.content) + "\n"
        code = nodes.literal_block(text, text, language="yaml")
        medium, page = self.options.get("medium"), self.options.get("page", 1)
        made = pictures.of_page(text, medium, page) if medium else pictures.of_part(text)
        classes = ["dw-example", "dw-sheet" if medium else "dw-part"]
        return [nodes.container("", code, _image(made, self), classes=classes)]


class Shown(SphinxDirective):
    """A page of one of the project's walks."""

    required_arguments = 1
    option_spec: ClassVar[Any] = {
        "alt": directives.unchanged_required,
        "medium": directives.unchanged,
        "page": directives.positive_int,
        "class": directives.class_option,
    }

    def run(self) -> list[nodes.Node]:
        walk = ROOT / self.arguments[0]
        self.env.note_dependency(str(walk))
        medium = self.options.get("medium", "poster")
        made = pictures.of_walk(walk, medium, self.options.get("page", 1))
        image = _image(made, self)
        image["classes"] += [*self.options.get("class", []), f"dw-{medium}"]
        return [image]


class Terminal(SphinxDirective):
    """Commands, and what they say when they are run beside the sample files."""

    has_content = True
    option_spec: ClassVar[Any] = {"fails": directives.flag}

    def run(self) -> list[nodes.Node]:
        said = [f"$ {line}\n{_said(line, fails='fails' in self.options)}" for line in self.content]
        text = "\n".join(said)
        return [nodes.literal_block(text, text, language="text", classes=["dw-terminal"])]


def made(app: Sphinx, docname: str, source: list[str]) -> None:
    """Puts what is made from the code where the page asks for it: `<!-- made: NAME -->`."""
    source[0] = MADE.sub(lambda found: reference.made(found[1]), source[0])


def _image(made: Path, directive: SphinxDirective) -> nodes.image:
    if "alt" not in directive.options:
        raise directive.error("A picture needs :alt: words.")
    uri = f"/../{made.relative_to(ROOT)}"
    return nodes.image(uri=uri, alt=directive.options["alt"])


def _said(line: str, *, fails: bool) -> str:
    """What a command says in a folder with the sample files."""
    with tempfile.TemporaryDirectory(prefix="datawalk-docs-") as name:
        files_laid_down(Path(name), line)
        with contextlib.chdir(name):
            done = CliRunner().invoke(commands, shlex.split(line)[1:], env={"COLUMNS": "88"})
    if bool(done.exit_code) is not fails:
        raise ExtensionError(f"{line}: {done.output}")
    return "\n".join(row.rstrip() for row in done.output.rstrip().splitlines()) + "\n"


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("source-read", made)
    # Pages are read anew when the code changes that they are made from.
    app.add_config_value("made_from", pictures.code(), "env")
    for name, directive in {
        "example": Example,
        "shown": Shown,
        "terminal": Terminal,
    }.items():
        app.add_directive(name, directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
