"""Addresses that files are fetched from: over TLS, and never elsewhere by a redirect."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.parse
import urllib.request
from typing import IO, Any

from datawalk.problems import Problems, refuse


def refuse_unsafe(url: str) -> None:
    """Only https, or a server on this very machine."""
    parts = urllib.parse.urlsplit(url)
    here = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")
    if parts.scheme != "https" and not here:
        raise refuse(f"{url} is not a safe address: it does not begin with https.")


class SameScheme(urllib.request.HTTPRedirectHandler):
    """Follows the server to another address only if that is as safe."""

    def http_error_302(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
    ) -> Any:
        try:
            return super().http_error_302(req, fp, code, msg, headers)
        except ValueError:
            fp.close()  # the address cannot be taken apart
            raise

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(self, req: Any, fp: Any, *answer: Any) -> Any:
        target = answer[-1]
        try:
            refuse_unsafe(target)
            if urllib.parse.urlsplit(target).scheme != req.type:
                raise astray(req.full_url)
        except Problems:
            fp.close()
            raise
        return super().redirect_request(req, fp, *answer)


def astray(url: str) -> Problems:
    return refuse(
        f"{url} leads to another kind of address.",
        "Something on the way changes addresses: try another network.",
    )
