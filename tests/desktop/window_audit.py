"""Looks over a live window for what a designer would circle: clipped text, overlaps, faint text, missing names.

Of what a widget paints by hand it sees whether a text is larger than its place: for the rest, look at the pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from desktop.console.playbook.gate.action_disc import ActionDisc
from tests.pixels import colours_in, contrast_of

TOLERANCE = 1
PAINTED_TOLERANCE = 3
"""Pixels: a text's bounds reach beyond what it advances."""
LEAVES = (QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
READABLE, READABLE_LARGE = 4.5, 3.0
LARGE_FROM = 24
"""Pixels of line height from which WCAG asks for less contrast."""
NOTHING = bytes(4) * 200
"""So many points side by side that nobody painted: one that was painted covers what is below it."""

_WORD = re.compile(r"[^\s-]+-?")
"""What lines are broken between: after a hyphen, too."""

NAMED_ROLES = (
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.List,
    QAccessible.Role.Graphic,
)


def audit(window: QWidget) -> list[str]:
    """Every fault found, in words; empty when the window is sound."""
    with painted_texts() as cut:
        pale = faint(window)
    return [*clipped(window), *overlapping(window), *pale, *cut, *unnamed(window)]


@contextmanager
def painted_texts() -> Iterator[list[str]]:
    """Fills a list with the texts that are painted meanwhile into too small a place: Qt cuts them there."""
    found: list[str] = []
    draw = QPainter.drawText

    def drawn(painter: QPainter, place: Any, *rest: Any) -> Any:
        if isinstance(place, (QRect, QRectF)) and len(rest) >= 2:
            need, most = painter.boundingRect(place, int(rest[0]), rest[1]), painter.fontMetrics().height() / 2
            if need.width() > place.width() + PAINTED_TOLERANCE or need.height() > place.height() + most:
                found.append(f"painted into too little: “{rest[1][:60]}”")
        return draw(painter, place, *rest)

    QPainter.drawText = drawn  # type: ignore[method-assign, assignment]
    try:
        yield found
    finally:
        QPainter.drawText = draw  # type: ignore[method-assign]


def clipped(window: QWidget) -> list[str]:
    faults = []
    for widget in _visible(window):
        room = _text_room(widget)
        if room is None:
            continue
        need, have = room
        if need.width() > have.width() + TOLERANCE or need.height() > have.height() + TOLERANCE:
            faults.append(f"clipped: {_described(widget)} needs {_size(need)} and has {_size(have)}")
        if not _scrolled(widget) and _seen(widget).size() != widget.size():
            faults.append(f"outside its parent: {_described(widget)}")
        if _scrolled(widget) and _cut_at_the_side(widget):
            faults.append(f"cut at the side: {_described(widget)}")
    return faults


def overlapping(window: QWidget) -> list[str]:
    leaves = [w for w in _visible(window) if isinstance(w, LEAVES) and not _inside_leaf(w)]
    placed = [(w, QRect(w.mapTo(window, QPoint()), w.size()), _scroll_area(w)) for w in leaves]
    faults = []
    for (one, place, area), (other, other_place, other_area) in combinations(placed, 2):
        if area is not other_area or one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        common = place.intersected(other_place)
        if common.width() > TOLERANCE and common.height() > TOLERANCE:
            faults.append(f"overlap: {_described(one)} and {_described(other)}")
    return faults


def faint(window: QWidget) -> list[str]:
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    faults = ["a ground that nobody paints"] if NOTHING in bytes(picture.constBits()) else []
    for widget in _visible(window):
        if not isinstance(widget, (QLabel, QPushButton, QLineEdit)) or not widget.text() or not widget.isEnabled():
            continue
        area = QRect(widget.mapTo(window, QPoint()), widget.size()).adjusted(3, 3, -3, -3)
        shown = widget.visibleRegion().boundingRect().translated(widget.mapTo(window, QPoint()))
        if shown.height() < widget.fontMetrics().height():
            continue  # a sliver at the edge of what scrolls
        found = _contrast_in(picture, area.intersected(shown).intersected(window.rect()))
        wanted = READABLE_LARGE if widget.fontMetrics().height() >= LARGE_FROM else READABLE
        if found is not None and found < wanted:
            faults.append(f"faint: {_described(widget)} has {found:.1f}, wants {wanted}")
    return faults


def unnamed(window: QWidget) -> list[str]:
    faults: list[str] = []

    def walk(interface: QAccessibleInterface | None, depth: int) -> None:
        if interface is None or depth > 40 or interface.state().invisible:
            return
        if interface.role() in NAMED_ROLES and not interface.text(QAccessible.Text.Name).strip():
            faults.append(f"no accessible name: {interface.role()} {interface.object()}")
        if interface.role() is not QAccessible.Role.List:
            for number in range(interface.childCount()):
                walk(interface.child(number), depth + 1)

    walk(QAccessible.queryAccessibleInterface(window), 0)
    return faults


def _text_room(widget: QWidget) -> tuple[QSize, QSize] | None:
    """What a widget's text needs and what it has; None where it shows none."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel) and widget.text():
        have = widget.contentsRect().size()
        if widget.hasHeightForWidth() and not widget.wordWrap():
            return QSize(0, widget.heightForWidth(widget.width())), widget.size()
        if not widget.wordWrap():
            return metrics.size(0, widget.text()), have
        flags = int(Qt.TextFlag.TextWordWrap | widget.alignment())
        needed = metrics.boundingRect(QRect(0, 0, max(have.width(), 1), 10**6), flags, widget.text())
        longest = max((metrics.horizontalAdvance(word) for word in _WORD.findall(widget.text())), default=0)
        return QSize(longest, needed.height()), have
    if isinstance(widget, (QPushButton, QCheckBox)) and widget.text():
        return widget.minimumSizeHint() if widget.hasHeightForWidth() else widget.sizeHint(), widget.size()
    if isinstance(widget, QComboBox) and widget.currentText() and not isinstance(widget, ActionDisc):  # shows a number
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        place = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
        )
        return metrics.size(0, widget.currentText()), place.size() + QSize(2, 2)
    return None


def _contrast_in(picture: QImage, area: QRect) -> float | None:
    if area.isEmpty():
        return None
    colours = colours_in(picture, area)
    if len(colours) < 2:
        return None
    background = colours.most_common(1)[0][0]
    least = max(3, round(0.0005 * colours.total()))
    seen = 0
    rest = [(contrast_of(c, background), n) for c, n in colours.items() if c != background]
    for ratio, count in sorted(rest, reverse=True):
        seen += count
        if seen >= least:
            return ratio
    return None


def _visible(window: QWidget) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if w.isVisible() and not _seen(w).isEmpty()]


def _is_stage(widget: QWidget | None) -> bool:
    """Of what lies on the stage nothing is lost: it is scrolled in both directions."""
    return widget is not None and widget.objectName() == "stage"


def _seen(widget: QWidget) -> QRect:
    """What is seen of it once all is scrolled there, in its own coordinates."""
    seen, around, place = widget.rect(), widget.parentWidget(), widget.pos()
    while around is not None and not _is_stage(around.parentWidget()):
        room = around.rect().translated(-place)
        if isinstance(around.parentWidget(), QScrollArea):
            room.setTop(seen.top())
            room.setBottom(seen.bottom())
        seen &= room
        place, around = place + around.pos(), around.parentWidget()
    return seen


def _scroll_area(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None and not _is_stage(parent):
        if isinstance(parent, QAbstractScrollArea):
            return parent
        parent = parent.parentWidget()
    return None


def _scrolled(widget: QWidget) -> bool:
    return _scroll_area(widget) is not None


def _cut_at_the_side(widget: QWidget) -> bool:
    """Scrolling goes up and down only: what is cut left or right is lost."""
    return _seen(widget).width() < widget.width() - TOLERANCE


def _inside_leaf(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, LEAVES):
            return True
        parent = parent.parentWidget()
    return False


def _described(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) else widget.accessibleName()
    return f"{type(widget).__name__} “{text[:60]}”"


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"
