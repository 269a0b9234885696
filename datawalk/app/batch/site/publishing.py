"""A version of the site is written whole beside the last one; then one file is switched.

`index.html` of the results leads to the version that it names, and with #29019 behind it to the
page of a place: that address never changes. Nobody meets a site half new and half old, and a
version that was not finished is one that nothing leads to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from datawalk.app.batch.destination import Destination
from datawalk.app.batch.manifest import BatchManifest
from datawalk.app.batch.run import BatchResult
from datawalk.app.batch.site.entries import site_places
from datawalk.app.batch.site.pages import SiteText, pages, sitemap
from datawalk.app.batch.task import Order
from datawalk.problems import refuse

FOLDER = "site"
POINTER = "index.html"
MAP = "sitemap.xml"
KEPT = 2
"""Versions that stay: the last one serves those who are reading it."""
_VERSION = re.compile(r"site/([0-9a-f]{12})/")
_OF_VERSION = re.compile(rf"{FOLDER}/([0-9a-f]{{12}})/.")


def publish(order: Order, result: BatchResult, address: str) -> str:
    """Writes the site of all places that the manifest knows, and the address of its first page.

    `address` is where the results will stand, '' if nobody knows. Raises Problems.
    """
    refuse_other_site(order)
    to = Destination(order.address)
    known = BatchManifest.read(to).records
    places = site_places(known.values())
    new = tuple(place for place in places if place.code in result.made)
    version = published(to, pages(SiteText(_title(order), new), places))
    if address:
        to.put("", {MAP: sitemap(f"{address}/{FOLDER}/{version}", places).encode()})
    return f"{order.address}/{POINTER}"


def _title(order: Order) -> str:
    """That of the walk without the name of a place."""
    title = order.read().config.title.replace("{place}", "").strip(" ,:–-")
    return title[:1].upper() + title[1:] or "Data walks"


def published(to: Destination, files: Mapping[str, bytes]) -> str:
    """The version that is live now. Raises Problems, and then the last one stays."""
    version = _digest(files)
    before = live(to)
    if version == before:
        return version
    for folder, inside in _by_folder(files).items():
        to.put("/".join(filter(None, (FOLDER, version, folder))), inside)
    to.put("", {POINTER: _pointer(version).encode()})
    _tidied(to, {version, before})
    return version


def live(to: Destination) -> str:
    """The version that the pointer names, or ''."""
    found = _VERSION.search((to.read(POINTER) or b"").decode("utf-8", "replace"))
    return found[1] if found else ""


def _digest(files: Mapping[str, bytes]) -> str:
    whole = sha256()
    for name in sorted(files):
        whole.update(f"{name}\n".encode() + sha256(files[name]).digest())
    return whole.hexdigest()[:12]


def _by_folder(files: Mapping[str, bytes]) -> Mapping[str, dict[str, bytes]]:
    found: dict[str, dict[str, bytes]] = {}
    for name, content in files.items():
        folder, _, file = name.rpartition("/")
        found.setdefault(folder, {})[file] = content
    return found


def _tidied(to: Destination, kept: Iterable[str]) -> None:
    """Removes older versions; what else somebody keeps in the folder stays."""
    for name in to.sizes(FOLDER):
        version = _OF_VERSION.match(name)
        if version and version[1] not in kept:
            to.remove(name)


def refuse_other_site(order: Order) -> None:
    """Raises Problems where a first page stands that no batch wrote: it would be lost."""
    to = Destination(order.address)
    if to.read(POINTER) and not live(to):
        raise refuse(
            f"{order.address}/{POINTER} was not written by datawalk; the site needs that name.",
            "Give the file another name, or choose another folder with --out.",
        )


def _pointer(version: str) -> str:
    there = f"site/{version}/"
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Data walks</title>'
        f'<script>location.replace("{there}"+location.hash.slice(1).replace(/[^0-9a-z-]/g,"")'
        '+(location.hash.length>1?"/":"")+"index.html")</script>'
        f'<noscript><meta http-equiv="refresh" content="0; url={there}index.html"></noscript>'
        f'<p><a href="{there}index.html">To the data walks</a></p></html>\n'
    )
