"""From a setting, and what is written there, to a field or a card."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from datawalk.app.studio.desk.address import Address, Value, written
from datawalk.app.studio.forms import samples, words
from datawalk.app.studio.forms.description import (
    AddOffer,
    BlockCard,
    Brings,
    FormField,
    FormOption,
)
from datawalk.app.studio.forms.marks import (
    bound,
    brought,
    ticked,
    usual,
    with_headings,
    with_spots,
    without_help,
    yes,
)
from datawalk.app.studio.forms.plan import WALK, SettingPlan, plans
from datawalk.app.studio.forms.sums import summary
from datawalk.app.studio.line import seeking
from datawalk.app.studio.phrases import LANGUAGES
from datawalk.app.studio.preview.findings import FieldFinding
from datawalk.metrics.knowledge.catalog import catalog

PLACES = frozenset({(WALK, "place"), (WALK, "compare")})
"""Texts that may be the code of a place."""
LONE: Mapping[str, str] = {
    "AudienceStationConfig": "station",
    "HostConfig": "name",
    "PartConfig": "part",
    "ThemeConfig": "base",
}
"""Groups that may be written as one text, and the setting that it is then."""


@dataclass(frozen=True, slots=True)
class FormReader:
    """Who reads the forms of which walk: the `reader`'s language and the languages of the walk.

    `base` is where addresses are told from; findings have whole ones. What stands under the key
    `adopted` is the template's.
    """

    reader: str
    codes: tuple[str, ...]
    base: Address = ()
    findings: tuple[FieldFinding, ...] = ()
    adopted: str = ""

    def at(self, address: Address) -> tuple[FieldFinding, ...]:
        """What was found at a field."""
        return tuple(one for one in self.findings if one.address == (*self.base, *address))

    def field(self, plan: SettingPlan, value: Value, address: Address) -> FormField:
        """The field of a setting; None for one that is not written."""
        told = words.words_of(plan)
        blank = FormField(
            written(address),
            plan.sort,
            told.label.told(self.reader),
            told.help.told(self.reader),
            shown=usual(plan),
            required=plan.required,
            main=told.main,
            inherited=bool(self.adopted) and address[0] == self.adopted,
            least=bound(plan.least),
            most=bound(plan.most),
            step="" if plan.sort != "number" else "1" if plan.whole else "any",
            brings=brought(plan),
            findings=self.at(address),
        )
        match plan.sort:
            case "choice" | "ticks":
                return self._choice(blank, plan, value)
            case "group":
                return self._group(blank, plan, value, address)
            case "map":
                return self._map(blank, plan, value, address)
            case "list":
                return self._list(blank, plan, value, address)
            case "grid":
                return self._grid(blank, plan, value, address)
            case "cards":
                if value is None and plan.usual:
                    return self._as_usual(blank, plan)
                made = self.cards(plan, value if isinstance(value, list) else [], address)
                room = plan.most is None or len(made) < plan.most
                return replace(blank, cards=made, offers=self.offers(plan), full=not room)
        return self._single(blank, plan, value, address)

    def _single(
        self, blank: FormField, plan: SettingPlan, value: Value, address: Address
    ) -> FormField:
        if isinstance(value, dict):
            return self._tongues(blank, plan, value, address)
        text = value if isinstance(value, str) else ""
        if plan.sort == "switch":
            return replace(blank, value=yes(text or str(plan.usual)))
        if plan.sort == "metric" and text:
            found = catalog(self.reader).metrics.get(text)
            return replace(blank, value=text, shown=found.label if found else text)
        if (plan.owner, plan.name) in PLACES:
            place = seeking.place_of(text)
            return replace(blank, value=text, told=place.full if place else "")
        return replace(blank, value=text)

    def _tongues(
        self, blank: FormField, plan: SettingPlan, value: Mapping[str, Value], address: Address
    ) -> FormField:
        """A text that is there in several languages: a field for each."""
        codes = dict.fromkeys((*self.codes, *value))
        parts = tuple(
            replace(
                self.field(replace(plan, spoken=False), value.get(code), (*address, code)),
                label=f"{blank.label} ({LANGUAGES.get(code, code)})",
                language=code,
            )
            for code in codes
        )
        return replace(blank, sort="tongues", parts=parts)

    def _choice(self, blank: FormField, plan: SettingPlan, value: Value) -> FormField:
        """A choice keeps what is written even where it is none of ours."""
        taken = value if isinstance(value, list) else [value] if value is not None else []
        chosen = [item for item in taken if isinstance(item, str)]
        options = [
            FormOption(one, words.choice_words(plan, one).told(self.reader)) for one in plan.choices
        ]
        options += [FormOption(one, one) for one in chosen if one not in plan.choices]
        text = json.dumps(chosen) if plan.sort == "ticks" else (chosen or [""])[0]
        parts = tuple(
            FormField(
                blank.address, "switch", one.label, value=one.value, shown=ticked(one, chosen)
            )
            for one in options
            if plan.sort == "ticks"
        )
        return replace(blank, value=text, options=tuple(options), parts=parts)

    def _group(
        self, blank: FormField, plan: SettingPlan, value: Value, address: Address
    ) -> FormField:
        lone = LONE.get(plan.of)
        if lone and isinstance(value, str):
            inner = next(one for one in plans(plan.of) if one.name == lone)
            part = self.field(inner, value, address)
            whole = json.dumps({lone: value}, ensure_ascii=False)
            return replace(blank, sort="lone", parts=(part,), whole=whole)
        inside = value if isinstance(value, dict) else {}
        parts = tuple(
            self.field(one, inside.get(one.name), (*address, one.name)) for one in plans(plan.of)
        )
        return replace(blank, parts=parts)

    def _map(
        self, blank: FormField, plan: SettingPlan, value: Value, address: Address
    ) -> FormField:
        inside = value if isinstance(value, dict) else {}
        item = plan.item or plan
        parts = tuple(
            replace(
                self.field(item, inside.get(key), (*address, key)),
                label=words.choice_words(plan, key).told(self.reader),
                help="",
            )
            for key in dict.fromkeys((*plan.choices, *inside))
        )
        return replace(blank, parts=parts)

    def _list(
        self, blank: FormField, plan: SettingPlan, value: Value, address: Address
    ) -> FormField:
        item = plan.item or plan
        if value is None and plan.usual:
            return self._as_usual(blank, plan)
        single = isinstance(value, str | dict)
        items = value if isinstance(value, list) else [value] if single else []
        items = [*items, *[None] * (plan.fixed - len(items))]
        parts = tuple(
            replace(
                self.field(item, one, address if single else (*address, i)),
                label=f"{blank.label}: {i + 1}",
                help="",
            )
            for i, one in enumerate(items)
        )
        parts = (*parts[:1], *map(without_help, parts[1:]))
        grown = item.sort in ("group", "metric", "file")
        adding = samples.item(item.of, self.codes) if item.sort == "group" else None
        return replace(
            blank,
            parts=parts,
            adding=json.dumps(adding, ensure_ascii=False) if grown and adding else "",
            whole=json.dumps([value], ensure_ascii=False) if single else "",
            full=plan.most is not None and len(items) >= plan.most,
            items=item.sort,
            fixed=bool(plan.fixed),
            brings=brought(item),
        )

    def _as_usual(self, blank: FormField, plan: SettingPlan) -> FormField:
        """A list that nobody wrote, of which something is printed all the same."""
        whole = samples.usual(plan.usual, self.codes)
        names = [
            words.kinds()[str(one["medium"])].name.told(self.reader)
            for one in whole
            if isinstance(one, dict) and "medium" in one
        ]
        told = ", ".join(names or samples.texts(whole, self.codes[0]))
        return replace(blank, told=told, whole=json.dumps(whole, ensure_ascii=False))

    def _grid(
        self, blank: FormField, plan: SettingPlan, value: Value, address: Address
    ) -> FormField:
        item = plan.item or plan
        rows = [row for row in value if isinstance(row, list)] if isinstance(value, list) else []
        cells = tuple(
            tuple(self.field(item, cell, (*address, i, j)) for j, cell in enumerate(row))
            for i, row in enumerate(rows)
        )
        return replace(blank, rows=cells)

    def cards(
        self, plan: SettingPlan, value: Sequence[Value], address: Address
    ) -> tuple[BlockCard, ...]:
        """The cards of a list of blocks or outputs."""
        return tuple(self.card(plan, one, (*address, i), len(value)) for i, one in enumerate(value))

    def card(self, plan: SettingPlan, value: Value, address: Address, count: int) -> BlockCard:
        """A block or an output; of one whose kind nobody knows only its name is shown."""
        inside = value if isinstance(value, dict) else {}
        kind = str(inside.get("kind") or inside.get("medium") or "")
        named = words.kinds().get(kind)
        owner = plan.kinds.get(kind)
        fields = [
            self.field(one, inside.get(one.name), (*address, one.name))
            for one in (plans(owner) if owner else ())
        ]
        if kind == "table":
            fields = with_headings(fields)
        if kind == "image":
            fields = with_spots(fields)
        last = address[-1]
        # A button of the card does it: the field is for those who look for it.
        hiding = next((one for one in fields if one.address.endswith(".hide")), None)
        return BlockCard(
            written(address),
            kind,
            named.icon if named else "do-question",
            named.name.told(self.reader) if named else kind,
            summary(kind, inside, self.codes, self.reader),
            tuple(one for one in fields if first(one, inside) and one is not hiding),
            tuple(one for one in fields if not first(one, inside) or one is hiding),
            last == 0,
            last == count - 1,
            inherited=bool(self.adopted) and address[0] == self.adopted,
            hidden=inside.get("hide") in (True, "true"),
            findings=self.at(address),
        )

    def offers(self, plan: SettingPlan) -> tuple[AddOffer, ...]:
        """All that may be added to a list of cards."""
        return tuple(
            self.offer(kind, samples.block(kind, self.codes) or samples.output(kind))
            for kind in plan.kinds
            if plan.name == "outputs" or kind in samples.BLOCKS
        )

    def offer(self, kind: str, adding: Value, needs: Brings = "") -> AddOffer:
        """A kind that can be added, with what is put then."""
        named = words.kinds()[kind]
        return AddOffer(
            kind,
            named.icon,
            named.name.told(self.reader),
            named.about.told(self.reader),
            json.dumps(adding, ensure_ascii=False) if adding else "",
            needs,
        )


def first(field: FormField, written: Mapping[str, Value]) -> bool:
    """Whether a field stands among the first ones: a main one, one that is written, or to fix."""
    name = field.address.rpartition(".")[2]
    wanted = field.main or field.required or name in written
    return wanted or any(one.findings for one in field.all())
