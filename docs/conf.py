"""How Sphinx builds the pages: `sphinx-build -W docs build/docs`. Nothing is fetched."""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from datawalk import __version__  # noqa: E402

project = "datawalk"
author = "the datawalk authors"
release = version = __version__
extensions = ["myst_parser", "sphinx_design", "docs.making.directives"]
exclude_patterns = ["making", "files", "locale"]
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
myst_heading_anchors = 3

language = "en"
locale_dirs = ["locale"]
gettext_compact = False
gettext_location = False

html_theme = "pydata_sphinx_theme"
html_title = "datawalk"
html_static_path = ["_static", "../datawalk/fonts_files"]
html_css_files = ["datawalk.css"]
html_show_sourcelink = False
html_copy_source = False
html_sidebars = {"index": []}
html_theme_options = {
    "logo": {"text": "datawalk"},
    "navbar_align": "left",
    "navbar_end": ["theme-switcher"],
    "header_links_before_dropdown": 6,
    "show_prev_next": True,
    "show_nav_level": 1,
    "footer_start": ["copyright"],
    "footer_end": [],
    # Examples need the room on the pages of blocks.
    "secondary_sidebar_items": {
        f"{part}/*": ["page-toc"] for part in ("facilitators", "organizers", "analysts", "project")
    },
}
copyright = "the datawalk authors. Figures: Urban Institute, Mobility Metrics"


def _translated_alone(app: Sphinx, config: Config) -> None:
    """In Spanish there are the pages for facilitators: a page is in one language throughout."""
    if config.language == "es":
        config.include_patterns = ["facilitators/**"]
        config.root_doc = "facilitators/index"
        config.html_sidebars = {"**": []}


def setup(app: Sphinx) -> None:
    app.connect("config-inited", _translated_alone)
