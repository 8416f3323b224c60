"""A page in Markdown that comes with Clearway: of the guide, or what is new."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPalette,
    QPixmap,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextListFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from desktop.widgets.parts.inks import inks
from desktop.widgets.parts.scale import scaled, sized

BELOW, ABOVE = 8, 20
"""Pixels below a paragraph, and above a heading within the page."""
CELL = 4
"""Pixels above what stands in a row of a table; below it there are those of a paragraph."""
LEADING = 128
"""Percent of a line's own height from one line to the next."""
MEASURE = 720
"""Pixels, at a scale of 1, of the longest line."""
DASH = "–\N{NO-BREAK SPACE}"
"""What a point of a list begins with."""
NUMBERS = 24
"""Pixels, at a scale of 1, for the number of a step: it stands where text begins, and what it says beside it."""
HEADS = {1: "question", 2: "lead"}
"""How headings are set, by their level."""


class PageText(QTextBrowser):
    """Set as the pages of the console are; its pictures are never wider than its lines."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setLineWrapMode(self.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(scaled(self, NUMBERS))
        self._page: Path | None = None
        self._shown_in = 0

    def show_page(self, page: Path) -> None:
        """Shows it from its beginning."""
        self._page, self._shown_in = page, self.width()
        self.setSearchPaths([str(page.parent)])
        self.setLineWrapColumnOrWidth(self._measure())
        self.setMarkdown(page.read_text(encoding="utf-8"))
        whole = QTextCursor(self.document())
        whole.beginEditBlock()  # or each form that is set has all that stands below it laid out anew
        block = self.document().begin()
        while block.isValid():
            self._set(block)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._rule(frame)
        whole.endEditBlock()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        file = QUrl(name).fileName()
        if self._page is None or not file.endswith(".png"):
            return super().loadResource(kind, name)
        picture = QPixmap(str(self._page.with_name(file)))
        room = self._measure() - 2 * round(self.document().documentMargin())
        if picture.width() > room:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        with QPainter(picture) as painter:
            painter.setPen(inks(self).color(QPalette.ColorRole.Mid))
            painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        return picture

    def _measure(self) -> int:
        """Pixels of the longest line."""
        return min(scaled(self, MEASURE), self.width() - self.verticalScrollBar().sizeHint().width())

    def _set(self, block: QTextBlock) -> None:
        """A heading in the type of headings, what is said in lines that are read, keys in the colour of keys."""
        cursor, form = QTextCursor(block), block.blockFormat()
        if _is_point(block):
            self._hang(cursor, form)
        level = form.headingLevel()
        form.setBottomMargin(BELOW)
        form.setTopMargin(ABOVE if level > 1 else 0)
        at, pieces = block.begin(), []
        while not at.atEnd():
            pieces.append(at.fragment())
            at += 1
        leading = 100 if level or any(piece.charFormat().isImageFormat() for piece in pieces) else LEADING
        form.setLineHeight(leading, form.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(form)
        for piece in pieces:
            text = QTextCharFormat(piece.charFormat())
            cursor.setPosition(piece.position())
            cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
            if level:
                text.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                text.setFont(sized(self.font(), HEADS.get(level, "body"), bold=True, serif=level in HEADS))
            elif text.fontFixedPitch():
                text.setFont(sized(self.font(), "body"))
                text.setForeground(inks(self).color(QPalette.ColorRole.Shadow))
            cursor.setCharFormat(text)

    def _hang(self, cursor: QTextCursor, form: QTextBlockFormat) -> None:
        """A point begins where text does, with a dash; its further lines stand under its first word."""
        plain = QTextCharFormat()
        plain.setFont(sized(self.font(), "body"))
        cursor.insertText(DASH, plain)
        wide = QFontMetricsF(plain.font()).horizontalAdvance(DASH)
        form.setObjectIndex(-1)  # in no list: that would draw its own mark
        form.setIndent(0)
        form.setLeftMargin(wide)
        form.setTextIndent(-wide)

    def _rule(self, table: QTextTable) -> None:
        """A hairline below each row, and no other line."""
        form = table.format()
        form.setBorder(0)
        form.setCellPadding(0)
        table.setFormat(form)
        for row in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                made = cell.format().toTableCellFormat()
                made.setBottomBorder(1)
                made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                made.setBottomBorderBrush(inks(self).color(QPalette.ColorRole.Mid))
                made.setTopPadding(CELL)
                made.setRightPadding(2 * BELOW)
                cell.setFormat(made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The scroll bar that a page brings resizes what is in view while that is being laid out.
        if self._page is not None and self.width() != self._shown_in:
            self.show_page(self._page)


def _is_point(block: QTextBlock) -> bool:
    """Whether it is one of a list without numbers."""
    of = block.textList()
    return of is not None and of.format().style() == QTextListFormat.Style.ListDisc
