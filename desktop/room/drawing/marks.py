"""Marks that are drawn, each with its own shape: the level of a sign, the state of a point, a tick."""

from __future__ import annotations

from math import ceil

from desktop.room.drawing.composition import Align, Box, Form
from desktop.room.drawing.look import BAD, GOOD, WARNING
from desktop.room.drawing.sheet import LEAST, SEMIBOLD, TALL, Sheet
from desktop.room.drawing.typesetter import Style
from desktop.view_models.room.marks import DOES_NOT_APPLY, LEVELS, NOT_KNOWN

FIGURE = 0.605
"""The size of a figure, as a share of its square's side."""
RADIUS = 0.08


def put_square(sheet: Sheet, mark: str, box: Box) -> None:
    """A level on its tint; dashed where it is not known or was not asked, a hairline where the sign does not apply."""
    look = sheet.look
    if mark in LEVELS:
        ground, ink = look.level(int(mark))
        sheet.panel("level square", box, ground, radius=box.width * RADIUS)
        put_figure(sheet, mark, box, ink, ground)
    elif mark == DOES_NOT_APPLY:
        sheet.panel("square", box, "", radius=box.width * RADIUS, edge=look.rule, thick=max(sheet.px(2), 1))
        bar = Box(box.x + box.width * 0.36, box.y + box.height * 0.47, box.width * 0.28, box.height * 0.06)
        sheet.mark("does not apply", bar, look.background, fill=look.muted)
    else:
        put_dashed(sheet, "square", box, look.background)
        if mark == NOT_KNOWN:
            put_figure(sheet, mark, box, look.ink, look.background)


def put_dashed(sheet: Sheet, role: str, box: Box, ground: str) -> None:
    """A frame around what nobody knows, or has not said."""
    thick = max(box.height * 0.05, sheet.px(2.5), 1.5)
    sheet.mark(role, box, ground, stroke=sheet.look.edge, thick=thick, radius=box.height * RADIUS, dashed=True)


def put_figure(sheet: Sheet, text: str, box: Box, ink: str, ground: str) -> None:
    """In the middle of its square."""
    least = ceil(LEAST * sheet.height / TALL)
    style = Style(SEMIBOLD, max(round(min(box.width, box.height) * FIGURE), least), 1.0)
    made = sheet.desk.typesetter.paragraph(text, style, box.width * 2)
    y = box.y + (box.height - made.height) / 2
    sheet.put("figure", made, box.x, y, ink, ground, align=Align.CENTRE, width=box.width)


def put_state(sheet: Sheet, state: str, box: Box) -> None:
    """The state of a readiness point. Not judged is dashed and grey, and never looks open."""
    look, side = sheet.look, box.width
    radius, thick = side * 0.125, max(side * 0.1, 2)
    empty = look.surface
    if state == "confirmed":
        sheet.mark("state", box, look.background, fill=look.tone_mark(GOOD), radius=radius)
        put_tick(sheet, box.inset(side * 0.22, side * 0.22), look.tone_mark(GOOD), empty)
        return
    sheet.panel("state ground", box, empty, radius=radius)
    if state == "does-not-apply":
        sheet.panel("state frame", box, "", radius=radius, edge=look.rule, thick=max(side * 0.065, 1.5))
        bar = Box(box.x + side * 0.28, box.y + side * 0.45, side * 0.44, side * 0.1)
        sheet.mark("state", bar, empty, fill=look.muted)
    elif state == "not-judged":
        sheet.mark("state", box, look.background, stroke=look.edge, thick=thick * 0.9, radius=radius, dashed=True)
    else:
        tone = WARNING if state == "waived" else BAD
        sheet.mark("state", box, look.background, stroke=look.tone_mark(tone), thick=thick, radius=radius)
        if state == "waived":
            inner = Box(box.x + side * 0.26, box.y + side * 0.25, side * 0.48, side * 0.46)
            sheet.mark("triangle", inner, empty, form=Form.POINTER, fill=look.tone_mark(WARNING))


def put_tick(sheet: Sheet, box: Box, ground: str, ink: str) -> None:
    """A tick that fills `box`."""
    sheet.mark("tick", box, ground, form=Form.TICK, stroke=ink, thick=max(box.width * 0.2, 2))


def put_dash(sheet: Sheet, x: float, middle: float, colour: str) -> None:
    """Where there is none of something."""
    height = max(sheet.px(3), 1.5)
    sheet.panel("dash", Box(x, middle - height / 2, sheet.px(20), height), colour)
