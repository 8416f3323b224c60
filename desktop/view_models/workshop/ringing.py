"""How much time the room is shown to be left: of the time box that runs, or of three minutes of silence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from math import ceil

from desktop.view_models.room.entries import RoomRing
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.pacing import utc_now
from models.diagnosis.agenda import MINUTE, Pace, allowance, pace

SILENCE = 3
"""Minutes."""
LAST = 2
"""Minutes from which a part comes to its end."""
MOST_OVER = 99
"""Minutes over that are counted."""


class Kind(Enum):
    """What the ring is about."""

    BOX = "box"
    SILENCE = "silence"


class Ringing:
    """Off until it is asked for. One about a time box ends with the box; nothing of it is saved."""

    def __init__(self, session: EngagementSession, now: Callable[[], datetime] = utc_now) -> None:
        self._session, self._now = session, now
        self._kind: Kind | None = None
        self._box = ""
        self._begun = now()

    @property
    def on(self) -> bool:
        """Whether there is one."""
        return self.ring() is not None

    def toggle(self, kind: Kind) -> bool:
        """Begins one, or takes it away again; False where there is no time box to be about."""
        shown = self._kind if self.on else None
        found = self._pace()
        if kind is not shown and kind is Kind.BOX and (found.box is None or found.over):
            return False
        self._kind = None if kind is shown else kind
        self._box = found.box.id if found.box else ""
        self._begun = self._now()
        return True

    def ring(self) -> RoomRing | None:
        """As it stands by now."""
        if self._kind is Kind.SILENCE:
            spent = int((self._now() - self._begun).total_seconds())
            words, left = self._session.words, SILENCE * MINUTE - spent
            name = words.ngettext("minute of silence", "minutes of silence", _minutes(left))
            return self._made(left, SILENCE, True, name)
        found = self._pace()
        if self._kind is None or found.box is None or found.over or found.box.id != self._box:
            self._kind = None
            return None
        words = self._session.words
        name = words.ngettext("minute left", "minutes left", _minutes(found.left))
        return self._made(found.left, allowance(found.box), found.running, name)

    def _pace(self) -> Pace:
        return pace(self._session.current.agenda, self._now())

    def _made(self, left: int, total: int, running: bool, name: str) -> RoomRing:
        words, minutes = self._session.words, _minutes(left)
        if left <= 0:
            over = min(-left // MINUTE, MOST_OVER)
            return RoomRing(f"+{over}" if over else "0", 1.0, "over", words.gettext("time is up"))
        share = min(minutes / max(total, 1), 1.0)
        if not running:
            return RoomRing(str(minutes), share, "stands", words.gettext("the clock stands"))
        return RoomRing(str(minutes), share, "last" if minutes <= LAST else "running", name)


def _minutes(left: int) -> int:
    return ceil(left / MINUTE)
