"""Builds: words that come paragraph by paragraph on a click (ECMA-376 Part 1, 19.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.render.pptx.types import Element, inner
from datawalk.render.pptx.xml import element

NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'


@dataclass(frozen=True, slots=True)
class Built:
    """A shape by its number on the slide, and how many paragraphs it has."""

    shape: int
    paragraphs: int


def add_builds(slide: Element, built: Sequence[Built]) -> None:
    """Let the paragraphs of these shapes come one by one, in their order."""
    if not built:
        return
    steps = [(held.shape, i) for held in built for i in range(held.paragraphs)]
    clicks = "".join(_click(3 + 4 * n, *step) for n, step in enumerate(steps))
    ends = (
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
        '</p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/>'
        "</p:tgtEl></p:cond></p:nextCondLst>"
    )
    listed = "".join(f'<p:bldP spid="{held.shape}" grpId="0" build="p"/>' for held in built)
    timing = element(
        "<p:timing><p:tnLst><p:par>"
        '<p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek">'
        '<p:cTn id="2" dur="indefinite" nodeType="mainSeq">'
        f"<p:childTnLst>{clicks}</p:childTnLst></p:cTn>{ends}</p:seq>"
        "</p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"<p:bldLst>{listed}</p:bldLst></p:timing>"
    )
    inner(slide, "{*}clrMapOvr").addnext(timing)


def _click(first: int, shape: int, paragraph: int) -> str:
    """What a click shows: one paragraph, at once; `first` is the number of its first time node."""
    target = f'<p:spTgt spid="{shape}"><p:txEl><p:pRg st="{paragraph}" end="{paragraph}"/></p:txEl>'
    shown = (
        f'<p:set><p:cBhvr><p:cTn id="{first + 3}" dur="1" fill="hold">{NOW}</p:cTn>'
        f"<p:tgtEl>{target}</p:spTgt></p:tgtEl>"
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set>'
    )
    effect = (
        f'<p:par><p:cTn id="{first + 2}" presetID="1" presetClass="entr" presetSubtype="0" '
        f'fill="hold" grpId="0" nodeType="clickEffect">{NOW}'
        f"<p:childTnLst>{shown}</p:childTnLst></p:cTn></p:par>"
    )
    inside = (
        f'<p:par><p:cTn id="{first + 1}" fill="hold">{NOW}'
        f"<p:childTnLst>{effect}</p:childTnLst></p:cTn></p:par>"
    )
    return (
        f'<p:par><p:cTn id="{first}" fill="hold">'
        '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
        f"<p:childTnLst>{inside}</p:childTnLst></p:cTn></p:par>"
    )
