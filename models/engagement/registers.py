"""The playbook as it was filled in: rows of registers, and the decision that closes each phase.

Records, as in `models.engagement.engagement`: each is one row of the library, small, frozen, with a permanent id.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date

from models.frozen import frozen
from models.values.terms import GateDecision, new_id


@frozen(kw_only=True)
class RegisterEntry:
    """One row of a register. What stands in it are `RegisterCell`s."""

    id: str = field(default_factory=new_id)
    assessment_id: str
    register_id: str
    """Id of a register of the method."""
    position: int = 0


@frozen(kw_only=True)
class RegisterCell:
    """One filled cell. An empty one has no record."""

    id: str
    """See `cell_id`: one cell for each column of a row, on every laptop."""
    assessment_id: str
    entry_id: str
    column_id: str
    """Id of a column of the register; in a responsibility matrix also the id of a stakeholder."""
    value: str
    """As `models.playbook.cells.read_cell` gives it; what could not be read as the column's kind stays as typed."""


def cell_id(entry_id: str, column_id: str) -> str:
    """The permanent id of a cell."""
    return f"{entry_id}/{column_id}"


@frozen(kw_only=True)
class Gate:
    """The decision that closes a phase of the playbook."""

    id: str
    """See `gate_id`."""
    assessment_id: str
    phase_id: str
    decision: GateDecision = GateDecision.UNDECIDED
    decided_by: str = ""
    """Id of the stakeholder who decided, or empty."""
    decided_on: date | None = None
    conditions: str = ""
    """What has to happen, or why the phase is held."""


def gate_id(assessment_id: str, phase_id: str) -> str:
    """The permanent id of a phase's gate in a round."""
    return f"{assessment_id}/{phase_id}"


@frozen(kw_only=True)
class GateCondition:
    """One thing that has to be true for a phase to be passed."""

    id: str = field(default_factory=new_id)
    assessment_id: str
    phase_id: str
    position: int = 0
    text: str = ""
    day: date | None = None
    """By when."""
    action_id: str = ""
    """Id of the action that makes it true, or empty."""
