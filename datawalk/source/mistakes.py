"""What is wrong with a text that is no YAML, and what to type instead."""

from __future__ import annotations

import yaml

from datawalk.problems import At, Problem
from datawalk.source import slips


def explained(error: yaml.MarkedYAMLError, name: str, text: str) -> Problem:
    """A mistake that PyYAML found in a text, in words for its author."""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    written = (*text.splitlines(), *[""] * line)[line - 1]
    said = error.problem or "this cannot be read"
    hint = ""
    if tabbed := slips.tabbed(text):
        said, hint, line = "A tab indents this line.", "Use spaces.", tabbed
    elif (slip := slips.unspaced(text))[0]:
        line, hint = slip
        said = "This line cannot be read."
    elif "mapping values are not allowed" in said:
        said, hint = "A colon stands where none is expected.", slips.in_quotes(written)
    elif "escape" in said:
        said = "A backslash in double quotes begins a code, such as \\n for a new line."
        hint = slips.path_without_backslash(written)
    elif "found character '\\t'" in said:
        said, hint = "A tab stands in this line.", "Use spaces."
    elif "expected <block end>" in said or "did not find expected" in said:
        said = "The indentation or a quote does not match the lines above."
        hint = "Align the keys of one block; close every quote and bracket."
    elif "expected ',' or" in said:
        said = "A list or a set in brackets is not closed."
        hint = "Check commas and brackets; in brackets a text with ? or : stands in quotes."
        if slips.has_curly(written):
            hint = f"{hint} Curly quotes are none: type straight ones."
    elif "found unexpected end of stream" in said:
        said, hint = "A quote opens here and never closes.", "Add the closing quote."
        line = error.context_mark.line + 1 if error.context_mark else line
    elif "cannot start any token" in said:
        said, hint = "A text starts with a sign that YAML keeps for itself.", "Put it in quotes."
    return Problem(said if said.endswith(".") else f"{said}.", hint, At(name, line))
