"""The command for many places at once. Heavy modules are imported inside it."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from datawalk.app import console
from datawalk.app.options import DataOption, OfflineOption, WalkPath, YesOption
from datawalk.app.progress import counting

if TYPE_CHECKING:
    from datawalk.app.batch.engines import Engine
    from datawalk.app.batch.run import BatchResult
    from datawalk.app.batch.task import Order


class UnattendedPolicy(StrEnum):
    """What becomes of doubtful figures where nobody can be asked."""

    LEAVE_OUT = "leave-out"
    MARK = "mark"


def batch(
    walk: WalkPath,
    places: Annotated[
        str, typer.Option("--places", help="all, state:MO, or a file with a place to a line.")
    ],
    out: Annotated[
        str, typer.Option("--out", help="A folder, or storage such as s3://bucket/walks.")
    ],
    data: DataOption = None,
    only: Annotated[
        str | None, typer.Option("--only", help="One medium, such as poster, deck or handout.")
    ] = None,
    policy: Annotated[
        UnattendedPolicy,
        typer.Option(
            "--policy",
            help="For figures graded Weak or in doubt: leave-out says so in their place, mark "
            "prints them with their marks.",
        ),
    ] = UnattendedPolicy.LEAVE_OUT,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Processes; as many as processors.")
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", help="The scheduler of a Dask cluster: tcp://HOST:8786."),
    ] = None,
    summary: Annotated[
        bool, typer.Option("--summary", help="Also write all figures as one table.")
    ] = False,
    site: Annotated[
        bool, typer.Option("--site", help="Also write a site on which people find their place.")
    ] = False,
    site_address: Annotated[
        str, typer.Option("--site-address", help="Where the site will stand, for search engines.")
    ] = "",
    yes: YesOption = False,
    offline: OfflineOption = False,
) -> None:
    """Make the kits of many places. What has not changed since the last time is not made again.

    A run that was broken off goes on where it stopped. Each place is in manifest.jsonl: done, or
    refused with the reasons. It exits with 1 if any was refused.
    """
    from datawalk.app import prompts as asking
    from datawalk.app.batch.cluster import ClusterEngine
    from datawalk.app.batch.engines import ProcessEngine
    from datawalk.app.batch.task import Order
    from datawalk.compose import data as needing

    with console.stopping(ending="What was done before is in its place."):
        order = Order(walk.absolute(), tuple(data or ()), policy.value, only, _address(out), site)
        asking.download(needing.fetchable(order.read()), yes=yes, offline=offline)
        here = ProcessEngine(workers or os.cpu_count() or 1)
        engine = ClusterEngine(cluster) if cluster else here
        found = _made(order, places, engine, site_address.rstrip("/"), summary=summary)
    _tell(found)


def _made(
    order: Order, places: str, engine: Engine, site_address: str, *, summary: bool
) -> BatchResult:
    """The kits, then the site and the table if they are asked for. Raises Problems."""
    from datawalk.app.batch.places import chosen
    from datawalk.app.batch.run import opened, ran
    from datawalk.app.batch.site.publishing import publish, refuse_other_site
    from datawalk.app.batch.summary import written as write_summary

    if order.site:
        refuse_other_site(order)
    order, store = opened(order)
    asked = chosen(places, store)
    with counting("Places") as bar:
        found = ran(order, asked, store, engine, lambda done, all_, _: bar(done, all_))
    if order.site:
        console.say(f"The site is {publish(order, found, site_address)}.")
    for name in write_summary(order, asked, store) if summary else ():
        console.say(f"Wrote {name}.")
    return found


def _address(out: str) -> str:
    """A folder from the root on: processes may stand elsewhere."""
    return out if "://" in out else str(Path(out).absolute())


def _tell(found: BatchResult) -> None:
    """How many were made, what they lack, and who has none."""
    records = found.records
    lacking = [one for one in records if one.left_out]
    without = [one for one in records if one.status != "done"]
    places = "place" if len(records) == 1 else "places"
    console.say(
        f"{len(records)} {places}: {len(records) - len(without)} have their kit, {len(without)} "
        f"have none. {found.unchanged} were unchanged."
    )
    for name in found.spared:
        console.say(f"Somebody had changed it; as it was: {name}.")
    if lacking:
        console.say(f"{len(lacking)} kits have something left out; manifest.jsonl says what.")
    for one in without[:MOST_TOLD]:
        console.say(f"{one.name}, {one.state} ({one.place}): {one.reasons[0]}")
    if len(without) > MOST_TOLD:
        console.say(f"And {len(without) - MOST_TOLD} more, in manifest.jsonl.")
    if without:
        raise typer.Exit(console.USER_MISTAKE)


MOST_TOLD = 20
"""Places that are named with their reasons."""
