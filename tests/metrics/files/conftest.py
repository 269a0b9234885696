"""Every test of reading reads for itself."""

import pytest


@pytest.fixture(autouse=True)
def _reads(read_anew: None) -> None:
    pass
