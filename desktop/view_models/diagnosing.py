"""The acts of going through the warning signs: answer, confidence, notes, and where we are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop.view_models.noting import Noting
from desktop.view_models.session import EngagementSession
from desktop.view_models.voting import Voting
from desktop.view_models.workshop.pacing import utc_now
from desktop.words import gettext, spoken
from models.diagnosis.agenda import pace
from models.diagnosis.voting import Tally, newest_revealed
from models.engagement.engagement import Note, Rating, rating_id
from models.frozen import replaced
from models.method.glossary import terms_in
from models.method.method import FailureMode, Method, WarningSign
from models.rounds.signs import last_time, voted_last_time
from models.statements.votes import came_text
from models.values.sentence import act_called
from models.values.terms import Answer, Came, Confidence, NoteKind


@dataclass(frozen=True)
class MapCell:
    """One warning sign on the map."""

    sign_id: str
    title: str
    answer: Answer | None
    to_return: bool = False
    """Whether the room wants to come back to it."""
    before: Answer | None = None
    """What it was when it was asked last, in an earlier round."""


@dataclass(frozen=True)
class MapMode:
    """One failure mode on the map."""

    name: str
    cells: tuple[MapCell, ...]


def explained(method: Method, sign: WarningSign) -> tuple[str, ...]:
    """What is meant by the words of its question and its anchors, as in "Sponsor: the person who can stop it"."""
    found = terms_in(method.glossary, (sign.question, *sign.anchors))
    return tuple(
        gettext("{term}: {meaning}").format(term=t.term[:1].upper() + t.term[1:], meaning=t.meaning) for t in found
    )


class Diagnosing:
    """One sign at a time, in any order."""

    def __init__(self, session: EngagementSession, now: Callable[[], datetime] = utc_now) -> None:
        self.session, self._now = session, now
        self.noting = Noting(session)
        self.voting = Voting(session)
        unanswered = (s.id for s in session.method.signs if s.id not in session.current.ratings)
        self.sign_id = next(unanswered, session.method.signs[0].id)

    @property
    def sign(self) -> WarningSign:
        """The sign on the screen."""
        return self.session.method.sign(self.sign_id)

    @property
    def mode(self) -> FailureMode:
        """Its failure mode."""
        return self.session.method.mode_of(self.sign_id)

    @property
    def words(self) -> tuple[str, ...]:
        """Those words of the sign that the method explains."""
        sign = self.sign
        return tuple(t.term for t in terms_in(self.session.method.glossary, (sign.question, *sign.anchors)))

    @property
    def explained(self) -> tuple[str, ...]:
        """What is meant by them."""
        return explained(self.session.method, self.sign)

    @property
    def how_to_rate(self) -> tuple[str, ...]:
        """What holds for every sign where its anchors leave something open; nothing where the method does not say."""
        return self.session.method.rules.rating

    @property
    def place(self) -> int:
        """Its number among all signs, from 1."""
        return self.session.method.signs.index(self.sign) + 1

    @property
    def total(self) -> int:
        """How many signs the method has."""
        return len(self.session.method.signs)

    @property
    def answered(self) -> int:
        """How many signs have an answer of any kind."""
        return sum(sign.id in self.session.current.ratings for sign in self.session.method.signs)

    @property
    def rating(self) -> Rating | None:
        """The agreed answer, if there is one."""
        return self.session.current.ratings.get(self.sign_id)

    @property
    def last_time(self) -> Rating | None:
        """What the sign was in the newest earlier round that asked it; None in a first round."""
        return last_time(self.session.engagement, self.sign_id)

    def as_last_time(self) -> bool:
        """Takes that answer, and how well it was backed, for this round too; False where there is none."""
        before = self.last_time
        if before is None:
            return False
        key = self.session.current.assessment.id
        made = replaced(before, id=rating_id(key, self.sign_id), assessment_id=key, came=self._comes_about())
        self.session.edit(act_called("Rate “{sign}” as last time", sign=self.sign.title), made)
        return True

    def leave_out(self) -> bool:
        """As if the sign had not been asked in this round; False in a first one, and where the room has voted."""
        if self.last_time is None or newest_revealed(self.session.current, self.sign_id)[0] is not None:
            return False
        if self.rating is not None:
            label = act_called("Leave “{sign}” out of this round", sign=self.sign.title)
            self.session.edit(label, remove=(self.rating,))
        return True

    @property
    def voted_last_time(self) -> Tally | None:
        """What was voted on the sign in the newest earlier round that asked it; None where nothing was."""
        return voted_last_time(self.session.engagement, self.sign_id)

    @property
    def following(self) -> WarningSign | None:
        """The sign after this one; None at the last."""
        signs = self.session.method.signs
        return signs[self.place] if self.place < len(signs) else None

    def move(self, steps: int) -> bool:
        """Goes on or back; False at either end."""
        place = self.place - 1 + steps
        if not 0 <= place < self.total:
            return False
        self.sign_id = self.session.method.signs[place].id
        return True

    def move_mode(self, steps: int) -> bool:
        """Goes to the first sign of a failure mode further on or back; False where there is none."""
        modes = self.session.method.modes
        place = modes.index(self.mode) + steps
        if not 0 <= place < len(modes):
            return False
        self.sign_id = modes[place].signs[0].id
        return True

    def notes(self, kind: NoteKind) -> tuple[Note, ...]:
        """The entries of one kind under this sign."""
        return self.session.current.notes_on(self.sign_id, kind)

    def to_return(self) -> frozenset[str]:
        """The ids of the signs to come back to."""
        return frozenset(n.sign_id for n in self.session.current.notes if n.kind is NoteKind.RETURN)

    def map(self) -> tuple[MapMode, ...]:
        """All signs with their answers."""
        ratings, marked = self.session.current.ratings, self.to_return()
        return tuple(
            MapMode(
                mode.short,
                tuple(
                    MapCell(
                        sign.id,
                        sign.title,
                        ratings[sign.id].answer if sign.id in ratings else None,
                        sign.id in marked,
                        before.answer if (before := last_time(self.session.engagement, sign.id)) else None,
                    )
                    for sign in mode.signs
                ),
            )
            for mode in self.session.method.modes
        )

    def rate(self, answer: Answer) -> None:
        """Sets the answer; pressing the one that stands takes it back. A level keeps its confidence."""
        before = self.rating
        title = self.sign.title
        if before and before.answer is answer:
            label = act_called("Clear the rating of “{sign}”", sign=title)
            self.session.edit(label, remove=[before])
            return
        self._set(answer)

    def agree_on(self, level: int) -> None:
        """Sets the level that the room's vote proposes."""
        self._set(Answer(str(level)))

    def _set(self, answer: Answer) -> None:
        base = self.rating or self._unrated(answer)
        confidence = base.confidence if answer.level is not None else None
        label = act_called("Rate “{sign}” {answer}", sign=self.sign.title, answer=answer.value)
        self.session.edit(label, replaced(base, answer=answer, confidence=confidence, came=self._comes_about()))

    def _comes_about(self) -> Came:
        """How an answer that is given now comes about; the facilitator can say otherwise."""
        current = self.session.current
        if newest_revealed(current, self.sign_id)[0] is not None:
            return Came.VOTED
        with_room = self.session.presenting or pace(current.agenda, self._now()).running
        return Came.AGREED if with_room else Came.ENTERED

    def came(self) -> str:
        """How the answer came about, in words; empty where there is none."""
        if self.rating is None:
            return ""
        return came_text(self.session.current, self.sign_id, spoken()) or gettext("Not said how")

    def may_say_how(self) -> bool:
        """Whether there is an answer that no vote speaks for."""
        return self.rating is not None and newest_revealed(self.session.current, self.sign_id)[0] is None

    def say_how(self) -> None:
        """Agreed aloud where it was entered, or nobody said; entered where it was agreed aloud."""
        before = self.rating
        if before is None or not self.may_say_how():
            return
        came = Came.ENTERED if before.came is Came.AGREED else Came.AGREED
        label = act_called("How “{sign}” was answered", sign=self.sign.title)
        self.session.edit(label, replaced(before, came=came))

    def explain(self, reason: str, typing: str) -> None:
        """Why the sign does not apply."""
        if before := self.rating:
            label = act_called("Say why “{sign}” does not apply", sign=self.sign.title)
            self.session.edit(label, replaced(before, reason=reason), typing=typing)

    def trust(self, confidence: Confidence) -> None:
        """Sets how well the level is backed; pressing the one that stands takes it back. Needs a level."""
        before = self.rating
        if before is None or before.answer.level is None:
            return
        new = None if before.confidence is confidence else confidence
        label = act_called("Confidence of “{sign}”", sign=self.sign.title)
        self.session.edit(label, replaced(before, confidence=new))

    def _unrated(self, answer: Answer) -> Rating:
        round_id = self.session.current.assessment.id
        return Rating(id=rating_id(round_id, self.sign_id), assessment_id=round_id, sign_id=self.sign_id, answer=answer)
