"""Days and times of day as the language of a walk writes them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from datawalk.words import spoken

if TYPE_CHECKING:
    from babel import Locale

LOCALES = {"en": "en-US", "es": "es-US"}
"""Times and days as people in the United States write them."""


def _locale() -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(LOCALES.get(spoken(), spoken()), sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en-US", sep="-")


def clock_time(minutes: int) -> str:
    """A time of day: 6:30 PM, 18:30."""
    from babel.dates import format_time

    hour, minute = divmod(minutes % (24 * 60), 60)
    # The CLDR puts a narrow space before PM, which some faces lack.
    said = format_time(time(hour, minute), "short", locale=_locale())
    return str(said).replace("\u202f", "\u00a0")


def bare_time(minutes: int) -> str:
    """A time of day without the half of the day, as on a schedule: 6:30, 18:30."""
    return clock_time(minutes).partition("\u00a0")[0]


def long_day(day: date | None) -> str:
    """'Thursday, April 15, 2027', as a line of its own; nothing of no day."""
    return _dressed(long_day_within(day)) if day else ""


def long_day_within(day: date) -> str:
    """The same within a sentence."""
    from babel.dates import format_date

    return str(format_date(day, "full", locale=_locale()))


def month_day(day: date) -> str:
    """'April 15'."""
    from babel.dates import format_skeleton

    return str(format_skeleton("MMMMd", day, locale=_locale()))


def short_day(day: date) -> str:
    """'Thu, Apr 15', as a line of its own."""
    return _dressed(short_day_within(day))


def short_day_within(day: date) -> str:
    """The same within a sentence."""
    from babel.dates import format_skeleton

    return str(format_skeleton("MMMEd", day, locale=_locale()))


def _dressed(text: str) -> str:
    """With a capital at its beginning, which days have in Spanish only there."""
    return text[:1].upper() + text[1:]


def own_name(language: str) -> str:
    """What a language is called by those who speak it: English, Español; else its code."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(language, sep="-").get_language_name(language.partition("-")[0])
    except (UnknownLocaleError, ValueError):
        return language
    return _dressed(name or language)
