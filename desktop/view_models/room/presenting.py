"""Decides what the room sees: live shows what the facilitator is on, hold keeps it, blank shows the brand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from desktop.system.long_text import shortened
from desktop.view_models.diagnosing import explained
from desktop.view_models.room.pages import (
    RadarAxis,
    RoomActivity,
    RoomAgreement,
    RoomBlank,
    RoomBrand,
    RoomClosing,
    RoomCommitment,
    RoomGate,
    RoomImpact,
    RoomMode,
    RoomModeResult,
    RoomPage,
    RoomPoint,
    RoomPointGroup,
    RoomRadar,
    RoomReadiness,
    RoomResults,
    RoomReveal,
    RoomSign,
    RoomView,
    RoomVoting,
    RoomWelcome,
)
from desktop.view_models.room.playbook import activity_page, closing_page, gate_page, impact_page
from desktop.view_models.room.showing import Showing
from desktop.view_models.room.votes import agreement_page, reveal_page, voting_page
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, spoken
from models.diagnosis.agenda import room_agenda
from models.diagnosis.diagnosis import Band, ModeResult, coverage_text, mode_results, worst_first, worst_mode
from models.engagement.engagement import Action
from models.engagement.workshop import Ballot
from models.readiness.readiness import points_of, state_of, verdict, verdict_text
from models.values.months import shown_date
from models.values.sought import the_first
from models.values.terms import Answer

LONGEST_BOX, MOST_BOXES = 48, 20
"""Characters of a time box's title, and boxes, that can be read from the last row."""


