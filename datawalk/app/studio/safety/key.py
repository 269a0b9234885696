"""The secrets of one run of the studio."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from threading import Lock


def _secret() -> str:
    return secrets.token_urlsafe(24)


@dataclass(frozen=True)
class Tokens:
    """Opens the studio at a port: `entry` once, in the address that the browser is sent to;
    `session` then in its cookie; `change` on every page, sent back with every change."""

    port: int
    entry: str = field(default_factory=_secret, repr=False)
    session: str = field(default_factory=_secret, repr=False)
    change: str = field(default_factory=_secret, repr=False)
    _used: list[bool] = field(default_factory=list, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    @property
    def address(self) -> str:
        """Where the studio is, with its entry."""
        return f"http://127.0.0.1:{self.port}/?token={self.entry}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """What a browser on this computer calls it."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    @property
    def cookie(self) -> str:
        """The name of its cookie: ports of one computer share their cookies."""
        return f"datawalk-{self.port}"

    def enters(self, token: str) -> bool:
        """Whether this is the entry, and it is used for the first time."""
        with self._lock:
            right = same(token, self.entry) and not self._used
            if right:
                self._used.append(True)
        return right


def same(given: str, secret: str) -> bool:
    """Whether a secret is right, found out in a time that tells nothing of it."""
    return secrets.compare_digest(given.encode(), secret.encode())
