"""Downloads published files: whole and checked, or not at all.

What arrives is kept in NAME.part, so that a download goes on where it stopped, and what the server
said of it in NAME.part.tag, so that it does not go on with another file. Only a whole file with the
right checksum gets its name. One whose checksum is not known is looked into first, and the checksum
that it had is kept beside it, in NAME.sha256.
"""

from __future__ import annotations

import hashlib
import http.client
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from datawalk.app.addresses import SameScheme, astray, refuse_unsafe
from datawalk.metrics.knowledge.published import Published, no_table
from datawalk.problems import Problems, refuse

TIMEOUT = 30.0
"""Seconds without an answer before a connection counts as cut."""
PAUSES = (1.0, 3.0, 8.0)
"""Seconds to wait before each further try."""
MOST_BYTES = 300_000_000
"""No published file is larger."""
CHUNK = 1 << 16

Tell = Callable[[int, int | None], None]
"""Takes how many bytes there are, and how many there will be where that is known."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that is there. `fresh` if it was downloaded now, `sure` if its checksum was known."""

    path: Path
    fresh: bool
    sure: bool


class _InterruptedError(Exception):
    """The download stopped for a reason that may pass."""


def fetch(file: Published, folder: Path, tell: Tell) -> Fetched:
    """The file in `folder`, downloaded unless it is there already. Raises Problems."""
    final = folder / file.name
    try:
        if _is_there(file, final):
            return Fetched(final, fresh=False, sure=bool(file.sha256))
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{file.name}.part"
        _download(file, part, tell)
        if not file.sha256:
            _look_into(file, part)
            _beside(final).write_text(f"{_sum(part)}  {file.name}\n", encoding="ascii")
        part.replace(final)
        _tag(part).unlink(missing_ok=True)
    except OSError as error:
        raise refuse(
            f"{final} cannot be written: {error.strerror or error}.",
            "Make room, or choose another folder with --folder.",
        ) from error
    return Fetched(final, fresh=True, sure=bool(file.sha256))


def _beside(final: Path) -> Path:
    return final.with_name(f"{final.name}.sha256")


def _tag(part: Path) -> Path:
    return part.with_name(f"{part.name}.tag")


def _throw_away(part: Path) -> None:
    for path in (part, _tag(part)):
        path.unlink(missing_ok=True)


def _look_into(file: Published, part: Path) -> None:
    """Refuse, and throw away, what is no whole table: a page of a hotel's network, half a file."""
    why = no_table(part)
    if why:
        _throw_away(part)
        raise refuse(
            f"What arrived for {file.name} {why}, so it was thrown away.",
            f"Run the command again, or download {file.url} in a browser and look at it.",
        )


def _is_there(file: Published, final: Path) -> bool:
    """Whether the file is there, with its checksum so far as one is known."""
    if not final.is_file():
        return False
    kept = _beside(final)
    known = file.sha256 or (kept.read_text(encoding="ascii")[:64] if kept.is_file() else "")
    return not known or _sum(final) == known


