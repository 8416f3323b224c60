"""What hands do in the registers of the playbook."""

from __future__ import annotations

from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.console.playbook.page import PlaybookPage
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.steps import Step
from desktop.view_models.saving import Saving

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Rows = list[tuple[str, ...]]


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
