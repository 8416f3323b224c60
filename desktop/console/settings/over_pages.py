"""What stands in place of the pages for a while: a headline, sections at the left, what is in them at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.page import TOP, WIDEST, side_margin
from desktop.console.settings.section import Section
from desktop.console.settings.section_list import LEFT, SectionList
from desktop.theme import Theme
from desktop.widgets.labels import bring_into_sight, button, label
from desktop.widgets.overlay import EndedByEsc
from desktop.widgets.parts.scale import scaled
from desktop.widgets.parts.scrolled import scrolled
from desktop.words import pgettext

LIST, APART, BAR = 216, 24, 12
"""Pixels: of the list of sections, beside it, and of a scroll bar."""


class OverPages(EndedByEsc):
    """Lies over the pages, never over the rail: what the room sees stays in sight. Esc ends it."""

    def __init__(self, console: QWidget, rail: QWidget, theme: Theme, name: str) -> None:
        super().__init__(console, name)
        self._rail = rail
        self.headline = label("", "title", wrap=True)
        self.list, self.sections = SectionList(theme), list[Section]()
        self._inside = QWidget()
        self._inside.setObjectName("content")
        self._right = QVBoxLayout(self._inside)
        self._right.setContentsMargins(0, 0, BAR, 0)
        self._right.setSpacing(0)
        self._area = scrolled(self._inside)
        self._lay_out()
        for part in (rail, self._inside):
            part.installEventFilter(self)
        self.list.currentRowChanged.connect(self._go_to)
        self.list.gone_in.connect(self._go_in)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def begin(self, *sections: Section) -> None:
        """Shows these, with the keyboard on the first."""
        self.sections += sections
        self.list.tell([(section.name, "") for section in sections])
        for section in sections:
            self._right.addWidget(section)
        self._right.addStretch(1)
        self.cover(self.window())
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays beside the rail, however wide that is; and with what is being set, however large its type becomes."""
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._fit if watched is self._rail else self._keep_in_sight)
        return False

    def cover(self, console: QWidget) -> None:
        super().cover(console)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = side_margin(self.window().width())
        self._column.setContentsMargins(side - LEFT, TOP, max(side - BAR, 0), 12)
        self.list.setFixedWidth(min(scaled(self, LIST), self.width() // 3))

    def _fit(self) -> None:
        left = self._rail.width()
        self.setGeometry(left, 0, self.window().width() - left, self.window().height())

    def _keep_in_sight(self) -> None:
        at = self.window().focusWidget()
        if at is not None and self._inside.isAncestorOf(at):
            bring_into_sight(at, APART)

    def _lay_out(self) -> None:
        done = button(pgettext("act", "Done"), "quiet", key="Esc", edge="right")
        done.clicked.connect(self.put_away)
        head = QHBoxLayout()
        head.setContentsMargins(LEFT, 0, BAR, 0)
        head.addWidget(self.headline, 1)
        head.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(APART)
        row.addWidget(self.list)
        row.addWidget(self._area, 1)
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(content)
        self._column.setSpacing(20)
        self._column.addLayout(head)
        self._column.addLayout(row, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(content)

    def _go_to(self, number: int) -> None:
        """To the top of that section, as far as there is something below it."""
        if 0 <= number < len(self.sections):
            self._area.verticalScrollBar().setValue(self.sections[number].y())

    def _go_in(self, number: int) -> None:
        if first := self.sections[number].first():
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """The section in which the keyboard is, is the one that is chosen."""
        for number, section in enumerate(self.sections):
            if now is not None and section.isAncestorOf(now):
                with QSignalBlocker(self.list):
                    self.list.setCurrentRow(number)
                bring_into_sight(now, APART)
