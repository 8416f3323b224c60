"""What could not be saved, until somebody has seen to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.system.rescued import KeptAct, Rescue
from desktop.words import gettext, ngettext, spoken
from models.values.months import long_date

if TYPE_CHECKING:
    from desktop.view_models.ledger import Ledger
    from models.storage import Library

MOST_TOLD = 50
"""The newest acts, whose texts are shown; the folder has the others."""


class KeptActs(QObject):
    """`changed` comes when there is more to see to, or nothing any more."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, rescue: Rescue, ledger: Ledger) -> None:
        super().__init__()
        self._rescue, self._ledger = rescue, ledger
        self._acts: tuple[KeptAct, ...] = ()
        self._names: dict[str, str] = {}
        ledger.lost.connect(self.look)

    def look(self) -> None:
        """Looks what there is, and asks the library for the names of the engagements it was meant for."""
        self._acts = self._rescue.acts()
        wanted = {act.engagement for act in self._acts} - {"", *self._names}

        def names(library: Library) -> dict[str, str]:
            known = wanted.intersection(library.ids_beginning(""))
            return {key: library.engagement(key).pilot.name for key in known}

        if wanted:
            self._ledger.ask(names, self._names.update, lambda _: None)
        self.changed.emit()

    def summary(self) -> str:
        """How much there is and of when, in a line; empty where there is nothing."""
        if not self._acts:
            return ""
        days = [act.when.astimezone() for act in self._acts if act.when]
        text = ngettext(
            "Something that was done could not be saved. What it said is kept for you.",
            "{n} things that were done could not be saved. What they said is kept for you.",
            len(self._acts),
        ).format(n=len(self._acts))
        last = gettext("The last is of {day}.").format(day=long_date(max(days), spoken())) if days else ""
        return f"{text} {last}".strip()

    def text(self) -> str:
        """Everything that was typed in them, the newest first, to be read and copied."""
        parts = [self._told(act) for act in self._acts[: -MOST_TOLD - 1 : -1]]
        rest = len(self._acts) - len(parts)
        if rest:
            parts.append(gettext("{n} more in {folder}").format(n=rest, folder=self._rescue.folder))
        return "\n\n".join(parts)

    def put_aside(self) -> None:
        """Somebody has seen to it; the files stay, out of the way."""
        try:
            self._rescue.put_aside()
        except OSError as error:
            text = gettext("The files in {folder} cannot be moved: {reason}.")
            self.refused.emit(text.format(folder=self._rescue.folder, reason=error.strerror))
        self.look()

    def _told(self, act: KeptAct) -> str:
        when = act.when.astimezone() if act.when else None
        head = (
            f"{long_date(when.date(), spoken())}, {when:%H:%M}" if when else "",
            self._names.get(act.engagement, ""),
            act.act,
        )
        return "\n".join((" · ".join(filter(None, head)), *act.texts))