class Presenter(QObject):
    """`changed` comes whenever `showing` or `view` is new."""

    changed = Signal()

    def __init__(self, session: EngagementSession, dark: bool) -> None:
        super().__init__()
        self.session = session
        self.showing = Showing.OFF
        self._dark = dark
        self._page: RoomPage = self.welcome()
        self.view = RoomView(RoomBlank(), self._brand(), dark)
        self._refresh()

    @property
    def presenting(self) -> bool:
        """Whether the room is shown anything of Clearway's."""
        return self.showing is not Showing.OFF

    def go_live(self) -> None:
        """Shows the room what the facilitator is on."""
        self._change(Showing.LIVE)

    def hold(self) -> None:
        """Keeps the room where it is."""
        if self.showing is Showing.LIVE:
            self._change(Showing.HELD)

    def toggle_blank(self) -> None:
        """Shows the room the brand alone, or what it would see otherwise."""
        if self.presenting:
            self._change(Showing.LIVE if self.showing is Showing.BLANK else Showing.BLANK)

    def stop(self) -> None:
        """Shows the room nothing any more."""
        self._change(Showing.OFF)

    def turn_to(self, page: RoomPage) -> None:
        """The facilitator is on another page, or the page has other content."""
        self._page = page
        self._refresh()

    def wear(self, dark: bool) -> None:
        """The light or the dark look."""
        self._dark = dark
        self._refresh()

    def welcome(self) -> RoomWelcome:
        """The page before the work begins."""
        engagement = self.session.engagement
        current = self.session.current
        rows = [(time, shortened(what, LONGEST_BOX)) for time, what in room_agenda(current.agenda, self.session.words)]
        if len(rows) > MOST_BOXES:
            more = len(rows) - MOST_BOXES + 1
            rows = [*rows[: MOST_BOXES - 1], ("", gettext("and {n} more").format(n=more))]
        return RoomWelcome(engagement.pilot.name, shown_date(current.assessment.held_on, spoken()), tuple(rows))

    def sign(self, sign_id: str) -> RoomSign:
        """A warning sign with its agreed answer."""
        method, ratings = self.session.method, self.session.current.ratings
        sign, here = method.sign(sign_id), method.mode_of(sign_id)
        answer = ratings[sign_id].answer if sign_id in ratings else None
        place = gettext("Warning sign {0} of {1}").format(method.signs.index(sign) + 1, len(method.signs))
        modes = tuple(
            RoomMode(m.short, sum(s.id in ratings for s in m.signs), len(m.signs), m.id == here.id)
            for m in method.modes
        )
        return RoomSign(
            place=place,
            mode=here.short,
            question=sign.question,
            levels=method.levels,
            anchors=sign.anchors,
            chosen=answer.level if answer else None,
            answer=self._answer_in_words(answer),
            modes=modes,
            explained=explained(method, sign),
        )

    def voting(self, ballot: Ballot) -> RoomVoting:
        """A warning sign while the room votes on it."""
        return voting_page(self.session, self.sign(ballot.sign_id), ballot)

    def reveal(self, sign_id: str) -> RoomReveal | RoomSign:
        """What was voted on a sign; the sign itself where nothing is revealed."""
        sign = self.sign(sign_id)
        return reveal_page(self.session, sign, sign_id) or sign

    def agreement(self) -> RoomAgreement:
        """All signs by level and agreement."""
        return agreement_page(self.session)

    def radar(self) -> RoomRadar:
        """The shape of the pilot."""
        results = mode_results(self.session.method, self.session.current)
        short = {mode.id: mode.short for mode in self.session.method.modes}
        axes = (
            RadarAxis(short[r.mode_id], None if r.index is None else round(r.index), r.band.name_in(self.session.words))
            for r in results
        )
        return RoomRadar(self._finding(results), tuple(axes))

    def results(self) -> RoomResults:
        """Where the modes stand, the worst first."""
        results = mode_results(self.session.method, self.session.current)
        return RoomResults(self._finding(results), tuple(self._result(r) for r in worst_first(results)))

    def _finding(self, results: tuple[ModeResult, ...]) -> str:
        worst = worst_mode(results)
        title = gettext("Nothing has been rated yet")
        if worst is not None:
            mode = the_first(m for m in self.session.method.modes if m.id == worst.mode_id)
            high = worst.band.urgency >= Band.HIGH.urgency
            title = mode.finding if high else gettext("No failure mode stands high so far")
        return title

    def readiness(self, point_id: str) -> RoomReadiness:
        """The readiness points as they stand today; `point_id` is the one that is talked about."""
        method, judgements, today = self.session.method, self.session.current.judgements, date.today()
        groups = tuple(
            RoomPointGroup(
                group.title,
                tuple(
                    RoomPoint(p.title, state_of(judgements.get(p.id), today).value, p.id == point_id)
                    for p in group.points
                ),
            )
            for group in method.readiness
        )
        question = the_first(p.question for p in points_of(method) if p.id == point_id)
        found = verdict(method, judgements, today)
        return RoomReadiness(verdict_text(found, self.session.words), question, groups)

    def activity(self, phase_id: str, activity_id: str, item_id: str, entry_id: str = "") -> RoomActivity:
        """An activity of the playbook at one of its items; `entry_id` is the row that is being written."""
        return activity_page(self.session, phase_id, activity_id, item_id, entry_id)

    def gate(self, phase_id: str) -> RoomGate:
        """The decision that closes a phase, and what it is decided on."""
        return gate_page(self.session, phase_id)

    def impact(self, impacts: Sequence[tuple[Action, int]]) -> RoomImpact:
        """Agreed actions, what is to be done first, first; each with what it brings, 0 to 100."""
        return impact_page(self.session, impacts)

    def closing(self) -> RoomClosing:
        """What the room leaves with."""
        return closing_page(self.session)

    def commitment(self, action: Action, place: int, total: int) -> RoomCommitment:
        """An agreed action, read back."""
        owner = self.session.engagement.stakeholder(action.owner_id)
        return RoomCommitment(
            place=gettext("{0} of {1}").format(place, total),
            action=action.title,
            owner=(owner.name or owner.role) if owner else "",
            due=shown_date(action.due, spoken()),
            done_when=action.done_when,
        )

    def _change(self, showing: Showing) -> None:
        self.showing = showing
        self._refresh(always=True)

    def _refresh(self, always: bool = False) -> None:
        page = self.view.page
        if self.showing in (Showing.BLANK, Showing.OFF):
            page = RoomBlank()
        elif self.showing is Showing.LIVE:
            page = self._page
        view = RoomView(page, self._brand(), self._dark)
        if always or view != self.view:
            self.view = view
            self.changed.emit()

    def _brand(self) -> RoomBrand:
        engagement = self.session.engagement
        brand, assets = engagement.brand, engagement.assets
        practice_logo, client_logo = assets.get(brand.practice_logo), assets.get(brand.client_logo)
        return RoomBrand(
            practice=brand.practice,
            client=engagement.client.name,
            primary=brand.primary,
            accent=brand.accent,
            practice_logo=practice_logo.data if practice_logo else b"",
            client_logo=client_logo.data if client_logo else b"",
        )

    def _answer_in_words(self, answer: Answer | None) -> str:
        if answer is Answer.NOT_KNOWN:
            return gettext("Not known")
        return gettext("Does not apply") if answer is Answer.DOES_NOT_APPLY else ""

    def _result(self, result: ModeResult) -> RoomModeResult:
        words = self.session.words
        mode = the_first(m for m in self.session.method.modes if m.id == result.mode_id)
        return RoomModeResult(
            name=mode.short,
            index=None if result.index is None else round(result.index),
            lowest=round(result.lowest),
            highest=round(result.highest),
            band=result.band.name_in(words),
            coverage=coverage_text(result, words),
            levels=tuple(answer.mark if answer else "" for answer in result.answers.values()),
        )
