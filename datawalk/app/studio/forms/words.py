"""What settings, choices and kinds of blocks are called, in both languages of the studio."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from datawalk.app.studio.forms.plan import SettingPlan, readable
from datawalk.app.studio.preview.words import InBoth
from datawalk.shipped import table

HOME = "app/studio/forms"
GROUPS: Mapping[str, InBoth] = MappingProxyType(
    {
        "data": InBoth("From the data", "De los datos"),
        "people": InBoth("From people here", "De la gente de aquí"),
        "talk": InBoth("To talk and write", "Para conversar y escribir"),
        "yours": InBoth("Yours", "Lo suyo"),
    }
)


@dataclass(frozen=True, slots=True)
class SettingWords:
    """The label of a setting, its help, and whether it stands among the first fields."""

    label: InBoth
    help: InBoth
    main: bool = False


@dataclass(frozen=True, slots=True)
class BlockKind:
    """A kind of block by its plain name, with one sentence about it."""

    kind: str
    group: str
    icon: str
    name: InBoth
    about: InBoth


@lru_cache(maxsize=1)
def _labels() -> Mapping[tuple[str, str], SettingWords]:
    return MappingProxyType(
        {
            (row["owner"], row["setting"]): SettingWords(
                InBoth(row["en"], row["es"]),
                InBoth(row["help_en"], row["help_es"]),
                row["place"] == "m",
            )
            for row in table(f"{HOME}/labels.csv")
        }
    )


def words_of(plan: SettingPlan) -> SettingWords:
    """What a setting is called: by its class, or as settings of its name are everywhere."""
    known = _labels()
    found = known.get((plan.owner, plan.name)) or known.get(("*", plan.name))
    plain = readable(plan.name)
    return found or SettingWords(InBoth(plain, plain), InBoth("", ""))


def called(setting: str) -> InBoth:
    """What a setting of this name is called, wherever it stands."""
    known = _labels()
    found = known.get(("*", setting))
    found = found or next((w for (_, name), w in known.items() if name == setting), None)
    return found.label if found else InBoth(readable(setting), readable(setting))


def named(plan: SettingPlan) -> bool:
    """Whether somebody wrote words for a setting."""
    return bool({(plan.owner, plan.name), ("*", plan.name)} & _labels().keys())


@lru_cache(maxsize=1)
def _choices() -> Mapping[str, InBoth]:
    return MappingProxyType(
        {row["choice"]: InBoth(row["en"], row["es"]) for row in table(f"{HOME}/choices.csv")}
    )


def choice_words(plan: SettingPlan, choice: str) -> InBoth:
    """What a choice is called; some words mean something else in some settings."""
    known = _choices()
    found = known.get(f"{plan.owner}.{plan.name}={choice}")
    found = found or known.get(f"{plan.owner}.{plan.name}={choice}") or known.get(choice)
    return found or InBoth(readable(choice), readable(choice))


def choice_named(plan: SettingPlan, choice: str) -> bool:
    """Whether somebody wrote words for a choice."""
    return bool({f"{plan.owner}.{plan.name}={choice}", choice} & _choices().keys())


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, BlockKind]:
    """All kinds of blocks, in the order in which they are offered."""
    return MappingProxyType(
        {
            row["kind"]: BlockKind(
                row["kind"],
                row["group"],
                row["icon"],
                InBoth(row["en"], row["es"]),
                InBoth(row["about_en"], row["about_es"]),
            )
            for row in table(f"{HOME}/kinds.csv")
        }
    )
