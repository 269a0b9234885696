"""Words for a total, and names that only look like one."""

from __future__ import annotations

import pytest

from datawalk.metrics.local.columns.totals import is_total

TOTALS = """
Total; TOTAL; Total:; Total*; (All); All; All (n = 1,200); Total (n=210); Everyone; Overall; Both
Subtotal; Grand total; Citywide; County-wide; Statewide; All residents; All areas; All zip codes
All races/ethnicities; All races and ethnicities; Both sexes; All students; All income levels
Total population; Total, all areas; Ward 1 Total; Boone County total; North Side - Subtotal
all_residents; Total for Boone County; All of the neighborhoods; Todos; Todas las áreas
Total general; Ambos sexos; todos los residentes
"""
PARTS = """
All other; All other residents; All Saints; Both Rivers; Combined Locks; Whole Village; Total Wine
All Black residents; All low-income residents; Everyone else; Totals Ave; Sum Hill; Overall Creek
Allenton; Todos Santos; Todos los demás; All other races; Total Health Clinic; All women
Grand Total Ranch; Other total; The Commons; Both parents work; All Hallows; All but Ward 1
Subtotal other; Non-Hispanic; Otros; Rest of county; Households without children total
City except downtown total; Hogares sin hijos total
"""


def listed(text: str) -> list[str]:
    return [label.strip() for line in text.strip().splitlines() for label in line.split(";")]


@pytest.mark.parametrize("label", listed(TOTALS))
def test_a_word_for_a_total(label: str) -> None:
    assert is_total(label, ())


@pytest.mark.parametrize("label", listed(PARTS))
def test_a_part_like_others(label: str) -> None:
    assert not is_total(label, ())


def test_what_the_author_names() -> None:
    assert is_total("Boone County", ("Boone County",))
    assert is_total("boone county ", ("Boone County",))
    assert not is_total("Boone", ("Boone County",))
    assert not is_total("", ())
