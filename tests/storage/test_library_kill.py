"""What was acknowledged survives a killed process."""

from __future__ import annotations

import os
from pathlib import Path

from kill_proof import prove

KILLS = int(os.environ.get("CLEARWAY_KILLS", "20"))


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    assert prove(KILLS, tmp_path) == []


def test_the_proof_sees_a_loss_when_edits_are_acknowledged_too_early(tmp_path: Path) -> None:
    assert any("not as acknowledged" in loss for loss in prove(4, tmp_path, early=True))


def test_a_locked_library_that_is_killed_loses_nothing_and_shows_nothing(tmp_path: Path) -> None:
    assert prove(4, tmp_path, locked=True) == []
