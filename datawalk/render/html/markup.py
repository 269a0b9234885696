"""An author's words as HTML: emphasis, links and line breaks, and nothing else."""

from __future__ import annotations

from markupsafe import Markup, escape

from datawalk.layout.exhibits.stat import MARKS
from datawalk.prose import SECOND, Run, Words, leads_out


def html(words: Words) -> Markup:
    """A paragraph without its element."""
    return Markup("").join(map(_run, words))


def text_html(text: str) -> Markup:
    """A text that may have line breaks."""
    return html((Run(text),))


def number_html(number: str) -> Markup:
    """A big number; the mark that says how sure it is stands raised behind it."""
    figure = number.rstrip(MARKS)
    mark = number[len(figure) :]
    return (
        escape(figure) + Markup('<span class="mark">{}</span>').format(mark)
        if mark
        else escape(figure)
    )


def _run(run: Run) -> Markup:
    lines = run.text.replace(SECOND, "\n").split("\n")
    told = Markup("<br>").join(escape(line) for line in lines)
    told = Markup("<em>{}</em>").format(told) if run.italic else told
    told = Markup("<strong>{}</strong>").format(told) if run.bold else told
    if run.link and leads_out(run.link):
        return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(run.link, told)
    return told
