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


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _stops_of(widget)
        elif inner is not None:
            yield from _stops(inner)


def _stops_of(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    held = widget.widget() if isinstance(widget, QScrollArea) else widget
    layout = held.layout() if held is not None else None
    if layout is not None:
        yield from _stops(layout)
