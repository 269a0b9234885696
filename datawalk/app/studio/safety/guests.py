"""People on the same network who were let in to one walk: by a code, or to look by a link."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from datawalk.app.studio.safety.key import same

DIGITS = 6
MOST_GUESTS = 30
MOST_GUESSES = 5
"""Wrong codes from one address in a minute."""
MOST_WRONG = 30
"""Wrong codes of all together; then there is a new code, and this many of a million were tried."""
MINUTE = 60.0
HERE = 600.0
"""Seconds after which somebody who asked for nothing is not shown any more."""
MOST_ADDRESSES = 1000
LONGEST_NAME = 40


class TooManyError(Exception):
    """Too many wrong codes came from there: nothing is looked at for a while."""


@dataclass
class Guest:
    """Somebody who was let in, `coded` by the code. `where` is the page that was looked at last."""

    name: str
    writes: bool
    session: str = field(repr=False)
    change: str = field(repr=False)
    coded: bool = True
    number: int = 0
    where: str = ""
    seen: float = 0.0


class Guests:
    """Who may come in to a walk at `host`, such as 192.168.1.20:8754. For any number of threads."""

    def __init__(
        self, walk: str, host: str, *, writes: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.walk, self.host, self.writes = walk, host, writes
        self.code = _code()
        self.look = secrets.token_urlsafe(18)
        self._clock = clock
        self._guests: OrderedDict[str, Guest] = OrderedDict()
        self._guesses: OrderedDict[str, deque[float]] = OrderedDict()
        self._wrong = 0
        self._count = 0
        self._lock = Lock()

    def enter(self, code: str, name: str, address: str) -> Guest | None:
        """Let somebody in who has the code. Raises TooManyError, even for the right one."""
        with self._lock:
            lately = self._guesses.setdefault(address, deque(maxlen=MOST_GUESSES))
            self._guesses.move_to_end(address)
            while len(self._guesses) > MOST_ADDRESSES:
                self._guesses.popitem(last=False)
            now = self._clock()
            if len(lately) == MOST_GUESSES and now - lately[0] < MINUTE:
                raise TooManyError
            if same("".join(code.split()), self.code):
                return self._let_in(name, coded=True)
            lately.append(now)
            self._wrong += 1
            if self._wrong >= MOST_WRONG:
                self.code, self._wrong = _code(), 0
            return None

    def enter_to_look(self, token: str, name: str) -> Guest | None:
        """Let somebody in who has the link for those who only look."""
        with self._lock:
            return self._let_in(name, coded=False) if same(token, self.look) else None

    def guest(self, session: str) -> Guest | None:
        """Who has this session."""
        with self._lock:
            return next((g for g in self._guests.values() if same(session, g.session)), None)

    def at(self, guest: Guest, path: str) -> None:
        """Note which page somebody looks at."""
        with self._lock:
            guest.where, guest.seen = path, self._clock()

    def here(self) -> tuple[Guest, ...]:
        """Who asked for something lately."""
        with self._lock:
            now = self._clock()
            return tuple(g for g in self._guests.values() if now - g.seen < HERE)

    def end(self, number: int) -> None:
        """Let somebody in no more, until the code is typed again; it is a new one from now."""
        with self._lock:
            gone = next((g for g in self._guests.values() if g.number == number), None)
            if gone:
                del self._guests[gone.session]
                self.code, self.look = _code(), secrets.token_urlsafe(18)

    def renew(self) -> None:
        """Another code and another link for those who come from now on."""
        with self._lock:
            self.code, self.look, self._wrong = _code(), secrets.token_urlsafe(18), 0

    def allow(self, *, writes: bool) -> None:
        """Whether those with the code may write: those who are here already, too."""
        with self._lock:
            self.writes = writes
            for guest in self._guests.values():
                guest.writes = writes and guest.coded

    def _let_in(self, name: str, *, coded: bool) -> Guest:
        self._count += 1
        shown = " ".join("".join(c for c in name if c.isprintable()).split())[:LONGEST_NAME]
        change = secrets.token_urlsafe(24)
        session, writes = secrets.token_urlsafe(24), coded and self.writes
        guest = Guest(shown, writes, session, change, coded, self._count)
        guest.seen = self._clock()
        self._guests[guest.session] = guest
        while len(self._guests) > MOST_GUESTS:
            self._guests.popitem(last=False)
        return guest


def _code() -> str:
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