def _sum(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _download(file: Published, part: Path, tell: Tell) -> None:
    """Bring `part` to the whole file, from where it is."""
    resumed = part.exists()
    _received(file, part, tell)
    if resumed and file.sha256 and _sum(part) != file.sha256:
        # What was there may be of another file: once from the start before giving up.
        _throw_away(part)
        _received(file, part, tell)
    if file.sha256 and _sum(part) != file.sha256:
        _throw_away(part)
        raise refuse(
            f"{file.name} arrived with the wrong checksum, so it was thrown away.",
            "Run the command again. If that does not help, something on the way changes the "
            f"file: download {file.url} on another network.",
        )


def _received(file: Published, part: Path, tell: Tell) -> None:
    for pause in (*PAUSES, None):
        try:
            return _receive(file, part, tell)
        except Problems:
            _throw_away(part)
            raise
        except _InterruptedError as error:
            if pause is None:
                raise refuse(
                    f"{file.name} could not be downloaded: {error}.",
                    "Check the internet connection and run the command again; it goes on where it "
                    f"stopped. Or download it by hand from {file.url} and put it into "
                    f"{part.parent}.",
                ) from error
            time.sleep(pause)
    return None


def _receive(file: Published, part: Path, tell: Tell) -> None:
    """One connection: append to `part` what is missing. Raises _InterruptedError."""
    have, tag, size = _begun(file, part)
    if file.size is not None and have == file.size:
        return
    with _opened(file, have, part, tag) as answer:
        have = _start(answer, have)
        total = _total(file, answer, have)
        said = answer.headers.get("ETag") or ""
        if have and ((tag and said and said != tag) or (size and total and size != str(total))):
            _throw_away(part)
            raise _InterruptedError("it has changed at its address")
        _tag(part).write_text(f"{said}\n{total or ''}", encoding="utf-8")
        with part.open("ab" if have else "wb") as out:
            for chunk in _chunks(answer):
                out.write(chunk)
                have += len(chunk)
                if have > (total or MOST_BYTES):
                    raise _wrong_size(file, f"more than {total or MOST_BYTES:,}")
                tell(have, total)
    if total is not None and have < total:
        raise _InterruptedError(f"the connection was cut after {have:,} of {total:,} bytes")


def _begun(file: Published, part: Path) -> tuple[int, str, str]:
    """How many bytes are there, and the tag and size that the server told of them.

    A part of which nobody knows where it comes from is thrown away, unless a checksum will tell.
    """
    if not part.exists():
        return 0, "", ""
    told = _tag(part)
    if not told.is_file() and not file.sha256:
        _throw_away(part)
        return 0, "", ""
    tag, _, size = (told.read_text(encoding="utf-8") if told.is_file() else "").partition("\n")
    return part.stat().st_size, tag, size


def _opened(file: Published, have: int, part: Path, tag: str) -> Any:
    refuse_unsafe(file.url)
    request = urllib.request.Request(file.url, headers={"User-Agent": "datawalk"})
    if have:
        request.add_header("Range", f"bytes={have}-")
        if tag and not tag.startswith("W/"):
            # Of a file that has changed the server sends all.
            request.add_header("If-Range", tag)
    try:
        return urllib.request.build_opener(SameScheme).open(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE:
            _throw_away(part)
            raise _InterruptedError("what was there before does not belong to it") from error
        if error.code < http.client.BAD_REQUEST:
            raise astray(file.url) from error
        if error.code == http.client.TOO_MANY_REQUESTS or error.code >= 500:
            raise _InterruptedError(f"the server answered {error.code}") from error
        raise refuse(
            f"{file.name} is not at its address: the server answered {error.code} for {file.url}.",
            "The file may have moved: look for “Mobility Metrics” in the Urban Institute’s Data "
            "Catalog, and name the file under data:.",
        ) from error
    except (OSError, http.client.HTTPException) as error:
        raise _interrupted(error) from error
    except ValueError as error:
        # An address that leads nowhere, such as https://[.
        raise astray(file.url) from error


def _chunks(answer: IO[bytes]) -> Iterator[bytes]:
    while True:
        try:
            chunk = answer.read(CHUNK)
        except (OSError, http.client.HTTPException) as error:
            raise _interrupted(error) from error
        if not chunk:
            return
        yield chunk


def _interrupted(error: Exception) -> _InterruptedError:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return _InterruptedError("the server did not answer in time")
    said = getattr(reason, "strerror", None) or reason
    return _InterruptedError(f"there is no connection ({said})")


def _start(answer: Any, have: int) -> int:
    """Where the bytes of this answer begin; a server may send all of it again."""
    if answer.status != http.client.PARTIAL_CONTENT:
        return 0
    begins = answer.headers.get("Content-Range", "").removeprefix("bytes ").partition("-")[0]
    if begins != str(have):
        raise _InterruptedError("the server sent another part than was asked for")
    return have


def _total(file: Published, answer: Any, have: int) -> int | None:
    """How many bytes the file will have. Raises Problems where they are not those expected."""
    length = answer.headers.get("Content-Length", "")
    total = have + int(length) if length.isdigit() else file.size
    if total is not None and (total > MOST_BYTES or file.size not in (None, total)):
        raise _wrong_size(file, f"{total:,}")
    return total


def _wrong_size(file: Published, found: str) -> Problems:
    expected = f"{file.size:,}" if file.size else f"at most {MOST_BYTES:,}"
    return refuse(
        f"{file.name} has {found} bytes at its address; {expected} were expected.",
        "Nothing of it was kept. Run the command again on another network.",
    )
