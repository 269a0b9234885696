"""Every message of the studio, as its pages and its code say them."""

from __future__ import annotations

from babel.messages.extract import extract_from_dir

from datawalk.app.studio.pages.frame import HOME
from datawalk.metrics.knowledge.published import published

KEYWORDS = {"told": None, "told_many": (1, 2)}


def messages() -> set[str | tuple[str, str]]:
    """Those of one form, and those for one or many as pairs; what the published files hold too."""
    found = extract_from_dir(
        HOME,
        method_map=[("**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")],
        options_map={"templates/**.html": {"trimmed": "true"}},
        keywords=KEYWORDS,
    )
    files = {file.what for file in published().values()}
    return files | {
        message if isinstance(message, str) else (message[0], message[1])
        for _, _, message, _, _ in found
        if message
    }
