"""Rows and people that others refer to, and that go or are called alike: no id is ever shown, undo brings all back."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from desktop.console.playbook.page import PlaybookPage
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.steps import Step
from desktop.view_models.preparing import Preparing
from models.engagement.engagement import Stakeholder
from models.values.sentence import act_called


@pytest.fixture
def measured(facilitator: Facilitator) -> Facilitator:
    """Two people of one name, a metric that one of them owns, and a reading of it."""
    facilitator.begins("Harbour Trust", "Berth planner")
    people = [
        Stakeholder(engagement_id=facilitator.engagement.id, position=n, name="Ana Ruiz", role=role)
        for n, role in enumerate(("Sponsor", "Finance"))
    ]
    facilitator.session.edit(act_called("Add"), *people)
    facilitator.goes_to(Step.PLAYBOOK)
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.types("Delay")
    for _ in range(4):
        facilitator.presses_key(Qt.Key.Key_Tab)
    facilitator.types("ana f")
    page(facilitator).show_item("track-metrics")
    facilitator.presses_key(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    return facilitator


def page(at: Facilitator) -> PlaybookPage:
    found = at.window.pages[Step.PLAYBOOK]
    assert isinstance(found, PlaybookPage)
    return found


def first_row(at: Facilitator, item_id: str) -> list[str]:
    """What the first line of the register that captures an item shows, and a mark where it is not clear."""
    page(at).show_item(item_id)
    part = page(at).part
    table = at.window.focusWidget()
    assert part is not None
    assert isinstance(table, RegisterTable)
    columns = range(table.rows.columnCount())
    return [table.sheet.text(0, n) + ("" if table.sheet.is_clear(0, n) else " ?") for n in columns]


def undoes(at: Facilitator) -> None:
    at.waits_until_saved()
    before = at.engagement
    at.session.undo()
    at.waits_until(lambda: at.engagement is not before)


def test_a_metric_that_goes_leaves_its_name_in_its_readings(measured: Facilitator) -> None:
    assert first_row(measured, "track-metrics")[0] == "Delay"
    page(measured).show_item("business-metrics")
    measured.presses_key(Qt.Key.Key_Up)
    measured.presses_key(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert first_row(measured, "track-metrics")[0] == "Delay ?"
    undoes(measured)
    assert first_row(measured, "track-metrics")[0] == "Delay"


def test_people_of_one_name_are_offered_apart_and_the_one_meant_is_kept(measured: Facilitator) -> None:
    sponsor, finance = measured.engagement.stakeholders
    assert first_row(measured, "business-metrics")[4] == "Ana Ruiz, Finance"
    page(measured).show_stop("pilot-design/")
    measured.types("pd")
    offered = measured.keyboard_goes_to()
    assert isinstance(offered, QComboBox)
    assert [offered.itemText(n) for n in range(3)] == ["Nobody yet", "Ana Ruiz, Sponsor", "Ana Ruiz, Finance"]
    measured.chooses_in(offered, "Ana Ruiz, Sponsor")
    assert measured.engagement.current.gates["pilot-design"].decided_by == sponsor.id
    Preparing(measured.session).remove_stakeholder(finance.id)
    assert first_row(measured, "business-metrics")[4] == "Ana Ruiz, Finance"
    undoes(measured)
    assert {c.value for c in measured.engagement.current.cells.values()} >= {finance.id}


def test_somebody_without_a_name_leaves_nothing(measured: Facilitator) -> None:
    finance = measured.engagement.stakeholders[1]
    preparing = Preparing(measured.session)
    for field in ("name", "role"):
        preparing.stakeholder(finance.id, field, "")
    preparing.remove_stakeholder(finance.id)
    assert first_row(measured, "business-metrics")[4] == ""
    assert all(cell.value for cell in measured.engagement.current.cells.values())
