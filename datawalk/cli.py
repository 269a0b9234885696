"""The commands. Heavy modules are imported inside them, so that --help answers at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from datawalk import __version__, console

app = typer.Typer(
    help="Turns one YAML file into the posters and slides of a data walk.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

WalkPath = Annotated[Path, typer.Argument(metavar="WALK", help="The walk's YAML file.")]
PlaceOption = Annotated[
    str | None,
    typer.Option("--place", help="A county or city, in place of the one in the walk."),
]
DataOption = Annotated[
    list[Path] | None,
    typer.Option("--data", help="A data file, in place of those in the walk; may be repeated."),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Let warnings stop the work too.")]


def _version(asked: bool) -> None:
    if asked:
        console.say(f"datawalk {__version__}")
        raise typer.Exit


@app.callback()
def datawalk(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Turns one YAML file into the posters and slides of a data walk."""


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    place: Annotated[
        str | None, typer.Option(help="County or city; asked for if left out.")
    ] = None,
    pillars: Annotated[
        str | None, typer.Option(help="Some of work, education, neighborhoods, health, governance.")
    ] = None,
    predictors: Annotated[
        str | None,
        typer.Option(help="In place of pillars: stations such as jobs, wages, homes, care."),
    ] = None,
    data: DataOption = None,
) -> None:
    """Write a commented walk to start from, in a new folder."""
    from datawalk import predictors as ready
    from datawalk import start

    place = place or typer.prompt("Which county or city", default="Boone County, Missouri")
    if not predictors:
        pillars = pillars or typer.prompt("Which pillars", default=", ".join(start.PILLARS))
    with console.stopping():
        asked = ready.named(predictors) if predictors else ()
        of_pillars = start.chosen(pillars) if pillars else ()
        made = start.new_walk(folder, place, of_pillars, data or [], asked)
        console.say(f"Wrote {made}.")
        console.say(f"Next: datawalk render {made}")


@app.command()
def check(
    walk: WalkPath,
    place: PlaceOption = None,
    data: DataOption = None,
    strict: StrictOption = False,
) -> None:
    """Say what is wrong with a walk, without writing anything."""
    from datawalk import kit

    with console.stopping(), console.progress() as tell:
        made = kit.prepared(walk, place, data or (), strict=strict, tell=tell)
    console.problems(made.warnings)
    pages = sum(len(document.pages) for document in made.documents)
    console.say(f"No problems: {len(made.walk.stations)} stations, {pages} pages.")


@app.command()
def render(
    walk: WalkPath,
    out: Annotated[Path, typer.Option("--out", help="The folder for the results.")] = Path("out"),
    only: Annotated[str | None, typer.Option("--only", help="One medium: poster or deck.")] = None,
    place: PlaceOption = None,
    data: DataOption = None,
    strict: StrictOption = False,
    watch: Annotated[bool, typer.Option("--watch", help="Again whenever a file changes.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the results.")] = False,
    guides: Annotated[bool, typer.Option("--guides", help="Show the boxes on posters.")] = False,
) -> None:
    """Write the posters and the deck."""
    from datawalk import kit

    def once() -> None:
        with console.stopping(), console.progress() as tell:
            made = kit.prepared(walk, place, data or (), only=only, strict=strict, tell=tell)
            files = kit.rendered(made, out, guides=guides, tell=tell)
        console.problems(made.warnings)
        console.written(files)
        for path, _, _ in files if open_ else ():
            typer.launch(str(path))

    if not watch:
        return once()
    from datawalk.watching import changes

    for _ in changes(walk, data or ()):
        with console.surviving():
            once()
    return None


@app.command()
def places(
    word: Annotated[str, typer.Argument(help="Part of a name, or of a code.")],
    data: DataOption = None,
) -> None:
    """Find a county or city and its code."""
    from datawalk.metrics import gazetteer

    with console.stopping():
        found = gazetteer.search(word, data or ())
    console.table(("Code", "Place"), [(place.geoid, place.full) for place in found])
    if not found:
        console.say(f'No place matches "{word}". Cities are found in data files: add --data FILE.')
        raise typer.Exit(console.USER_MISTAKE)


@app.command()
def peers(
    place: Annotated[str, typer.Argument(help="A county or city: its code, or name and state.")],
    data: DataOption = None,
) -> None:
    """Find places like one, and say what makes them alike."""
    from datawalk import start

    with console.stopping():
        found, near = start.like(place, data or ())
    rows = [(p.place.geoid, p.place.full, "; ".join(p.reasons)) for p in near]
    console.table(("Code", f"Like {found.name}", "Why"), rows)
    if not near:
        console.say(f"No place like {found.name}: the data lack its number of people.")
        raise typer.Exit(console.USER_MISTAKE)


@app.command()
def metrics(
    word: Annotated[str, typer.Argument(help="A word of the name, label or definition.")] = "",
) -> None:
    """List the metrics, or those that match a word."""
    from datawalk.metrics.catalog import catalog

    found = catalog().search(word)
    console.table(
        ("Metric", "What it says", "For"),
        [(m.name, m.definition, " and ".join(_LEVELS[level] for level in m.levels)) for m in found],
    )
    if not found:
        console.say(f'No metric matches "{word}".')
        raise typer.Exit(console.USER_MISTAKE)


_LEVELS = {"county": "counties", "place": "cities"}


@app.command()
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
    console.table(("Template", "Question"), ready.titles())


@app.command()
def schema() -> None:
    """Print the JSON Schema of a walk, for editors."""
    from datawalk.config.schema import json_schema

    console.data(json_schema())
