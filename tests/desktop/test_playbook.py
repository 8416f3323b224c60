"""The playbook filled in from the keyboard, as somebody types while a room speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from facilitator import Facilitator
from filling_in import ALT, asked_over, goes_to_activity, page, rows, shown, table, types_cells
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.console.playbook.cell_field import CellField
from desktop.console.playbook.offering import OfferList
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.steps import Step
from desktop.view_models.room.pages import RoomActivity
from models.engagement.engagement import Note, Stakeholder
from models.values.sentence import act_called


def test_a_register_is_filled_in_line_by_line_without_the_mouse(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Time at berth", "hours", "11.5", "9", "an")
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Ships a day", "", "1,200", "1.5k", "bo")
    filling.presses_key(Qt.Key.Key_Return)

    ana, ben, _ = filling.engagement.stakeholders
    assert rows(filling, "metrics") == [
        ("Time at berth", "hours", "11.5", "9", ana.id),
        ("Ships a day", "", "1200", "1500", ben.id),
    ]
    assert shown(table(filling, "Business metrics"))[1] == ("Ships a day", "", "1,200", "1,500", "Ben Okoro")
    filling.waits_until(lambda: asked_over(table(filling, "Business metrics"), 0).endswith("each? (open)"))


def test_every_key_is_on_its_way_to_the_disk_before_the_cell_is_left(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    filling.types("Ti")
    assert rows(filling, "metrics")[0][0] == "Ti"
    filling.waits_until_saved()
    filling.types("me")
    assert rows(filling, "metrics")[0][0] == "Time"
    assert len(rows(filling, "metrics")) == 1


def test_what_was_typed_is_there_after_a_restart(filling: Facilitator, start: Callable[[], Facilitator]) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Time at berth", "hours", "11.5")
    filling.waits_until_saved()
    kept = rows(filling, "metrics")
    filling.closes()
    again = start()
    again.waits_until(lambda: again.clearway.browsing.total == 1)
    again.presses("Open")
    again.waits_until(lambda: again.window.session is not None)
    assert rows(again, "metrics") == kept


def test_dates_money_lengths_and_people_are_typed_naturally_and_shown_back(filling: Facilitator) -> None:
    goes_to_activity(filling, "debt-register")
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Typed by hand", "Read from the quay", "2 weeks", "data")
    assert shown(table(filling, "Technical debt")) == [("Typed by hand", "Read from the quay", "10 days", "Cleo Anand")]
    goes_to_activity(filling, "buy-in")
    filling.finds(RegisterTable, "Results shared").begin()
    types_cells(filling, "12 mar", "The board")
    (kept, *_), *_ = rows(filling, "sharing-log")
    assert date.fromisoformat(kept).month == 3
    assert shown(table(filling, "Results shared"))[0][0].startswith("12 March ")
    goes_to_activity(filling, "budget")
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Servers", "45k", "50k", "62.5k", "a y")
    filling.presses_key(Qt.Key.Key_Escape)
    assert shown(table(filling, "Infrastructure costs")) == [("Servers", "45,000", "50,000", "62,500", "A year")]


def test_what_is_not_understood_stays_as_typed_and_says_what_would_be(filling: Facilitator) -> None:
    goes_to_activity(filling, "buy-in")
    filling.finds(RegisterTable, "Results shared").begin()
    filling.types("soonish")
    filling.presses_key(Qt.Key.Key_Escape)
    log = table(filling, "Results shared")
    first = log.rows.index(0, 0)
    assert rows(filling, "sharing-log")[0][0] == "soonish"
    filling.waits_until(lambda: "Not a date yet. Try “12 March”" in filling.reads())
    assert "12 March" in log.rows.data(first, Qt.ItemDataRole.AccessibleTextRole)


def test_two_letters_offer_the_people_and_the_arrows_choose(filling: Facilitator) -> None:
    filling.session.edit(
        act_called("Another"), Stakeholder(engagement_id=filling.engagement.id, position=9, name="Anders Berg")
    )
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Time", "", "", "", "an")
    filling.comes_to_rest()
    offers = filling.window.findChild(OfferList)
    assert offers.isVisible()
    assert [offers.item(n).text() for n in range(offers.count())] == ["Ana Ruiz", "Cleo Anand", "Anders Berg"]
    filling.presses_key(Qt.Key.Key_Down)
    filling.presses_key(Qt.Key.Key_Down)
    filling.presses_key(Qt.Key.Key_Down)
    filling.presses_key(Qt.Key.Key_Return)
    assert rows(filling, "metrics")[0][4] == filling.engagement.stakeholders[3].id
    assert not offers.isVisible()


def test_who_is_meant_stands_below_with_what_they_carry_already(filling: Facilitator) -> None:
    goes_to_activity(filling, "debt-register")
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "By hand", "A feed", "3", "cl")
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "No alert", "One that rings", "2", "cl")
    field = QApplication.focusWidget()
    assert isinstance(field, CellField)
    filling.waits_until(lambda: field.accessibleDescription() == "Data lead\n3 days already")
    assert field.toPlainText() == "cl", "what completes it is drawn, not typed"
    filling.waits_until(lambda: "5 days of work so far: Cleo Anand 5" in filling.reads())


def test_the_list_of_offers_takes_neither_f5_nor_page_down(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_F5)
    control = filling.room
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Time", "", "", "", "a")
    before = page(filling).model.place
    filling.presses_key(Qt.Key.Key_PageDown)
    assert page(filling).model.place == before + 1
    filling.types("b.")
    assert control.presenter.presenting


def test_while_live_what_is_settled_as_the_activity_is_left_is_told_of_that_activity(filling: Facilitator) -> None:
    """A currency is taken from the first sum once the typing pauses, or the next activity is shown before that."""
    filling.presses_key(Qt.Key.Key_F5)
    page(filling).show_item("integration-cost")
    types_cells(filling, "Pipes", "45k €")
    before = page(filling).model.place
    filling.presses_key(Qt.Key.Key_PageUp)
    assert page(filling).model.place == before - 1
    filling.waits_until_saved()
    assert filling.engagement.pilot.currency == "EUR"
    control = filling.room
    shown = control.presenter.view.page
    assert isinstance(shown, RoomActivity)
    activity = page(filling).model.stop.activity
    assert activity is not None
    assert activity.title in shown.place


def test_while_live_letters_are_typed_into_a_register_and_do_not_blank_the_room(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_F5)
    control = filling.room
    filling.presses_key(Qt.Key.Key_Return)
    filling.types("Bursts a year.")
    assert rows(filling, "metrics")[0][0] == "Bursts a year."
    assert control.presenter.presenting


def test_what_phase_1_named_stands_in_later_phases(filling: Facilitator) -> None:
    filling.finds(RegisterTable, "Systems to connect").begin()
    types_cells(filling, "Port system", "both", "ben")
    table(filling, "Business metrics").begin()
    types_cells(filling, "Time at berth", "hours", "12", "8")
    goes_to_activity(filling, "outcomes")
    readings = table(filling, "Readings of the business metrics")
    readings.begin()
    types_cells(filling, "ti", "1 jan 2026", "10")
    metric = filling.engagement.current.entries_of("metrics")[0]
    assert rows(filling, "metric-readings") == [(metric.id, "2026-01-01", "10")]
    assert shown(readings) == [("Time at berth", "1 January 2026", "10")]
    filling.waits_until(lambda: "12 → 10 hours on 1 January 2026. 50% of the way to 8." in filling.reads())
    goes_to_activity(filling, "integration-plan")
    systems = table(filling, "Systems to connect")
    assert [place.title for place in systems.sheet.places] == ["System", "Status"]
    assert shown(systems) == [("Port system", "")]
    assert "The rows of “Pilot design”" in filling.reads()
    goes_to_activity(filling, "monitor")
    signals = table(filling, "Business signals")
    signals.begin()
    filling.types("t")
    filling.presses_key(Qt.Key.Key_Down)
    assert rows(filling, "business-signals")[0][0] == "Time at berth"


def test_a_metric_renamed_is_renamed_in_its_readings(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    filling.types("Time")
    goes_to_activity(filling, "outcomes")
    filling.presses_key(Qt.Key.Key_A, ALT)
    assert shown(table(filling, "Readings of the business metrics"))[0][0] == "Time"
    metric = next(iter(filling.engagement.current.cells.values()))
    filling.session.edit(act_called("Rename"), replace(metric, value="Hours at berth"))
    assert shown(table(filling, "Readings of the business metrics"))[0][0] == "Hours at berth"


def test_a_register_follows_where_something_else_was_noted_in_between(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Time", "hours")
    session, metrics = filling.session, table(filling, "Business metrics")
    session.edit(act_called("Note"), Note(assessment_id=session.current.assessment.id, text="Said in between"))
    name, unit = filling.engagement.current.cells.values()
    session.edit(act_called("Rename"), replace(name, value="Hours at berth"), remove=[unit])
    assert shown(metrics)[0][:2] == ("Hours at berth", "")


def test_a_result_has_one_line(filling: Facilitator) -> None:
    goes_to_activity(filling, "readiness-tests")
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "passed w", "Run of 3 May")
    assert rows(filling, "volume-result") == [("Passed with limits", "Run of 3 May")]
    assert table(filling, "Test at production volume").rows.rowCount() == 1
    filling.presses_key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is table(filling, "Test on rare and difficult cases")


def test_everybody_present_is_added_to_the_buy_in_with_one_key(filling: Facilitator) -> None:
    away = replace(filling.engagement.stakeholders[2], present=False)
    filling.session.edit(act_called("Away"), away)
    goes_to_activity(filling, "buy-in")
    filling.presses_key(Qt.Key.Key_A, ALT)
    assert [row[0] for row in shown(table(filling, "Support among stakeholders"))] == ["Ana Ruiz", "Ben Okoro"]
    filling.presses_key(Qt.Key.Key_A, ALT)
    assert len(rows(filling, "support-map")) == 2


def test_what_is_private_says_so_where_it_is_typed(filling: Facilitator) -> None:
    goes_to_activity(filling, "buy-in")
    assert "Private: neither the room nor any document shows these lines" in filling.reads()
    page(filling).show_item("qualitative-feedback")
    filling.waits_until(lambda: "Private, in the room and in documents: “Who”" in filling.reads())


def test_a_clicker_goes_through_activities_and_gates_and_on_to_readiness(filling: Facilitator) -> None:
    for _ in page(filling).model.stops:
        assert filling.window.step is Step.PLAYBOOK
        filling.presses_key(Qt.Key.Key_PageDown)
    assert filling.window.step is Step.READINESS


def test_markup_is_only_text_and_a_long_word_is_wrapped(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    filling.types("<b>bold</b>" + "x" * 200)
    metrics = table(filling, "Business metrics")
    filling.presses_key(Qt.Key.Key_Escape)
    assert shown(metrics)[0][0].startswith("<b>bold</b>x")
    assert metrics.rowHeight(0) > 3 * metrics.rowHeight(1)
    assert metrics.horizontalScrollBar().maximum() == 0
