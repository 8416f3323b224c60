"""The run of the workshop: from a preset to its boxes, and whether it keeps to the clock.

Times are seconds unless they are called minutes; every function that needs the time is given it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from gettext import NullTranslations
from math import ceil

from models.engagement.workshop import AgendaBox
from models.frozen import frozen
from models.method.method import FailureMode, Method
from models.method.presets import AgendaPreset, BoxKind, dealt

MINUTE = 60
PAUSES = (BoxKind.BREAK, BoxKind.LUNCH)
"""Kinds of box in which nobody works; apart, because they never take the same time."""
SHORTEST = 3
"""Minutes below which no box is shortened."""
LEAST_SHARE, LEAST_BREAK = 0.6, 0.5
"""What is left of a box, and of a break, when it is shortened as far as can be proposed."""
WORTH_A_WORD = 3
"""Minutes behind from which something to shorten is proposed."""
FORGOTTEN = timedelta(hours=4)
"""A box that has been running for longer was left running when everybody went home."""


def preset_agenda(
    preset: AgendaPreset, method: Method, assessment_id: str, words: NullTranslations
) -> tuple[AgendaBox, ...]:
    """The boxes of a preset, in order; the failure modes share those that are theirs."""
    places = [box.minutes for box in preset.boxes if box.kind is BoxKind.MODES]
    shares = iter(dealt(method.modes, max(len(places), 1)))
    boxes: list[tuple[str, str, int]] = []
    for box in preset.boxes:
        if box.kind is BoxKind.MODES:
            boxes += _modes(next(shares, ()), box.minutes)
        else:
            boxes.append((box.kind.value, box.title or _box_title(box.kind, words), box.minutes))
    return tuple(
        AgendaBox(assessment_id=assessment_id, position=n, kind=kind, title=title, minutes=minutes)
        for n, (kind, title, minutes) in enumerate(boxes)
    )


def _box_title(kind: BoxKind, words: NullTranslations) -> str:
    """What a box is called whose pack has no words of its own for it."""
    _ = words.gettext
    return {
        BoxKind.WELCOME: _("Welcome and how we work"),
        BoxKind.RESULTS: _("What we have found"),
        BoxKind.PLAYBOOK: _("The way to production, phase by phase"),
        BoxKind.READINESS: _("Readiness"),
        BoxKind.PLAN: _("Actions, owners and dates"),
        BoxKind.CLOSING: _("Commitments read back"),
        BoxKind.BREAK: _("Break"),
        BoxKind.LUNCH: _("Lunch"),
    }[kind]


def _modes(modes: Sequence[FailureMode], minutes: int) -> list[tuple[str, str, int]]:
    """Whole minutes, as even as can be, that add up."""
    shares = [minutes * (n + 1) // len(modes) - minutes * n // len(modes) for n in range(len(modes))]
    return [(f"mode:{mode.id}", mode.short, share) for mode, share in zip(modes, shares, strict=True)]


def allowance(box: AgendaBox) -> int:
    """Minutes that the box may take as things stand."""
    return max(box.minutes + box.added, 0)


@frozen
class Pace:
    """Where the workshop stands on its agenda."""

    box: AgendaBox | None
    """The box it is in; None before it begins."""
    following: AgendaBox | None
    running: bool
    """Whether the clock runs; it stands while the workshop pauses."""
    left: int
    """Seconds of the box's allowance; negative once it is used up."""
    behind: int
    """Seconds by which the end will come later than planned, if everything to come takes its allowance; negative
    where it will come earlier.
    """

    @property
    def over(self) -> bool:
        """Whether the last box has ended."""
        return self.box is not None and self.following is None and not self.running

    @property
    def minutes_behind(self) -> int:
        """Whole minutes, towards nothing: half a minute is on time."""
        return int(self.behind / MINUTE)


def pace(agenda: Sequence[AgendaBox], now: datetime) -> Pace:
    """`now` is UTC."""
    place = _place(agenda)
    if place is None:
        return Pace(None, agenda[0] if agenda else None, False, 0, 0)
    box = agenda[place]
    spent = spent_by(box, now)
    expected = sum(b.spent for b in agenda[:place]) + max(spent, allowance(box) * MINUTE)
    expected += sum(allowance(b) for b in agenda[place + 1 :]) * MINUTE
    following = agenda[place + 1] if place + 1 < len(agenda) else None
    left = allowance(box) * MINUTE - spent
    return Pace(box, following, _runs(box, now), left, expected - sum(b.minutes for b in agenda) * MINUTE)


