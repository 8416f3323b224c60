"""The outbox told by people: who got what, when, what came back, and for whom something is late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parseaddr
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.view_models.late import say
from desktop.view_models.session import EngagementSession
from models.engagement.changes import Changed
from models.engagement.engagement import Action, Stakeholder
from models.engagement.people import called
from models.frozen import frozen
from models.plan.plan import accepted_actions
from models.plan.progress import Standing, standing_so, tracked
from models.values.typed.addresses import NamedAddress, read_address

if TYPE_CHECKING:
    from models.storage import Library

READ_BACK = 400
"""Acts, the newest first, among which replies are looked for."""
TAKEN_IN = "Take in a reply"
"""What such an act is called."""


class Way(Enum):
    """How it stands with somebody, as an icon shows it."""

    ANSWERED = "done"
    LATE = "clock"
    UNREACHABLE = "warn"
    WAITING = "ring"
    NOTHING_SENT = "dashring"


@frozen
class Posted:
    """One person; `day` is when something came back, else when something was made ready for them last."""

    name: str
    way: Way
    overdue: int
    day: date | None


class PostBook(QObject):
    """`changed` comes once it is known what came back."""

    changed = Signal()

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session = session
        self._answered: Mapping[str, datetime] = {}

    def ask(self) -> None:
        """Looks in the history for replies that were taken in, and whose actions they told of."""
        scope = self._session.engagement.id

        def question(library: Library) -> list[tuple[datetime, set[str]]]:
            acts = [act for act in library.history(scope, READ_BACK) if act.label.text == TAKEN_IN]
            kinds = Counter(act.kind for act in acts)
            taken = [act for act in acts if act.kind == "edit"][max(kinds["undo"] - kinds["redo"], 0) :]
            return [(act.when, _actions(library, act.id)) for act in taken]

        self._session.ask(question, self._have)

    def lines(self) -> list[Posted]:
        """Everybody who got something or answers for something; what came back first, then what is late."""
        engagement, current = self._session.engagement, self._session.current
        late = Counter(one.action.owner_id for one in standing_so(tracked(current, date.today()), Standing.OVERDUE))
        owners = {action.owner_id for action in accepted_actions(current)}
        of_the_plan = [dispatch for dispatch in engagement.outbox if dispatch.revision]  # a questionnaire is of none
        sent = {address: one.prepared_at for one in of_the_plan for address in _addresses(one.recipients)}
        names, found = called(engagement.stakeholders), []
        for person in engagement.stakeholders:
            read = read_address(person.email)
            last = sent.get(read.address.casefold()) if isinstance(read, NamedAddress) else None
            if last or person.id in owners:
                found.append(self._line(person, names[person.id], last, late[person.id]))
        return sorted(found, key=lambda one: [*Way].index(one.way))

    def _line(self, person: Stakeholder, name: str, last: datetime | None, late: int) -> Posted:
        back = self._answered.get(person.id)
        sent = last.astimezone().date() if last else None
        if back and (last is None or back >= last):
            return Posted(name, Way.ANSWERED, late, back.astimezone().date())
        if not isinstance(read_address(person.email), NamedAddress):
            return Posted(name, Way.UNREACHABLE, late, None)
        way = Way.LATE if late else Way.WAITING if last else Way.NOTHING_SENT
        return Posted(name, way, late, sent)

    def _have(self, taken: list[tuple[datetime, set[str]]]) -> None:
        owners = {action.id: action.owner_id for action in self._session.current.actions}
        found: dict[str, datetime] = {}
        for when, actions in taken:
            for owner in {owners.get(key, "") for key in actions} - {""}:
                found[owner] = max(when, found.get(owner, when))
        if found != self._answered:
            self._answered = found
            say(self, "changed")


def _actions(library: Library, act: int) -> set[str]:
    """Those that an act changed, by their ids."""
    changes = library.asked_of_past(lambda past: past.changes(act))
    return {change.id for change in changes if isinstance(change, Changed) and change.kind is Action}


def _addresses(recipients: str) -> list[str]:
    return [parseaddr(line)[1].casefold() for line in recipients.split("\n") if line.strip()]
