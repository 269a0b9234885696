"""Pictures of the studio: `python -m docs.making.studio` makes them anew with Debian's chromium."""

from __future__ import annotations

import threading
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from datawalk.app.studio.line import shelf, writing
from datawalk.app.studio.safety.key import Tokens
from datawalk.app.studio.server import _bound
from datawalk.app.studio.site import site
from datawalk.app.studio.studio import Studio
from docs.making.examples import DOCS

CHROMIUM = "/usr/bin/chromium"
PLACE = "typed=Boone+County%2C+Missouri&code=29019"
SIZE = {"width": 1280, "height": 800}
SHOWN = {
    "start": "/",
    "questions": f"/new/questions?{PLACE}",
    "station": "/w/{walk}/s/2",
    "wall": "/w/{walk}/wall",
    "print": "/w/{walk}/print",
}
DRAWN = """() => [...document.images].filter(image => image.getBoundingClientRect().top < 800)
  .every(image => image.complete && image.naturalWidth)"""


def pictures(to: Path) -> None:
    """A picture of each page that the documentation shows, of the finished sample."""
    with TemporaryDirectory() as place, _bound(0) as bound:
        folder = Path(place)
        writing.sample(folder)
        studio = Studio(folder, Tokens(bound.getsockname()[1]))
        config = uvicorn.Config(site(studio), log_level="warning", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        (walk,) = shelf.walks(folder)
        try:
            with sync_playwright() as driver:
                browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                context = browser.new_context(
                    locale="en-US",
                    viewport=SIZE,
                    base_url=f"http://127.0.0.1:{studio.key.port}",
                )
                page = context.new_page()
                page.goto(studio.key.address)
                for name, path in SHOWN.items():
                    page.goto(path.format(walk=walk.name))
                    _saved(page, to / f"studio-{name}.png")
                browser.close()
        finally:
            server.should_exit = True
            thread.join()


def _saved(page: Page, path: Path) -> None:
    page.wait_for_function(DRAWN, timeout=60_000)
    page.wait_for_timeout(4000)
    made = Image.open(BytesIO(page.screenshot())).convert("RGB")
    made.quantize(128, kmeans=2).save(path, optimize=True)


if __name__ == "__main__":
    pictures(DOCS / "_static")
