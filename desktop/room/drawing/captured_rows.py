"""One row of what was captured: as a sentence, a step, a task with who answers for it, or what a test showed."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.room import playbook_words as words
from desktop.room.drawing.composition import Align, Box
from desktop.room.drawing.marks import put_state
from desktop.room.drawing.readings import reading_row
from desktop.room.drawing.rows import Row
from desktop.room.drawing.sheet import BOLD, REGULAR, SEMIBOLD, TITLE, Sheet
from desktop.room.drawing.typesetter import Paragraph
from desktop.view_models.room.entries import RoomLine, RoomOutcome, RoomReading, RoomRow, RoomTask

LEFT = 0.37
"""The share of the width that the large words of a pair take."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A title with details below it, to the right of something large."""

    title: Paragraph
    detail: Paragraph | None

    @property
    def height(self) -> float:
        return self.title.height + (self.detail.height if self.detail else 0)


def measured_row(sheet: Sheet, row: RoomRow, width: float) -> Row:
    """The row, as high as its words ask for."""
    match row:
        case RoomLine():
            return _line_row(sheet, row, width)
        case RoomTask():
            return _task_row(sheet, row, width)
        case RoomReading():
            return reading_row(sheet, row, width)
        case RoomOutcome():
            return _outcome_row(sheet, row, width)


def _line_row(sheet: Sheet, line: RoomLine, width: float) -> Row:
    """What it is about is strong, the rest below it: nothing moves while a row grows."""
    look, style = sheet.look, sheet.style(SEMIBOLD, 44)
    badge = style.size * 1.36 if line.step else 0.0
    indent = badge + sheet.gap(2.5) if line.step else 0.0
    strong = sheet.limited(line.strong, style, width - indent, 2)
    said = words.joined(line.rest)
    rest = sheet.limited(said, sheet.style(REGULAR, 40), width - indent, 2) if said else None

    def put(place: Box, ground: str) -> None:
        if line.step:
            box = Box(place.x, place.y + (strong.leading - badge) / 2, badge, badge)
            _put_step(sheet, line.step, box, ground)
        sheet.put("strong", strong, place.x + indent, place.y, look.ink, ground)
        if rest:
            sheet.put("rest", rest, place.x + indent, place.y + strong.height, look.muted, ground)

    return Row(strong.height + (rest.height if rest else 0), line.here, put)


def _put_step(sheet: Sheet, step: int, box: Box, ground: str) -> None:
    look, thick = sheet.look, max(2.5 * sheet.desk.unit, 1.5)
    sheet.mark("step", box, ground, stroke=look.accent, thick=thick, radius=box.width / 2)
    number = sheet.measure(str(step), sheet.style(BOLD, 36), box.width)
    y = box.y + (box.height - number.height) / 2
    sheet.put("step number", number, box.x, y, look.ink, ground, align=Align.CENTRE, width=box.width)


def _task_row(sheet: Sheet, task: RoomTask, width: float) -> Row:
    """Who answers for it stands large; a dashed frame says with the words that it is not exactly one person."""
    look, gap = sheet.look, sheet.gap(4)
    left = width * LEFT
    one = len(task.accountable) == 1
    inset = 0.0 if one else sheet.gap(1.5)
    said = task.accountable[0] if one else words.accountable_in_doubt(task.accountable)
    style = sheet.style(TITLE, 52, leading=1.14) if one else sheet.style(SEMIBOLD, 38)
    name = sheet.limited(said, style, left - 2 * inset, 2)
    pair = _pair(sheet, task.task or words.no_task(), words.parts(task), width - left - gap)
    height = max(name.height + 2 * inset, pair.height)

    def put(place: Box, ground: str) -> None:
        frame = Box(place.x, place.y, name.width + 2 * inset, name.height + 2 * inset)
        if not one:
            thick = max(3 * sheet.desk.unit, 2)
            radius = 12 * sheet.desk.unit
            sheet.mark("in doubt", frame, ground, stroke=look.edge, thick=thick, radius=radius, dashed=True)
        sheet.put("accountable", name, place.x + inset, place.y + inset, look.accent if one else look.ink, ground)
        _put_pair(sheet, pair, Box(place.x + left + gap, place.y, width - left - gap, height), ground)

    return Row(height, task.here, put)


def _outcome_row(sheet: Sheet, outcome: RoomOutcome, width: float) -> Row:
    """The word stands large beside its mark."""
    look, gap = sheet.look, sheet.gap(4)
    left = width * LEFT
    style = sheet.style(TITLE, 52, leading=1.14)
    side = style.size * 0.86
    word = sheet.limited(outcome.word or words.no_result(), style, left - side - sheet.gap(2), 2)
    pair = _pair(sheet, outcome.test, outcome.shown_by, width - left - gap)
    height = max(word.height, pair.height)

    def put(place: Box, ground: str) -> None:
        box = Box(place.x, place.y + (word.leading - side) / 2, side, side)
        state = "confirmed" if outcome.settled else "open" if outcome.word else ""
        put_state(sheet, state, box, ground)
        colour = look.accent if outcome.settled else look.ink if outcome.word else look.muted
        sheet.put("outcome", word, place.x + side + sheet.gap(2), place.y, colour, ground)
        _put_pair(sheet, pair, Box(place.x + left + gap, place.y, width - left - gap, height), ground)

    return Row(height, outcome.here, put)


def _pair(sheet: Sheet, title: str, detail: str, width: float) -> _Pair:
    return _Pair(
        sheet.limited(title, sheet.style(SEMIBOLD, 40), width, 2),
        sheet.limited(detail, sheet.style(REGULAR, 34), width, 2) if detail else None,
    )


def _put_pair(sheet: Sheet, pair: _Pair, place: Box, ground: str) -> None:
    sheet.put("strong", pair.title, place.x, place.y, sheet.look.ink, ground)
    if pair.detail:
        sheet.put("rest", pair.detail, place.x, place.y + pair.title.height, sheet.look.muted, ground)
