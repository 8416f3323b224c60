"""A file chosen by its name in Qt's own dialog: the window lives on, and the file is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
)

from desktop.console.steps import Step

CASE = Path(__file__).parents[1] / "cases" / "thailand-screening.json"


def chooses(facilitator: Facilitator, act: str, file: Path) -> None:
    facilitator.waits_until(lambda: facilitator.finds(QAbstractButton, act).isEnabled())
    facilitator.presses(act)
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    (name,) = dialog.findChildren(QLineEdit)
    dialog.activateWindow()
    name.setFocus()
    name.setText(str(file))
    QTest.keyClick(name, Qt.Key.Key_Return)
    facilitator.waits_until(lambda: not any(isinstance(w, QDialog) for w in QApplication.topLevelWidgets()))


@pytest.mark.parametrize("act", ["Import…"])
def test_a_file_that_is_named_is_imported(facilitator: Facilitator, act: str) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    chooses(facilitator, act, CASE)
    facilitator.waits_until(lambda: facilitator.clearway.browsing.total == 2)
    facilitator.presses_key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert facilitator.window.isVisible()


def test_a_folder_that_is_marked_in_the_dialog_cannot_be_deleted_there(
    facilitator: Facilitator, tmp_path: Path
) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: facilitator.finds(QAbstractButton, "Import…").isEnabled())
    facilitator.presses("Import…")
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]
    dialog.setDirectory(str(tmp_path))
    (view,) = [v for v in dialog.findChildren(QAbstractItemView) if v.objectName() == "treeView"]
    facilitator.waits_until(lambda: view.model().rowCount(view.rootIndex()) > 0)
    rows = [view.model().index(n, 0, view.rootIndex()) for n in range(view.model().rowCount(view.rootIndex()))]
    view.setCurrentIndex(next(row for row in rows if row.data() == "precious"))

    def agrees() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.button(QMessageBox.StandardButton.Yes).click()

    QTimer.singleShot(100, agrees)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    facilitator.qtbot.wait(200)

    assert precious.is_dir()
    dialog.close()


def test_what_the_focus_leaves_is_looked_at_when_it_has_gone(facilitator: Facilitator) -> None:
    """While a dialog is destroyed the focus goes from part to part: who looks for parts then may meet half of one."""
    facilitator.opens_the_sample()
    caps = facilitator.window.look._caps
    facilitator.goes_to(Step.DIAGNOSE)
    QApplication.processEvents()
    before = caps._typing
    facilitator.field("What was said").setFocus()
    assert caps._typing is before
    QApplication.processEvents()
    assert caps._typing is not before
