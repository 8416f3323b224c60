"""Tab goes through a page as it is read, and looking for the order leaves nothing behind."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget, QWidgetItem
from shiboken6 import Shiboken

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
