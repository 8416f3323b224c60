"""A paragraph with words in other scripts than the house fonts have."""

from __future__ import annotations

import re

from reportlab.lib.colors import HexColor

from reports.layout.lines import Line, broken_between_letters
from reports.layout.styles import TypeStyle
from reports.layout.text import Text, typed
from reports.tagging.canvas import TaggedCanvas
from reports.type.script_lines import draw_pieces, is_right_to_left, line_pieces, line_width
from reports.words.text import plain, set_in_type

_WITHOUT_SPACES = "[\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
"""Chinese, Japanese and Korean: lines may be broken between any two letters."""


class ScriptText(Text):
    """Breaks its lines as any text, and sets each in the order in which its letters are seen."""

    right_to_left = without_spaces = False

    def _broken(self, room: float) -> list[Line]:
        return (
            broken_between_letters(self.runs, self.style.size, room) if self.without_spaces else super()._broken(room)
        )

    def part(self, lines: list[Line]) -> ScriptText:
        """Some of its lines as they are, in the same direction."""
        made = ScriptText(typed(lines), self.style)
        made.take(self, lines)
        made.right_to_left, made.without_spaces = self.right_to_left, self.without_spaces
        return made

    def draw_lines(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The words, downwards from `top`, on the lines that any text would stand on."""
        style = self.style
        to_the_right = style.right or (self.right_to_left and len(self.lines) > 1)
        y = top - style.size
        canvas.saveState()
        canvas.setFillColor(HexColor(style.colour))
        for line in self.lines:
            pieces = line_pieces(line.text, style.font, self.right_to_left)
            gap = self.width - style.indent - line_width(pieces, style.size)
            draw_pieces(canvas, pieces, style.size, x + gap if to_the_right else x, y)
            y -= style.leading
        canvas.restoreState()


def script_text(text: str, style: TypeStyle) -> ScriptText:
    """The text as it is typed."""
    made = ScriptText(set_in_type(text, style.font, style.colour), style)
    made.right_to_left = is_right_to_left(plain(text))
    made.without_spaces = re.search(_WITHOUT_SPACES, text) is not None
    return made
