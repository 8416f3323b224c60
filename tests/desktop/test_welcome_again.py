"""The first page of the wall in a second round: which round it is, what it is for, and where the first one left it."""

from __future__ import annotations

import pytest
from facilitator import Facilitator

from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.closing import Closing
from desktop.view_models.workshop.pacing import Pacing


@pytest.fixture
def again(facilitator: Facilitator) -> EngagementSession:
    facilitator.opens_the_sample()
    Closing(facilitator.session).begin_next()
    facilitator.waits_until_saved()
    return facilitator.session


def test_a_first_round_says_nothing_of_rounds(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    page = Presenter(facilitator.session, dark=False).welcome()
    assert page.date == "12 November 2026"
    assert page.stood is None


def test_a_second_round_begins_where_the_first_one_left_it(again: EngagementSession) -> None:
    page = Presenter(again, dark=False).welcome()
    assert page.date.endswith(" · Round 2")
    assert "what moved" in page.promise
    assert page.stood is not None
    assert page.stood.heading == "How it stood on 12 November 2026"
    assert [(mode.name, mode.signs) for mode in page.stood.modes][:2] == [
        ("Operating model", ("2", "3", "3", "2")),
        ("Data pipelines", ("–", "2", "3", "1")),
    ]


def test_its_day_takes_that_place_once_it_has_an_agenda(again: EngagementSession) -> None:
    Pacing(again).use(again.method.agenda[0])
    page = Presenter(again, dark=False).welcome()
    assert page.agenda
    assert page.stood is None
    assert "what moved" in page.promise
