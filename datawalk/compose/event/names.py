"""Short names of stations, for cells and cards."""

from __future__ import annotations

from collections.abc import Mapping

from datawalk.walk import Station
from datawalk.words import later, phrase, say, spoken

SHORT: Mapping[str, str] = {
    "Employment opportunities": later("Jobs"),
    "Jobs paying living wages": later("Wages"),
    "Opportunities for income": later("Incomes"),
    "Financial security": later("Debt"),
    "Wealth-building opportunities": later("Wealth"),
    "Access to preschool": later("Preschool"),
    "Effective public education": later("Reading"),
    "School economic diversity": later("Classmates"),
    "Preparation for college": later("College"),
    "Digital access": later("Internet"),
    "Housing affordability": later("Rent"),
    "Housing stability": later("Homes"),
    "Economic inclusion": later("Inclusion"),
    "Racial diversity": later("Neighbors"),
    "Social capital": later("Ties"),
    "Transportation access": later("Transit"),
    "Access to health services": later("Doctors"),
    "Neonatal health": later("Babies"),
    "Environmental quality": later("Clean air"),
    "Safety from trauma": later("Injuries"),
    "Political participation": later("Voting"),
    "Descriptive representation": later("Leaders"),
    "Safety from crime": later("Safety"),
    "Just policing": later("Policing"),
    "About this place": later("Our place"),
}
"""What the predictors of the framework are called in a word or two."""


def short_name(station: Station) -> str:
    """That of its predictor; else what the station is called on the way."""
    language = spoken()
    context = "catalog.csv predictor"
    told = {phrase(language, context, name): say(word) for name, word in SHORT.items()}
    return told.get(station.about.predictor) or station.name
