"""What keys do in a register, beside typing."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from desktop.widgets.keys import KeyAct
from resources.words import marked

REGISTER_KEYS = (
    KeyAct(
        "Enter Shift+Enter", marked("In a register: the next line; the one before"), lambda t, n: t.go_down((1, -1)[n])
    ),
    KeyAct("Tab Shift+Tab", marked("The next cell, and back")),
    KeyAct("Down Up", marked("In a cell: through what is offered")),
    KeyAct("Alt+Up Alt+Down", marked("Move the line"), lambda table, n: table.move_rows((-1, 1)[n])),
    KeyAct("Del Backspace", marked("Clear cells"), lambda table, _: table.clear_cells()),
    KeyAct("Ctrl+Del Ctrl+Backspace", marked("Remove lines"), lambda table, _: table.remove_rows()),
    KeyAct("Ctrl+C", marked("Copy the cells"), lambda table, _: table.copy()),
    KeyAct(
        "Ctrl+V",
        marked("Paste a block from a spreadsheet"),
        lambda table, _: table.paste(QGuiApplication.clipboard().text()),
    ),
    KeyAct("R A C I Space", marked("In a responsibility matrix: a part, or none")),
)
"""Done on a `RegisterTable`."""
