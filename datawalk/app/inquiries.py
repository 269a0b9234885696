"""Commands that answer a question and write nothing: places, metrics, what is in a file.

Heavy modules are imported inside them, so that --help answers at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from datawalk.app import console
from datawalk.app.options import DataOption


def places(
    word: Annotated[str, typer.Argument(help="Part of a name, or of a code.")],
    data: DataOption = None,
) -> None:
    """Find a county or city and its code."""
    from datawalk.metrics.places import gazetteer

    with console.stopping():
        found = gazetteer.search(word, data or ())
    console.table(("Code", "Place"), [(place.geoid, place.full) for place in found])
    if not found:
        console.say(
            f'No place matches "{word}". Smaller cities may be in a file of yours: add --data FILE.'
        )
        raise typer.Exit(console.USER_MISTAKE)


def peers(
    place: Annotated[str, typer.Argument(help="A county or city: its code, or name and state.")],
    data: DataOption = None,
) -> None:
    """Find places like one, and say what makes them alike."""
    from datawalk.app.new import walk as start

    with console.stopping():
        found, near = start.like(place, data or ())
    rows = [(p.place.geoid, p.place.full, "; ".join(p.reasons)) for p in near]
    console.table(("Code", f"Like {found.name}", "Why"), rows)
    if not near:
        console.say(f"No place like {found.name}: the data lack its number of people.")
        raise typer.Exit(console.USER_MISTAKE)


def metrics(
    word: Annotated[str, typer.Argument(help="A word of the name, label or definition.")] = "",
) -> None:
    """List the metrics, or those that match a word."""
    from datawalk.metrics.knowledge.catalog import catalog

    found = catalog().search(word)
    console.table(
        ("Metric", "What it says", "For"),
        [(m.name, m.definition, " and ".join(_LEVELS[level] for level in m.levels)) for m in found],
    )
    if not found:
        console.say(f'No metric matches "{word}".')
        raise typer.Exit(console.USER_MISTAKE)


_LEVELS = {"county": "counties", "place": "cities"}


def data(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Data files.")],
    json: Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")] = False,
) -> None:
    """Say what each file is: of metrics, its edition, places, years and groups; of your own, how
    it is read, and what to write about it in a walk."""
    from datawalk.metrics.files.inspection import inspect
    from datawalk.metrics.knowledge.catalog import catalog

    reports = [inspect(path, catalog()) for path in files]
    if json:
        console.data([report.as_json() for report in reports])
    else:
        console.reports(reports)
    if not all(report.ok for report in reports):
        raise typer.Exit(console.USER_MISTAKE)


def templates(
    name: Annotated[str | None, typer.Argument(help="A template, to see what is in it.")] = None,
) -> None:
    """List the station templates, or show one."""
    from datawalk.config import templates as ready
    from datawalk.problems import NOWHERE

    with console.stopping():
        if name:
            read, folder = ready.read_template(name, NOWHERE, Path())
            console.verbatim((folder / Path(read.file).name).read_text(encoding="utf-8"))
            return
    console.table(("Template", "Predictor", "Question"), ready.listed())


def template_report(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PowerPoint template.")],
) -> None:
    """Say what datawalk finds in a PowerPoint template, and what it does without the rest."""
    from datawalk.brand.reading import read_brand

    with console.stopping(ending=""):
        brand = read_brand(file)
    console.table(("Found", brand.name), brand.found)
    for line in brand.instead:
        console.say(line)


def schema() -> None:
    """Print the JSON Schema of a walk, for editors."""
    from datawalk.config.schema import json_schema

    console.data(json_schema())


COMMANDS: Mapping[Callable[..., None], str] = {
    places: "places",
    peers: "peers",
    metrics: "metrics",
    data: "data",
    templates: "templates",
    template_report: "template-report",
    schema: "schema",
}
"""Each with the name that is typed."""