def spent_by(box: AgendaBox, now: datetime) -> int:
    """Seconds spent in the box until `now`."""
    return box.spent + (int((now - box.since).total_seconds()) if box.since and _runs(box, now) else 0)


def advanced(agenda: Sequence[AgendaBox], now: datetime) -> tuple[AgendaBox, ...]:
    """The boxes that change when the workshop begins, goes on after a pause, or goes to the next box."""
    place = _place(agenda)
    if place is None:
        return (replace(agenda[0], since=now),) if agenda else ()
    box = agenda[place]
    if not _runs(box, now):
        return (replace(box, since=now),)
    following = agenda[place + 1 : place + 2]
    return (_stopped(box, now), *(replace(b, since=now) for b in following))


def paused(agenda: Sequence[AgendaBox], now: datetime) -> tuple[AgendaBox, ...]:
    """The box whose clock stops, or goes on where it stood; none before the workshop begins."""
    place = _place(agenda)
    if place is None:
        return ()
    box = agenda[place]
    return (_stopped(box, now) if box.since else replace(box, since=now),)


def extended(agenda: Sequence[AgendaBox], minutes: int) -> tuple[AgendaBox, ...]:
    """The box the workshop is in with so many minutes more."""
    place = _place(agenda)
    return () if place is None else (replace(agenda[place], added=agenda[place].added + minutes),)


def to_shorten(agenda: Sequence[AgendaBox], now: datetime) -> tuple[tuple[AgendaBox, int], ...]:
    """Minutes to take off boxes to come, never more than the delay; nothing while there is no need.

    Those with most to spare give first and all they have: few changes are easier to keep to than many.
    """
    place, need = _place(agenda), pace(agenda, now).minutes_behind
    if place is None or need < WORTH_A_WORD:
        return ()
    spare = {box.id: max(allowance(box) - _least(box), 0) for box in agenda[place + 1 :]}
    cuts = {}
    for key in sorted(spare, key=lambda key: -spare[key]):
        cuts[key] = min(spare[key], need)
        need -= cuts[key]
    return tuple((box, cuts[box.id]) for box in agenda[place + 1 :] if cuts[box.id])


def shortened(cuts: Iterable[tuple[AgendaBox, int]]) -> tuple[AgendaBox, ...]:
    """The boxes with those minutes taken off."""
    return tuple(replace(box, added=box.added - minutes) for box, minutes in cuts)


def room_agenda(agenda: Sequence[AgendaBox], words: NullTranslations) -> tuple[tuple[str, str], ...]:
    """The time boxes as the room reads them: how long, and what for. Nothing of how the time is kept."""
    return tuple((words.gettext("{minutes} min").format(minutes=box.minutes), box.title) for box in agenda)


def usual_minutes(seconds: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """By kind of box, the median of what such boxes have really taken, in whole minutes, at least one."""
    found = {}
    for kind, times in seconds.items():
        ordered = sorted(times)
        middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
        found[kind] = max(round(middle / MINUTE), 1)
    return found


def _place(agenda: Sequence[AgendaBox]) -> int | None:
    """The box the workshop is in: the one whose clock runs, else the last that took any time."""
    running = [n for n, box in enumerate(agenda) if box.since is not None]
    begun = [n for n, box in enumerate(agenda) if box.spent]
    return running[-1] if running else begun[-1] if begun else None


def _runs(box: AgendaBox, now: datetime) -> bool:
    return box.since is not None and timedelta() <= now - box.since <= FORGOTTEN


def _stopped(box: AgendaBox, now: datetime) -> AgendaBox:
    """At least a second, so that the box is known to have been."""
    return replace(box, spent=max(spent_by(box, now), 1), since=None)


def _least(box: AgendaBox) -> int:
    share = LEAST_BREAK if box.kind in PAUSES else LEAST_SHARE
    return max(ceil(box.minutes * share), SHORTEST)
