"""A sentence in which one part leads and another accompanies: the same size throughout, two weights, two inks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.system.emphasis import Piece, Weight, whole_text
from desktop.system.long_text import breakable, with_numbers_kept, without_widow
from desktop.widgets.parts.inks import inks

MOST_WIDTH = 100_000


class WeightedLine(QLabel):
    """Plain text to everybody who asks for it; only its painting knows of the parts."""

    def __init__(self, role: str = "body") -> None:
        super().__init__()
        self._pieces: tuple[Piece, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Shows another sentence; out of sight without one."""
        pieces = tuple(Piece(with_numbers_kept(breakable(piece.text)), piece.weight) for piece in pieces)
        pieces = (*pieces[:-1], *(Piece(without_widow(piece.text), piece.weight) for piece in pieces[-1:]))
        if pieces != self._pieces:
            self._pieces = pieces
            self.setText(whole_text(pieces))
            self._claim()
            self.update()
        self.setVisible(bool(pieces))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        return round(self._laid_out(inside).boundingRect().height()) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = round(self._laid_out(MOST_WIDTH).maximumWidth()) + 1 + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._claim)  # a layout does not hear of a claim made while it places its widgets

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self.contentsRect()
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            self._laid_out(place.width()).draw(painter, QPointF(place.topLeft()))

    def _claim(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _laid_out(self, width: int) -> QTextLayout:
        made = QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(option)
        made.setFormats(self._formats())
        made.beginLayout()
        height = 0.0
        while (line := made.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        made.endLayout()
        return made

    def _formats(self) -> list[QTextLayout.FormatRange]:
        colours, start, found = inks(self), 0, []
        for piece in self._pieces:
            look = QTextCharFormat()
            if piece.weight is Weight.STRONG:
                look.setFontWeight(QFont.Weight.DemiBold)
            if piece.weight is Weight.MUTED:
                look.setForeground(colours.color(QPalette.ColorRole.Shadow))
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, _letters(piece.text), look
            found.append(span)
            start += span.length
        return found


def _letters(text: str) -> int:
    """As Qt counts them."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
