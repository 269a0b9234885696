"""Files made from the code: the JSON Schema, the golden pages, the tree in CONTRIBUTING.

`python -m tests.generated` writes them anew; tests/test_generated.py fails when they are stale.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path

from datawalk import kit
from datawalk.config.schema import json_schema
from datawalk.config.templates import names
from datawalk.page.document import Document, Page
from datawalk.page.figure import Drawing
from datawalk.page.marks import INCH, Photo, Text
from tests.conftest import ROOT
from tests.house import tree

SCHEMA = ROOT / "datawalk" / "schema.json"
GOLDEN = ROOT / "tests" / "golden"
FIVE_SIZES = ("36x48", "24x36", "18x24", "tabloid", "letter")


TREE = re.compile(r"(?<=<!-- tree -->\n).*?(?=\n<!-- /tree -->)", re.S)
"""Where CONTRIBUTING shows the rooms."""


def with_tree(text: str) -> str:
    """CONTRIBUTING with the rooms as they are."""
    return TREE.sub(lambda _: tree(), text)


def schema_text() -> str:
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def page_dump(document: Document) -> str:
    """Pages as text: box, exhibit, words and their size; reviewable in a diff."""
    lines: list[str] = []
    for page in document.pages:
        lines.append(f"# {page.title}   {page.width:.0f} x {page.height:.0f}")
        for box in page.boxes:
            kind = type(box.exhibit).__name__ if box.exhibit else "-"
            lines.append(f"{box.role} {kind} {box.x:.0f},{box.y:.0f} {box.w:.0f}x{box.h:.0f}")
            for ink in box.leaves:
                if isinstance(ink, Text):
                    lines.append(f"    {ink.size:5.1f} {ink.face} {ink.text}")
                elif isinstance(ink, Drawing | Photo):
                    lines.append(f"    {type(ink).__name__} {ink.w:.0f}x{ink.h:.0f}")
    return "\n".join(lines) + "\n"


def box_dump(page: Page) -> str:
    """The boxes of a page: what each holds, where, its largest type and first words."""
    lines = [f"{page.width / INCH:g} x {page.height / INCH:g} in"]
    for box in page.boxes:
        kind = type(box.exhibit).__name__ if box.exhibit else "-"
        texts = [ink for ink in box.leaves if isinstance(ink, Text)]
        size = max((text.size for text in texts), default=0)
        place = f"{box.x:5.0f} {box.y:5.0f} {box.w:5.0f} {box.h:5.0f}"
        words = " ".join(text.text for text in texts)[:48]
        lines.append(f"  {box.role:8} {kind:12} {place} {size:6.1f}  {words}".rstrip())
    return "\n".join(lines) + "\n"


def every_template() -> kit.Kit:
    """All templates for Boone County on the samples, at each of the five sizes."""
    stations = "".join(f"  - template: {name}\n" for name in names())
    outputs = ", ".join(f"{{medium: poster, size: {size}}}" for size in FIVE_SIZES)
    with tempfile.TemporaryDirectory() as folder:
        walk = Path(folder, "walk.yaml")
        shutil.copy(ROOT / "samples" / "metrics.csv", folder)
        walk.write_text(
            'title: All\nplace: "29019"\ncompare: ["19103", us-median]\ndata: [metrics.csv]\n'
            f"accept: [jump]\noutputs: [{outputs}]\nstations:\n{stations}",
            encoding="utf-8",
        )
        return kit.prepared(walk)


def golden_templates() -> dict[Path, str]:
    documents = every_template().documents
    return {
        GOLDEN / "templates" / f"{name.replace('/', '-')}.txt": "".join(
            box_dump(document.pages[i]) for document in documents
        )
        for i, name in enumerate(names())
    }


def golden_pages() -> dict[Path, str]:
    made = golden_templates()
    for name in ("minimal", "boone", "columbia_city"):
        prepared = kit.prepared(ROOT / "configs" / f"{name}.yaml", only="poster")
        made[GOLDEN / f"{name}.txt"] = page_dump(prepared.documents[0])
    return made


def main() -> None:
    contributing = ROOT / "CONTRIBUTING.md"
    contributing.write_text(with_tree(contributing.read_text(encoding="utf-8")), encoding="utf-8")
    SCHEMA.write_text(schema_text(), encoding="utf-8")
    (GOLDEN / "templates").mkdir(exist_ok=True)
    for path, text in golden_pages().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
