"""How fast the studio is in a real browser: Debian's chromium, driven by playwright.

    python bench/studio.py [--keys 5] [--stations 40]

Prints seconds from the start of the program to a page that can be typed in; for one station of
each ready-made kind the median of milliseconds from a key to the new picture; the time of the
page's own answer; and the memory of the studio afterwards. Others on the same computer lengthen
all of it.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from datawalk.config.templates import names

ROOT = Path(__file__).resolve().parents[1]
WALK = """\
title: "{{place}} Data Walk"
place: "29019"
compare: [us-median]
data: [metrics.csv]
accept: [zero, silent-police, far-out, jump, twins, wider-area]
outputs: [{{medium: poster}}]
stations:
{stations}"""
WATCH = """() => {
  window.answers = []; window.drawn = 0;
  document.addEventListener("datawalk:drawn", () => { window.drawn = performance.now(); });
  const real = window.fetch;
  window.fetch = async (path, ...more) => {
    const start = performance.now(), answer = await real(path, ...more);
    if (String(path).endsWith("/change")) window.answers.push(performance.now() - start);
    return answer;
  };
}"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--keys", type=int, default=5)
    options.add_argument("--stations", type=int, default=40)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        measured(Path(place), asked.keys, names()[: asked.stations])


def measured(folder: Path, keys: int, templates: tuple[str, ...]) -> None:
    shutil.copyfile(ROOT / "samples" / "metrics.csv", folder / "metrics.csv")
    stations = "".join(f"  - template: {name}\n" for name in templates)
    (folder / "walk.yaml").write_text(WALK.format(stations=stations), encoding="utf-8")
    start = time.monotonic()
    command = (sys.executable, "-m", "datawalk", "studio", str(folder), "--no-browser")
    studio = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        found = re.search(r"http://\S+", next(line for line in studio.stdout if "http://" in line))
        with sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"]
            )
            page = browser.new_page()
            page.goto(found[0], wait_until="domcontentloaded")
            page.goto(
                page.locator(".walk h3 a").first.evaluate("link => link.href"), wait_until="commit"
            )
            page.locator("#f-question").wait_for()
            print(f"start to a page that can be typed in: {time.monotonic() - start:.1f} s")
            typed(page, keys, templates)
            browser.close()
        print(f"memory: {memory(studio.pid)} MB")
    finally:
        studio.terminate()
        studio.wait()


def typed(page: Page, keys: int, templates: tuple[str, ...]) -> None:
    """Types into the title of each station."""
    home, pictures, answers = page.url.rpartition("/s/")[0], [], []
    for number, name in enumerate(templates, 1):
        page.goto(f"{home}/s/{number}")
        page.evaluate(WATCH)
        page.locator(".hot a").first.wait_for(state="attached", timeout=60_000)
        field = page.locator("#f-question, #f-title").first
        field.focus()
        took = [key(page) for _ in range(keys)]
        pictures += took
        answers += page.evaluate("window.answers")
        print(f"  {name:<32} {statistics.median(took):6.0f} ms")
    print(f"key to picture: {statistics.median(pictures):.0f} ms (median)")
    print(f"answer of the page: {statistics.median(answers):.0f} ms (median)")


def key(page: Page) -> float:
    """Milliseconds from a key to the picture with it."""
    page.wait_for_timeout(300)
    start = page.evaluate("window.drawn = 0, performance.now()")
    page.keyboard.press("End")
    page.keyboard.type("a")
    page.wait_for_function("() => window.drawn > 0", timeout=60_000)
    return page.evaluate("window.drawn") - start


def memory(pid: int) -> int:
    """What a program holds at most, in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024


if __name__ == "__main__":
    main()
