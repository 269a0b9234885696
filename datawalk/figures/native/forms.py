"""What the native plans of all forms of charts share."""

from __future__ import annotations

from typing import Protocol

from datawalk.exhibits import Chart
from datawalk.page.figure import Drawing, Field, Native
from datawalk.typography.measure import Measurer


class Planned(Protocol):
    """Plans a chart of one form, in the place and by the plan of its drawing."""

    def __call__(self, chart: Chart, drawing: Drawing, measurer: Measurer, /) -> Native: ...


def field_of(drawing: Drawing) -> Field:
    """Where the plan has the values of a chart."""
    assert drawing.plan.field
    return drawing.plan.field
