"""Pictures that are no blocks: of the first slide, and of where people find more."""

from __future__ import annotations

from datawalk.blocks.context import Context
from datawalk.blocks.image import opened
from datawalk.config.load import WalkFile
from datawalk.config.pictures import PictureConfig
from datawalk.exhibits import Picture
from datawalk.problems import Problems
from datawalk.source.builder import KeyPath


def pictured(file: WalkFile, written: PictureConfig, context: Context, path: KeyPath) -> Picture:
    """The picture of a setting whose file is named at `path`. Raises Problems, located there."""
    try:
        data, width, height = opened(file.locate(written.file, *path), written.file)
    except Problems as found:
        at = file.at(*path)
        raise Problems(problem.located(at) for problem in found.problems) from None
    alt = context.fill(written.alt).text
    return Picture(data=data, width=width, height=height, alt=alt)
