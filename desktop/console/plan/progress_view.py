"""How the plan stands: what is overdue, held up and by what, due this week, and what is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.progress_words import done_line, standing_name, tracked_parts
from desktop.system.long_text import breakable
from desktop.view_models.planning import Planning
from desktop.widgets.key_meaning import is_enter
from desktop.widgets.labels import clear, label, restyle, section_head
from desktop.widgets.parts.icons import Icon
from desktop.widgets.parts.line import Line
from desktop.widgets.parts.scale import scaled
from desktop.widgets.parts.scrolled import PageScroll
from desktop.words import gettext, spoken
from models.engagement.people import called
from models.plan.progress import Standing, Tracked, standing_so, tracked
from models.plan.titles import titled

LONGEST_SHORT = 99
"""Up to which the discs of all numbers are round; beyond it none is, so that titles begin below one another."""
OWNER_WIDTH, STANDING_WIDTH = 170, 160
"""Pixels at a scale of 1."""


class ProgressView(PageScroll):
    """`chosen` carries the id of the action that was clicked."""

    chosen = Signal(str)

    def __init__(self, model: Planning) -> None:
        super().__init__()
        self._model = model
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(gettext("How it stands"))
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 8, 16, 8)
        column.setSpacing(8)
        self._line, self._rows = label("", "muted", wrap=True), QVBoxLayout()
        self._rows.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(self._rows)
        column.addStretch(1)
        self.setWidget(content)

    def refresh(self) -> None:
        """Shows how each action stands today."""
        clear(self._rows)
        found = tracked(self._model.session.current, date.today())
        self._line.setText(done_line(found) if found else "")
        names = called(self._model.session.people())
        long = max((one.action.position for one in found), default=0) > LONGEST_SHORT
        for standing in Standing:
            if those := standing_so(found, standing):
                self._rows.addWidget(_head(standing, len(those)))
                for one in those:
                    self._rows.addWidget(self._row(one, names.get(one.action.owner_id, ""), long))

    def _row(self, one: Tracked, owner: str, long: bool) -> QWidget:
        row = _Row(one, owner, long)
        row.opened.connect(lambda: self.chosen.emit(one.action.id))
        return row


class _Row(Line):
    """The action, who owns it, and how it stands; pressed, it opens in the list."""

    opened = Signal()

    def __init__(self, one: Tracked, owner: str, long: bool) -> None:
        """`long`: whether a number in the list has three figures."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(gettext("Show action {number}").format(number=one.action.position))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QHBoxLayout(self)
        line.setContentsMargins(9, 8, 8, 8)
        line.setSpacing(16)
        number = label(str(one.action.position), "number")
        restyle(number, "state", "agreed" if one.standing is Standing.DONE else "")
        restyle(number, "long", long)
        said = label(
            breakable("\n".join(tracked_parts(one))), "late" if one.standing is Standing.OVERDUE else "body", wrap=True
        )
        who = label(breakable(owner or gettext("nobody yet")), "muted", wrap=True)
        self._columns = ((said, STANDING_WIDTH), (who, OWNER_WIDTH))
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        title = one.action.title.strip()
        named = label(breakable(titled(title, spoken())), "body" if title else "muted", wrap=True)
        for part in (named, who, said):
            part.setAlignment(Qt.AlignmentFlag.AlignTop)
            line.addWidget(part, int(part not in (who, said)))
        self._there = Icon("right")
        kept = self._there.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._there.setSizePolicy(kept)
        self._there.hide()
        line.addWidget(self._there)
        self.looked.connect(lambda: self._there.setVisible(self.at_hand))

    def showEvent(self, event: QShowEvent) -> None:
        """The type is known only once the row stands in the window."""
        for part, width in self._columns:
            part.setFixedWidth(scaled(self, width))
        super().showEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def _head(standing: Standing, count: int) -> QWidget:
    made, head = QWidget(), section_head(f"{standing_name(standing)}  {count}")
    head.setContentsMargins(0, 8, 0, 0)
    made.setLayout(head)
    return made
