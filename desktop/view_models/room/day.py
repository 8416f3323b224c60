"""The room's first page: what is promised of the day, its parts, and how the room works."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from gettext import NullTranslations
from itertools import groupby

from desktop.system.long_text import shortened
from desktop.view_models.room.entries import RoomBox, RoomFact, RoomStood, RoomStoodMode
from desktop.view_models.room.marks import NOT_ASKED
from desktop.view_models.room.pages import RoomWelcome
from desktop.view_models.room.sentences import MOST_NAMED, counted, listed, writes_nouns_small
from desktop.view_models.room.votes import way_of_voting
from desktop.view_models.session import EngagementSession
from models.diagnosis.agenda import PAUSES
from models.diagnosis.diagnosis import mode_results, worst_first
from models.engagement.engagement import Assessment
from models.engagement.workshop import AgendaBox
from models.method.presets import BoxKind
from models.values.months import shown_date
from models.values.terms import VoteWay

LONGEST_BOX, MOST_ROWS = 48, 8
"""Characters of what a part of the day is for, and parts, that can be read from the last row."""
_MODE = "mode:"


def welcome_page(session: EngagementSession) -> RoomWelcome:
    """What stands while people come in."""
    words, current = session.words, session.current
    rows = _rows(session, _parts(current.agenda))
    minutes = sum(box.minutes for box in current.agenda)
    began = current.assessment.began
    ends = _clock(began, minutes) if began else ""
    return RoomWelcome(
        pilot=session.engagement.pilot.name,
        date=_day(current.assessment, words),
        promise=_promise(minutes, ends, words, again=current.assessment.number > 1),
        agenda=rows,
        end=_end(minutes, ends, words) if rows else None,
        rules=_rules(way_of_voting(session), words),
        stood=None if rows else _stood(session),
    )


def _day(assessment: Assessment, words: NullTranslations) -> str:
    """When it is, and of a later round which one."""
    day = shown_date(assessment.held_on, words)
    if assessment.number < 2:
        return day
    said = words.gettext("Round {number}").format(number=assessment.number)
    return f"{day} · {said}" if day else said


def _stood(session: EngagementSession) -> RoomStood | None:
    """How the round before ended; None in the first one."""
    words, now = session.words, session.current.assessment.number
    before = [one for one in session.engagement.rounds if one.assessment.number < now]
    if not before:
        return None
    then = max(before, key=lambda one: one.assessment.number)
    names = {mode.id: mode.short for mode in session.method.modes}
    modes = tuple(
        RoomStoodMode(
            names[result.mode_id],
            tuple(answer.mark if answer else NOT_ASKED for answer in result.answers.values()),
            result.band.name_in(words),
        )
        for result in worst_first(mode_results(session.method, then))
    )
    day = then.assessment.held_on or then.assessment.closed_on
    heading = words.gettext("How it stood on {day}").format(day=shown_date(day, words))
    return RoomStood(heading if day else words.gettext("How it stood before"), modes)


def _parts(agenda: Sequence[AgendaBox]) -> list[list[AgendaBox]]:
    """Failure modes that follow each other are one part of the day."""
    parts: list[list[AgendaBox]] = []
    for mode, found in groupby(agenda, key=lambda box: box.kind.startswith(_MODE)):
        boxes = list(found)
        parts += [boxes] if mode else [[box] for box in boxes]
    return parts


def _rows(session: EngagementSession, parts: list[list[AgendaBox]]) -> tuple[RoomBox, ...]:
    """At most eight; what is beyond is one row, and counted."""
    words, began = session.words, session.current.assessment.began
    rows, spent = [], 0
    cut = len(parts) > MOST_ROWS
    for part in parts[: MOST_ROWS - 1] if cut else parts:
        minutes = sum(box.minutes for box in part)
        rows.append(_row(session, part, minutes, _clock(began, spent) if began else ""))
        spent += minutes
    if cut:
        rest = [box for part in parts[MOST_ROWS - 1 :] for box in part]
        minutes, count = sum(box.minutes for box in rest), len(parts) - MOST_ROWS + 1
        text = words.gettext("and {count} more parts").format(count=counted(count, words))
        rows.append(RoomBox(_clock(began, spent) if began else "", text, minutes, _length(minutes, words), "", ""))
    return tuple(rows)


def _row(session: EngagementSession, part: list[AgendaBox], minutes: int, time: str) -> RoomBox:
    words, (box, *others) = session.words, part
    modes = box.kind.startswith(_MODE)
    titles = [box.title, *(_beside(session, other.title) for other in others)]
    kind, label = ("modes", words.gettext("What stops it")) if modes else ("", "")
    if box.kind in PAUSES:
        kind, label = "break", box.title
    elif box.kind == BoxKind.PLAN.value:
        label = words.gettext("What to do")
    return RoomBox(time, _what(titles, words), minutes, _length(minutes, words), kind, shortened(label, LONGEST_BOX))


def _what(titles: Sequence[str], words: NullTranslations) -> str:
    """What a part is for. Where not all of it finds room, what is left out is counted."""
    if len(titles) == 1:
        return shortened(titles[0], LONGEST_BOX)
    said = ", ".join(titles)
    if len(said) > 2 * LONGEST_BOX and len(titles) > MOST_NAMED:
        said = listed(titles, words)
    return shortened(said, 2 * LONGEST_BOX)


def _beside(session: EngagementSession, title: str) -> str:
    """A failure mode's name after another's."""
    known = {mode.short for mode in session.method.modes}
    small = writes_nouns_small(session.method)
    return title[:1].lower() + title[1:] if small and title in known else title


def _clock(began: datetime, minutes: int) -> str:
    """The time so many minutes after the beginning, on the clocks of the room."""
    return f"{(began + timedelta(minutes=minutes)).astimezone():%H:%M}"


def _length(minutes: int, words: NullTranslations) -> str:
    return words.gettext("{minutes} min").format(minutes=minutes)


def _promise(minutes: int, ends: str, words: NullTranslations, *, again: bool) -> str:
    """With the time it ends where that is known, else with how long it takes; `again`: in a later round."""
    if again:
        return _promise_again(minutes, ends, words)
    if ends:
        return words.gettext("By {time} we know what stops it, what to do, and who does it.").format(time=ends)
    if minutes:
        text = words.gettext("In {length}: what stops it, what to do, and who does it.")
        return text.format(length=_whole(minutes, words))
    return words.gettext("We leave knowing what stops it, what to do, and who does it.")


def _promise_again(minutes: int, ends: str, words: NullTranslations) -> str:
    if ends:
        return words.gettext("By {time} we know what moved, what still stops it, and what comes next.").format(
            time=ends
        )
    if minutes:
        text = words.gettext("In {length}: what moved, what still stops it, and what comes next.")
        return text.format(length=_whole(minutes, words))
    return words.gettext("We leave knowing what moved, what still stops it, and what comes next.")


def _whole(minutes: int, words: NullTranslations) -> str:
    """As in "90 minutes" or "3½ hours"."""
    hours, rest = divmod(minutes, 60)
    if hours < 2 or rest not in (0, 30):
        return words.ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    return words.gettext("{hours} hours").format(hours=f"{hours}½" if rest else hours)


def _end(minutes: int, ends: str, words: NullTranslations) -> RoomFact:
    if ends:
        return RoomFact(ends, words.gettext("End"))
    return RoomFact("", words.gettext("Together: {length}").format(length=_whole(minutes, words)))


def _rules(way: VoteWay, words: NullTranslations) -> tuple[RoomFact, ...]:
    """By the way the room votes: nothing is promised that it does not hold."""
    _ = words.gettext
    alone = _("Answers stay hidden until all are in.")
    if way is VoteWay.COUNTS:
        alone = _("Each decides first; then hands go up, level by level.")
    names = RoomFact(_("Counts, not names"), _("Nobody’s answer is shown with a name."))
    if way is VoteWay.NAMED:
        names = RoomFact(_("Your name stays in this room"), _("The wall shows how many, never who."))
    return (
        RoomFact(_("First each alone, then all together"), alone),
        names,
        RoomFact(_("“We do not know” is an answer"), _("It becomes something to find out.")),
    )
