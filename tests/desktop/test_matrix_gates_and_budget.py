"""Who is accountable, how a phase closes and what it costs, filled in from the keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from facilitator import Facilitator
from filling_in import goes_to_activity, goes_to_gate, page, pastes, rows, shown, table, types_cells, undoes
from PySide6.QtCore import Qt

from desktop.console.playbook.budget.rows import CostGroup, CostTotal
from desktop.console.playbook.matrix.answers_line import AnswersLine
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.prepare.person_row import PersonRow
from desktop.console.steps import Step
from models.values.sentence import act_called
from models.values.terms import GateDecision, RaciPart


def parts(at: Facilitator) -> dict[str, str]:
    """Who has which part in the first task, by the first letter of their name."""
    entry = at.engagement.current.entries_of("raci")[0]
    found = {p.name[0]: at.engagement.current.value(entry.id, p.id) for p in at.engagement.stakeholders}
    return {name: RaciPart(value).letter for name, value in found.items() if value}


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
