"""Characters that cannot be printed, and what to do about them."""

from __future__ import annotations

from collections.abc import Iterable

from datawalk.source import characters
from datawalk.typography.fonts import fallback_name, has, pdf_name
from datawalk.typography.scripts import scripts, typefaces
from datawalk.typography.scripts.directions import one_way
from datawalk.typography.scripts.scripts import EXTRA
from datawalk.typography.scripts.typefaces import Faces, font_for


def lacking(text: str, faces: Faces) -> tuple[str, ...]:
    """The characters of `text` that cannot be shown: no face has them, or they would not join."""
    main = pdf_name("regular")
    seen = dict.fromkeys(c for c in text if not c.isspace() and not has(main, c))
    own = (c for c in text if characters.private(c))
    unprinted = (c for c in dict.fromkeys((*seen, *own)) if not _printable(c, faces))
    return tuple(dict.fromkeys((*characters.strange(text), *unprinted)))


def _printable(character: str, faces: Faces) -> bool:
    own = faces.main_font("regular")
    if (own and ord(character) in own.characters) or font_for(character, faces, bold=False):
        return True
    if characters.private(character):
        # Lato draws something there too, but not what the author saw.
        return False
    # DejaVu Sans has letters of Arabic and Hebrew, which it takes the extra's libraries to set.
    simple = one_way(character) and not scripts.wanted(character, "")
    return simple and has(fallback_name("regular"), character)


def remedy(lacked: Iterable[str], language: str) -> str:
    """What to do about characters that are lacking in a walk in that language."""
    lacked = tuple(lacked)
    if any(characters.strange(c) for c in lacked):
        return characters.RETYPE
    rows = [row for c in lacked for row in scripts.wanted(c, language)[:1]]
    if not rows:
        return "Write the text without them."
    hints = []
    for install in dict.fromkeys(row.install if typefaces.ready() else EXTRA for row in rows):
        own = (row.called for row in rows if install in (row.install, EXTRA))
        called = " and ".join(dict.fromkeys(own))
        hints.append(
            f"For {called}: {EXTRA}"
            if install == EXTRA
            else f'For {called}, install the font "{install}", or name its file under fonts:.'
        )
    return " ".join(hints)
