"""Pages are made while nobody works, so that the first visit is as quick as the second."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop.console.diagnose.page import DiagnosePage
from desktop.console.look import Look
from desktop.console.plan.page import PlanPage
from desktop.console.results.page import ResultsPage
from desktop.console.steps import Step
from desktop.widgets.parts.act import Act
from models.values.terms import Answer


class _Paintings(QObject):
    """Counts how often each of these is painted."""

    def __init__(self, parts: list[Act]) -> None:
        super().__init__()
        self.counted = dict.fromkeys(parts, 0)
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, Act):
            self.counted[watched] += 1
        return False


def test_pages_made_ahead_take_nothing_and_show_what_was_done_since(facilitator: Facilitator) -> None:
    window = facilitator.window
    assert not window.make_ahead(), "no engagement is open"
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.DIAGNOSE)
    diagnose, keyboard = window.page, window.focusWidget()

    while window.make_ahead():
        assert window.page is diagnose
        assert window.focusWidget() is keyboard, "whoever types goes on typing"

    assert set(window.pages) == set(Step) - {Step.LIBRARY}
    facilitator.waits_until(lambda: [page for page in window.pages.values() if page.isVisible()] == [diagnose])
    assert "report" not in [thread.name for thread in threading.enumerate()], "no document is made for nobody"
    assert isinstance(diagnose, DiagnosePage)
    diagnose.model.rate(Answer.SEVERE)
    facilitator.goes_to(Step.RESULTS)
    assert isinstance(window.page, ResultsPage)
    assert "1 of the 24 signs that apply have a level" in facilitator.reads()
    _is_painted_once(facilitator, window.page)


def test_the_plan_begins_with_its_first_proposal_whatever_came_up_since_it_was_made(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    while facilitator.window.make_ahead():
        pass
    diagnosing = facilitator.window.page
    assert isinstance(diagnosing, DiagnosePage)
    for _ in range(12):
        diagnosing.model.move(1)
        diagnosing.model.rate(Answer.SEVERE)

    facilitator.goes_to(Step.PLAN)
    assert "Proposal 1 of 7" in facilitator.reads()
    plan = facilitator.window.page
    assert isinstance(plan, PlanPage)
    plan.step(1)
    assert "Proposal 2 of 7" in facilitator.reads()
    facilitator.goes_to(Step.RESULTS)
    facilitator.goes_to(Step.PLAN)
    assert "Proposal 2 of 7" in facilitator.reads(), "where one left it"


def test_pages_of_the_engagement_before_are_gone_before_the_window_takes_the_next_one_s_look(
    facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new style sheet is a pass over every part there is: 1,600 of them, where 150 are left."""
    facilitator.begins("Harbour Trust", "Berth planner")
    while facilitator.window.make_ahead():
        pass
    facilitator.goes_to(Step.LIBRARY)
    before, left, dress = list(facilitator.window.pages.values()), [], Look.dress

    def dressed(look: Look, brand: str) -> bool:
        left.append([page for page in before if isValid(page)])
        return dress(look, brand)

    monkeypatch.setattr(Look, "dress", dressed)
    facilitator.begins("Arkenby Water", "Leak Watch")

    assert len(before) == len(Step) - 1
    assert left
    assert left[-1] == []


def _is_painted_once(facilitator: Facilitator, page: ResultsPage) -> None:
    """When it is turned to, and all on it has its place already."""
    for step in (Step.DIAGNOSE, Step.RESULTS, Step.DIAGNOSE):
        facilitator.goes_to(step)
        QApplication.processEvents()
    paintings = _Paintings([act for act in page.findChildren(Act) if act.isVisibleTo(page)])

    facilitator.window.go_to(Step.RESULTS)
    facilitator.waits_until(lambda: any(paintings.counted.values()))

    seen = [act for act in paintings.counted if not act.visibleRegion().isEmpty()]
    assert seen
    assert [paintings.counted[act] for act in seen] == [1] * len(seen)


def test_nothing_is_made_ahead_of_what_is_only_looked_at(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.waits_until_saved()
    facilitator.session.visit(facilitator.engagement, datetime.now(UTC))

    assert not facilitator.window.make_ahead()

    facilitator.session.come_back()
    assert facilitator.window.make_ahead()
