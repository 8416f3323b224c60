"""What moved since the round before, as the room sees it: as it is, and as long as it can get."""

from __future__ import annotations

from room_samples import LIMITS, of_length

from desktop.view_models.room.moved_pages import (
    RoomMoved,
    RoomMovedGroup,
    RoomMovedMode,
    RoomMovedSign,
    RoomPromise,
)
from desktop.view_models.room.pages import RoomPage
from models.method.method import Method

STATES = ("done", "late", "to come", "dropped")
KEY = "Ring: then. Dot: now. Filled: done. Outlined: late."


def moved_page(method: Method) -> RoomMoved:
    figures = ((83, 33), (67, 67), (56, 58), (44, 0), (0, 33), (17, None))
    modes = [
        RoomMovedMode(mode.short, then, now, "" if now is not None else "not asked again")
        for mode, (then, now) in zip(method.modes, figures, strict=True)
    ]
    return RoomMoved(
        days="12 November to 10 February",
        title="Three signs cleared; one is worse",
        lead="It stays a no-go: five points are open, and nine before.",
        modes=tuple(modes),
        groups=(
            RoomMovedGroup("Cleared: one", (RoomMovedSign("3", "0", "One owner, named in writing, answers for it"),)),
            RoomMovedGroup("Known only now: one", (RoomMovedSign("?", "2", "Delays or outages are on record"),)),
        ),
        promised="Two of three actions promised by 10 February are done.",
        promises=tuple(RoomPromise(str(n + 1), STATES[n % 4], STATES[n % 4]) for n in range(22)),
        key=KEY,
    )


def nothing_moved(method: Method) -> RoomMoved:
    """A second round that has just begun, after one without a plan."""
    modes = tuple(RoomMovedMode(mode.short, None, None, "") for mode in method.modes)
    return RoomMoved("", "Nothing has been asked again yet", "", modes, (), "", (), KEY)


def long_moved_page(third: bool, modes: int = 6) -> RoomMoved:
    more = 4 / 3 if third else 1.0
    signs = tuple(RoomMovedSign("3", "2", of_length(round(60 * more), start=n)) for n in range(6))
    return RoomMoved(
        days=of_length(round(34 * more)),
        title=of_length(round(50 * more)),
        lead=of_length(round(110 * more)),
        modes=tuple(RoomMovedMode(of_length(LIMITS.short, start=n), 100, 0, "") for n in range(modes)),
        groups=tuple(RoomMovedGroup(of_length(round(34 * more), start=n), signs) for n in range(5)),
        promised=of_length(round(70 * more)),
        promises=tuple(RoomPromise(str(n + 1), STATES[n % 4], STATES[n % 4]) for n in range(60)),
        key=of_length(round(68 * more)),
    )


def moved_pages(method: Method) -> dict[str, RoomPage]:
    """By a name for the report of a test."""
    pages: dict[str, RoomPage] = {"moved": moved_page(method), "moved-nothing": nothing_moved(method)}
    for third in (False, True):
        name = "third" if third else "long"
        pages[f"moved-{name}"] = long_moved_page(third)
        pages[f"moved-{name}-8"] = long_moved_page(third, modes=8)
    return pages
