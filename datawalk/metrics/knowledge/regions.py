"""The regions and divisions of the country, as the U.S. Census Bureau draws them."""

from __future__ import annotations

from types import MappingProxyType

_DIVISIONS = """
Northeast: New England: 09 23 25 33 44 50
Northeast: Middle Atlantic: 34 36 42
Midwest: East North Central: 17 18 26 39 55
Midwest: West North Central: 19 20 27 29 31 38 46
South: South Atlantic: 10 11 12 13 24 37 45 51 54
South: East South Central: 01 21 28 47
South: West South Central: 05 22 40 48
West: Mountain: 04 08 16 30 32 35 49 56
West: Pacific: 02 06 15 41 53
"""
REGIONS = MappingProxyType(
    {
        code: (region, division)
        for region, division, codes in (
            line.split(": ") for line in _DIVISIONS.strip().splitlines()
        )
        for code in codes.split()
    }
)
"""State code -> (region, division). Puerto Rico is in none."""
