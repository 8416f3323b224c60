"""The pages in the order of the work: each declared once, with its name and where its code is."""

from __future__ import annotations

from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING

from desktop.words import gettext
from models.frozen import frozen
from resources.words import marked

if TYPE_CHECKING:
    from desktop.console.page import Page
    from desktop.view_models.session import EngagementSession


@frozen
class _Declared:
    title: str
    """To be translated."""
    page: str
    """The class of the page in `desktop.console.STEP.page`, loaded when the page is first wanted."""


class Step(Enum):
    """Where one can go. The value is the name of the page's folder."""

    LIBRARY = "library"
    PREPARE = "prepare"
    DIAGNOSE = "diagnose"
    RESULTS = "results"
    PLAYBOOK = "playbook"
    READINESS = "readiness"
    PLAN = "plan"
    CLOSING = "closing"
    REPORT = "report"

    @property
    def title(self) -> str:
        """Its name in the language of the interface."""
        return gettext(_DECLARED[self].title)

    def page_type(self) -> type[Page]:
        """The class of its page. Results and report bring the chart and PDF libraries with them."""
        found: type[Page] = getattr(import_module(f"desktop.console.{self.value}.page"), _DECLARED[self].page)
        return found

    def beside(self, steps: int) -> Step:
        """The page after (1) or before (-1) this one within the engagement; itself at either end."""
        order = list(Step)[1:]
        return order[min(max(order.index(self) + steps, 0), len(order) - 1)]


_DECLARED = {
    Step.LIBRARY: _Declared(marked("Library"), "LibraryPage"),
    Step.PREPARE: _Declared(marked("Prepare"), "PreparePage"),
    Step.DIAGNOSE: _Declared(marked("Diagnose"), "DiagnosePage"),
    Step.RESULTS: _Declared(marked("Results"), "ResultsPage"),
    Step.PLAYBOOK: _Declared(marked("Playbook"), "PlaybookPage"),
    Step.READINESS: _Declared(marked("Readiness"), "ReadinessPage"),
    Step.PLAN: _Declared(marked("Plan"), "PlanPage"),
    Step.CLOSING: _Declared(marked("Closing"), "ClosingPage"),
    Step.REPORT: _Declared(marked("Report"), "ReportPage"),
}


def step_to_open_on(session: EngagementSession) -> Step:
    """Where the work on an engagement goes on."""
    answered, people = session.current.ratings, session.people()
    if len(answered) >= len(session.method.signs):
        return Step.RESULTS
    return Step.DIAGNOSE if answered or people else Step.PREPARE
