"""Tab goes through a page as it is read, and looking for the order leaves nothing behind."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)
from shiboken6 import Shiboken

from desktop.theme import make_theme, style_sheet
from desktop.widgets.tab_order import laid_out, tab_as_read


def test_looking_for_the_order_keeps_no_handle_of_what_a_layout_holds(dressed_app: QApplication) -> None:
    """Such a handle stands for whatever Qt makes at that address later: a header of a table was taken for one."""
    before = items_held()
    page = QWidget()
    column, line = QVBoxLayout(page), QHBoxLayout()
    column.addWidget(first := QPushButton("first"))
    column.addLayout(line)
    column.addWidget(last := QLineEdit())
    line.addWidget(middle := QLineEdit())

    tab_as_read(page)

    assert laid_out(column) == [first, line, last]
    assert laid_out(line) == [middle]
    assert (first.nextInFocusChain(), middle.nextInFocusChain()) == (middle, last)
    assert items_held() == before


def items_held() -> int:
    gc.collect()
    return sum(type(held) is QWidgetItem for held in Shiboken.getAllValidWrappers())


@pytest.mark.parametrize("ticked", [False, True])
@pytest.mark.parametrize("dark", [False, True])
def test_a_tick_that_has_the_keyboard_is_told_by_its_frame(dressed_app: QApplication, dark: bool, ticked: bool) -> None:
    box, tick = QWidget(), QCheckBox("For the client")
    column = QVBoxLayout(box)
    column.addWidget(QLineEdit())
    column.addWidget(tick)
    box.setStyleSheet(style_sheet(make_theme(dark=dark), 1))
    tick.setChecked(ticked)
    box.show()
    box.activateWindow()
    dressed_app.processEvents()
    before, wide = tick.grab().toImage(), tick.sizeHint()
    tick.setFocus(Qt.FocusReason.TabFocusReason)
    after = tick.grab().toImage()
    inside = [(x, before.height() // 2) for x in (1, 2)]
    assert any(before.pixel(*at) != after.pixel(*at) for at in inside), "not by the colour of its words alone"
    assert tick.sizeHint() == wide
