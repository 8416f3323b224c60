"""Everything the pages are composed from, worked out once for a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from gettext import NullTranslations

from models.diagnosis.diagnosis import Band, ModeResult, worst_first, worst_mode
from models.engagement.engagement import Engagement, Note, Rating, Stakeholder
from models.frozen import frozen
from models.method.method import ActionTemplate, FailureMode, Method, WarningSign
from models.plan.contradiction import Contradiction
from models.plan.contradictions import contradictions
from models.plan.plan import PlanLine, plan_lines
from models.plan.rubs import Rub, rubs
from models.plan.waves import Wave, rested_on
from models.playbook.budget import Budget, budget
from models.playbook.cells import CellContext, cell_context
from models.readiness.readiness import Verdict, points_of, state_of, verdict
from models.rounds.comparison import Acts, Comparison, compared
from models.rounds.open_signs import Open, results_of, why_open
from models.rounds.signs import last_time
from models.statements.people import Attendance, attendance, sponsor
from models.statements.standing import headline, worst_modes
from models.statements.votes import HowItCame, how_it_came
from models.values.sought import the_first
from models.values.terms import Confidence, NoteKind, PointState
from reports.words.phrases import owner_name, person

Progress = Callable[[int], None]
"""Called with the number of pages drawn so far, many times for each; what it raises ends the work."""


def unwatched(pages: int) -> None:
    """The progress of a document that nobody waits for."""


@frozen
class OpenSign:
    """A warning sign without a level that applies."""

    mode: FailureMode
    sign: WarningSign
    why: Open
    last: Rating | None
    """What it was when it was asked last in an earlier round; None where it never was answered."""


@frozen(slots=False)
class Facts:
    """One engagement seen through its method, on one day."""

    engagement: Engagement
    method: Method
    today: date
    words: NullTranslations
    progress: Progress = unwatched
    plain_cover: bool = False
    """Whether the cover shows neither what was found nor the ratings, so that the document can lie on a desk."""
    acts: Acts = ()
    """What the history tells of actions and rounds, which says how often a date was moved."""

    @cached_property
    def results(self) -> tuple[ModeResult, ...]:
        """One result for each failure mode, in the order of the method."""
        return results_of(self.method, self.engagement)

    @cached_property
    def ranked(self) -> tuple[ModeResult, ...]:
        """The same, worst first."""
        return worst_first(self.results)

    @cached_property
    def worst(self) -> ModeResult | None:
        """The mode that leads, or None while nothing has a level."""
        return worst_mode(self.results)

    @cached_property
    def leading(self) -> tuple[ModeResult, ...]:
        """The mode that leads, or those that tie; empty while nothing has a level."""
        return worst_modes(self.results)

    @cached_property
    def headline(self) -> str:
        """The finding that leads."""
        return headline(self.method, self.engagement.current, self.words)

    @cached_property
    def lines(self) -> tuple[PlanLine, ...]:
        """The accepted actions, in the order in which their turn comes; what is done comes after all that is not."""
        found = plan_lines(self.method, self.engagement, self.words, self.today, self.contradictions)
        return tuple(sorted(found, key=lambda line: line.done))

    @cached_property
    def moved(self) -> Comparison | None:
        """What moved since the round before; None in a first round."""
        return compared(self.method, self.engagement, self.today, self.acts)

    def banded(self, *bands: Band) -> list[ModeResult]:
        """The modes that stand in one of these bands."""
        return [r for r in self.results if r.band in bands]

    @cached_property
    def high(self) -> list[ModeResult]:
        """The modes that stand high or critical."""
        return self.banded(Band.HIGH, Band.CRITICAL)

    @property
    def signs(self) -> int:
        """How many warning signs the method has."""
        return len(self.method.signs)

    @property
    def answered(self) -> int:
        """Signs with a level."""
        return sum(r.answered for r in self.results)

    @property
    def severe(self) -> int:
        """Signs rated severe."""
        return sum(r.severe for r in self.results)

    @cached_property
    def open_signs(self) -> list[OpenSign]:
        """Signs that nobody could answer or that were not asked, in the order of the method."""
        return [
            OpenSign(mode, sign, why, last_time(self.engagement, sign.id))
            for mode in self.method.modes
            for sign in mode.signs
            if (why := why_open(self.engagement, sign.id))
        ]

    @property
    def left_out(self) -> list[OpenSign]:
        """Those that were asked in an earlier round, and not in this one."""
        return [one for one in self.open_signs if one.why is Open.NOT_ASKED_AGAIN]

    def mode(self, result: ModeResult) -> FailureMode:
        """The failure mode a result is about."""
        return the_first(m for m in self.method.modes if m.id == result.mode_id)

    def rating(self, sign_id: str) -> Rating | None:
        """The agreed answer to a sign, or None."""
        return self.engagement.current.ratings.get(sign_id)

    def client_notes(self, sign_id: str) -> list[Note]:
        """What may be shown to the client under a sign ("" for the round as a whole): evidence first."""
        kinds = (NoteKind.EVIDENCE, NoteKind.NOTE)
        notes = [n for kind in kinds for n in self.engagement.current.notes_on(sign_id, kind)]
        return [n for n in notes if n.for_client and n.text.strip()]

    def captured(self, kind: NoteKind) -> list[Note]:
        """All notes of a kind in the round that the client may read."""
        return [n for n in self.engagement.current.notes if n.kind is kind and n.for_client and n.text.strip()]

    def gravity(self, sign_id: str) -> tuple[int, int]:
        """What tells the graver of two signs: its level, then how well it is backed."""
        rating = self.rating(sign_id)
        if rating is None:
            return -1, 0
        backing = (None, *Confidence).index(rating.confidence)
        return (-1 if rating.answer.level is None else rating.answer.level), backing

    @cached_property
    def came(self) -> HowItCame:
        """How the answers came about."""
        return how_it_came(self.method, self.engagement.current)

    @cached_property
    def attendance(self) -> Attendance:
        """Who took part."""
        return attendance(self.engagement, self.engagement.current)

    @property
    def sponsor(self) -> Stakeholder | None:
        """Who pays and signs; None while nobody is marked."""
        return sponsor(self.engagement)

    @cached_property
    def rubs(self) -> tuple[Rub, ...]:
        """Where the dates rub, the worst first."""
        return rubs(self.lines, self.engagement.current, self.engagement.pilot.target_date, self.words, self.today)

    @cached_property
    def rested_on(self) -> set[str]:
        """Ids of the actions that the decision rests on, of those still to do."""
        return rested_on(self.engagement.current, (line.action for line in self.lines))

    def template(self, action_id: str) -> ActionTemplate | None:
        """The pack's own action with that id; None for one of the room's own, and for other proposals."""
        return next((action for action in self.method.actions if action.id == action_id), None)

    @cached_property
    def states(self) -> dict[str, PointState]:
        """How each readiness point stands, by its id, in the order of the method."""
        judged = self.engagement.current.judgements
        return {point.id: state_of(judged.get(point.id), self.today) for point in points_of(self.method)}

    @cached_property
    def verdict(self) -> Verdict:
        """Whether the pilot may go into production, by the method's rule."""
        return verdict(self.method, self.engagement.current.judgements, self.today)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What does not add up."""
        return contradictions(self.method, self.engagement, self.words)

    @cached_property
    def budget(self) -> Budget:
        """What production costs; a kind whose register is private has no name of its own."""
        found = budget(self.method, self.engagement)
        other = self.words.gettext("Other costs")
        kinds = tuple(replace(k, title=other) if self._is_private(k.item_id) else k for k in found.kinds)
        return replace(found, kinds=kinds)

    def _is_private(self, item_id: str) -> bool:
        return self.method.register(self.method.items[item_id].register).private

    @cached_property
    def has_budget(self) -> bool:
        """Whether any cost of production was written down."""
        return any(kind.lines for kind in self.budget.kinds)

    @cached_property
    def cells(self) -> CellContext:
        """What the cells of the playbook are shown against."""
        return cell_context(self.method, self.engagement, self.today, self.words)

    def person(self, stakeholder_id: str) -> str:
        """A stakeholder's name or role; empty where there is none."""
        return person(self.engagement.stakeholder(stakeholder_id)) if stakeholder_id else ""

    def wave(self, wave: Wave) -> list[PlanLine]:
        """The actions of one wave."""
        return [line for line in self.lines if line.wave is wave]

    def owner(self, line: PlanLine) -> str:
        """Who owns the action; empty while nobody does."""
        return owner_name(line.action, self.engagement)

    @property
    def held_on(self) -> date:
        """The day of the workshop, or today where it has no date."""
        return self.engagement.current.assessment.held_on or self.today
