"""Checks that the failure modes fit into the time that an agenda gives them."""

from __future__ import annotations

from models.method.method import Method
from models.method.pack_table import PackReader
from models.method.presets import AgendaPreset, BoxKind, dealt
from models.values.sentence import Sentence


def check_presets(reader: PackReader, method: Method) -> None:
    """Each box of failure modes has some, and a minute at least for each."""
    presets = {preset.id: preset for preset in method.agenda}
    for table in reader.tables_named("agenda"):
        preset = presets.get(str(table.raw("id")))
        if preset is not None and (said := _too_short(preset, method)):
            table.problem("boxes", said)


def _too_short(preset: AgendaPreset, method: Method) -> Sentence | None:
    """What is wrong with the boxes of failure modes."""
    boxes = [box.minutes for box in preset.boxes if box.kind is BoxKind.MODES]
    if len(boxes) > len(method.modes):
        counts = {"boxes": len(boxes), "modes": len(method.modes)}
        return Sentence("has {boxes} boxes of the kind “modes”, and there are {modes} failure modes", counts)
    for minutes, modes in zip(boxes, dealt(method.modes, len(boxes)) if boxes else (), strict=True):
        if minutes < len(modes):
            counts = {"modes": len(modes), "minutes": minutes}
            return Sentence("gives {modes} failure modes {minutes} minutes together; each needs at least one", counts)
    return None
