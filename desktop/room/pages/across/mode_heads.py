"""The names of failure modes over narrow columns: in one line where all find room, else on two levels in turn."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.sheet import Sheet
from desktop.room.drawing.typesetter import Paragraph, Style
from models.frozen import frozen

APART = 8
"""Between two columns, and between two names on a level."""
_WAYS = ((1, 1), (2, 1), (2, 2))
"""Levels and lines in each; in the last, what finds no room is cut."""


@frozen
class ModeHeads:
    """Set, and not yet placed. A name is in the middle over its column."""

    names: tuple[Paragraph, ...]
    levels: int
    step: float
    """From one column to the next."""

    @property
    def height(self) -> float:
        """Of all levels."""
        return sum(self._high(level) for level in range(self.levels))

    def put(self, sheet: Sheet, first: float, bottom: float) -> None:
        """`first` is the middle of the first column. From the upper names a line leads down to their columns."""
        look, low = sheet.look, self._high(0)
        for place, name in enumerate(self.names):
            level, middle = self._level(place), first + place * self.step
            end = bottom - low if level else bottom
            x = middle - name.width / 2
            sheet.put("head", name, x, end - name.height, look.muted, look.background, align=Align.CENTRE)
            if level:
                thick = max(sheet.px(2), 1)
                sheet.panel("leader", Box(middle - thick / 2, end + sheet.px(2), thick, low - sheet.px(2)), look.rule)

    def _level(self, place: int) -> int:
        """The last is on the upper one, where nothing stands at its right."""
        return (len(self.names) - place) % self.levels

    def _high(self, level: int) -> float:
        return max((name.height for n, name in enumerate(self.names) if self._level(n) == level), default=0.0)


def mode_heads(sheet: Sheet, names: Sequence[str], style: Style, step: float) -> ModeHeads:
    """In the first way in which every name is whole."""
    for levels, lines in _WAYS:
        room = levels * step - sheet.px(APART)
        made = tuple(sheet.limited(name, style, room, lines) for name in names)
        if all(one.whole and one.text == name for one, name in zip(made, names, strict=True)):
            break
    return ModeHeads(made, levels, step)
