"""Programs that are killed while they write lose nothing that they said was saved."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are split by Unix only")
def test_a_sample_of_kills(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.app.studio.desk.kills", "25", "1", str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 25
