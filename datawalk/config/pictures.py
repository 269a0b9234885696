"""Settings of a picture that is no block: a file, and what it shows."""

from __future__ import annotations

from pydantic import Field

from datawalk.fields import FileName, Setting, Title


class PictureConfig(Setting):
    """A photo or a drawing (PNG or JPEG)."""

    file: FileName
    alt: Title = Field(description="What it shows, for people who cannot see it.")
