"""Type up to twice its size, in every language, and high contrast, on a usual laptop: nothing is cut or overlaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from facilitator import Facilitator
from painted_audit import cut_when_painted
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from test_languages_fit import in_the_sample
from test_looks import at_rest, lasting, placed
from window_audit import audit, clipped

from desktop.console.plan.page import PlanPage
from desktop.console.plan.view_choice import View
from desktop.console.playbook.page import PlaybookPage
from desktop.console.report.page import ReportPage
from desktop.console.steps import Step
from desktop.console.window import ConsoleWindow
from desktop.settings import CONTRAST, TYPE_SIZE
from desktop.widgets.typed.understood_field import DaysField
from desktop.words import speak, spoken
from resources.words import catalogue

LAPTOP = QSize(1366, 768)
SOME = {
    "en": ((150, Step.DIAGNOSE), (200, Step.RESULTS)),
    "de": ((150, Step.RESULTS), (200, Step.PREPARE)),
    "fr": ((175, Step.REPORT),),
}
"""Where there is no time for all."""
TIGHT = QSize(1024, 768)
PAINTED = {
    "en": ((125, Step.PLAN), (150, Step.PLAN)),
    "de": ((125, Step.RESULTS), (150, Step.PLAYBOOK)),
    "fr": ((125, Step.PLAYBOOK), (150, Step.READINESS)),
}
"""Where larger type has the least room."""


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(catalogue("en"))


def at_the_gate(facilitator: Facilitator, step: Step) -> None:
    """On that page; of the playbook at its first gate."""
    facilitator.goes_to(step)
    page = facilitator.window.pages.get(step)
    if isinstance(page, PlaybookPage):
        page.show_stop(f"{facilitator.session.method.phases[0].id}/")


def parts_of(page: QWidget | None) -> Iterator[str]:
    """Turns to each stop of the playbook and each view of the plan, by its name; other pages as they are."""
    yield "as it is"
    if isinstance(page, PlaybookPage):
        for stop in page.model.stops:
            page.show_stop(stop.key)
            yield stop.key
    elif isinstance(page, PlanPage):
        for view in View:
            page.show_view(view)
            yield view.name.lower()


def cut(window: QWidget) -> list[str]:
    """What is cut of texts, whoever paints them."""
    session = window.session if isinstance(window, ConsoleWindow) else None
    actions = session.current.actions if session is not None else ()
    return cut_when_painted(window, spoken(), [text for a in actions for text in (a.title, a.short)]) + clipped(window)


@pytest.mark.parametrize("size", [LAPTOP, QSize(1920, 1080)], ids=["laptop", "large"])
def test_the_days_of_an_action_are_whole_on_a_large_screen(start: Callable[[], Facilitator], size: QSize) -> None:
    facilitator = in_the_sample(start, "en")
    facilitator.window.resize(size)
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Qt.Key.Key_2)
    at_rest(facilitator, Step.PLAN)
    fields = [field for field in facilitator.window.findChildren(DaysField) if field.isVisible()]

    assert len(fields) == 2
    for field in fields:
        assert field.text()
        assert field._room().width() >= field.fontMetrics().horizontalAdvance(field.text())


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_page_cuts_anything_however_large_the_type(
    start: Callable[[], Facilitator], language: str, long: bool
) -> None:
    facilitator, faults = in_the_sample(start, language), []
    facilitator.window.resize(LAPTOP)
    for size, step in product((100, 125, 150, 175, 200), Step) if long else SOME[language]:
        facilitator.clearway.choosing.choose(TYPE_SIZE, str(size))
        at_rest(facilitator, step)
        faults += [f"{step.value}, {size} %: {fault}" for fault in lasting(facilitator, placed)]
    facilitator.window.resize(TIGHT)
    for size, step in product((125, 150, 200), Step) if long else PAINTED[language]:
        facilitator.clearway.choosing.choose(TYPE_SIZE, str(size))
        at_the_gate(facilitator, step)
        for name in parts_of(facilitator.window.pages.get(step)) if long else ("",):
            facilitator.qtbot.wait(60)  # a page that was whole at first may be cut once it is laid out
            found = lasting(facilitator, cut)
            faults += [f"{step.value} {name}, {size} %, {TIGHT.width()}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


def sideways(facilitator: Facilitator) -> int:
    """Pixels of the page that have to be scrolled to at its right."""
    stage = facilitator.window.findChild(QScrollArea, "stage")
    assert stage is not None
    return stage.horizontalScrollBar().maximum()


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_parts_that_have_no_room_side_by_side_in_larger_type_give_way(
    start: Callable[[], Facilitator], language: str
) -> None:
    facilitator = in_the_sample(start, language)
    facilitator.window.resize(TIGHT)
    facilitator.clearway.choosing.choose(TYPE_SIZE, "150")
    for step in (Step.CLOSING, Step.READINESS, Step.PLAN, Step.REPORT):
        at_rest(facilitator, step)
        for name in parts_of(facilitator.window.pages.get(step)):
            if name != View.PROGRESS.name.lower():  # four columns, none of which could stand below another
                facilitator.waits_until(lambda: sideways(facilitator) == 0)
    report = facilitator.window.pages[Step.REPORT]
    assert isinstance(report, ReportPage)
    assert report.preview.width() > report.width() / 3, "the pages are what is looked at"


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_who_carries_how_much_is_whole_at_twice_the_size(start: Callable[[], Facilitator], language: str) -> None:
    facilitator = in_the_sample(start, language)
    facilitator.window.resize(TIGHT)
    facilitator.clearway.choosing.choose(TYPE_SIZE, "200")
    at_rest(facilitator, Step.PLAN)
    page = facilitator.window.pages.get(Step.PLAN)
    assert isinstance(page, PlanPage)
    page.show_view(View.LOAD)
    facilitator.comes_to_rest()

    assert lasting(facilitator, cut) == []


def test_high_contrast_is_sound_in_light_and_dark(facilitator: Facilitator, long: bool) -> None:
    facilitator.opens_the_sample()
    facilitator.window.resize(LAPTOP)
    facilitator.clearway.choosing.choose(CONTRAST, "high")
    faults = []
    for dark, step in product((False, True), Step if long else (Step.DIAGNOSE, Step.PLAN)):
        if facilitator.window.look.theme.dark is not dark:
            facilitator.window.settings.toggle_theme()
        at_rest(facilitator, step)
        faults += [f"{step.value}, {'dark' if dark else 'light'}: {fault}" for fault in lasting(facilitator, audit)]
    assert not faults, "\n".join(faults)
