"""Starts the studio: a port of this computer alone, the browser, and a clean end."""

from __future__ import annotations

import errno
import os
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from datawalk.app.studio.safety.key import Tokens
from datawalk.problems import Problems, refuse

HERE = "127.0.0.1"
"""The only address that is listened at: nobody else on the network reaches it."""
PORT = 8753
"""Taken where it is free, so that bookmarks go on working."""


def serve(
    folder: Path,
    port: int | None,
    tell: Callable[[str], None],
    *,
    browser: bool = True,
    share: bool = False,
) -> None:
    """Serve the walks of a folder, made if it is not there, until it is stopped. Raises Problems.

    `tell` is given the address, with the token that opens it once. With `share` walks can be
    shared with people on the same network, each by a button of its own.
    """
    _made(folder)
    with _bound(port) as bound:
        key = Tokens(bound.getsockname()[1])
        tell(key.address)
        if browser:
            Thread(target=webbrowser.open, args=(key.address,), daemon=True).start()
        with suppress(KeyboardInterrupt):
            # While the browser opens; what it asks for waits at the port.
            from datawalk.app.studio.answering import answer

            answer(folder.resolve(), key, bound, share=share)


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse(
            f"{folder} cannot be used as a folder of walks: {error.strerror}.",
            "Name another folder: datawalk studio FOLDER.",
        ) from error


def _bound(port: int | None) -> socket.socket:
    """A socket at the port that was asked for; else at the usual one, or at any that is free."""
    for tried in (PORT, 0) if port is None else (port,):
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if os.name == "posix":
                # A port that was used a moment ago is free; elsewhere the option means more.
                found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            found.bind((HERE, tried))
            found.listen()
        except OSError as error:
            found.close()
            if port is not None:
                raise _taken(port, error) from error
        else:
            return found
    raise refuse("No port of this computer is free.", "Close another program, and try again.")


def _taken(port: int, error: OSError) -> Problems:
    if error.errno == errno.EADDRINUSE:
        return refuse(
            f"Another program uses port {port}. It may be a studio that is open already.",
            "Leave --port out, and a free one is found.",
        )
    return refuse(f"Port {port} cannot be used: {error.strerror}.", "Leave --port out.")
