"""Why a figure is what it is: the signs behind it, the sum, and what else decides; it opens in place."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.console.results.mode_row import columns
from desktop.console.results.painted import LEFT, OUT
from desktop.console.results.sign_row import INDENT, SignRow
from desktop.system.long_text import with_numbers_kept
from desktop.theme import Theme
from desktop.view_models.results.modes import sign_lines, why_sentences
from desktop.view_models.session import EngagementSession
from desktop.widgets.labels import button, label
from desktop.widgets.parts.scale import scale_of, scaled, sized
from desktop.words import gettext
from models.diagnosis.diagnosis import ModeResult


class _Head(QWidget):
    """What the columns of the signs say."""

    def __init__(self, title: str, signs: int, theme: Theme) -> None:
        super().__init__()
        self._title, self._signs, self._theme = title, signs, theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, scaled(self, 24))

    def paintEvent(self, event: QPaintEvent) -> None:
        width, high = self.width() - 2 * OUT, self.height()
        at = columns(width, scale_of(self), self._signs)
        with QPainter(self) as painter:
            painter.translate(OUT, 0)
            painter.setFont(sized(self.font(), "caption", bold=True))
            painter.setPen(QColor(self._theme.muted))
            left = scaled(self, INDENT)
            painter.drawText(QRect(left, 0, at.signs - left, high), LEFT, self._title)
            painter.drawText(QRect(at.signs, 0, at.decides - at.signs, high), LEFT, gettext("Votes"))
            if at.decides < width:
                painter.drawText(QRect(at.decides, 0, width - at.decides, high), LEFT, gettext("What was seen"))


class Opened(QFrame):
    """`closed`: it is to be closed; `sign_wanted` carries the sign to go to."""

    closed = Signal()
    sign_wanted = Signal(str)

    def __init__(self, session: EngagementSession, result: ModeResult, signs: int, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("opened")
        self.rows: list[SignRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(0)
        why = gettext("Why {index}").format(index=result.shown_index) if result.index is not None else gettext("Why?")
        column.addWidget(_Head(why, signs, theme))
        for line in sign_lines(session, result):
            row = SignRow(line, signs, theme)
            row.clicked.connect(lambda _=False, key=line.sign_id: self.sign_wanted.emit(key))
            self.rows.append(row)
            column.addWidget(row)
        column.addLayout(self._sum(*why_sentences(session, result)))

    def _sum(self, first: str, rest: str) -> QVBoxLayout:
        close = button(gettext("Close"), "small", key="Esc")
        close.clicked.connect(self.closed)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(label(with_numbers_kept(first), "strong", wrap=True), 1)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setContentsMargins(OUT + INDENT - 3, 6, OUT, 2)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(label(with_numbers_kept(rest), "caption", wrap=True))
        return column
