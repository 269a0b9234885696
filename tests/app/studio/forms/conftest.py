"""The app with a page of nothing but forms."""

from __future__ import annotations

import pytest

from datawalk.app.studio import site
from tests.app.studio.forms.pages import ROUTE


@pytest.fixture(autouse=True)
def _with_forms_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "ROUTES", (*site.ROUTES, ROUTE))
