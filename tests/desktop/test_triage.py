"""The plan hour: one proposal at a time, agreed in one breath, with few keys and nothing saved before its time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.console.plan.decide.decide_view import DecideView
from desktop.console.plan.page import PlanPage
from desktop.console.steps import Step
from models.engagement.engagement import Action
from models.values.sentence import act_called
from models.values.terms import Decision

Key = Qt.Key
MOST_KEYS = 12
"""An action, beside what is typed."""


@pytest.fixture
def deciding(facilitator: Facilitator) -> Facilitator:
    """The sample with nothing decided yet, on the plan."""
    facilitator.opens_the_sample()
    current = facilitator.engagement.current
    gone = [*(a for a in current.actions if a.proposal), *current.dependencies.values(), *current.conditions]
    facilitator.session.edit(act_called("Begin anew"), remove=gone)
    facilitator.goes_to(Step.PLAN)
    return facilitator


def page(facilitator: Facilitator) -> PlanPage:
    found = facilitator.window.pages[Step.PLAN]
    assert isinstance(found, PlanPage)
    return found


def presses_soon(facilitator: Facilitator, name: str) -> None:
    """What was just drawn anew comes into sight with the next turn."""
    buttons = facilitator.window.findChildren
    facilitator.waits_until(lambda: any(b.isVisible() and b.accessibleName() == name for b in buttons(QAbstractButton)))
    facilitator.presses(name)


def agreed(facilitator: Facilitator) -> list[Action]:
    current = facilitator.engagement.current
    return [a for a in current.actions if a.decision is Decision.ACCEPTED and a.proposal]


def numbers_beside(facilitator: Facilitator) -> list[str]:
    """What stands in the marks of the first seven, in their order."""
    side = page(facilitator).decide_view.findChildren(QLabel)
    return [mark.text() for mark in side if mark.property("role") == "number" and mark.isVisible()]


def test_what_is_agreed_has_one_number_and_what_is_not_has_none(deciding: Facilitator) -> None:
    for key in (Key.Key_A, Key.Key_L, Key.Key_A):
        deciding.presses_key(key)
        if key is Key.Key_A:
            deciding.presses_key(Key.Key_Return)
            deciding.types("15 jan")
            deciding.presses_key(Key.Key_Return)
    own = {a.title: a.position for a in agreed(deciding)}
    first = page(deciding).decide_view.model
    titles = [line.proposal.title for line in first.first()]
    deciding.waits_until(lambda: len(numbers_beside(deciding)) == len(titles))
    assert len(own) == 2
    assert numbers_beside(deciding) == [str(own.get(title, "")) for title in titles]


def test_a_proposal_is_agreed_with_owner_and_date_in_one_breath_and_the_next_is_there(deciding: Facilitator) -> None:
    before = deciding.session.labels.undo
    first = page(deciding).decide_view.model.shown()
    assert first is not None

    deciding.presses_key(Key.Key_A)
    deciding.types("gar")
    deciding.presses_key(Key.Key_Tab)
    deciding.types("15 jan")
    assert deciding.session.labels.undo == before, "nothing is saved before it is agreed"
    deciding.presses_key(Key.Key_Return)

    (action,) = agreed(deciding)
    owner = deciding.engagement.stakeholder(action.owner_id)
    assert (action.proposal, owner.name if owner else "") == (first.proposal.id, "Gareth Pell")
    assert action.due is not None
    assert (action.due.day, action.due.month) == (15, 1)
    following = page(deciding).decide_view.model.shown()
    assert following is not None
    assert following.proposal.id != first.proposal.id
    deciding.presses_key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert agreed(deciding) == [], "it was one act"


def test_the_button_asks_for_the_owner_as_its_key_does_and_agrees_once_that_was_asked(deciding: Facilitator) -> None:
    deciding.presses("Agree and go on")
    assert not agreed(deciding)
    assert page(deciding).decide_view.form.owner.hasFocus()

    deciding.presses("Agree and go on")
    assert len(agreed(deciding)) == 1


def test_the_likely_owner_is_taken_with_enter_and_not_before(deciding: Facilitator) -> None:
    view = page(deciding).decide_view
    while (line := view.model.shown()) and not view.model.suggested_owner(line.proposal):
        deciding.presses_key(Key.Key_L)
    assert line is not None

    deciding.presses_key(Key.Key_A)
    deciding.presses_key(Key.Key_Return)
    deciding.presses_key(Key.Key_Return)

    (action,) = agreed(deciding)
    assert action.owner_id == view.model.suggested_owner(line.proposal)
    assert action.due is None


def test_what_is_not_understood_is_said_and_keeps_the_keyboard(deciding: Facilitator) -> None:
    deciding.presses_key(Key.Key_A)
    deciding.types("nobody")
    deciding.presses_key(Key.Key_Return)
    assert "Nobody here is called so" in deciding.reads()
    page(deciding).decide_view.form.owner.selectAll()
    deciding.types("gar")
    deciding.presses_key(Key.Key_Return)
    deciding.types("31 feb")
    deciding.presses_key(Key.Key_Return)

    assert agreed(deciding) == []
    assert page(deciding).decide_view.form.due.hasFocus()


def test_a_day_on_a_weekend_is_said_and_agreed_as_the_monday_after(deciding: Facilitator) -> None:
    saturday = date.today() + timedelta(days=(5 - date.today().weekday()) % 7 + 7)
    deciding.presses_key(Key.Key_A)
    deciding.types("gar")
    deciding.presses_key(Key.Key_Tab)
    deciding.types(f"{saturday.day} {saturday:%b}".lower())
    assert "A weekend: " in deciding.reads()
    deciding.presses_key(Key.Key_Return)
    assert [a.due for a in agreed(deciding)] == [saturday + timedelta(days=2)]


def test_twenty_actions_take_at_most_twelve_keys_each_beside_what_is_typed(deciding: Facilitator) -> None:
    keys = 0
    for _ in range(20):
        for key in (Key.Key_A, Key.Key_Tab, Key.Key_Return):
            deciding.presses_key(key)
            keys += 1
            if key == Key.Key_A:
                deciding.types("gar")
            elif key == Key.Key_Tab:
                deciding.types("15 jan")

    assert len(agreed(deciding)) == 20
    assert all(a.owner_id and a.due for a in agreed(deciding))
    assert keys <= 20 * MOST_KEYS
    assert [a.position for a in agreed(deciding)] == sorted(a.position for a in agreed(deciding))


def test_rejected_is_kept_later_comes_back_and_a_group_is_decided_together(deciding: Facilitator) -> None:
    view = page(deciding).decide_view
    first = view.model.shown()
    assert first is not None
    deciding.presses_key(Key.Key_L)
    second = view.model.shown()
    assert second is not None
    assert second != first
    deciding.presses_key(Key.Key_R)
    rejected = [a for a in deciding.engagement.current.actions if a.decision is Decision.REJECTED]
    assert [a.proposal for a in rejected] == [second.proposal.id]

    group = view.model.order().groups[0]
    name = next(m.short for m in deciding.session.method.modes if m.id == group.mode_id)
    presses_soon(deciding, f"{name}, {len(group.proposals)} still to decide")
    presses_soon(deciding, f"Set aside: {name}")
    rejected = [a for a in deciding.engagement.current.actions if a.decision is Decision.REJECTED]
    assert len(rejected) == 1 + len(group.proposals)
    deciding.presses_key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rejected = [a for a in deciding.engagement.current.actions if a.decision is Decision.REJECTED]
    assert len(rejected) == 1, "the group was one act"


def test_fewer_than_seven_are_counted_as_they_are(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.goes_to(Step.PLAN)
    count = len(page(facilitator).decide_view.model.first())
    word = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}[count]
    facilitator.waits_until(lambda: f"The first {word}" in facilitator.reads())
    assert f"to go of the first {word}" in facilitator.reads()


def test_the_order_does_not_change_while_it_is_decided(deciding: Facilitator) -> None:
    before = [p.id for p in page(deciding).decide_view.model.order().first]

    deciding.presses_key(Key.Key_A)
    deciding.presses_key(Key.Key_Tab)
    deciding.presses_key(Key.Key_Return)

    assert [p.id for p in page(deciding).decide_view.model.order().first] == before
    assert "1 agreed, 6 to go of the first seven" in deciding.reads()


def test_escape_leaves_the_field_and_letters_act_again(deciding: Facilitator) -> None:
    deciding.presses_key(Key.Key_A)
    deciding.types("r")
    deciding.presses_key(Key.Key_Escape)
    assert agreed(deciding) == []
    deciding.presses_key(Key.Key_R)

    assert [a.decision for a in deciding.engagement.current.actions if a.proposal] == [Decision.REJECTED]


def test_the_fields_stand_below_what_is_proposed_however_high_the_window(deciding: Facilitator) -> None:
    view = page(deciding).decide_view
    for size in (QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)):
        deciding.window.resize(size)
        deciding.waits_until(lambda: 8 <= between(view) <= 48)
    deciding.window.resize(1093, 614)
    deciding.waits_until(lambda: bottom(view.form, view) <= view.height())


def between(view: DecideView) -> int:
    """Pixels from the last that is said of the proposal to the fields."""
    last = max(bottom(part, view) for part in view.card.findChildren(QLabel) if part.isVisible())
    return view.form.mapTo(view, QPoint()).y() - last


def bottom(part: QWidget, above: QWidget) -> int:
    return part.mapTo(above, QPoint(0, part.height())).y()


@pytest.mark.parametrize("width", [1366, 1920])
def test_the_proposal_and_the_list_beside_it_grow_no_wider_than_reads_well(deciding: Facilitator, width: int) -> None:
    deciding.window.resize(QSize(width, 1080))
    view = page(deciding).decide_view
    deciding.waits_until(lambda: view.width() > width * 0.6)
    QApplication.processEvents()  # what is set larger in a wide window is laid out once more
    right = view.side.mapTo(view, QPoint(view.side.width(), 0)).x()
    assert view.card.width() <= 760
    assert view.side.width() <= 560
    assert view.width() - right < 24, "the list ends where the head of the page does"
