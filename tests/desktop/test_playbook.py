"""The playbook filled in from the keyboard, as somebody types while a room speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.console.playbook.budget.rows import CostGroup, CostTotal
from desktop.console.playbook.cell_field import CellField
from desktop.console.playbook.matrix.answers_line import AnswersLine
from desktop.console.playbook.offering import OfferList
from desktop.console.playbook.page import PlaybookPage
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.prepare.person_row import PersonRow
from desktop.console.steps import Step
from desktop.view_models.room.pages import RoomActivity
from desktop.view_models.saving import Saving
from models.engagement.engagement import Note, Stakeholder
from models.values.sentence import act_called
from models.values.terms import GateDecision, Group, RaciPart

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Rows = list[tuple[str, ...]]


@pytest.fixture
def filling(facilitator: Facilitator) -> Facilitator:
    """A new engagement with three people, at the first activity of the playbook."""
    facilitator.begins("Harbour Trust", "Berth planner")
    people = [
        Stakeholder(engagement_id=facilitator.engagement.id, position=n, name=name, role=role, group=group)
        for n, (name, role, group) in enumerate(
            [
                ("Ana Ruiz", "Sponsor", Group.BUSINESS),
                ("Ben Okoro", "Head of IT", Group.TECHNOLOGY),
                ("Cleo Anand", "Data lead", Group.DATA),
            ]
        )
    ]
    facilitator.session.edit(act_called("People"), *people)
    facilitator.goes_to(Step.PLAYBOOK)
    return facilitator


def page(at: Facilitator) -> PlaybookPage:
    found = at.window.pages[Step.PLAYBOOK]
    assert isinstance(found, PlaybookPage)
    return found


def goes_to_activity(at: Facilitator, activity_id: str) -> None:
    """Steps on with the key that a clicker sends."""
    page(at).setFocus()
    while (stop := page(at).model.stop).activity is None or stop.activity.id != activity_id:
        at.presses_key(Qt.Key.Key_PageDown)
        assert at.window.step is Step.PLAYBOOK


def goes_to_gate(at: Facilitator, phase_id: str) -> None:
    page(at).setFocus()
    while (stop := page(at).model.stop).activity is not None or stop.phase.id != phase_id:
        at.presses_key(Qt.Key.Key_PageDown)


def table(at: Facilitator, name: str) -> RegisterTable:
    return at.finds(RegisterTable, name)


def rows(at: Facilitator, register_id: str) -> Rows:
    """What is kept of a register."""
    current, register = at.engagement.current, at.session.method.register(register_id)
    return [
        tuple(current.value(entry.id, column.id) for column in register.columns)
        for entry in current.entries_of(register_id)
    ]


def shown(of: RegisterTable) -> Rows:
    """What the table shows, without the empty line at its foot."""
    count = of.rows.rowCount() - of.sheet.has_foot
    return [
        tuple(str(of.rows.data(of.rows.index(row, column))) for column in range(of.rows.columnCount()))
        for row in range(count)
    ]


def asked_over(of: RegisterTable, column: int) -> str:
    """What a screen reader is told of the head of a column."""
    return str(of.rows.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole))


def pastes(at: Facilitator, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    at.presses_key(Qt.Key.Key_V, CTRL)


def types_cells(at: Facilitator, *texts: str) -> None:
    """One line of a register: Tab between the cells."""
    for number, text in enumerate(texts):
        if number:
            at.presses_key(Qt.Key.Key_Tab)
        at.types(text)


def undoes(at: Facilitator) -> None:
    at.waits_until_saved()
    before = at.engagement
    at.presses_key(Qt.Key.Key_Z, CTRL)
    at.waits_until(lambda: at.engagement is not before and at.session.saving is Saving.SAVED)


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
    filling.qtbot.wait(10)
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
    control = filling.window.door.control
    assert control is not None
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
    control = filling.window.door.control
    assert control is not None
    shown = control.presenter.view.page
    assert isinstance(shown, RoomActivity)
    activity = page(filling).model.stop.activity
    assert activity is not None
    assert activity.title in shown.place


def test_while_live_letters_are_typed_into_a_register_and_do_not_blank_the_room(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_F5)
    control = filling.window.door.control
    assert control is not None
    filling.presses_key(Qt.Key.Key_Return)
    filling.types("Bursts a year.")
    assert rows(filling, "metrics")[0][0] == "Bursts a year."
    assert control.presenter.presenting


def test_a_block_is_pasted_from_a_spreadsheet(filling: Facilitator) -> None:
    told: list[str] = []
    filling.session.noticed.connect(told.append)
    filling.presses_key(Qt.Key.Key_Return)
    pastes(
        filling,
        'Time at berth\thours\t11,5\t9\tAna\r\n"Ships, ""large""\nones"\tships\t12\t15\tnobody we know\textra\r\n\r\n',
    )
    ana = filling.engagement.stakeholders[0]
    assert rows(filling, "metrics") == [
        ("Time at berth", "hours", "11.5", "9", ana.id),
        ('Ships, "large"\nones', "ships", "12", "15", "nobody we know"),
    ]
    assert told == ["Left out, because there are no columns for them: 1"]
    undoes(filling)
    assert rows(filling, "metrics") == []


def test_a_block_goes_over_what_stands_there_and_on_below_it(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "First", "hours")
    filling.presses_key(Qt.Key.Key_Backtab)
    pastes(filling, "Other\tdays\nSecond\tweeks")
    assert [row[:2] for row in rows(filling, "metrics")] == [("Other", "days"), ("Second", "weeks")]


def test_one_pasted_cell_is_text_in_the_cell(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    filling.types("Time ")
    pastes(filling, "at berth\r\n")
    assert rows(filling, "metrics")[0][0] == "Time at berth"


def test_cells_are_copied_as_a_spreadsheet_takes_them(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Time", "hours")
    filling.presses_key(Qt.Key.Key_Escape)
    filling.presses_key(Qt.Key.Key_Left, SHIFT)
    filling.presses_key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Time\thours"


def test_lines_change_places_and_change_back(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    pastes(filling, "First\nSecond\nThird")
    filling.presses_key(Qt.Key.Key_Up)
    filling.presses_key(Qt.Key.Key_Up)
    filling.presses_key(Qt.Key.Key_Down)
    filling.presses_key(Qt.Key.Key_Down, ALT)
    names = [row[0] for row in rows(filling, "metrics")]
    moved = [row[0] for row in shown(table(filling, "Business metrics"))]
    assert names == moved
    assert sorted(names) == ["First", "Second", "Third"]
    assert names != ["First", "Second", "Third"]
    undoes(filling)
    assert [row[0] for row in rows(filling, "metrics")] == ["First", "Second", "Third"]


def test_a_line_goes_and_comes_back_with_all_that_stood_in_it(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Time", "hours", "11")
    kept = rows(filling, "metrics")
    filling.presses_key(Qt.Key.Key_Delete, CTRL)
    assert rows(filling, "metrics") == []
    undoes(filling)
    assert rows(filling, "metrics") == kept
    assert shown(table(filling, "Business metrics"))[0][:3] == ("Time", "hours", "11")


def test_delete_clears_a_cell_and_an_empty_line_goes_by_itself(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    filling.types("Time")
    filling.presses_key(Qt.Key.Key_Escape)
    filling.presses_key(Qt.Key.Key_Delete)
    assert filling.engagement.current.cells == {}
    filling.presses_key(Qt.Key.Key_Down)
    filling.waits_until(lambda: filling.engagement.current.entries == ())


def test_a_burst_of_typing_is_one_step_back_even_in_a_new_line(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Time at berth", "hours")
    undoes(filling)
    assert [row[:2] for row in rows(filling, "metrics")] == [("Time at berth", "")]
    undoes(filling)
    assert rows(filling, "metrics") == []
    field = QApplication.focusWidget()
    assert isinstance(field, CellField)
    assert field.toPlainText() == ""


def test_enter_goes_down_where_the_tabs_began_and_on_from_the_empty_line(filling: Facilitator) -> None:
    goes_to_activity(filling, "data-plan")
    filling.presses_key(Qt.Key.Key_Return)
    pastes(filling, "Cranes\nShips")
    goes_to_activity(filling, "integration-plan")
    statuses = table(filling, "Data sources")
    statuses.setFocus()
    statuses.setCurrentIndex(statuses.rows.index(0, 1))
    filling.types("agr")
    filling.presses_key(Qt.Key.Key_Return)
    filling.types("work")
    filling.presses_key(Qt.Key.Key_Return)
    assert [row[4] for row in rows(filling, "data-sources")] == ["Agreed", "Working"]
    filling.presses_key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is table(filling, "Security requirements")


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


def parts(at: Facilitator) -> dict[str, str]:
    """Who has which part in the first task, by the first letter of their name."""
    entry = at.engagement.current.entries_of("raci")[0]
    found = {p.name[0]: at.engagement.current.value(entry.id, p.id) for p in at.engagement.stakeholders}
    return {name: RaciPart(value).letter for name, value in found.items() if value}


def test_what_is_private_says_so_where_it_is_typed(filling: Facilitator) -> None:
    goes_to_activity(filling, "buy-in")
    assert "Private: neither the room nor any document shows these lines" in filling.reads()
    page(filling).show_item("qualitative-feedback")
    filling.waits_until(lambda: "Private, in the room and in documents: “Who”" in filling.reads())


def test_a_task_has_one_who_is_accountable_and_the_one_before_stays_responsible(filling: Facilitator) -> None:
    goes_to_activity(filling, "operating-model-plan")
    filling.presses_key(Qt.Key.Key_Return)
    filling.types("Own it")
    filling.waits_until(lambda: "The one task has nobody accountable." in filling.reads())
    raci = table(filling, "Responsibilities (RACI)")
    said = raci.rows.data(raci.rows.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Own it. nobody answers")
    filling.presses_key(Qt.Key.Key_Tab)
    filling.types("a")
    filling.presses_key(Qt.Key.Key_Right)
    filling.types("c")
    assert parts(filling) == {"A": "A", "B": "C"}
    filling.types("a")
    assert parts(filling) == {"A": "R", "B": "A"}
    filling.waits_until(lambda: "The one task has one who is accountable." in filling.reads())
    assert table(filling, "Responsibilities (RACI)").sheet.note(0) == ""
    (last,) = filling.window.findChildren(AnswersLine)
    filling.waits_until(lambda: last.accessibleDescription() == "Ben Okoro 1")
    filling.types(" ")
    assert parts(filling) == {"A": "R"}
    undoes(filling)
    assert parts(filling) == {"A": "R", "B": "A"}


def test_pasted_parts_leave_one_accountable(filling: Facilitator) -> None:
    goes_to_activity(filling, "operating-model-plan")
    filling.presses_key(Qt.Key.Key_Return)
    pastes(filling, "Own it\tA\tA\ti")
    assert parts(filling) == {"A": "R", "B": "A", "C": "I"}


def test_a_phase_closes_with_who_when_and_on_what_conditions(filling: Facilitator) -> None:
    goes_to_gate(filling, "pilot-design")
    assert "0 of 10 done" in filling.reads()
    filling.types("c")
    assert "Still to say: who decided, on what conditions." in filling.reads()
    filling.chooses("Decided by", "Ana Ruiz")
    filling.types_into("Condition 1", "Owners by Friday")
    gate = filling.engagement.current.gates["pilot-design"]
    assert gate.decision is GateDecision.CONDITIONS
    assert gate.decided_by == filling.engagement.stakeholders[0].id
    assert gate.decided_on == date.today()
    assert [c.text for c in filling.engagement.current.conditions] == ["Owners by Friday"]
    assert "Still to say" not in filling.reads()
    page(filling).setFocus()
    filling.types("c")
    assert filling.engagement.current.gates["pilot-design"].decision is GateDecision.UNDECIDED


def test_a_gate_was_decided_on_a_day_that_has_come(filling: Facilitator) -> None:
    goes_to_gate(filling, "pilot-design")
    filling.types("c")
    tomorrow, yesterday = (date.today() + timedelta(days=n) for n in (1, -1))

    filling.types_into("Decided on", f"{tomorrow:%d.%m.%Y}")
    filling.presses_key(Qt.Key.Key_Return)
    filling.waits_until(lambda: "That day is still to come" in filling.reads())
    assert filling.engagement.current.gates["pilot-design"].decided_on == date.today()

    filling.types_into("Decided on", f"{yesterday:%d.%m}")  # without a year, the last such day
    filling.presses_key(Qt.Key.Key_Return)
    assert filling.engagement.current.gates["pilot-design"].decided_on == yesterday


def test_what_a_gate_lacks_leads_to_where_it_is_filled_in(filling: Facilitator) -> None:
    goes_to_gate(filling, "pilot-design")
    filling.presses("Fill in: What shortcuts is the pilot taking?")
    assert filling.window.focusWidget() is table(filling, "Technical debt")
    filling.types("Typed by hand")
    assert rows(filling, "debt")[0][0] == "Typed by hand"


def test_the_budget_adds_up_against_what_the_pilot_cost(filling: Facilitator) -> None:
    pilot = replace(filling.engagement.pilot, cost=Decimal(100_000), currency="EUR")
    filling.session.edit(act_called("Cost"), pilot)
    goes_to_activity(filling, "budget")
    assert "The rule expects €200,000 to €500,000." in filling.reads()
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Servers", "80k", "90k", "100k")
    said = "€90,000 to the end of the first year: €110,000 short of 2 times the pilot."
    filling.waits_until(lambda: said in filling.reads())
    assert "Nothing is planned yet under Integration costs" in filling.reads()
    page(filling).show_item("running-cost")
    groups = [g for g in filling.window.findChildren(CostGroup) if g.isVisible()]
    assert [g.accessibleName() for g in groups if g.isChecked()] == ["Running costs"]
    types_cells(filling, "Licences", "100k", "120.5k", "150k", "a year")
    filling.waits_until(lambda: "€210,500 to the end of the first year: within 2 to 5 times" in filling.reads())
    (total,) = (shown for shown in filling.window.findChildren(CostTotal) if shown.isVisible())
    assert total.accessibleDescription() == "210,500, once 90,000, then 120,500 a year"
    types_cells(filling, "")
    filling.presses_key(Qt.Key.Key_Return)
    types_cells(filling, "Upside down", "3k", "2k", "1k")
    filling.waits_until(lambda: "“Upside down”: low, likely and high are not in that order." in filling.reads())


def test_the_rail_counts_the_items_that_are_done(filling: Facilitator) -> None:
    assert "Playbook   0/41" in filling.reads()
    filling.finds(RegisterTable, "Scale").begin()
    types_cells(filling, "Ships", "10", "100")
    filling.waits_until(lambda: "Playbook   1/41" in filling.reads())


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


def test_someone_removed_leaves_their_name_in_registers_and_no_column_in_the_matrix(filling: Facilitator) -> None:
    goes_to_activity(filling, "operating-model-plan")
    filling.presses_key(Qt.Key.Key_Return)
    filling.types("Own it")
    filling.presses_key(Qt.Key.Key_Tab)
    filling.types("a")
    table(filling, "Escalation").begin()
    types_cells(filling, "Desk", "ana")
    filling.goes_to(Step.PREPARE)
    filling.window.findChildren(PersonRow)[0].role.setFocus()
    filling.presses("Remove Ana Ruiz")
    filling.goes_to(Step.PLAYBOOK)
    assert shown(table(filling, "Escalation"))[0][1] == "Ana Ruiz"
    titles = [place.title for place in table(filling, "Responsibilities (RACI)").sheet.places]
    assert titles == ["Task", "Ben Okoro", "Cleo Anand"]
