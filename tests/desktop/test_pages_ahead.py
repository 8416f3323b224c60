"""Pages are made while nobody works, so that the first visit is as quick as the second."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from facilitator import Facilitator

from desktop.console.diagnose.page import DiagnosePage
from desktop.console.results.page import ResultsPage
from desktop.console.steps import Step
from models.values.terms import Answer


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


def test_nothing_is_made_ahead_of_what_is_only_looked_at(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.waits_until_saved()
    facilitator.session.visit(facilitator.engagement, datetime.now(UTC))

    assert not facilitator.window.make_ahead()

    facilitator.session.come_back()
    assert facilitator.window.make_ahead()
