"""What may be longer than its place: as wide as that, and scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.parts.scale import scaled

PAGE_KEYS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
LEAST = 48
"""Pixels at a scale of 1: of what is scrolled, so much is always seen."""


class PageScroll(QScrollArea):
    """On a page these keys turn the page, from a field too: a field that scrolled away would be typed into unseen."""

    _told = QSize()

    def minimumSizeHint(self) -> QSize:
        """What is in it is scrolled up and down only, so its width is asked for, and that of a bar beside it."""
        part = self.widget()
        least = part.minimumSizeHint() if part is not None else QSize()
        over = self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        beside = 0 if over else self.verticalScrollBar().sizeHint().width()
        return QSize(least.width() + beside, min(least.height(), scaled(self, LEAST)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it may need another width by now: nobody else tells what stands around."""
        if event.type() == QEvent.Type.LayoutRequest and self._told != (least := self.minimumSizeHint()):
            self._told = least
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PAGE_KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)


class ColumnScroll(PageScroll):
    """What is in it has a margin, and the bar stands over that: nothing is laid out anew when it comes."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.hide()
        self._own = self.verticalScrollBar()
        self._own.rangeChanged.connect(self._show_bar)
        self._own.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(self._own.setValue)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_bar()

    def _show_bar(self) -> None:
        wide = self.bar.sizeHint().width()
        self.bar.setGeometry(self.width() - wide, 0, wide, self.height())
        self.bar.setPageStep(self._own.pageStep())
        self.bar.setSingleStep(self._own.singleStep())
        self.bar.setRange(self._own.minimum(), self._own.maximum())
        self.bar.setVisible(self._own.maximum() > 0)


class OwnScroll(PageScroll):
    """A part that is scrolled by itself, on a page that is not. It asks for the height of what is in it."""

    wanted = Signal()
    """What is in it is higher or lower than it was."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self._high = 0
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setWidget(part)

    def sizeHint(self) -> QSize:
        part = self.widget()
        if part is None:
            return super().sizeHint()
        layout, size = part.layout(), part.sizeHint()
        if layout is not None and layout.hasHeightForWidth():
            size.setHeight(layout.totalHeightForWidth(self.viewport().width()))
        return size

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and self._high != (high := self.sizeHint().height()):
            self._high = high
            self.updateGeometry()
            self.wanted.emit()
        return handled


def on_stage(part: QWidget) -> QScrollArea:
    """In its place, and scrolled in both directions where type is too large for that."""
    stage = scrolled(part)
    stage.setObjectName("stage")
    stage.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return stage


def rail_beside(rail: QWidget, bars: QLayout, pages: QWidget) -> QWidget:
    """The rail at the left of the pages, bars across their top."""
    frame, column = QWidget(), QVBoxLayout()
    column.setSpacing(0)
    column.addLayout(bars)
    column.addWidget(on_stage(pages), 1)
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(rail)
    row.addLayout(column, 1)
    return frame


def scrolled(part: QWidget, *, on_page: bool = False, with_margin: bool = False) -> QScrollArea:
    """The part in its place. The keyboard passes by: what is in the part takes it, or the page it is `on_page` of.

    `with_margin`: the part of a page has one at its right that is wide enough for the bar.
    """
    area = ColumnScroll() if with_margin else PageScroll() if on_page else QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(part)
    ground_of(area)  # whoever looks for what stands around the part comes by it
    return area


def ground_of(area: QAbstractScrollArea) -> QWidget:
    """What its content stands on: its viewport.

    The first time it is looked for by its name: to tell what `viewport()` is, PySide6 declares seventy kinds of
    widgets, which takes 10 ms and more than a megabyte.
    """
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return area.findChild(QWidget, "qt_scrollarea_viewport", direct) or area.viewport()
