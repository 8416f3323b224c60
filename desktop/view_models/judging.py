"""The acts of judging the readiness points, one at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from desktop.view_models.session import EngagementSession
from desktop.words import gettext
from models.engagement.engagement import Action
from models.engagement.judgements import Judgement, judgement_id
from models.method.method import ReadinessPoint
from models.plan.contradiction import Contradiction
from models.plan.contradictions import contradictions
from models.plan.plan import accepted_actions
from models.plan.proposals import SHOW
from models.playbook.cells import cell_context
from models.readiness.known_evidence import KnownEvidence, known, known_evidence
from models.readiness.readiness import Verdict, WaiverPart, has_run_out, points_of, state_of, verdict, waiver_lacks
from models.values.months import short_date
from models.values.sentence import act_called
from models.values.sought import the_first
from models.values.terms import PointState, Progress


def _still_to_say(part: WaiverPart) -> str:
    return {
        WaiverPart.REASON: gettext("no reason yet"),
        WaiverPart.BY: gettext("nobody named yet"),
        WaiverPart.UNTIL: gettext("no day yet"),
    }[part]


class Judging:
    """What is judged stands for the day it is looked at: a waiver runs out by itself."""

    def __init__(self, session: EngagementSession) -> None:
        self.session = session
        open_points = (p.id for p in self.points if p.id not in session.current.judgements)
        self.point_id = next(open_points, self.points[0].id)

    @property
    def points(self) -> tuple[ReadinessPoint, ...]:
        """All points, in the order of the method."""
        return points_of(self.session.method)

    @property
    def point(self) -> ReadinessPoint:
        """The point on the screen."""
        return the_first(point for point in self.points if point.id == self.point_id)

    @property
    def judgement(self) -> Judgement | None:
        """How it was judged, if it was."""
        return self.session.current.judgements.get(self.point_id)

    def place(self) -> str:
        """Where the point on the screen stands, as in "Technical · point 1 of 15 · Production volumes handled"."""
        group = the_first(one for one in self.session.method.readiness if self.point in one.points)
        number = gettext("point {number} of {total}")
        told = number.format(number=self.points.index(self.point) + 1, total=len(self.points))
        return "  ·  ".join((group.title, told, self.point.title))

    def state(self, point_id: str) -> PointState:
        """How a point stands today."""
        return state_of(self.session.current.judgements.get(point_id), date.today())

    def waiver_words(self) -> str:
        """Why a waiver of the point on the screen does not count; empty where it does, or there is none."""
        judgement = self.judgement
        if judgement is None:
            return ""
        if lacks := waiver_lacks(judgement):
            text = gettext("The waiver is not finished: {0}. Until then the point is open.")
            return text.format(", ".join(_still_to_say(part) for part in lacks))
        if has_run_out(judgement, date.today()):
            return gettext("The waiver has run out: the point counts as open.")
        return ""

    def waiver_beside(self, point_id: str) -> str:
        """Of a waiver, in a few words: what it still lacks, or until when it runs or ran; empty for none."""
        judgement = self.session.current.judgements.get(point_id)
        if judgement is None or judgement.state is not PointState.WAIVED:
            return ""
        if lacks := waiver_lacks(judgement):
            return _still_to_say(lacks[0])
        day = short_date(judgement.until, self.session.words) if judgement.until else ""
        ran_out = has_run_out(judgement, date.today())
        return gettext("ran out {0}").format(day) if ran_out else gettext("until {0}").format(day)

    def verdict(self) -> Verdict:
        """What the rule gives today."""
        return verdict(self.session.method, self.session.current.judgements, date.today())

    def contradictions(self) -> tuple[Contradiction, ...]:
        """What does not add up."""
        return contradictions(self.session.method, self.session.engagement, self.session.words)

    def move(self, steps: int) -> bool:
        """Goes on or back; False at either end."""
        ids = [point.id for point in self.points]
        place = ids.index(self.point_id) + steps
        if not 0 <= place < len(ids):
            return False
        self.point_id = ids[place]
        return True

    def judge(self, state: PointState) -> None:
        """Sets the state; pressing the one that stands takes it back. What was written beside it stays."""
        before = self._before()
        state = PointState.NOT_JUDGED if before.state is state else state
        label = act_called("Judge “{point}”", point=self.point.title)
        self.session.edit(label, replace(before, state=state))

    def write(self, field: str, value: str | date | None, typing: str = "") -> None:
        """Evidence, owner, who waives it, why and until when."""
        changes: dict[str, Any] = {field: value}
        label = act_called("What is known of “{point}”", point=self.point.title)
        self.session.edit(label, replace(self._before(), **changes), typing=typing)

    def move_to_not_judged(self) -> bool:
        """Goes on to the next point that is not judged, from the first again after the last; False where all are."""
        ids = [point.id for point in self.points]
        at = ids.index(self.point_id)
        order = (*ids[at + 1 :], *ids[:at])
        found = next((key for key in order if self.state(key) is PointState.NOT_JUDGED), None)
        self.point_id = found or self.point_id
        return found is not None

    def closing(self) -> tuple[Action, ...]:
        """The agreed actions that help to confirm the point on the screen, by their numbers."""
        confirming = {*self._confirming(), SHOW + self.point_id}
        accepted = (a for a in accepted_actions(self.session.current) if a.proposal in confirming)
        return tuple(sorted(accepted, key=lambda action: action.position))

    def offered(self) -> tuple[KnownEvidence, ...]:
        """Evidence that is known already: what the playbook says, then actions that are done; not what is used."""
        used = self.judgement.evidence if self.judgement else ""
        return tuple(one for one in (*self._from_playbook(), *self._from_plan()) if one.text not in used)

    def use(self, offer: KnownEvidence) -> None:
        """Writes what is offered below the evidence that is there."""
        before = self.judgement.evidence.rstrip() if self.judgement else ""
        self.write("evidence", f"{before}\n{offer.text}".strip())

    def _from_playbook(self) -> tuple[KnownEvidence, ...]:
        session = self.session
        context = cell_context(session.method, session.engagement, date.today(), session.words)
        return known_evidence(session.method, session.engagement, self.point, context, session.words)

    def _from_plan(self) -> tuple[KnownEvidence, ...]:
        confirming = self._confirming()
        return tuple(
            known(
                gettext("Action {number}, done").format(number=action.position),
                f"{action.title} ({action.done_when})" if action.done_when else action.title,
                self.session.words,
            )
            for action in accepted_actions(self.session.current)
            if action.progress is Progress.DONE and action.proposal in confirming
        )

    def _confirming(self) -> set[str]:
        return {one.id for one in self.session.method.actions if self.point_id in one.confirms}

    def _before(self) -> Judgement:
        round_id = self.session.current.assessment.id
        fresh = Judgement(id=judgement_id(round_id, self.point_id), assessment_id=round_id, point_id=self.point_id)
        return self.judgement or fresh
