"""The folder of walks where nobody names another."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path


def home() -> Path:
    """Data walks among the documents of the person at the computer; it may not be there yet."""
    return user_documents_path() / "Data walks"
