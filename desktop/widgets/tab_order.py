"""Tab goes through a page as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_read(page: QWidget) -> None:
    """Puts everything that takes the keyboard into the order in which it is laid out.

    Left alone, what was added after the page was built would come last of all, behind the rest of the window.
    """
    layout = page.layout()
    if layout is not None:
        for before, after in pairwise((page, *_stops(layout))):
            QWidget.setTabOrder(before, after)


def laid_out(layout: QLayout) -> list[QWidget | QLayout]:
    """What stands in a layout, in its order.

    Without `itemAt`: Python's handle of an item outlives the item, and whatever Qt makes next at that address, say the
    header of a table, is then taken for it.
    """
    held = layout.parentWidget()
    among = [*(held.children() if held is not None else ()), *layout.children()]
    parts = [part for part in among if isinstance(part, QWidget | QLayout) and part is not layout]
    return sorted((part for part in parts if layout.indexOf(part) >= 0), key=layout.indexOf)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for part in laid_out(layout):
        if isinstance(part, QWidget):
            yield from _stops_of(part)
        else:
            yield from _stops(part)


def _stops_of(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    held = widget.widget() if isinstance(widget, QScrollArea) else widget
    layout = held.layout() if held is not None else None
    if layout is not None:
        yield from _stops(layout)
