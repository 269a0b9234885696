"""The walk of one audience: its stations and its words, taken out of the walk of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from datawalk.config.templates import Written
from datawalk.problems import NOWHERE, At, Problem, nearest, refuse
from datawalk.source.builder import KeyPath

EVENT = ("date", "time", "venue", "people", "minutes", "round")
SESSION = ("starts", "welcome")
"""What an audience says in place of the event and of the session of the walk."""


def names(walk: Written) -> tuple[str, ...]:
    """What the audiences of a walk are called, in its order."""
    return tuple(str(one["name"]) for _, one in _each(walk))


def mistakes(walk: Written) -> Iterator[Problem]:
    """Audiences without stations or of one name, and stations that are not there or twice."""
    known: set[str] = set()
    for i, audience in _each(walk):
        name = str(audience["name"])
        if name.casefold() in known:
            at = _at(walk, ("audiences", i, "name"))
            yield Problem(f'Two audiences are called "{name}".', "Give one another name.", at)
        known.add(name.casefold())
        if not audience.get("stations"):
            hint = "Write stations: and their numbers, such as [1, 2, 3]."
            yield Problem(
                f'The audience "{name}" has no stations.', hint, _at(walk, ("audiences", i))
            )
        chosen: set[int] = set()
        for k, entry in enumerate(_listed(audience.get("stations"))):
            at, said = _at(walk, ("audiences", i, "stations", k)), _named(entry)
            found = _found(walk, said)
            if len(found) != 1:
                yield _unclear(walk, name, said, found, at)
            elif found[0] in chosen:
                yield Problem(f'{name} has station "{said}" twice.', "Take one out.", at)
            chosen.update(found[:1])


def of_audience(walk: Written, name: str) -> Written:
    """The walk of an audience of which nothing is mistaken. Raises Problems for an unknown one."""
    found = [one for one in _each(walk) if str(one[1]["name"]).casefold() == name.casefold()]
    if not found:
        raise refuse(*_unknown(walk, name), _at(walk, ("audiences",)))
    return _Chosen(walk, *found[0]).walk()


def _unknown(walk: Written, name: str) -> tuple[str, str]:
    known = names(walk)
    if not known:
        hint = "Write audiences: with a name: and stations: for each."
        return f'There is no audience "{name}": the walk has none.', hint
    hint = nearest(name, known) or f"Known are: {', '.join(known)}."
    return f'There is no audience "{name}".', hint


def _unclear(walk: Written, name: str, said: str, found: list[int], at: At) -> Problem:
    count = len(_listed(walk.data.get("stations")))
    if found:
        numbers = " or ".join(str(i + 1) for i in found)
        return Problem(f'"{said}" means {len(found)} stations.', f"Write {numbers}.", at)
    known = [word for i in range(count) for word in _words(walk, i)]
    hint = nearest(said, known) or f"Write a number from 1 to {count}, a template or a title."
    return Problem(f'{name}: there is no station "{said}".', hint, at)


class _Chosen:
    """Lays an audience over its walk, with the lines of what it says."""

    def __init__(self, walk: Written, index: int, audience: Mapping[str, object]) -> None:
        self.old = walk
        self.here: KeyPath = ("audiences", index)
        self.audience = audience
        kept = (path for path in walk.places if path[:1] != ("stations",) or len(path) == 1)
        self.places = {path: walk.places[path] for path in kept}
        self.folders = {p: f for p, f in walk.folders.items() if p[:1] != ("stations",)}

    def walk(self) -> Written:
        said = self.audience
        data = {**self.old.data, "title": said.get("title") or self._title()}
        self._stands(("title",), "title" if said.get("title") else "name")
        for owner, settings in (("event", EVENT), ("session", SESSION)):
            own = {key: said[key] for key in settings if said.get(key) is not None}
            data[owner] = {**(self.old.data.get(owner) or {}), **own}
            for key in own:
                self._stands((owner, key), key)
        data["stations"] = [
            self._station(i, entry) for i, entry in enumerate(_listed(said["stations"]))
        ]
        self.places[("stations",)] = _at(self.old, (*self.here, "stations"))
        return Written(data, self.places, self.folders)

    def _title(self) -> object:
        """The title of all with the name of the audience, in each language it is written in."""
        title, name = self.old.data["title"], self.audience["name"]
        if isinstance(title, dict):
            return {code: f"{text}: {name}" for code, text in title.items() if text}
        return f"{title}: {name}"

    def _stands(self, path: KeyPath, *said: str | int) -> None:
        """What is at a path now is written where the audience says it."""
        source: KeyPath = (*self.here, *said)
        for known, at in self.old.places.items():
            if known[: len(source)] == source:
                self.places[(*path, *known[len(source) :])] = at

    def _station(self, new: int, entry: object) -> object:
        index = _found(self.old, _named(entry))[0]
        old: KeyPath = ("stations", index)
        for path, at in self.old.places.items():
            if path[:2] == old:
                self.places[("stations", new, *path[2:])] = at
        for path, folder in self.old.folders.items():
            if path[:2] == old:
                self.folders[("stations", new, *path[2:])] = folder
        station = dict(self.old.data["stations"][index])
        said = entry if isinstance(entry, dict) else {}
        if said.get("question"):
            station.pop("title", None)
        for key in ("question", "minutes"):
            if said.get(key) is not None:
                station[key] = said[key]
                self._stands(("stations", new, key), "stations", new, key)
        if said.get("questions"):
            self._asked(station, new, said["questions"])
        return station

    def _asked(self, station: dict[str, object], new: int, questions: object) -> None:
        """The questions of the audience in place of those of the station, or behind all."""
        for owner in ("blocks", "more_blocks"):
            blocks = _listed(station.get(owner))
            for k, block in enumerate(blocks):
                if isinstance(block, dict) and block.get("kind") == "questions":
                    # Beginnings of answers and the dot belong to the questions that are gone.
                    kept = {key: block[key] for key in block if key not in ("starters", "dot")}
                    blocks[k] = {**kept, "questions": questions}
                    station[owner] = blocks
                    path: KeyPath = ("stations", new, owner, k, "questions")
                    self._stands(path, "stations", new, "questions")
                    return
        more = _listed(station.get("more_blocks"))
        station["more_blocks"] = [*more, {"kind": "questions", "questions": questions}]
        self._stands(("stations", new, "more_blocks", len(more)), "stations", new, "questions")


def _each(walk: Written) -> Iterator[tuple[int, Mapping[str, object]]]:
    """The audiences that are named, with their places in the list."""
    for i, one in enumerate(_listed(walk.data.get("audiences"))):
        if isinstance(one, dict) and one.get("name"):
            yield i, one


def _listed(written: object) -> list[object]:
    return list(written) if isinstance(written, list) else []


def _named(entry: object) -> str:
    return str(entry.get("station", "") if isinstance(entry, dict) else entry).strip()


def _found(walk: Written, said: str) -> list[int]:
    """Which stations a number or a name means, counted from 0."""
    stations = range(len(_listed(walk.data.get("stations"))))
    if said.isdecimal():
        return [int(said) - 1] if int(said) - 1 in stations else []
    return [i for i in stations if said.casefold() in map(str.casefold, _words(walk, i))]


def _words(walk: Written, index: int) -> Iterator[str]:
    """What a station may be called: its template, and its title in any language."""
    station = walk.data["stations"][index]
    if isinstance(station, dict):
        for said in (station.get(key) for key in ("template", "title", "question")):
            yield from map(str, said.values() if isinstance(said, dict) else [said] if said else [])


def _at(walk: Written, path: KeyPath) -> At:
    ends = (path[:end] for end in range(len(path), -1, -1))
    return next((walk.places[one] for one in ends if one in walk.places), NOWHERE)
