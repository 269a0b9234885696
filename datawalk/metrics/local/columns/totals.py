"""Which labels of areas, groups and years are words for a total."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from datawalk.metrics.local.columns.amounts import tidied

_ALONE = re.compile(
    "total|totals|subtotal|subtotals|sub-total|sub total|grand total|overall|overall total|all|"
    "all combined|all together|altogether|combined|combined total|everyone|everybody|"
    "everyone surveyed|everyone asked|both|both combined|sum|citywide|countywide|statewide|"
    "districtwide|townwide|schoolwide|nationwide|communitywide|areawide|whole sample|"
    "full sample|whole city|whole county|whole state|whole district|entire city|entire county|"
    "entire state|entire district|city as a whole|county as a whole|state as a whole|"
    "todos|todas|todos juntos|todas juntas|total general|gran total|en total|en general|totales|"
    "ambos|ambas|suma|todo el condado|toda la ciudad|todo el estado|todo el distrito|"
    "todo el mundo|conjunto"
)
"""Whole labels that are words for a total."""
_ADJECTIVE = (
    "the|our|of|in|city|county|state|district|school|town|surveyed|racial|ethnic|age|income|"
    "household|housing|population|participating|zip|census|block|grade|las|los|la|el|de|del|condado|ciudad"
)
_NOUN = (
    "people|persons?|residents?|population|inhabitants|individuals|adults|households?|families|"
    "homes|units|students|pupils|enrollment|respondents|participants|patients|voters|workers|"
    "employees|members|visitors|answers|responses|areas?|places|neighbou?rhoods|regions|zones|"
    "wards|districts|precincts|tracts|blocks?|zips?|codes|counties|county|cities|city|state|"
    "towns|schools|sites|locations|groups?|subgroups?|categories|races?|ethnicity|ethnicities|"
    "genders?|sex|sexes|ages?|grades?|levels|brackets|types|programs|years?|months|quarters|"
    "periods|personas|residentes|habitantes|población|hogares|familias|estudiantes|alumnos|"
    "adultos|encuestados|encuestadas|participantes|áreas?|zonas|barrios|vecindarios|distritos|"
    "condados|ciudades|escuelas|grupos?|razas|etnias|géneros|sexos|edades|grados|años"
)
_JOINED = rf"(?:(?:{_ADJECTIVE})[ ])*(?:{_NOUN})(?:[ ]?(?:and|or|y|e|/|&)[ ]?(?:{_NOUN}))*"
_PHRASE = re.compile(
    rf"(?:all|total|overall|both|every|entire|todos|todas|ambos|ambas)(?:,|:| -)? ?{_JOINED}"
    rf"(?: combined| together| total| surveyed| asked)?"
    rf"|(?:sub-?|grand )?totals?(?:,|:| -|) ?(?:all|of all|for all)? ?(?:{_JOINED})?"
    rf"|(?:sub-?)?totals? (?:for|of|de|del) (?:the )?.+"
    rf"|.*[\w)] ?[-,:]? ?(?:sub-?|grand )?totals?"
    rf"|(?:city|county|state|district|town|school|nation|community|area)[- ]wide"
    rf"(?: (?:total|{_NOUN}))?"
)
_NEVER = re.compile(
    r"\b(?:others?|else|rest|remain\w*|except|excluding|but|without|non|not|otr[oa]s?|demás|"
    r"excepto|sin|resto)\b"
)
"""Words of what is a rest, which is no total."""
_COUNTED = re.compile(r"\((?:n ?= ?)?[\d,. ]+\)$|,? n ?= ?[\d,]+$|[*†‡§:.]+$|^\*+")


def is_total(label: str, named: Collection[str]) -> bool:
    """Whether the whole of a label is a word for a total, or the author names it as one."""
    bare = _bare(label)
    if bare in {_bare(name) for name in named}:
        return True
    return _says_total(bare)


@lru_cache(maxsize=20_000)
def _says_total(bare: str) -> bool:
    if not bare or _NEVER.search(bare):
        return False
    return bool(_ALONE.fullmatch(bare) or _PHRASE.fullmatch(bare))


@lru_cache(maxsize=20_000)
def _bare(label: str) -> str:
    """In small letters, without marks of notes, brackets around it, and how many were asked."""
    text = " ".join(tidied(label).lower().replace("_", " ").split())
    while (cut := _COUNTED.sub("", text).strip()) != text:
        text = cut
    return text[1:-1].strip() if text[:1] + text[-1:] in ("()", "[]") else text
