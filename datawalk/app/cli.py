"""The commands. Heavy modules are imported inside them, so that --help answers at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from datawalk import __version__
from datawalk.app import batches, console, inquiries, kits, planning
from datawalk.app.options import DataOption, OfflineOption, YesOption
from datawalk.app.progress import downloading

app = typer.Typer(
    help="Turns one YAML file into the posters and slides of a data walk.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


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
    yes: YesOption = False,
    offline: OfflineOption = False,
) -> None:
    """Write a commented walk to start from, in a new folder.

    It says which place it takes, and asks where several may be meant. Figures that are not on this
    computer are downloaded if you agree, once for all walks.
    """
    from datawalk.app import prompts as asking
    from datawalk.app.new import stations as ready
    from datawalk.app.new import walk as start

    with console.stopping():
        start.require_new(folder)
        asked = ready.named(predictors) if predictors else ()
        of_pillars = start.chosen(pillars) if pillars else ()
        found = asking.place(place, data or ()).place
        if not (asked or of_pillars):
            of_pillars = asking.pillars()
        files = start.sources(found, data or ())
        asking.require(files, yes=yes, offline=offline)
        planned = start.plan(found, of_pillars, start.paths(files), asked)
    with console.going_on(), console.stopping(ending="The walk does without."):
        asking.download(planned.groups, yes=yes, offline=offline)
    with console.stopping():
        made = start.write_walk(folder, planned)
    for choice in planned.choices if asked else ():
        if choice.left_out:
            console.say(f"Left out: {choice.template}. {choice.remark}")
    console.say(f"Wrote {made}.")
    console.say(f"Next: datawalk render {made}")


app.command()(kits.check)
app.command()(kits.render)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A …-numbers.csv, or its folder.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same after the change.")],
    json_: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """Say which printed numbers change from one rendering to another.

    Like other diffs it exits with 0 if nothing changes, 1 if something does, 2 if it cannot tell.
    """
    from datawalk.output import diff as differences

    with console.stopping(console.NOT_COMPARED, "Nothing was compared."):
        before, after = (differences.read_numbers(path) for path in (old, new))
    found = differences.compared(before, after)
    if json_:
        console.data(differences.as_data(found))
    else:
        console.differences(found)
    raise typer.Exit(console.DIFFERENT if found.changes else console.DONE)


@app.command()
def studio(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="FOLDER", help="Your walks; else Data walks in your documents."),
    ] = None,
    port: Annotated[
        int | None, typer.Option(min=1024, max=65535, help="If not the usual one.")
    ] = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Only show the address; open no browser.")
    ] = False,
    share: Annotated[
        bool, typer.Option("--share", help="Let people on your network in, by a code; see Share.")
    ] = False,
    shortcut: Annotated[
        bool, typer.Option("--shortcut", help="Write what starts the studio by a click; no more.")
    ] = False,
) -> None:
    """Make walks in your browser, without a terminal: on this computer, seen by nobody else."""
    from datawalk.app.studio.home import home

    walks = folder or home()
    if shortcut:
        from datawalk.app.studio.shortcut import written

        with console.stopping(ending=""):
            console.say(f"Wrote {written(walks)}. It opens the studio with {walks}.")
        return

    from datawalk.app.studio.server import serve

    def tell(address: str) -> None:
        console.say(f"The studio is open: {address}")
        console.say("The address opens once. Stop the studio with Ctrl+C.")

    with console.stopping(ending=""):
        serve(walks, port, tell, browser=not no_browser, share=share)


@app.command("fetch-data")
def fetch_data(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Files by name or number; 11 and 61 if left out."),
    ] = None,
    folder: Annotated[
        Path | None, typer.Option(help="Where to put them, if not where walks find them by name.")
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="Show all files and which are here.")
    ] = False,
) -> None:
    """Download the Urban Institute's published files; 11 are all counties, 61 larger cities."""
    from datawalk.app import fetch as fetching
    from datawalk.metrics.knowledge import published

    place = folder or published.cache_folder()
    if list_:
        return console.table(
            ("File", "Size", "Here"),
            [
                (
                    f"{file.name}\n  {file.what}. {file.edition}.",
                    console.size_words(file.size) if file.size else "",
                    "yes" if (place / file.name).is_file() else "no",
                )
                for file in published.published().values()
            ],
        )
    with console.stopping(ending=""):
        for file in published.named(names or published.USUAL):
            with downloading(file.name) as tell:
                done = fetching.fetch(file, place, tell)
            how = "checksum right" if done.sure else "no checksum known"
            console.say(f"{'Fetched' if done.fresh else 'Already here'}: {done.path} ({how})")
    if folder is None:
        console.say("Write the name of a file under data:, or behind --data, to use it.")
    return None


app.command()(batches.batch)
app.command()(planning.plan)
for inquiry, name in inquiries.COMMANDS.items():
    app.command(name)(inquiry)
