"""Sharing a walk with people on the same network: off until somebody asks for it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock

from datawalk.app.studio.safety.guests import Guests
from datawalk.problems import refuse

NOWHERE = ("192.0.2.1", 9)
"""An address that nobody has (RFC 5737); nothing is sent to it."""

Close = Callable[[], None]
Open = Callable[[Guests, socket.socket], Close]
"""Answers guests at a socket until it is closed."""


@dataclass(frozen=True, slots=True)
class Door:
    """A walk that is shared, and how that ends."""

    guests: Guests
    close: Close

    @property
    def address(self) -> str:
        return f"http://{self.guests.host}"

    @property
    def link(self) -> str:
        """For those who only look."""
        return f"{self.address}/enter?look={self.guests.look}"


class Sharing:
    """Which walk is shared: one at a time. For any number of threads."""

    def __init__(self, open_: Open | None = None, port: int = 0) -> None:
        self.door: Door | None = None
        self._open, self._port = open_, port
        self._lock = Lock()

    @property
    def ready(self) -> bool:
        """Whether this studio was started to share."""
        return self._open is not None

    def of(self, walk: str) -> Door | None:
        """The door to a walk, if it is open."""
        door = self.door
        return door if door and door.guests.walk == walk else None

    def start(self, walk: str, *, writes: bool) -> Door:
        """Share a walk; another one is shared no more. Raises Problems where there is no
        network."""
        with self._lock:
            self._stop()
            if self._open is None:
                raise refuse("This studio cannot share.", "Start it with: datawalk studio --share.")
            bound = _bound(network_address(), self._port)
            host, port = bound.getsockname()
            guests = Guests(walk, f"{host}:{port}", writes=writes)
            self.door = Door(guests, self._open(guests, bound))
            return self.door

    def stop(self) -> None:
        """Let nobody in any more, and those who are here no further."""
        with self._lock:
            self._stop()

    def _stop(self) -> None:
        door, self.door = self.door, None
        if door:
            door.close()


def network_address() -> str:
    """What other computers of the network call this one. Raises Problems where it is in none."""
    found = ""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        asked.connect(NOWHERE)
        found = str(asked.getsockname()[0])
    if not found or found.startswith(("127.", "0.")):
        raise refuse("This computer is in no network.", "Join the Wi-Fi, and share again.")
    return found


def _bound(host: str, port: int) -> socket.socket:
    for tried in (port, 0):
        bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            bound.bind((host, tried))
            bound.listen()
        except OSError:
            bound.close()
        else:
            return bound
    raise refuse("No port of this computer is free.", "Close another program, and try again.")
