"""Decides what the room sees: live shows what the facilitator is on, hold keeps it, blank shows the brand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from desktop.view_models.evidence.looking import Shown
from desktop.view_models.room.across.pages import RoomProgress
from desktop.view_models.room.across.progress import progress_page
from desktop.view_models.room.activity import activity_page
from desktop.view_models.room.agreed import agreement_page
from desktop.view_models.room.day import welcome_page
from desktop.view_models.room.diagnosis import readiness_page, results_page, sign_page
from desktop.view_models.room.evidence.pages import RoomEvidence
from desktop.view_models.room.evidence.showing import evidence_page
from desktop.view_models.room.gate import gate_page
from desktop.view_models.room.moved import moved_page
from desktop.view_models.room.moved_pages import RoomMoved
from desktop.view_models.room.pages import (
    RoomActivity,
    RoomAgreement,
    RoomBlank,
    RoomBrand,
    RoomBudget,
    RoomChart,
    RoomClosing,
    RoomCommitment,
    RoomGate,
    RoomPage,
    RoomReadiness,
    RoomResults,
    RoomReveal,
    RoomSign,
    RoomView,
    RoomVoting,
    RoomWelcome,
)
from desktop.view_models.room.plan import closing_page, commitment_page
from desktop.view_models.room.planned.impact import impact_page
from desktop.view_models.room.planned.load import load_page
from desktop.view_models.room.planned.pages import RoomImpact, RoomLoad, RoomProposal, RoomTimeline
from desktop.view_models.room.planned.proposal import proposal_page
from desktop.view_models.room.planned.timeline import timeline_page
from desktop.view_models.room.showing import Showing
from desktop.view_models.room.votes import reveal_page, voting_page
from desktop.view_models.session import EngagementSession
from desktop.view_models.triaging import Triaging, Typed
from desktop.view_models.workshop.ringing import Kind, Ringing
from models.engagement.engagement import Action
from models.engagement.workshop import Ballot
from models.plan.plan import PlanLine
from models.plan.proposals import Proposal
from models.plan.rubs import Rub
from models.rounds.comparison import Comparison
from models.values.terms import Answer

_WITHOUT_RING = (RoomWelcome, RoomVoting, RoomEvidence, RoomChart, RoomBlank)
"""Pages on which nobody works against the clock."""


class Presenter(QObject):
    """`changed` comes whenever `showing` or `view` is new."""

    changed = Signal()

    def __init__(self, session: EngagementSession, dark: bool) -> None:
        super().__init__()
        self.session = session
        self.showing = Showing.OFF
        self.ringing = Ringing(session)
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

    def ring(self, kind: Kind) -> bool:
        """Shows the room how much time is left, or no longer; False where there is no time box to be about."""
        begun = self.ringing.toggle(kind)
        self._refresh()
        return begun

    def tick(self) -> None:
        """Time has passed."""
        self._refresh()

    def wear(self, dark: bool) -> None:
        """The light or the dark look."""
        self._dark = dark
        self._refresh()

    @property
    def on_the_same(self) -> bool:
        """Whether the room sees, or would see but for the blank, just what the facilitator is on."""
        return self.showing is not Showing.HELD or self.view.page == self._page

    def speak_anew(self) -> None:
        """What is held takes the words of what was turned to, which is the same page in another language."""
        if self.showing is Showing.HELD:
            self.view = replace(self.view, page=self._page)
            self.changed.emit()

    def welcome(self) -> RoomWelcome:
        """The page before the work begins."""
        return welcome_page(self.session)

    def sign(self, sign_id: str) -> RoomSign:
        """A warning sign with its agreed answer."""
        return sign_page(self.session, sign_id)

    def voting(self, ballot: Ballot, hands_for: Answer | None = None) -> RoomVoting:
        """A warning sign while the room votes on it; where hands are counted, which answer they go up for."""
        return voting_page(self.session, self.sign(ballot.sign_id), ballot, hands_for)

    def reveal(self, sign_id: str) -> RoomReveal | RoomSign:
        """What was voted on a sign; the sign itself where nothing is revealed."""
        sign = self.sign(sign_id)
        return reveal_page(self.session, sign, sign_id) or sign

    def agreement(self) -> RoomAgreement:
        """Everything that was voted on, and what was entered without a vote."""
        return agreement_page(self.session)

    def results(self) -> RoomResults:
        """Where the modes stand, the worst first."""
        return results_page(self.session)

    def moved(self, found: Comparison) -> RoomMoved:
        """What moved since the round before."""
        return moved_page(self.session, found)

    def readiness(self, point_id: str) -> RoomReadiness:
        """The readiness points as they stand today; `point_id` is the one that is talked about."""
        return readiness_page(self.session, point_id)

    def activity(self, phase_id: str, activity_id: str, item_id: str, entry_id: str = "") -> RoomActivity | RoomBudget:
        """An activity of the playbook at one of its items; `entry_id` is the row that is being written."""
        return activity_page(self.session, phase_id, activity_id, item_id, entry_id)

    def gate(self, phase_id: str) -> RoomGate:
        """The decision that closes a phase, and what it is decided on."""
        return gate_page(self.session, phase_id)

    def evidence(self, shown: Shown) -> RoomEvidence:
        """A photo or a file, as the facilitator asked for it."""
        return evidence_page(self.session, shown)

    def proposal(self, triaging: Triaging, shown: Proposal, typed: Typed) -> RoomProposal:
        """What is put to the room, with owner and day as far as they are typed."""
        return proposal_page(triaging, shown, typed)

    def impact(self, lines: Sequence[PlanLine], chosen: str) -> RoomImpact:
        """Agreed actions by what they bring and take; `chosen` is the id of the one that is talked about."""
        return impact_page(self.session, lines, chosen)

    def timeline(self, lines: Sequence[PlanLine], rubs: Sequence[Rub], chosen: str) -> RoomTimeline:
        """Agreed actions along the calendar, with where their dates rub."""
        return timeline_page(self.session, lines, rubs, chosen)

    def load(self) -> RoomLoad:
        """Who carries how much."""
        return load_page(self.session)

    def progress(self, today: date) -> RoomProgress:
        """How the agreed actions stand."""
        return progress_page(self.session, today)

    def closing(self) -> RoomClosing:
        """What the room leaves with."""
        return closing_page(self.session)

    def commitment(self, action: Action, place: int, total: int) -> RoomCommitment:
        """An agreed action, read back."""
        return commitment_page(self.session, action, place, total)

    def _change(self, showing: Showing) -> None:
        self.showing = showing
        self._refresh(always=True)

    def _refresh(self, always: bool = False) -> None:
        page = self.view.page
        if self.showing in (Showing.BLANK, Showing.OFF):
            page = RoomBlank()
        elif self.showing is Showing.LIVE:
            page = self._page
        ring = None if isinstance(page, _WITHOUT_RING) else self.ringing.ring()
        view = RoomView(page, self._brand(), self._dark, ring)
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
