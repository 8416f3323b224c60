"""What is typed is understood under its field, or said not to be, kept as it was typed, counted, and found again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from desktop.console.steps import Step
from desktop.widgets.labels import label
from models.engagement.engagement import Action
from models.values.sentence import act_called


@pytest.fixture
def preparing(facilitator: Facilitator) -> Facilitator:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PREPARE)
    return facilitator


def leaves(at: Facilitator) -> None:
    at.field("Sector").setFocus()


def test_a_date_says_on_the_way_how_it_is_understood_and_afterwards_what_does_not_go_without_saying(
    preparing: Facilitator,
) -> None:
    preparing.types_into("In production by", "12 mar 2027")
    assert "12 March 2027" in preparing.reads()
    leaves(preparing)
    assert preparing.field("In production by").text() == "12 March 2027"
    assert "12 March 2027" not in preparing.reads()

    preparing.types_into("In production by", "oct 2027")
    leaves(preparing)
    assert preparing.engagement.pilot.target_date == date(2027, 10, 31)
    assert "31 October 2027, the last day of the month" in preparing.reads()

    preparing.types_into("In production by", "3/4/2027")
    leaves(preparing)
    assert preparing.engagement.pilot.target_date == date(2027, 4, 3)
    assert "3 April 2027. If you mean 4 March 2027, write that." in preparing.reads()


def test_what_is_not_a_date_is_said_beneath_and_counted_and_f8_leads_to_it(preparing: Facilitator) -> None:
    preparing.types_into("Started", "sometime in spring")
    leaves(preparing)
    assert "Not a date yet. Try “12 March”" in preparing.reads()
    assert "1 field not understood" in preparing.reads()
    preparing.types_into("In production by", "31 june")
    leaves(preparing)
    assert "There is no such day in the calendar." in preparing.reads()
    preparing.waits_until_saved()
    assert "2 fields not understood" in preparing.reads()
    assert preparing.engagement.pilot.started is None

    preparing.goes_to(Step.DIAGNOSE)
    preparing.presses_key(Qt.Key.Key_F8)
    assert preparing.window.step is Step.PREPARE
    assert preparing.keyboard_goes_to() is preparing.field("Started")
    preparing.presses_key(Qt.Key.Key_F8)
    assert preparing.keyboard_goes_to() is preparing.field("In production by")
    assert preparing.field("In production by").text() == "31 june"

    preparing.types("30 june 2027")
    leaves(preparing)
    assert "1 field not understood" in preparing.reads()
    preparing.types_into("Started", "x")
    preparing.presses_key(Qt.Key.Key_Backspace)
    leaves(preparing)
    assert "not understood" not in preparing.reads()


def test_the_first_sum_names_the_currency_and_says_so(preparing: Facilitator) -> None:
    preparing.types_into("Cost of the pilot so far", "$3.2m")
    assert "3,200,000, in US dollars, as all sums from now on" in preparing.reads()
    leaves(preparing)
    preparing.waits_until_saved()
    assert (preparing.engagement.pilot.cost, preparing.engagement.pilot.currency) == (Decimal(3_200_000), "USD")
    preparing.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (preparing.engagement.pilot.cost, preparing.engagement.pilot.currency) == (None, "GBP")


def test_a_sum_in_another_currency_is_said_to_be_and_is_understood_once_that_is_chosen(preparing: Facilitator) -> None:
    preparing.types_into("Currency", "€")
    leaves(preparing)
    assert preparing.engagement.pilot.currency == "EUR"
    preparing.types_into("Cost of the pilot so far", "$3.2m")
    leaves(preparing)
    assert "In dollars; this engagement counts in euros." in preparing.reads()
    assert preparing.field("Cost of the pilot so far").text() == "$3.2m"
    assert preparing.engagement.pilot.cost is None
    assert "1 field not understood" in preparing.reads()
    preparing.types_into("Currency", "usd")
    leaves(preparing)
    assert preparing.engagement.pilot.cost == Decimal(3_200_000)
    assert "not understood" not in preparing.reads()


def test_a_fraction_is_never_a_thousand_times_as_much(preparing: Facilitator) -> None:
    for typed in ("0.125", "0.002"):
        preparing.types_into("Cost of the pilot so far", typed)
        leaves(preparing)
        assert preparing.engagement.pilot.cost is None
        assert "Three figures after the mark" in preparing.reads()
    preparing.types_into("Cost of the pilot so far", "1.239")
    assert "1,239. If you mean 1.24, write that." in preparing.reads()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Jan Novak <jan@example.com>", "jan@example.com"),
        ("mailto:jan@example.com", "jan@example.com"),
        ("jan@example.com;", "jan@example.com"),
    ],
)
def test_an_address_is_taken_out_of_what_a_mail_program_copied(
    preparing: Facilitator, typed: str, address: str
) -> None:
    preparing.presses("Add a stakeholder")
    preparing.types_into("Email", typed)
    leaves(preparing)
    (person,) = preparing.engagement.stakeholders
    assert person.email == preparing.field("Email").text() == address
    assert person.name == ("Jan Novak" if "<" in typed else "")


def test_a_name_with_its_address_is_parted_and_a_name_that_stands_is_left(preparing: Facilitator) -> None:
    preparing.presses("Add a stakeholder")
    preparing.types_into("Name", "Novak, Jan <jan@example.com>")
    leaves(preparing)
    (person,) = preparing.engagement.stakeholders
    assert (person.name, person.email) == ("Jan Novak", "jan@example.com")
    preparing.types_into("Email", "Somebody Else <other@example.com>")
    leaves(preparing)
    (person,) = preparing.engagement.stakeholders
    assert (person.name, person.email) == ("Jan Novak", "other@example.com")


def test_an_address_that_cannot_be_used_is_marked_where_it_stands(preparing: Facilitator) -> None:
    preparing.presses("Add a stakeholder")
    preparing.types_into("Email", "jan at example.com")
    leaves(preparing)
    assert "No address yet: it has an @" in preparing.reads()
    preparing.waits_until(lambda: "1 field not understood" in preparing.reads())
    preparing.goes_to(Step.PLAN)
    preparing.presses_key(Qt.Key.Key_F8)
    assert preparing.keyboard_goes_to() is preparing.field("Email")
    preparing.types("jan@example.com")
    leaves(preparing)
    preparing.waits_until(lambda: "not understood" not in preparing.reads())


def test_what_was_typed_for_one_action_is_there_again_when_one_comes_back_to_it(preparing: Facilitator) -> None:
    round_id = preparing.engagement.current.assessment.id
    actions = [
        Action(assessment_id=round_id, position=n, title=f"Action {n}", phase="", owner_role="", done_when="")
        for n in (1, 2)
    ]
    preparing.session.edit(act_called("Plan"), *actions)
    preparing.goes_to(Step.PLAN)
    preparing.types("2")
    page = preparing.window.pages[Step.PLAN]
    page.show_place(actions[0].id)
    preparing.types_into("Due", "when the crane is here")
    preparing.field("Action").setFocus()
    page.show_place(actions[1].id)
    assert preparing.field("Due").text() == ""
    assert "Not a date yet" not in preparing.reads()
    page.show_place(actions[0].id)
    assert preparing.field("Due").text() == "when the crane is here"
    assert "Not a date yet" in preparing.reads()
    assert "1 field not understood" in preparing.reads()
    preparing.session.edit(act_called("Remove"), remove=actions[:1])
    preparing.waits_until(lambda: "not understood" not in preparing.reads())


def test_ends_of_an_effort_that_cross_wait_for_each_other(preparing: Facilitator) -> None:
    round_id = preparing.engagement.current.assessment.id
    action = Action(
        assessment_id=round_id, position=1, title="One", phase="", effort_low=Decimal(1), effort_high=Decimal(3)
    )
    preparing.session.edit(act_called("Plan"), action)
    preparing.goes_to(Step.PLAN)
    preparing.types("2")
    preparing.window.pages[Step.PLAN].show_place(action.id)
    preparing.types_into("Effort, low, days", "8")
    preparing.field("Done when").setFocus()
    assert "The low figure is above the high one." in preparing.reads()
    assert preparing.engagement.current.actions[0].effort_low == 1
    preparing.types_into("Effort, high, days", "2 weeks")
    preparing.field("Done when").setFocus()
    (kept,) = preparing.engagement.current.actions
    assert (kept.effort_low, kept.effort_high) == (8, 10)
    assert "not understood" not in preparing.reads()


def test_the_line_under_a_field_opens_no_window_of_its_own(preparing: Facilitator) -> None:
    preparing.types_into("Started", "sometime")
    leaves(preparing)
    top = [w for w in preparing.clearway.window.window().findChildren(type(label())) if w.isWindow()]
    assert top == []
    field = preparing.field("Started")
    assert isinstance(field, QLineEdit)
    assert field.toolTip() == ""
    assert field.accessibleDescription().startswith("Not a date yet")


def test_a_colour_is_understood_with_and_without_its_mark(preparing: Facilitator) -> None:
    preparing.presses("Brand")
    for typed, kept in (("12395b", "#12395B"), ("#abc", "#AABBCC"), ("petrol", "#AABBCC")):
        preparing.types_into("Main colour", typed)
        preparing.field("Closing line").setFocus()
        assert preparing.engagement.brand.primary == kept
    assert "Not a colour yet. It is written as in “#12395B”." in preparing.reads()
    assert preparing.field("Main colour").text() == "petrol"
    assert "1 field not understood" in preparing.reads()


def test_a_title_is_one_line(preparing: Facilitator) -> None:
    preparing.goes_to(Step.PLAN)
    preparing.types("2")
    preparing.types("n")
    preparing.types("Buy a crane")
    preparing.presses_key(Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("and\r\na\nquay")
    preparing.field("Action").setFocus()
    preparing.presses_key(Qt.Key.Key_End)
    preparing.types(" ")
    preparing.presses_key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert preparing.engagement.current.actions[0].title == "Buy a crane and a quay"


def test_f8_leads_to_a_colour_whatever_stands_in_the_lower_half(preparing: Facilitator) -> None:
    preparing.presses("Brand")
    preparing.types_into("Main colour", "petrol")
    preparing.field("Closing line").setFocus()
    preparing.presses("Who attends")
    preparing.presses_key(Qt.Key.Key_F8)
    assert preparing.keyboard_goes_to() is preparing.field("Main colour")
