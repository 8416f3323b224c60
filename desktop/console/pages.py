"""Makes the pages of an open engagement, each with its code loaded when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.console.rail import Step

if TYPE_CHECKING:
    from desktop.console.page import Page
    from desktop.theme import Theme
    from desktop.view_models.session import EngagementSession


def make_page(step: Step, session: EngagementSession, theme: Theme) -> Page:
    """The page of a step. Results and report bring the chart and PDF libraries with them. Raises LookupError."""
    match step:
        case Step.PREPARE:
            from desktop.console.prepare.page import PreparePage

            return PreparePage(session, theme)
        case Step.DIAGNOSE:
            from desktop.console.diagnose.page import DiagnosePage

            return DiagnosePage(session, theme)
        case Step.RESULTS:
            from desktop.console.results.page import ResultsPage

            return ResultsPage(session, theme)
        case Step.PLAYBOOK:
            from desktop.console.playbook.page import PlaybookPage

            return PlaybookPage(session, theme)
        case Step.READINESS:
            from desktop.console.readiness.page import ReadinessPage

            return ReadinessPage(session, theme)
        case Step.PLAN:
            from desktop.console.plan.page import PlanPage

            return PlanPage(session, theme)
        case Step.CLOSING:
            from desktop.console.closing.page import ClosingPage

            return ClosingPage(session, theme)
        case Step.REPORT:
            from desktop.console.report.page import ReportPage

            return ReportPage(session, theme)
    raise LookupError(f"{step} is no page of an engagement")
