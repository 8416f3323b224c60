"""One act as it is shared: what it changed, who made it where, and what its maker had seen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from models.engagement.changes import Added, Change
from models.engagement.engagement import Client, Pilot
from models.frozen import frozen
from models.values.sentence import Sentence, read_sentence

TICK = timedelta(microseconds=1)
"""The smallest step of a clock."""


@frozen(kw_only=True)
class SharedAct:
    """One edit, undo or redo of one library, the same in every copy."""

    gid: str
    """Its own name, made at random."""
    stamp: str
    """See `stamp_of`."""
    seen: tuple[str, ...] = ()
    """The names of the newest acts that its maker had seen; with them, all that those had seen."""
    kind: str = "edit"
    """`edit`, `undo` or `redo`."""
    label: str = ""
    """As `models.values.sentence.written` gives it."""
    who: str = ""
    device: str = ""
    at: str = ""
    """When, by the clock of its maker's computer: ISO, UTC."""
    changes: tuple[Change, ...] = ()

    @property
    def said(self) -> Sentence:
        """What was done."""
        return read_sentence(self.label)

    @property
    def maker(self) -> str:
        """The identity of the library that it was made in."""
        return self.stamp.partition(" ")[2]

    @property
    def brings_all(self) -> bool:
        """Whether it brought the engagement as a whole: an import, a copy, a new one."""
        return any(isinstance(change, Added) and isinstance(change.record, (Pilot, Client)) for change in self.changes)


def stamp_of(newest: str, now: datetime, maker: str) -> str:
    """The stamp of what is done now: later than `newest` of all that was seen, however wrong a clock is.

    A hybrid logical clock, as a text that sorts as it does: the time (UTC), then the maker's identity.
    """
    time = max(now, time_of(newest) + TICK) if newest else now
    return f"{time.astimezone(UTC).isoformat(timespec='microseconds')} {maker}"


def time_of(stamp: str) -> datetime:
    """The time in a stamp. Raises ValueError for what is none."""
    return datetime.fromisoformat(stamp.partition(" ")[0])


def newest_stamp(acts: Iterable[SharedAct]) -> str:
    """The latest of their stamps; empty where there are none."""
    return max((act.stamp for act in acts), default="")
