"""A paragraph with words in other scripts than the house fonts have."""

from __future__ import annotations

import re

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscentDescent

from reports.layout.marks import Text
from reports.type.script_lines import draw_pieces, is_right_to_left, line_pieces, line_width
from reports.words.text import markup, plain

_WITHOUT_SPACES = re.compile("[\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
"""Chinese, Japanese and Korean: lines may be broken between any two letters."""


class ScriptText(Text):
    """Breaks its lines as ReportLab does, and sets each in the order in which its letters are seen."""

    right_to_left = False

    def split(self, available_width: float, available_height: float) -> list[ScriptText]:
        """The part that fits and the rest, both in the same direction."""
        parts: list[ScriptText] = super().split(available_width, available_height)
        for part in parts:
            part.right_to_left = self.right_to_left
        return parts

    def drawPara(self, debug: int = 0) -> None:
        """Called by ReportLab to draw the words."""
        canvas, style, lines = self.canv, self.style, self._logical_lines()
        to_the_right = style.alignment == TA_RIGHT or (self.right_to_left and len(lines) > 1)
        y = self.height - getAscentDescent(style.fontName, style.fontSize)[0]
        canvas.saveState()
        canvas.setFillColor(style.textColor)
        for line in lines:
            pieces = line_pieces(line, style.fontName, self.right_to_left)
            gap = self.width - style.rightIndent - line_width(pieces, style.fontSize)
            draw_pieces(canvas, pieces, style.fontSize, gap if to_the_right else 0, y)
            y -= style.leading
        canvas.restoreState()

    def _logical_lines(self) -> list[str]:
        """The lines as they were broken, their letters in the order they are read."""
        broken = self.blPara
        if broken.kind == 0:
            return [" ".join(words) for _, words in broken.lines]
        return ["".join(word.text for word in line.words) for line in broken.lines]


def script_text(text: str, style: ParagraphStyle) -> ScriptText:
    """The text as it is typed, never read as markup."""
    if _WITHOUT_SPACES.search(text):
        style = style.clone(f"{style.name}-without-spaces", wordWrap="CJK")
    made = ScriptText(markup(text, style.fontName), style)
    made.right_to_left = is_right_to_left(plain(text))
    return made
