"""1366×768 at 125 % leaves 1093×614: Diagnose is all in sight there, and what is typed is never below an edge."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from test_languages_fit import in_the_sample

from desktop.console.diagnose.page import DiagnosePage
from desktop.console.plan.page import PlanPage
from desktop.console.plan.view_choice import View
from desktop.console.prepare.page import PreparePage
from desktop.console.steps import Step
from desktop.words import speak
from resources.words import catalogue

SMALL = QSize(1093, 614)


@pytest.fixture
def workshop(facilitator: Facilitator) -> Facilitator:
    facilitator.opens_the_sample()
    facilitator.window.resize(SMALL)
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.comes_to_rest()
    return facilitator


def page_of(workshop: Facilitator) -> DiagnosePage:
    page = workshop.window.pages[Step.DIAGNOSE]
    assert isinstance(page, DiagnosePage)
    return page


def below_the_edge(workshop: Facilitator) -> int:
    """Pixels of the page that have to be scrolled to, once the layout has come to rest."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    bar = page_of(workshop).findChildren(QScrollArea, options=direct)[0].verticalScrollBar()
    for _ in range(10):
        workshop.qtbot.wait(40)
        if not bar.maximum():
            break
    return bar.maximum()


def seen_whole(widget: QWidget) -> bool:
    return widget.isVisible() and widget.visibleRegion().boundingRect().size() == widget.size()


def scrolled_on(page: QWidget) -> set[str]:
    """What is longer than its place, by the type of what is in it."""
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    return {type(area.widget()).__name__ for area in areas if area.verticalScrollBar().maximum()}


def test_prepare_scrolls_its_lists_at_most_and_at_768_nothing(workshop: Facilitator) -> None:
    assert workshop.window.size() == SMALL, "it may be as small as that"
    workshop.goes_to(Step.PREPARE)
    page = workshop.window.pages[Step.PREPARE]
    assert isinstance(page, PreparePage)
    workshop.comes_to_rest()
    assert type(page.facts).__name__ not in scrolled_on(page)
    assert seen_whole(page.facts.name)
    workshop.window.resize(QSize(1366, 768))
    workshop.comes_to_rest()
    assert scrolled_on(page) == set()


def test_every_sign_of_the_sample_is_in_sight_with_the_line_for_what_is_said(workshop: Facilitator) -> None:
    page, cut = page_of(workshop), []
    for sign in workshop.session.method.signs:
        page.show_sign(sign.id)
        cut += [f"{sign.id}: {pixels}"] if (pixels := below_the_edge(workshop)) else []
        assert seen_whole(page.bar.text), sign.id
    assert cut == []


def test_a_notice_across_the_top_takes_its_room_from_the_notes(workshop: Facilitator) -> None:
    page = page_of(workshop)
    page.show_sign(workshop.session.method.signs[2].id)
    workshop.window.banner.notice("It could not be opened.")
    assert below_the_edge(workshop) == 0
    assert seen_whole(page.bar.text)


@pytest.mark.parametrize("size", [(1358, 728), (1093, 768), (1093, 614), (1024, 768)])
def test_the_rule_of_readiness_is_below_its_list_or_in_the_tip_alone(
    workshop: Facilitator, size: tuple[int, int]
) -> None:
    workshop.goes_to(Step.READINESS)
    workshop.comes_to_rest()
    workshop.window.resize(QSize(*size))
    workshop.comes_to_rest()
    workshop.waits_until(lambda: "GlidingRows" not in scrolled_on(workshop.window.pages[Step.READINESS]))


@pytest.mark.parametrize("language", ["de", "fr"])
def test_the_points_of_readiness_are_all_in_sight_in_every_language(
    start: Callable[[], Facilitator], language: str
) -> None:
    facilitator = in_the_sample(start, language)
    facilitator.goes_to(Step.READINESS)
    for size in (QSize(1024, 768), SMALL):
        facilitator.window.resize(size)
        facilitator.waits_until(lambda: "GlidingRows" not in scrolled_on(facilitator.window.pages[Step.READINESS]))
    speak(catalogue("en"))


@pytest.mark.parametrize("ways", [1, 2, 3])
def test_a_vote_under_way_is_in_sight_whichever_way_it_is_taken(workshop: Facilitator, ways: int) -> None:
    workshop.types("v" * (ways + 1))
    assert page_of(workshop).panel.isVisible()
    assert below_the_edge(workshop) == 0
    assert seen_whole(page_of(workshop).panel.foot)


def test_a_dissent_with_whose_words_it_is_still_leaves_the_line_in_sight(workshop: Facilitator) -> None:
    workshop.types("d")
    workshop.types("I am not against it. " * 10)
    workshop.comes_to_rest()
    assert seen_whole(page_of(workshop).bar.text)
    assert seen_whole(page_of(workshop).bar.by)


def test_the_act_of_a_proposal_is_in_sight_whatever_stands_behind(workshop: Facilitator) -> None:
    workshop.goes_to(Step.READINESS)
    workshop.goes_to(Step.PLAN)
    page = workshop.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    page.show_view(View.DECIDE)
    workshop.waits_until(lambda: page.height() <= SMALL.height() and seen_whole(page.decide_view.form))
