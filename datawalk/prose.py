"""Small markup in any text of a walk: **bold**, *italic* and [links](https://…)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


SECOND = "\u2028"
"""On bilingual sheets: what follows says the same in the second language, on lines of its own."""


_OUTWARD = re.compile(
    r"(?:https?://[^\s/?#@]+(?:[/?#]\S*)?|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d().;=a-z-]+)$",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+\.\w+$")
_PHONE = re.compile(r"\+?[\d().-]{5,}$")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]\w+(?::\d+)?(?:[/?#]\S*)?$", re.IGNORECASE)
_MARKS = re.compile(r"[*_\[\]\\\n\r\0]")
"""Without one of these a text holds no markup, and is one run."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face. A line break inside a paragraph is the character \\n."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Words = tuple[Run, ...]
"""One paragraph."""


def plain(words: Words) -> str:
    """The paragraph without its markup."""
    return one_line("".join(run.text for run in words))


def both(first: str, second: str) -> str:
    """A text in two languages; once where both say it alike or only one says it."""
    return first + SECOND + second if first and second and first != second else first or second


def in_tongues(words: Words) -> tuple[Words, ...]:
    """A paragraph in each of its languages: one, or two on bilingual sheets."""
    parts: list[list[Run]] = [[]]
    for run in words:
        first, *others = run.text.split(SECOND)
        parts[-1] += [replace(run, text=first)] if first else []
        parts += [[replace(run, text=other)] if other else [] for other in others]
    return tuple(tuple(part) for part in parts)


def together(tongues: Iterable[Words]) -> Words:
    """A paragraph of those in each of its languages."""
    first, *others = tongues
    return (*first, *(run for words in others for run in (Run(SECOND), *words)))


def one_line(text: str) -> str:
    """A text in two languages as one line, for names and titles of pages."""
    return text.replace(SECOND, " / ")


def capital(text: str) -> str:
    """A phrase that stands alone begins like a sentence."""
    return text[:1].upper() + text[1:]


def words(text: str) -> Words:
    """`text` as one paragraph; blank lines inside it become line breaks."""
    return tuple(run for part in _joined(paragraphs(text)) for run in part)


def paragraphs(text: str) -> tuple[Words, ...]:
    """The paragraphs of `text`, which are parted by blank lines."""
    parts = (part.strip() for part in re.split(r"\n\s*\n", text))
    return tuple(_runs(part) for part in parts if part)


def _joined(parts: tuple[Words, ...]) -> tuple[Words, ...]:
    return tuple(
        part if i == len(parts) - 1 else (*part, Run("\n")) for i, part in enumerate(parts)
    )


def leads_out(address: str) -> bool:
    """Whether an address works on paper and on any computer: https, http, mailto or tel."""
    return bool(_OUTWARD.match(address))


def lost_links(text: str) -> tuple[str, ...]:
    """The addresses of links in `text` that lead nowhere, or into the reader's own computer."""
    links = (run.link for run in _runs(text, any_link=True) if run.link)
    return tuple(link for link in links if not leads_out(link))


def address_for(link: str) -> str:
    """What the author of a lost link may have meant; empty where nobody can tell."""
    kinds = ((_MAIL, "mailto:"), (_PHONE, "tel:"), (_SITE, "https://"))
    return next((scheme + link for like, scheme in kinds if like.match(link)), "")


@cache
def _parser(any_link: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Only inline emphasis and links: a line such as "# 1 issue" or "<b" stays as written.
    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape"])
    accepts: Callable[[str], bool] = (lambda _: True) if any_link else leads_out
    parser.validateLink = accepts  # type: ignore[method-assign, assignment]
    return parser


@lru_cache(maxsize=4096)
def _runs(text: str, *, any_link: bool = False) -> Words:
    if not _MARKS.search(text):
        return (Run(text),) if text else ()
    inline = _parser(any_link).parseInline(text)[0]
    return _merged(_walked(inline.children or []))


def _walked(tokens: list[Token]) -> list[Run]:
    bold, italic, link = 0, 0, ""
    runs: list[Run] = []
    for token in tokens:
        match token.type:
            case "strong_open":
                bold += 1
            case "strong_close":
                bold -= 1
            case "em_open":
                italic += 1
            case "em_close":
                italic -= 1
            case "link_open":
                link = str(token.attrs.get("href", ""))
            case "link_close":
                link = ""
            case "softbreak" | "hardbreak":
                runs.append(Run("\n", bold > 0, italic > 0))
            case _:
                runs.append(Run(token.content, bold > 0, italic > 0, link))
    return runs


def _merged(runs: list[Run]) -> Words:
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and (last.bold, last.italic, last.link) == (run.bold, run.italic, run.link):
            merged[-1] = Run(last.text + run.text, run.bold, run.italic, run.link)
        elif run.text:
            merged.append(run)
    return tuple(merged)
