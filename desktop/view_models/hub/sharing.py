"""Who is in one engagement on the hub: asked there, and changed there by whoever leads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.view_models.saving import refusal_text
from models.hub.people import LEAD, Participant, People

if TYPE_CHECKING:
    from desktop.view_models.hub.meeting import HubMeeting
    from models.hub.hub import Hub

Found = tuple[str, list[Participant], list[str]]
"""Who asked, who is in it, and who is on the hub at all."""


class HubSharing(QObject):
    """`changed` comes when there is something else to show, `refused` with why what was wanted is not done."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, meeting: HubMeeting, engagement_id: str, name: str) -> None:
        """`name` is what the engagement is called. Until the hub has answered, what is remembered is shown."""
        super().__init__()
        self.meeting, self.name, self._id = meeting, name, engagement_id
        known = meeting.memory.engagements.get(engagement_id)
        self.people = [Participant(role, part, None) for role, part in known.people.items()] if known else []
        self.own = ""
        """The name of this person there."""
        self.answered = False
        """Whether the hub has said who is in it."""
        self.under_way = False
        self._on_hub: list[str] = []

    @property
    def part(self) -> str:
        """What this person is in it; empty where the engagement is not shared, or that is not known."""
        return next((one.part for one in self.people if one.role == self.own), "")

    @property
    def may_share(self) -> bool:
        """Whether this person says who is in it: its lead, and where nobody is, whoever shares it first."""
        return self.answered and (self.part == LEAD or not self.people)

    @property
    def others(self) -> list[str]:
        """Who is on the hub and not in it."""
        known = {one.role for one in self.people} | {self.own}
        return [name for name in self._on_hub if name not in known]

    @property
    def waiting(self) -> int:
        """Acts on it that the hub does not have yet."""
        return self.meeting.waiting_of(self._id)

    def ask(self) -> None:
        """Has the hub say who is in it."""
        self._do(lambda _: None)

    def share(self, role: str, part: str) -> None:
        """With somebody, or as something else than before; what is here goes there at once."""
        self._do(lambda people: people.share(self._id, [role], part), moves=True)

    def put_out(self, role: str) -> None:
        """Takes somebody out of it, at once; their library keeps what it has."""
        self._do(lambda people: people.put_out(self._id, [role]), moves=True)

    def unshare(self) -> None:
        """Takes it off the hub, with all that is there of it."""
        self._do(lambda people: people.unshare(self._id), moves=True)

    def _do(self, work: Callable[[People], object], *, moves: bool = False) -> None:
        if self.under_way:
            return

        def asked(hub: Hub) -> Found:
            people = People(hub.connection)
            work(people)
            return hub.address.user, people.of(self._id), people.names()

        def told(found: Found) -> None:
            self.own, self.people, self._on_hub = found
            self.answered, self.under_way = True, False
            self.changed.emit()
            if moves:
                self.meeting.meet()

        def failed(error: Exception) -> None:
            self.under_way = False
            self.changed.emit()
            self.refused.emit(refusal_text(error))

        self.under_way = True
        self.changed.emit()
        self.meeting.ask(asked, told, failed)
