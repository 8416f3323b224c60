"""A block of more rows than a screen shows: one act, whatever is done before all of it is worked out."""

from __future__ import annotations

from pathlib import Path

from facilitator import Facilitator
from ledger_machine import Disk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from register_hand import begins_the_playbook, kept, opens_register

from desktop.console.playbook.register_table import RegisterTable
from desktop.console.steps import Step
from desktop.view_models.playbook.filling import AT_ONCE
from desktop.view_models.saving import Saving
from models.engagement.engagement import Engagement
from models.storage import Library

ROWS = AT_ONCE + 30
BLOCK = "\n".join(f"Metric {n}\tdays\t{n}" for n in range(ROWS))
PASTED = [{"metric": f"Metric {n}", "unit": "days", "baseline": str(n)} for n in range(ROWS)]
"""What keys are pressed on directly has seen no event meanwhile, so none of the rest is worked out yet."""


def metrics(at: Facilitator) -> RegisterTable:
    """An empty register."""
    begins_the_playbook(at, "Ana Ruiz")
    found = opens_register(at, "metrics")
    at.waits_until_saved()
    return found


def on_disk(at: Facilitator, library_file: Path) -> Engagement:
    """What the file says once Clearway is closed."""
    at.closes()
    with Library.open(library_file, who="test") as library:
        assert library.check() == []
        return library.engagement(library.entries()[0].id)


def undone(at: Facilitator) -> str:
    """What undo would take back."""
    label = at.session.labels.undo
    return str(label.said(at.session.words)) if label else ""


def test_a_screenful_is_there_at_once_and_a_key_right_after_is_an_act_of_its_own(
    facilitator: Facilitator, library_file: Path
) -> None:
    table = metrics(facilitator)
    table.paste(BLOCK)
    assert table.rows.rowCount() == ROWS + 1
    assert table.sheet.text(AT_ONCE - 1, 0) == f"Metric {AT_ONCE - 1}"
    assert table.sheet.text(ROWS - 1, 0) == ""
    assert facilitator.session.saving is Saving.SAVING
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_X)
    assert not facilitator.session.whole
    assert facilitator.session.unsaved
    assert undone(facilitator) == "Fill in “Business metrics”"
    facilitator.waits_until_saved()
    typed = [*PASTED[:1], PASTED[1] | {"metric": "x"}, *PASTED[2:]]
    assert kept(facilitator, "metrics") == typed
    assert table.sheet.text(ROWS - 1, 0) == f"Metric {ROWS - 1}"
    facilitator.session.undo()
    assert kept(facilitator, "metrics") == PASTED
    assert undone(facilitator) == "Paste into “Business metrics”"
    facilitator.session.redo()
    shown = facilitator.engagement
    assert on_disk(facilitator, library_file) == shown
    assert kept(facilitator, "metrics") == typed


def test_what_is_done_in_rows_that_are_still_to_be_filled_comes_after_what_was_pasted_there(
    facilitator: Facilitator,
) -> None:
    table = metrics(facilitator)
    table.paste(BLOCK)
    table.setCurrentIndex(table.rows.index(ROWS - 1, 0))
    QTest.keyClick(table, Qt.Key.Key_X)
    assert kept(facilitator, "metrics") == [*PASTED[:-1], PASTED[-1] | {"metric": "x"}]
    facilitator.session.undo()
    assert kept(facilitator, "metrics") == PASTED

    facilitator.session.undo()
    facilitator.waits_until_saved()
    table.begin()
    table.paste(BLOCK)
    table.setCurrentIndex(table.rows.index(ROWS - 3, 0))
    QTest.keyClick(table, Qt.Key.Key_Down)  # a row that one leaves goes where nothing stands in it
    QTest.keyClick(table, Qt.Key.Key_Delete)
    facilitator.waits_until_saved()
    assert kept(facilitator, "metrics") == [*PASTED[:-2], {"unit": "days", "baseline": f"{ROWS - 2}"}, PASTED[-1]]


def test_undo_another_page_and_a_question_right_after_find_all_of_it(facilitator: Facilitator) -> None:
    table, session = metrics(facilitator), facilitator.session
    table.paste(BLOCK)
    session.undo()
    assert kept(facilitator, "metrics") == []
    assert table.rows.rowCount() == 1
    session.redo()
    assert kept(facilitator, "metrics") == PASTED
    session.undo()

    table.begin()
    table.paste(BLOCK)
    found: list[int] = []
    session.ask(lambda library: len(library.engagement(session.engagement.id).current.cells), found.append)
    facilitator.waits_until(lambda: bool(found))
    assert found == [3 * ROWS]

    told: list[str] = []
    table.noticed.connect(told.append)
    table.setCurrentIndex(table.rows.index(0, 0))
    table.paste("\n".join(f"{line}\t2\t3\t4" for line in BLOCK.splitlines()))
    assert told == []
    facilitator.window.go_to(Step.READINESS)
    assert session.whole
    assert kept(facilitator, "metrics")[-1]["target"] == "2"
    assert told == ["Left out, because there are no columns for them: 1"]


def test_a_disk_that_is_full_keeps_it_for_later_and_closing_right_after_waits_for_all_of_it(
    facilitator: Facilitator, disk: Disk, library_file: Path
) -> None:
    table = metrics(facilitator)
    disk.full, disk.slow = True, 0.02
    table.paste(BLOCK)
    facilitator.waits_until(lambda: facilitator.session.saving is Saving.REFUSED)
    assert facilitator.session.unsaved == 1
    disk.full = False
    facilitator.waits_until_saved()
    table.setCurrentIndex(table.rows.index(0, 2))
    table.paste("\n".join(["7"] * ROWS))
    facilitator.window.close()
    facilitator.waits_until(lambda: not facilitator.window.isVisible())
    cells = on_disk(facilitator, library_file).current.cells.values()
    assert [cell.value for cell in cells if cell.column_id == "baseline"] == ["7"] * ROWS
