"""The 15 points judged from the keyboard, with the verdict and the contradictions following at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.console.readiness.page import ReadinessPage
from desktop.console.readiness.point_row import PointRow
from desktop.console.steps import Step
from desktop.view_models.room.pages import RoomReadiness
from models.engagement.engagement import Stakeholder
from models.engagement.judgements import Judgement
from models.readiness.readiness import points_of
from models.values.sentence import act_called
from models.values.terms import PointState


@pytest.fixture
def judging(facilitator: Facilitator) -> Facilitator:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.session.edit(act_called("Ana"), Stakeholder(engagement_id=facilitator.engagement.id, name="Ana"))
    facilitator.goes_to(Step.READINESS)
    return facilitator


def first(judging: Facilitator) -> Judgement:
    return judging.engagement.current.judgements["volumes"]


def test_points_are_judged_with_one_key_each_and_the_verdict_follows(judging: Facilitator) -> None:
    assert "Not judged yet" in judging.reads()
    assert "15  not judged" in judging.reads()
    judging.types("c")
    assert "No verdict yet: 14 not judged" in judging.reads()
    assert "1  confirmed" in judging.reads()
    judging.waits_until(lambda: "Readiness   1/15" in judging.reads())
    judging.presses_key(Qt.Key.Key_Return)
    for _ in range(14):
        judging.types("x")
        judging.presses_key(Qt.Key.Key_Return)
    assert judging.window.step is Step.PLAN
    judging.goes_to(Step.READINESS)
    assert "Go: the one point is confirmed" in judging.reads()
    judging.waits_until(lambda: "Readiness   1/1" in judging.reads())  # of the points that apply


def test_pressing_the_state_that_stands_takes_the_judgement_back(judging: Facilitator) -> None:
    judging.types("o")
    assert "No-go: one open, 14 not judged" in judging.reads()
    point = judging.session.method.readiness[0].points[0].title
    assert judging.finds(QPushButton, f"{point}: Open")
    judging.types("o")
    assert first(judging).state is PointState.NOT_JUDGED
    assert judging.finds(QPushButton, f"{point}: Not judged")
    assert "Not judged yet" in judging.reads()


def test_a_confirmed_point_without_evidence_is_told_at_once_and_evidence_settles_it(judging: Facilitator) -> None:
    judging.types("c")
    assert "nothing is named that shows it" in judging.reads()
    assert "1 thing does not add up" in judging.reads()
    judging.types("e")
    judging.types("Load test of 3 May")
    assert "does not add up" not in judging.reads()
    judging.waits_until_saved()
    assert first(judging).evidence == "Load test of 3 May"


def test_a_waiver_counts_once_it_says_who_why_and_until_when(judging: Facilitator) -> None:
    judging.types("w")
    assert "The waiver is not finished: nobody named yet, no reason yet, no day yet." in judging.reads()
    assert "run out" not in judging.reads()
    assert "No-go: one open, 14 not judged" in judging.reads()
    judging.chooses("Waived by", "Ana")
    judging.waits_until(lambda: "no reason yet\n" in judging.reads())
    judging.types_into("Why", "The load comes in May")
    assert "The waiver is not finished: no day yet. Until then the point is open." in judging.reads()
    judging.types_into("Until", "31/12/2099")
    judging.presses_key(Qt.Key.Key_Tab)
    assert "The waiver is not finished" not in judging.reads()
    assert "until 31 Dec 2099\n" in judging.reads()
    assert "No verdict yet: 14 not judged" in judging.reads()
    assert "1  waived" in judging.reads()
    assert first(judging).until == date(2099, 12, 31)


def test_where_the_evidence_gives_way_to_the_reason_its_key_leads_there_and_no_letter_judges(
    judging: Facilitator,
) -> None:
    judging.types("x" + "ecosts a permit")

    kept = first(judging)
    assert (kept.state, kept.reason, kept.evidence) == (PointState.DOES_NOT_APPLY, "costs a permit", "")


def test_enter_goes_to_the_next_that_is_not_judged_and_then_on_to_the_plan(judging: Facilitator) -> None:
    points = points_of(judging.session.method)
    page = judging.window.pages[Step.READINESS]
    assert isinstance(page, ReadinessPage)
    for point in points[1:-1]:
        page.show_point(point.id)
        judging.types("x")
    page.show_point(points[2].id)
    judging.presses_key(Qt.Key.Key_Down)
    assert page.model.point_id == points[3].id
    judging.presses_key(Qt.Key.Key_Return)
    assert page.model.point_id == points[-1].id
    judging.presses_key(Qt.Key.Key_Return)
    assert page.model.point_id == points[0].id
    judging.types("x")
    page.show_point(points[-1].id)
    judging.types("x")
    judging.presses_key(Qt.Key.Key_Return)
    assert judging.window.step is Step.PLAN


def test_the_ground_of_the_chosen_point_goes_to_the_next_unless_nothing_is_to_move(judging: Facilitator) -> None:
    rows = {row.text(): row for row in judging.window.findChildren(PointRow)}
    first_row, second, third = list(rows.values())[:3]
    second.click()
    judging.session.still = lambda: False
    third.click()
    assert third.gliding
    judging.waits_until(lambda: not third.gliding)
    judging.session.still = lambda: True
    first_row.click()
    assert not first_row.gliding


def test_what_the_playbook_says_is_used_with_a_key_while_typing_and_actions_are_led_to(
    facilitator: Facilitator,
) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.READINESS)
    page = facilitator.window.pages[Step.READINESS]
    assert isinstance(page, ReadinessPage)
    page.show_point("volumes")
    offer = page.model.offered()[1]
    facilitator.types("e")
    facilitator.presses_key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    judgement = page.model.judgement
    assert judgement is not None
    assert judgement.evidence.endswith(offer.text)
    assert offer not in page.model.offered()
    page.show_point("alerts")
    action = page.model.closing()[0]
    facilitator.presses(f"Action {action.position}: {action.title}")
    assert facilitator.window.step is Step.PLAN


def test_a_waiver_that_has_run_out_counts_as_open(judging: Facilitator) -> None:
    judging.types("w")
    judging.types_into("Why", "The load comes in May")
    judging.chooses("Waived by", "Ana")
    yesterday = date.today() - timedelta(days=1)
    judging.types_into("Until", f"{yesterday:%d/%m/%Y}")
    judging.presses_key(Qt.Key.Key_Tab)
    assert "The waiver has run out: the point counts as open." in judging.reads()
    assert "ran out " in judging.reads()
    assert "No-go: one open, 14 not judged" in judging.reads()


def test_somebody_removed_from_the_stakeholders_owns_and_waives_nothing(judging: Facilitator) -> None:
    ana = judging.engagement.stakeholders[0]
    judging.types("w")
    judging.chooses("Answers for it", "Ana")
    judging.session.edit(act_called("Waived by"), replace(first(judging), owner_id=ana.id, waived_by=ana.id))
    judging.goes_to(Step.PREPARE)
    judging.field("Role").setFocus()
    judging.presses("Remove Ana")
    assert (first(judging).owner_id, first(judging).waived_by) == ("", "")
    judging.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    judging.waits_until(lambda: first(judging).owner_id == ana.id)


def test_the_room_sees_the_points_and_the_verdict_and_no_word_of_the_evidence(judging: Facilitator) -> None:
    judging.presses_key(Qt.Key.Key_F5)
    judging.types("c")
    judging.types("e")
    judging.types("SECRET")
    control = judging.room
    page = control.presenter.view.page
    assert isinstance(page, RoomReadiness)
    assert (page.verdict, page.tone) == ("No verdict yet: 14 not judged", "")
    assert page.groups[0].points[0].state == "confirmed"
    assert page.groups[0].points[0].here
    assert "SECRET" not in repr(page)
    judging.presses_key(Qt.Key.Key_PageDown)
    page = control.presenter.view.page
    assert isinstance(page, RoomReadiness)
    assert page.groups[0].points[1].here
