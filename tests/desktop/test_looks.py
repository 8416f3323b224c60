"""Every screen at five sizes in both themes: nothing clipped, overlapping, faint or unnamed; and the audit can see."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QRect, QSettings, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from window_audit import audit, clipped, faint, overlapping, painted_texts, unnamed

from desktop.console.playbook.page import PlaybookPage
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.report.page import ReportPage
from desktop.console.steps import Step
from desktop.view_models.planning import Part, Planning

SIZES = ((1024, 768), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160))
SOME_SIZES = ((1280, 720), (1024, 768), (1920, 1080))
"""Where there is no time for all; in dark, without the first."""


def at_rest(facilitator: Facilitator, step: Step) -> None:
    facilitator.goes_to(step)
    page = facilitator.window.pages.get(step)
    if isinstance(page, ReportPage):
        facilitator.waits_until(lambda: page.preview.page_count > 0)
    for _ in range(3):
        facilitator.qtbot.wait(20)


def lasting(facilitator: Facilitator, look: Callable[[QWidget], list[str]] = audit) -> list[str]:
    """The faults that are still there once the layout has come to rest."""
    for _ in range(10):
        faults = look(facilitator.window)
        if not faults:
            return []
        facilitator.qtbot.wait(60)
    return faults


def placed(window: QWidget) -> list[str]:
    return clipped(window) + overlapping(window)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_screen_is_sound_at_every_size(
    settings: QSettings, start: Callable[[], Facilitator], theme: str, long: bool
) -> None:
    settings.setValue("theme", theme)
    facilitator = start()
    window = facilitator.window
    faults = [f"first start: {fault}" for fault in audit(window)]
    facilitator.opens_the_sample()
    for size in SIZES if long else SOME_SIZES[theme == "dark" :]:
        window.resize(QSize(*size))
        for step in Step:
            at_rest(facilitator, step)
            faults += [f"{step.value} {size[0]}×{size[1]}: {fault}" for fault in lasting(facilitator)]
    assert not faults, "\n".join(faults)


def test_every_state_of_an_action_is_sound(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.window.resize(QSize(1024, 768))
    at_rest(facilitator, Step.PLAN)
    faults = []
    rows = Planning(facilitator.session).rows()
    for part in Part:
        row = next(r for r in rows if r.part is part)
        facilitator.window.pages[Step.PLAN].list.chosen.emit(row.key)
        facilitator.qtbot.wait(50)
        faults += lasting(facilitator)
    assert not faults, "\n".join(faults)


def test_every_sign_is_sound_at_the_smallest_size(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.window.resize(QSize(1024, 768))
    at_rest(facilitator, Step.DIAGNOSE)
    faults = []
    for sign in facilitator.session.method.signs:
        facilitator.window.pages[Step.DIAGNOSE].show_sign(sign.id)
        faults += [f"{sign.id}: {fault}" for fault in lasting(facilitator, placed)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_every_stop_of_the_playbook_is_sound(facilitator: Facilitator, size: tuple[int, int]) -> None:
    facilitator.opens_the_sample()
    facilitator.window.resize(QSize(*size))
    at_rest(facilitator, Step.PLAYBOOK)
    page = facilitator.window.pages[Step.PLAYBOOK]
    assert isinstance(page, PlaybookPage)
    faults = []
    for stop in page.model.stops:
        page.show_stop(stop.key)
        facilitator.qtbot.wait(60)
        faults += [f"{stop.key}: {fault}" for fault in lasting(facilitator)]
        wide = [t.accessibleName() for t in page.findChildren(RegisterTable) if t.horizontalScrollBar().maximum()]
        faults += [f"{stop.key}: {name} scrolls sideways" for name in wide]
    assert not faults, "\n".join(faults)


class _PaintedByHand(QWidget):
    """A text larger than its place, and one that has room."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawText(QRect(0, 0, 30, 20), 0, "two words in the place of one")
            painter.drawText(QRect(0, 0, 30, 20), 0, "one")


def test_the_audit_sees_planted_faults(dressed_app: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet("background: white")
    column = QVBoxLayout(window)
    pale, tight, nameless = QLabel("hardly to be read"), QLabel("far too long for its place"), QPushButton("")
    pale.setStyleSheet("color: #DDDDDD")
    tight.setFixedWidth(40)
    for part in (pale, tight, nameless):
        column.addWidget(part)
    on_top = QLabel("over another", window)
    column.addWidget(by_hand := _PaintedByHand())
    window.resize(300, 200)
    window.show()
    on_top.setGeometry(tight.geometry())
    assert faint(window)
    assert clipped(window)
    assert overlapping(window)
    assert unnamed(window)
    with painted_texts() as cut:
        by_hand.grab()
    assert cut == ["painted into too little: “two words in the place of one”"]
