"""Rows of widgets that go on in another line where the first is full, as words do."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QPushButton, QWidget

from desktop.widgets.parts.scale import scaled

PADDING, FRAME = 8, 2
"""Pixels, at a scale of 1, at the left of an act's words, and of its frame with the space around it."""

BELOW = 16
"""Pixels, at a scale of 1, between parts that have no room beside one another."""
APART = 24
"""Pixels between acts that are flush with an edge, which have nothing before their words."""


class Flow(QLayout):
    """Each widget as wide as it wants to be; those in one line stand on one middle."""

    def __init__(self, spacing: int = 8, parent: QWidget | None = None, *, down: int | None = None) -> None:
        """`spacing`: pixels between two widgets across; `down`: between two lines, where it is not the same."""
        self._heights: dict[int, int] = {}
        """How high it is for a width, as far as was asked since one of them changed: each is asked for many times."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heads: set[QWidget] = set()
        self._down = spacing if down is None else down
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def add_head(self, widget: QWidget) -> None:
        """What is added after it stays in its line, where one has room for all."""
        self._heads.add(widget)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        """How many widgets stand in it."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            edge = self.contentsMargins()
            lines = self._lines(width - edge.left() - edge.right())
            high = sum(height for _, height in lines) + self._down * max(len(lines) - 1, 0)
            self._heights[width] = high + edge.top() + edge.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        """Qt’s: what was worked out of its size holds no longer."""
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        across = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(across, max((size.height() for size in sizes), default=0)).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """As wide as the widest of them."""
        sizes = [item.minimumSize().expandedTo(item.sizeHint()) for item in self._shown()]
        across = max((size.width() for size in sizes), default=0)
        return QSize(across, max((size.height() for size in sizes), default=0)).grownBy(self.contentsMargins())

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        place = place.marginsRemoved(self.contentsMargins())
        top = place.y()
        for number, (items, height) in enumerate(self._lines(place.width())):
            out = sum(map(_before_words, items[:1])) if number else 0
            left = max(place.x() - out, min(place.x(), 0))
            for item in items:
                size = item.sizeHint()
                width = min(size.width(), place.width())
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), QSize(width, size.height())))
                left += width + self.spacing()
            top += height + self._down

    def _shown(self) -> Iterator[QLayoutItem]:
        return (item for item in self._items if not item.isEmpty())

    def _lines(self, width: int) -> list[tuple[list[QLayoutItem], int]]:
        """What stands in each line, and how high it is."""
        lines: list[tuple[list[QLayoutItem], int]] = []
        used, shown = width + 1, list(self._shown())
        for place, item in enumerate(shown):
            size, wide = item.sizeHint(), self._together(item, shown[place:])
            if used + self.spacing() + (wide if wide <= width else size.width()) > width:
                lines.append(([], 0))
                used = -self.spacing()
            items, height = lines[-1]
            lines[-1] = ([*items, item], max(height, size.height()))
            used += self.spacing() + size.width()
        return lines

    def _together(self, item: QLayoutItem, with_rest: list[QLayoutItem]) -> int:
        """How wide it is; with all that stays with it where it is a head."""
        together = with_rest if item.widget() in self._heads else [item]
        return sum(item.sizeHint().width() + self.spacing() for item in together) - self.spacing()


def _before_words(item: QLayoutItem) -> int:
    """Pixels from the edge of an act without a box to its words: where a line begins with it, its words do."""
    act = item.widget()
    if not isinstance(act, QPushButton) or act.property("edge") or act.property("role") not in (None, "quiet"):
        return 0
    return scaled(act, PADDING) + FRAME


class TurningLine(QWidget):
    """Two parts side by side, or below one another where they have no room for that.

    `beside`: pixels, at a scale of 1, from which the second stands at the right of the first at the earliest.
    `least`: the same, for how high each is below the other, where it is scrolled by itself and would take as little as
    it can.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        beside: int,
        spacing: int,
        shares: tuple[int, int],
        least: tuple[int, int] = (0, 0),
    ) -> None:
        super().__init__()
        self._beside, self._spacing, self._parts, self._least = beside, spacing, (first, second), least
        self._has_place = False
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        self._line.addWidget(first)
        self._line.addStretch()
        self._line.addWidget(second)
        self.share(shares)

    def share(self, shares: tuple[int, int]) -> None:
        """How much of the width each has beside the other, and of the height below."""
        for part, share in zip(self._parts, shares, strict=True):
            self._line.setStretchFactor(part, share)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of them: it turns before it is too narrow."""
        return QSize(max(self._widths(), default=0), super().minimumSizeHint().height())

    def _widths(self) -> list[int]:
        """Pixels that each has to have across."""
        shown = [part for part in self._parts if not part.isHidden()]
        return [max(part.minimumSizeHint().width(), part.minimumWidth()) for part in shown]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._has_place = True
        self._turn()

    def event(self, event: QEvent) -> bool:
        """One of the parts may have come or gone; before it has a place, its width says nothing."""
        if event.type() == QEvent.Type.LayoutRequest and self._has_place:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        beside = self.width() >= max(scaled(self, self._beside), sum(self._widths()) + self._spacing)
        alone = beside or any(part.isHidden() for part in self._parts)
        for part, least in zip(self._parts, self._least, strict=True):
            if least:
                part.setMinimumHeight(0 if alone else scaled(self, least))
        spacing = self._spacing if beside else scaled(self, BELOW) if any(self._least) else 0
        if self._line.spacing() != spacing:  # the same once more would have all laid out anew, for ever
            self._line.setSpacing(spacing)
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
