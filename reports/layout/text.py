"""Paragraphs: broken into lines once for each width, and drawn in as few words of the page's code as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from reports.layout.flowables import Flowable
from reports.layout.lines import Line, broken
from reports.layout.styles import TypeStyle
from reports.tagging.canvas import TaggedCanvas
from reports.tagging.structure import Tag
from reports.type.ink import rgb
from reports.words.text import Run


class Text(Flowable):
    """Runs of text as one paragraph.

    `tag` says what it is; one without words has none. A paragraph that goes on elsewhere stays one tag.
    """

    def __init__(self, runs: Sequence[Run], style: TypeStyle) -> None:
        """Each run has its font and colour."""
        self.runs, self.style = runs, style
        self.before, self.after, self.keep_with_next = style.before, style.after, style.keep_with_next
        self.lines: list[Line] = []
        self._broken_for = -1.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """All of the width, and the height of its lines."""
        if width != self._broken_for:
            self.lines = self._broken(width - self.style.indent)
            self.width = self._broken_for = width
            self.height = len(self.lines) * self.style.leading
        return self.width, self.height

    def _broken(self, room: float) -> list[Line]:
        return broken(self.runs, self.style.size, room)

    def split(self, width: float, height: float) -> list[Text]:
        """The lines that fit and the rest; no line is left alone on either side."""
        lines, many = self.lines, int(height / self.style.leading)
        if many < 2:
            return []
        if many >= len(lines):
            return [self]
        if many == len(lines) - 1:
            many -= 1
        return [self.part(lines[:many]), self.part(lines[many:])] if many > 1 else []

    def part(self, lines: list[Line]) -> Text:
        """Some of its lines as they are."""
        made = Text(typed(lines), self.style)
        made.take(self, lines)
        return made

    def take(self, whole: Text, lines: list[Line]) -> None:
        """Goes on as these lines of `whole`."""
        self.tag, self.lines, self.width, self._broken_for = whole.tag, lines, whole.width, whole._broken_for
        self.height = len(lines) * self.style.leading

    @property
    def ends_alone(self) -> bool:
        """Whether the last of several lines is a single word."""
        return len(self.lines) > 1 and len(self.lines[-1].text.split()) == 1

    def draw_at(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """The words, under their tag."""
        if self.lines:
            with canvas.marked(self.tag):
                self.draw_lines(canvas, x, y + self.height)

    def draw_lines(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The words, downwards from `top`: a line's baseline is as far below its top as the type is large."""
        style, code, face, ink, spacing = self.style, ["q BT"], "", "", 0.0
        room = self.width - style.indent
        for number, line in enumerate(self.lines):
            left = x + (max(room - line.width, 0.0) if style.right else 0.0)
            code.append(f"1 0 0 1 {left:.5f} {top - style.size - number * style.leading:.5f} Tm")
            if spacing != (spacing := line.spacing(room)):
                code.append(f"{spacing:.5f} Tw")
            for (font, colour), text in line.pieces:
                if colour != ink:
                    code.append(f"{rgb(colour)} rg")
                    ink = colour
                for part, written in canvas.written(text, font):
                    if part != face:
                        code.append(f"{part} {style.size:.5f} Tf")
                        face = part
                    code.append(f"({written}) Tj")
        code.append("ET Q")
        canvas.write(" ".join(code))


def typed(lines: Sequence[Line]) -> list[Run]:
    """What would be broken into these lines anywhere."""
    return [
        Run(text + "\n" * (number == len(line.pieces)), font, colour)
        for line in lines
        for number, ((font, colour), text) in enumerate(line.pieces, 1)
    ]


class LinkText(Text):
    """A line that leads to another page of the document."""

    tag: Tag
    target = 0
    tip = ""

    def draw_at(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """The words, and the place they lead to."""
        super().draw_at(canvas, x, y)
        canvas.add_link(self.tag, canvas.bounds(x, y, self.width, self.height), self.target, self.tip)
