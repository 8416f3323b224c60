"""Marks that say how something stands, each with its own shape."""

from __future__ import annotations

from desktop.room.drawing.agreed import put_tick
from desktop.room.drawing.composition import Box
from desktop.room.drawing.sheet import Sheet


def put_state(sheet: Sheet, state: str, box: Box, ground: str) -> None:
    """Ticked on full, an empty ring, a dashed ring with a bar, a bar alone, a dashed ring: each state has its own
    shape. The last is for anything else than "confirmed", "open", "waived" and "does-not-apply": nothing is there yet.
    """
    look, thick = sheet.look, max(box.width * 0.1, 2)
    bar = Box(box.x + box.width * 0.22, box.y + box.height * 0.44, box.width * 0.56, box.height * 0.14)
    if state == "confirmed":
        sheet.mark("mark", box, ground, fill=look.accent, radius=box.width / 2)
        put_tick(sheet, box.inset(box.width * 0.24, box.width * 0.24), look.accent, look.accent_ink)
    elif state == "open":
        sheet.mark("mark", box, ground, stroke=look.ink, thick=thick, radius=box.width / 2)
    elif state == "waived":
        sheet.mark("mark", box, ground, stroke=look.ink, thick=thick, radius=box.width / 2, dashed=True)
        sheet.mark("mark", bar, ground, fill=look.ink)
    elif state == "does-not-apply":
        sheet.mark("mark", bar, ground, fill=look.edge)
    else:
        sheet.mark("mark", box, ground, stroke=look.edge, thick=thick, radius=box.width / 2, dashed=True)
