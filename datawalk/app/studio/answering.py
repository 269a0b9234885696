"""Answers at a port until it is stopped; what is heavy is loaded with this module."""

from __future__ import annotations

import socket
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread

import uvicorn
from starlette.types import ASGIApp

from datawalk.app.studio.line import seeking
from datawalk.app.studio.safety.guests import Guests
from datawalk.app.studio.safety.key import Tokens
from datawalk.app.studio.sharing import Close, Sharing
from datawalk.app.studio.site import guest_site, site
from datawalk.app.studio.studio import Studio

LAST_WORDS = 3
"""Seconds that answers have when the studio is stopped."""


def answer(folder: Path, key: Tokens, bound: socket.socket, *, share: bool) -> None:
    """Answer for the walks of a folder until that is stopped."""
    studio = Studio(folder, key)
    if share:
        sharing = Sharing(partial(_answering, studio), key.port + 1)
        studio = replace(studio, sharing=sharing)
    Thread(target=seeking.learn, daemon=True).start()
    try:
        _server(site(studio)).run(sockets=[bound])
    finally:
        studio.sharing.stop()
        studio.tasks.stop_all()


def _server(app: ASGIApp) -> uvicorn.Server:
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=LAST_WORDS,
        proxy_headers=False,
    )
    return uvicorn.Server(config)


def _answering(studio: Studio, guests: Guests, bound: socket.socket) -> Close:
    """Answer guests in a thread of its own, until that is closed."""
    server = _server(guest_site(studio, guests))
    thread = Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()

    def close() -> None:
        server.should_exit = server.force_exit = True
        bound.close()

    return close
