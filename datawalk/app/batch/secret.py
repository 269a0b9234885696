"""What only this computer knows, so that digests in a published manifest tell nothing.

The digest of a table whose small counts are hidden would give them away: who has all else of it
tries the few numbers that they can be.
"""

from __future__ import annotations

import os
from contextlib import suppress
from secrets import token_bytes

from platformdirs import user_cache_path

NAME = "batch.key"
LENGTH = 32


def secret() -> bytes:
    """The same in every run of this computer; where nothing can be kept, another in each run."""
    path = user_cache_path("datawalk", appauthor=False) / NAME
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(made, "wb") as file:
                file.write(token_bytes(LENGTH))
        known = path.read_bytes()
        if len(known) == LENGTH:
            return known
    return token_bytes(LENGTH)
