"""The console while the room is live: every state of a vote, the results and the clock, sound at every size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSettings, QSize, Qt
from window_audit import audit

from desktop.console.diagnose.page import DiagnosePage
from desktop.console.steps import Step
from desktop.view_models.workshop.pacing import Pacing
from models.values.sentence import act_called
from models.values.terms import NoteKind

SIZES = ((1000, 660), (1024, 768), (1366, 690), (1920, 1080))


def lasting(facilitator: Facilitator) -> list[str]:
    for _ in range(10):
        faults = audit(facilitator.window)
        if not faults:
            return []
        facilitator.qtbot.wait(60)
    return faults


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_state_of_a_workshop_is_sound(
    settings: QSettings, start: Callable[[], Facilitator], size: tuple[int, int], long: bool
) -> None:
    if size in SIZES[1:3] and not long:
        pytest.skip("between the smallest and the largest")
    facilitator = start()
    facilitator.opens_the_sample()
    facilitator.window.resize(QSize(*size))
    late_in_the_longest_box(facilitator)
    faults: list[str] = []

    def look(state: str) -> None:
        faults.extend(f"{state}: {fault}" for fault in lasting(facilitator))

    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_F5)
    for _ in range(3):
        facilitator.qtbot.wait(100)
    look("live")
    control = facilitator.room
    control.projector.lost.emit("Projector HDMI-A-1, 1920 × 1080")
    assert "is unplugged" in facilitator.reads()
    look("unplugged")
    control.projector.returned.emit("Projector")
    look("plugged in again")
    page = facilitator.window.pages[Step.DIAGNOSE]
    assert isinstance(page, DiagnosePage)
    for way in ("counts", "named", "ballot"):
        facilitator.types("v")
        look(f"vote, {way}")
    facilitator.types("v")
    facilitator.types("1 2 3 1")
    facilitator.presses_key(Qt.Key.Key_Return)
    look("revealed")
    for kind in NoteKind:
        page.bar.begin(kind)
    page.setFocus()
    look("everything captured")
    facilitator.goes_to(Step.RESULTS)
    for part in ("modes", "agreement", "captured"):
        look(part)
        facilitator.presses_key(Qt.Key.Key_Right)
    facilitator.goes_to(Step.PREPARE)
    look("prepare")
    assert not faults, "\n".join(faults)


def late_in_the_longest_box(facilitator: Facilitator) -> None:
    pacing = Pacing(facilitator.session)
    box = facilitator.engagement.current.agenda[1]
    title = "What the model has cost so far, and what it would have cost to do the same by hand"
    facilitator.session.edit(act_called("Late"), replace(box, title=title, spent=box.spent + 3600))
    for later in facilitator.engagement.current.agenda[2:]:
        facilitator.session.edit(act_called("Open"), replace(later, spent=0))
    pacing.go_on()
    running = next(b for b in facilitator.engagement.current.agenda if b.since)
    assert running.since is not None
    facilitator.session.edit(act_called("Late"), replace(running, since=running.since - timedelta(minutes=9)))
