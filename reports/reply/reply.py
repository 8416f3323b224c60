"""What a returned action plan says, ready to be shown beside the plan: nothing is merged before a person has chosen."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from models.frozen import frozen
from models.values.terms import Progress
from reports.reply.fields import Part
from reports.reply.returned import PlanPart

Value = TypeVar("Value")


@frozen
class Change(Generic[Value]):
    """One thing the reply says otherwise than the plan does."""

    sent: Value
    """What the document said when it was sent."""
    now: Value
    """What the plan says by now."""
    replied: Value
    asked: str = ""
    """The question that a person has to answer first, where the change only follows from what was typed or emptied."""

    @property
    def contested(self) -> bool:
        """Whether the plan was changed too since the document was sent, and to something else."""
        return self.now != self.sent


@frozen
class Refused:
    """Something that could not be understood: why, and the text it is kept as."""

    why: str
    text: str


@frozen
class ActionReply:
    """What came back about one action; None and empty where it says nothing new."""

    action_id: str
    title: str
    number: int = 0
    """In the plan; 0 where it is not in the plan any more."""
    status: Change[Progress] | None = None
    due: Change[date | None] | None = None
    comment: str = ""
    refused: tuple[Refused, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What of this action can be taken."""
        found = {
            Part.STATUS: self.status,
            Part.DUE: self.due,
            Part.COMMENT: self.comment,
            Part.REFUSED: self.refused,
        }
        return tuple(part for part, value in found.items() if value)


@frozen
class Remark:
    """Something that was written on a page rather than in a field."""

    key: str
    """Tells it from the other remarks and from the actions."""
    pages: tuple[int, ...]
    author: str
    text: str

    @property
    def parts(self) -> tuple[Part, ...]:
        """What of it can be taken: it is one thing."""
        return (Part.REMARK,)


@frozen
class Reply:
    """A reply, ready to be shown beside the plan."""

    actions: tuple[ActionReply, ...]
    """Those about which it says something: in the order of the plan, then what is in the plan no more."""
    stale: bool
    """Whether what was agreed has changed since the document was sent."""
    warnings: tuple[str, ...]
    """Sentences on the reply as a whole."""
    remarks: tuple[Remark, ...] = ()
    put_together: tuple[PlanPart, ...] = ()
    """The plans that the file was put together from; empty where it is one."""

    @property
    def changes(self) -> int:
        """How many things can be taken or left."""
        return sum(len(action.parts) for action in self.actions) + len(self.remarks)
