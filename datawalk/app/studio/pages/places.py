"""Addresses of pages that came back from a browser: only our own are gone to."""

from __future__ import annotations

from urllib.parse import urlsplit


def ours(address: str) -> str:
    """An address on this server, without its name; else the first page."""
    parts = urlsplit(address)
    strange = parts.scheme or parts.netloc or not address.startswith("/")
    odd = any(not c.isprintable() or c in "\\ " for c in address) or address.startswith("//")
    return "/" if strange or odd else address
