"""Pictures of what lies over the pages, or opens on them: the palette, cards, a vote, a reply, the next language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from desktop.application import Clearway
from desktop.console.diagnose.page import DiagnosePage
from desktop.console.palette.opening import open_palette
from desktop.console.report.page import ReportPage
from desktop.console.report.send_panel import MAIL, OUTBOX
from desktop.console.results.page import Part, ResultsPage
from desktop.console.settings.news import NewsCard
from desktop.console.settings.notices import NoticesCard
from desktop.console.steps import Step
from desktop.widgets.overlay import uncover
from models.values.sought import the_first

Draw = Callable[[str], Path]
Settle = Callable[[Callable[[], bool]], None]


def draw_what_opens(clearway: Clearway, draw: Draw, settle: Settle) -> Iterator[Path]:
    """What opens on a page of the sample."""
    window = clearway.window
    window.go_to(Step.REPORT)
    report = window.pages[Step.REPORT]
    if isinstance(report, ReportPage):
        settle(lambda: report.preview.page_count > 0)
        for place, name in ((MAIL, "mail"), (OUTBOX, "outbox")):
            report.send.toggle(place)
            yield draw(f"report-{name}")
            report.send.toggle(place)
    window.go_to(Step.RESULTS)
    results = window.pages[Step.RESULTS]
    if isinstance(results, ResultsPage):
        results.press()
        yield draw("results-opened")
        results.step_out()
        for part in (Part.AGREEMENT, Part.CAPTURED):
            results.show_part(part)
            yield draw(f"results-{part.value}")
        results.show_part(Part.FOUND)
    window.go_to(Step.DIAGNOSE)
    diagnose = window.pages[Step.DIAGNOSE]
    if isinstance(diagnose, DiagnosePage):
        diagnose.vote()
        yield draw("diagnose-vote")
        window.history().undo()


def draw_cards(clearway: Clearway, draw: Draw, settle: Settle) -> Iterator[Path]:
    """What lies over a page."""
    window = clearway.window
    window.go_to(Step.DIAGNOSE)
    for name, opened in (
        ("palette", lambda: open_palette(window)),
        ("settings", window.settings.open),
        ("guide", window.settings.guide),
        ("hub", window.settings.open_hub),
        ("news", lambda: NewsCard(window)),
        ("notices", lambda: NoticesCard(window)),
        ("room-check", window.check_room),
    ):
        opened()
        yield draw(name)
        uncover(window)
    window.go_to(Step.LIBRARY)
    entry = the_first(clearway.browsing.shown)
    for name, opened in (
        ("hand-over", lambda: window.library_page.hand_over(entry)),
        ("portfolio", window.library_page.portfolio_wanted.emit),
    ):
        opened()
        settle(lambda: True)
        yield draw(name)
        uncover(window)
