"""The first page shows how the sample stands before it is in the library, as the library says once it is."""

from __future__ import annotations

from dataclasses import replace

from facilitator import Facilitator

from desktop.console.library.first_row import FirstRow
from desktop.console.steps import Step


def test_the_first_page_shows_how_the_sample_stands_as_the_library_counts_it(facilitator: Facilitator) -> None:
    standings = facilitator.clearway.browsing.standings
    row = facilitator.window.findChildren(FirstRow)[0]
    before = row.grab().toImage()
    facilitator.waits_until(lambda: standings.sample is not None)
    assert standings.sample is not None
    assert row.grab().toImage() != before
    shown, _ = standings.sample
    assert facilitator.clearway.browsing.empty

    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: bool(standings.pilots))
    (counted,) = standings.pilots.values()

    assert replace(counted.counted, modes={}, points={}, held_up=0, ends_late=False) == shown.counted
    assert (counted.modes, counted.verdict, counted.states) == (shown.modes, shown.verdict, shown.states)
