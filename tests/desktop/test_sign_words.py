"""What the words of a sign mean, and how to rate in special cases: one key away, under the answer and under a vote."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from desktop.console.diagnose.page import DiagnosePage
from desktop.console.steps import Step
from models.method.check import read_method
from resources import resource_text
from tests.built_in import BUILT_IN

SPONSOR = "Sponsor: whoever can decide that the pilot goes on or stops."
ENDED = next(rule for rule in BUILT_IN.rules.rating if rule.startswith("Ended: "))


@pytest.fixture
def workshop(facilitator: Facilitator) -> Facilitator:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.DIAGNOSE)
    return facilitator


def page_of(workshop: Facilitator) -> DiagnosePage:
    page = workshop.window.pages[Step.DIAGNOSE]
    assert isinstance(page, DiagnosePage)
    return page


def test_the_words_of_the_sign_are_named_and_unfold_with_a_key(workshop: Facilitator) -> None:
    assert "sponsor, metric, baseline, target" in workshop.reads()
    assert SPONSOR not in workshop.reads()

    workshop.types("w")

    assert SPONSOR in workshop.reads()
    assert ENDED in workshop.reads()
    workshop.types("w")
    assert SPONSOR not in workshop.reads()
    assert ENDED not in workshop.reads()


def test_unfolded_it_stays_so_and_follows_from_sign_to_sign(workshop: Facilitator) -> None:
    workshop.presses("Words and how to rate")
    workshop.presses_key(Qt.Key.Key_PageDown)

    workshop.waits_until(lambda: "Site: a place, team or region where the pilot runs." in workshop.reads())
    assert SPONSOR not in workshop.reads()
    assert ENDED in workshop.reads()


def test_it_stands_under_a_vote_too_and_no_key_of_a_vote_is_taken_by_it(workshop: Facilitator) -> None:
    workshop.types("w")
    workshop.types("v")

    assert page_of(workshop).panel.isVisible()
    assert SPONSOR in workshop.reads()


def test_what_unfolds_is_in_sight(workshop: Facilitator) -> None:
    workshop.window.resize(1024, 768)
    workshop.types("w")
    words = page_of(workshop).words
    area = page_of(workshop).findChild(QScrollArea)
    assert area is not None

    def bottom() -> int:
        return words.mapTo(area.viewport(), words.rect().bottomLeft()).y()

    workshop.waits_until(lambda: 0 < bottom() <= area.viewport().height())


def test_work_with_a_pack_that_explains_nothing_shows_nothing(workshop: Facilitator) -> None:
    old = read_method(resource_text("method/clearway-1.2.0.toml"), "old.toml")
    workshop.shows(workshop.engagement, old)
    workshop.goes_to(Step.DIAGNOSE)

    assert not page_of(workshop).words.isVisible()
    workshop.types("w")
    assert ENDED not in workshop.reads()
