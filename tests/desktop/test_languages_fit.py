"""Every page in German and French, at three sizes, light and dark: nothing cut, overlapping, faint or unnamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

import pytest
from facilitator import Facilitator
from painted_audit import cut_when_painted
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStaticText
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_looks import at_rest, lasting
from window_audit import clipped

from desktop.console.steps import Step
from desktop.view_models.room.showing import Showing
from desktop.widgets.flow import Flow
from desktop.words import speak
from resources.words import catalogue

SIZES = ((1024, 768), (1366, 768), (1920, 1080))
ALL = tuple(product(SIZES, (False, True), Step))
SMALL_LAPTOP = (1093, 614)
SOME = {"de": ((SIZES[0], False, Step.REPORT),), "fr": ((SIZES[0], True, Step.CLOSING),)}
"""Where there is no time for all."""
TIGHT = {"de": ((SMALL_LAPTOP, Step.RESULTS), (SIZES[1], Step.LIBRARY)), "fr": ((SIZES[1], Step.LIBRARY),)}
"""Where what is painted by hand has the least room."""


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(catalogue("en"))


def in_the_sample(start: Callable[[], Facilitator], language: str) -> Facilitator:
    """Somebody who speaks that language, with the sample open."""
    speak(catalogue(language))
    facilitator = start()
    facilitator.clearway.browsing.open_sample()
    facilitator.waits_until(lambda: facilitator.window.session is not None)
    return facilitator


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_page_fits_in_every_language(start: Callable[[], Facilitator], language: str, long: bool) -> None:
    facilitator, faults = in_the_sample(start, language), []
    window, painted = facilitator.window, partial(cut_when_painted, words=catalogue(language))
    for size, dark, step in ALL if long else SOME[language]:
        window.resize(QSize(*size))
        if window.look.theme.dark is not dark:
            window.settings.toggle_theme()
        at_rest(facilitator, step)
        place = f"{step.value}, {size[0]}×{size[1]}, {'dark' if dark else 'light'}"
        faults += [f"{place}: {fault}" for fault in lasting(facilitator)]
        faults += [f"{place}: {fault}" for fault in lasting(facilitator, painted)]
    for size, step in TIGHT[language]:
        window.resize(QSize(*size))
        facilitator.goes_to(step)
        facilitator.qtbot.wait(20)
        faults += [f"{step.value}, {size[0]}: {fault}" for fault in lasting(facilitator, painted)]
    for showing in Showing:
        window.rail.room.show_state(showing, "")
        QApplication.processEvents()
        faults += [f"{showing.value}: {fault}" for fault in clipped(window.rail)]
    assert not faults, "\n".join(faults)


class _Painted(QWidget):
    """Draws texts that are too wide for their place, and one of the product's and a sum that were shortened."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawText(QRect(0, 0, 20, 20), int(Qt.AlignmentFlag.AlignLeft), "far too long")
            painter.drawText(QRect(0, 20, 20, 20), int(Qt.TextFlag.TextWordWrap), "two lines or more")
            painter.drawText(QRect(0, 40, 280, 20), int(Qt.AlignmentFlag.AlignLeft), "Gesich…")
            painter.drawText(QRect(0, 60, 20, 200), int(Qt.TextFlag.TextWordWrap), "Produktionsmengen")
            painter.drawStaticText(0, 80, QStaticText("186 4…"))
            painter.drawStaticText(0, 100, QStaticText("12. Novem…"))


def test_the_audit_of_what_is_painted_sees_planted_faults(dressed_app: QApplication, qtbot: QtBot) -> None:
    window = _Painted()
    qtbot.addWidget(window)
    window.resize(300, 120)

    assert len(cut_when_painted(window, catalogue("de"))) == 6


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_acts_of_the_report_take_a_line_each(start: Callable[[], Facilitator], language: str) -> None:
    facilitator = in_the_sample(start, language)
    facilitator.goes_to(Step.REPORT)
    page = facilitator.window.pages[Step.REPORT]
    for size in (SMALL_LAPTOP, SIZES[0], SIZES[1]):
        facilitator.window.resize(QSize(*size))
        facilitator.comes_to_rest()
        flows = [flow for flow in page.findChildren(Flow) if flow.count() and flow.itemAt(0).widget().isVisible()]
        assert len(flows) == 5
        folded = [flow.itemAt(0).widget().accessibleName() for flow in flows if lines(flow) > 1]
        assert not folded, f"{size}: {folded}"


def lines(flow: Flow) -> int:
    items = filter(None, map(flow.itemAt, range(flow.count())))
    return len({item.geometry().center().y() for item in items})
