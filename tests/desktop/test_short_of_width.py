"""A window of 1024 pixels, the least there is: what is said on it is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from test_languages_fit import in_the_sample
from test_looks import at_rest
from window_audit import clipped

from desktop.console.prepare.agenda.agenda_row import AgendaRow
from desktop.console.prepare.page import PreparePage
from desktop.console.steps import Step
from desktop.words import speak
from resources.words import catalogue

NARROW = QSize(1024, 768)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(catalogue("en"))


def shown_of(row: AgendaRow) -> str:
    """The title as it stands in the row, its lines after one another."""
    said: list[str] = []
    drawn = QPainter.drawStaticText

    def taken(painter: QPainter, place: object, text: object) -> None:
        said.append(text.text())  # type: ignore[attr-defined]

    QPainter.drawStaticText = taken  # type: ignore[assignment, method-assign]
    try:
        row.title.grab()
    finally:
        QPainter.drawStaticText = drawn  # type: ignore[method-assign]
    return " ".join(said)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_run_of_the_meeting_is_whole_where_the_page_is_narrow(
    start: Callable[[], Facilitator], language: str
) -> None:
    facilitator = in_the_sample(start, language)
    facilitator.window.resize(NARROW)
    at_rest(facilitator, Step.PREPARE)
    page = facilitator.window.pages[Step.PREPARE]
    assert isinstance(page, PreparePage)
    for preset in (None, *facilitator.session.method.agenda):
        if preset is not None:
            page.agenda._model.use(preset)

        def whole() -> bool:
            rows = [row for row in page.findChildren(AgendaRow) if row.isVisible()]
            return len(rows) > 4 and all(shown_of(row) == row.title.text() for row in rows)

        facilitator.waits_until(whole)
        assert clipped(page) == []
