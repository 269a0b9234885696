"""Words of the studio about a walk, in English and in Spanish: no catalog of sheets has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class InBoth:
    """A sentence in both languages of the studio, with {names} to be filled in."""

    en: str
    es: str

    def told(self, language: str, **values: object) -> str:
        text = self.es if language.startswith("es") else self.en
        return text.format(**values)


SURE: Mapping[str, InBoth] = MappingProxyType(
    {
        "sure": InBoth("Sure", "Seguro"),
        "less": InBoth("Less sure", "Menos seguro"),
        "unsure": InBoth("Too unsure", "Demasiado inseguro"),
        "ungraded": InBoth("Nobody says how sure", "Nadie dice qué tan seguro"),
        "none": InBoth("No number here", "Aquí no hay número"),
    }
)

PARTS: Mapping[str, InBoth] = MappingProxyType(
    {
        "title": InBoth("Title", "Título"),
        "kicker": InBoth("Line above the title", "Línea sobre el título"),
        "takeaway": InBoth("Main point", "Idea principal"),
        "opening": InBoth("What is counted, and why", "Qué se cuenta y por qué"),
        "minutes": InBoth("Minutes", "Minutos"),
        "heading": InBoth("Heading", "Encabezado"),
        "body": InBoth("What it shows", "Lo que muestra"),
        "figure": InBoth("Picture of the numbers", "Imagen de los números"),
        "item": InBoth("Line of a list", "Línea de una lista"),
        "quote": InBoth("Quote", "Cita"),
        "caption": InBoth("Small print", "Letra pequeña"),
        "question": InBoth("Question", "Pregunta"),
        "starter": InBoth("Start of an answer", "Comienzo de una respuesta"),
        "event": InBoth("Day and place", "Día y lugar"),
        "place": InBoth("Place", "Lugar"),
        "sources": InBoth("Sources", "Fuentes"),
        "foot": InBoth("Name of the walk", "Nombre del recorrido"),
        "station": InBoth("Station", "Estación"),
    }
)
"""What the parts of a page are called, as `PartOutline.part` names them."""
