"""Forms as they are shown: fields and cards, each with the address that its change is posted for.

How a page posts them: `POST /w/{walk}/change` with `tag`, `station`, `do`, `field` and `value`, as
the macros of templates/forms/fields.html write them. Addresses are told from the station, or from
the walk where no station is named. A value that is empty is to be dropped unless it is `required`;
a field whose parents are not there yet is put with them, and one that is `inherited` only after
its key was adopted from the template.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from datawalk.app.studio.forms.plan import Sort
from datawalk.app.studio.preview.findings import FieldFinding

Shape = Sort | Literal["tongues", "lone", "spots"]
"""A text in several languages, a group of which only the main setting is written, and a choice of a
spot on a picture."""
Brings = Literal["", "photo", "table", "font", "slides"]


@dataclass(frozen=True, slots=True)
class FormOption:
    """One of some values: as it is written, and as it is called."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class FormField:
    """A setting as a field. `value` is what is written ('' for nothing), `shown` what stands there
    then, `told` what it means: a place by its name.

    `parts` are the fields in it: settings of a group, items of a list, a text in each language;
    `rows` those of a table, with `parts` as its headings; `cards` those of a list of cards, and
    `offers` what can be added to it. `adding` is what a new item is (JSON; '' for a text that is
    typed), `items` of which sort they are, `fixed` that there are always as many. `whole` is what
    is put to write all of what stands there as usual, or in short. `picture` is the file on which a
    spot is chosen.
    """

    address: str
    sort: Shape
    label: str
    help: str = ""
    value: str = ""
    shown: str = ""
    told: str = ""
    required: bool = False
    main: bool = False
    inherited: bool = False
    least: str = ""
    most: str = ""
    step: str = ""
    language: str = ""
    options: tuple[FormOption, ...] = ()
    parts: tuple[FormField, ...] = ()
    rows: tuple[tuple[FormField, ...], ...] = ()
    cards: tuple[BlockCard, ...] = ()
    offers: tuple[AddOffer, ...] = ()
    adding: str = ""
    whole: str = ""
    items: str = ""
    fixed: bool = False
    full: bool = False
    brings: Brings = ""
    picture: str = ""
    findings: tuple[FieldFinding, ...] = ()

    @property
    def id(self) -> str:
        """`f-stations-3-title`: where links from the poster lead."""
        return f"f-{self.address.replace('.', '-')}"

    @property
    def index(self) -> int:
        """The number of an item in its list, from 0."""
        last = self.address.rpartition(".")[2]
        return int(last) if last.isdigit() else 0

    @property
    def owner(self) -> str:
        """The address of the list that an item is in."""
        return self.address.rpartition(".")[0]

    def all(self) -> Iterator[FormField]:
        """This field and all in it."""
        yield self
        for part in (*self.parts, *(cell for row in self.rows for cell in row)):
            yield from part.all()
        for card in self.cards:
            yield from card.all()


@dataclass(frozen=True, slots=True)
class BlockCard:
    """A block or an output as a card: its kind by name, what is in it, and its fields. One that is
    `inherited` stands in the template alone until it is changed."""

    address: str
    kind: str
    icon: str
    title: str
    sub: str
    fields: tuple[FormField, ...]
    more: tuple[FormField, ...]
    first: bool
    last: bool
    inherited: bool = False
    hidden: bool = False
    findings: tuple[FieldFinding, ...] = ()

    @property
    def id(self) -> str:
        return f"b-{self.address.replace('.', '-')}"

    @property
    def index(self) -> int:
        return int(self.address.rpartition(".")[2])

    @property
    def owner(self) -> str:
        """The address of the list that it is in."""
        return self.address.rpartition(".")[0]

    @property
    def name(self) -> str:
        """The id of its own field, where links to all of it lead."""
        return f"f-{self.address.replace('.', '-')}"

    def all(self) -> Iterator[FormField]:
        """Every field in it."""
        for field in (*self.fields, *self.more):
            yield from field.all()


@dataclass(frozen=True, slots=True)
class AddOffer:
    """A kind that can be added: its name, a sentence, and what is put (JSON). Where `needs` names
    a file of one's own there is nothing to put before one is there."""

    kind: str
    icon: str
    name: str
    about: str
    adding: str
    needs: Brings = ""


@dataclass(frozen=True, slots=True)
class AddGroup:
    """Kinds that are offered together."""

    name: str
    offers: tuple[AddOffer, ...]


@dataclass(frozen=True, slots=True)
class StationForms:
    """All that can be changed at a station: its own fields, a card for each block, what to add.

    `list` is the address of the blocks that new ones go to, `next` their number there."""

    tag: str
    station: str
    index: int
    fields: tuple[FormField, ...]
    more: tuple[FormField, ...]
    cards: tuple[BlockCard, ...]
    add: tuple[AddGroup, ...]
    list: str
    next: int

    def all(self) -> Iterator[FormField]:
        """Every field."""
        for field in (*self.fields, *self.more):
            yield from field.all()
        for card in self.cards:
            yield from card.all()


@dataclass(frozen=True, slots=True)
class WalkForms:
    """The settings of the walk on one tab; `station` is empty."""

    tag: str
    tab: str
    fields: tuple[FormField, ...]
    more: tuple[FormField, ...]
    station: str = ""

    def all(self) -> Iterator[FormField]:
        """Every field."""
        for field in (*self.fields, *self.more):
            yield from field.all()
