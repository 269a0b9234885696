"""Turns one YAML file into the posters and slides of a data walk.

from datawalk import arrange, check, compose, load, paint, read_data, write

file = load(Path("walk.yaml"))
walk = compose(file, read_data(file)).walk
document = arrange(walk, file.config.outputs[0])
write({Path("posters.pdf"): paint(document)})
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.2.0"

_PUBLIC = {
    "load": "datawalk.config.load",
    "read_data": "datawalk.compose.data",
    "compose": "datawalk.compose.composer",
    "arrange": "datawalk.layout.arrange",
    "check": "datawalk.check.page",
    "check_words": "datawalk.check.page",
    "paint": "datawalk.output.formats",
    "write": "datawalk.output.formats",
}
__all__ = ["__version__", *_PUBLIC]


def __getattr__(name: str) -> Any:
    """Import a public function when it is first asked for: `--help` needs none of them."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'datawalk' has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)
