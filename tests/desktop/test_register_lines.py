"""Lines and blocks of a register: pasted, copied, moved, cleared and taken back."""

from __future__ import annotations

from facilitator import Facilitator
from filling_in import ALT, CTRL, SHIFT, goes_to_activity, pastes, rows, shown, table, types_cells, undoes
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.console.playbook.cell_field import CellField


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
