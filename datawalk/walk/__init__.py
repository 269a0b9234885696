"""The walk as it will be shown: stations of exhibits, every number already in words."""

from datawalk.walk.event import Event, Host
from datawalk.walk.session import (
    PLAIN_SESSION,
    AgendaItem,
    Framework,
    Pillar,
    Predictor,
    SessionPart,
)
from datawalk.walk.station import (
    NOTHING,
    About,
    FurtherSource,
    SheetNumber,
    Station,
    Takeaway,
    Term,
)
from datawalk.walk.walk import Composed, SourcesIn, Walk

__all__ = [
    "NOTHING",
    "PLAIN_SESSION",
    "About",
    "AgendaItem",
    "Composed",
    "Event",
    "Framework",
    "FurtherSource",
    "Host",
    "Pillar",
    "Predictor",
    "SessionPart",
    "SheetNumber",
    "SourcesIn",
    "Station",
    "Takeaway",
    "Term",
    "Walk",
]
