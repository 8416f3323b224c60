"""The method as typed data: what a content pack holds once it has been read and checked.

Packs are TOML files; `models.method.check` reads one, explains what is wrong with it, or returns a `Method`.
"""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from functools import cached_property

from models.frozen import frozen
from models.method.presets import AgendaPreset
from models.method.roles import ColumnRole, RegisterRole
from models.method.rules import Rules
from models.values.sentence import Sentence
from models.values.terms import Group


@frozen
class ActionTemplate:
    """A remedial action as the method words it. Several signs may call for the same one."""

    id: str
    title: str
    """A verb first, as in "Name one accountable owner"."""
    phase: str
    """Id of the playbook phase it belongs to."""
    owner_role: str
    """The role that usually owns it, as in "business sponsor"."""
    owner_group: Group
    effort_low: Decimal
    """Days."""
    effort_high: Decimal
    """Days."""
    done_when: str
    confirms: tuple[str, ...]
    """Ids of the readiness points it helps to confirm."""
    short: str
    """For charts and slides, as in "Incident plan"; the title where the pack has none."""


@frozen
class WarningSign:
    """One thing to look for, with everything a room needs to rate it."""

    id: str
    title: str
    """The sign as a short statement."""
    question: str
    """Put to the room: open and neutral."""
    anchors: tuple[str, str, str, str]
    """What would be seen at levels 0, 1, 2 and 3."""
    evidence: tuple[str, ...]
    """What to ask for."""
    ask: tuple[Group, ...]
    """Who is likely to know."""
    actions: tuple[str, ...]
    """Ids of two or three remedial actions."""
    healthy: str = ""
    """What is so at level 0, in positive words; empty where the pack does not say."""
    finding: tuple[str, str] = ("", "")
    """What is found at levels 2 and 3, as a title says it; empty where the pack does not say."""

    def finding_at(self, level: int) -> str:
        """What is found at that level; empty for a level that is no finding."""
        return {2: self.finding[0], 3: self.finding[1]}.get(level, "")


@frozen
class FailureMode:
    """One of the six ways a pilot gets stuck."""

    id: str
    title: str
    short: str
    """A label for charts and rails, at most 20 characters."""
    finding: str
    """What a report says where this mode stands high, at most 50 characters."""
    fix: str
    signs: tuple[WarningSign, ...]


@frozen
class Column:
    """One column of a register."""

    id: str
    title: str
    kind: str
    """One of `COLUMN_KINDS`."""
    choices: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    """Those of the choices that leave nothing open, as "Passed" does; empty where the column does not say."""
    source: str = ""
    """Id of the register whose rows a reference points at."""
    offers: tuple[str, ...] = ()
    """Ids of the registers whose first column is offered here, because it was entered there already."""
    private: bool = False
    """Whether the room is never shown what stands in it."""
    role: ColumnRole | None = None
    yearly: tuple[str, ...] = ()
    """Those of the choices that say that a cost is paid every year."""


@frozen(slots=False)
class Register:
    """The table that captures one or more playbook items."""

    id: str
    title: str
    kind: str
    """One of `REGISTER_KINDS`."""
    columns: tuple[Column, ...]
    private: bool = False
    """Whether the room is never shown its rows, as where people's attitudes are written down."""
    role: RegisterRole | None = None

    @cached_property
    def _by_role(self) -> dict[ColumnRole, Column]:
        return {column.role: column for column in self.columns if column.role}

    def column_with(self, role: ColumnRole) -> Column | None:
        """The column with that role, if there is one."""
        return self._by_role.get(role)


@frozen
class PlaybookItem:
    """One prompt of the playbook, and the register that captures its answer."""

    id: str
    prompt: str
    short: str
    """The prompt in a few words, as in "Who answers for it?"; the prompt itself where the pack has none."""
    register: str
    """Id of a `Register`; several items may fill the same one."""
    columns: tuple[str, ...] = ()
    """The columns this item fills; empty for all of them."""


@frozen
class Activity:
    """A group of playbook items worked through together."""

    id: str
    title: str
    items: tuple[PlaybookItem, ...]


@frozen
class Phase:
    """One of the five phases of the playbook."""

    id: str
    title: str
    purpose: str
    activities: tuple[Activity, ...]


@frozen
class ReadinessPoint:
    """One of the 15 things that must stand before production."""

    id: str
    title: str
    short: str
    """For a column of the room; the title where the pack has none."""
    question: str
    evidence: str
    items: tuple[str, ...] = ()
    """Ids of the playbook items whose answers bear on it."""


@frozen
class ReadinessGroup:
    """Technical, operational or organisational readiness."""

    id: str
    title: str
    points: tuple[ReadinessPoint, ...]


COLUMN_KINDS = ("text", "number", "percent", "money", "days", "date", "person", "choice", "reference")
REGISTER_KINDS = ("table", "log", "readings", "result", "raci", "ordered")


@frozen
class GlossaryTerm:
    """A word that the method explains."""

    term: str
    meaning: str
    also: tuple[str, ...] = ()
    """Other forms of the word."""


@frozen
class PackNote:
    """Something worth knowing about a pack that has nothing wrong with it."""

    line: int
    """From 1."""
    place: str
    text: Sentence


@frozen(slots=False)
class Method:
    """A whole content pack."""

    id: str
    version: str
    language: str
    title: str
    levels: tuple[str, str, str, str]
    """The names of levels 0 to 3."""
    modes: tuple[FailureMode, ...]
    actions: tuple[ActionTemplate, ...]
    phases: tuple[Phase, ...]
    registers: tuple[Register, ...]
    readiness: tuple[ReadinessGroup, ...]
    rules: Rules
    agenda: tuple[AgendaPreset, ...]
    """Agendas to begin with."""
    glossary: tuple[GlossaryTerm, ...]
    notes: tuple[PackNote, ...] = field(default=(), compare=False)
    """What was passed over and what the pack does without, in the order of the file."""

    @property
    def key(self) -> str:
        """What saved work refers to: id and version."""
        return f"{self.id}@{self.version}"

    @cached_property
    def signs(self) -> tuple[WarningSign, ...]:
        """All warning signs, in the order of the method."""
        return tuple(sign for mode in self.modes for sign in mode.signs)

    @cached_property
    def items(self) -> dict[str, PlaybookItem]:
        """The playbook's items by id, in the order of the method."""
        return {item.id: item for p in self.phases for activity in p.activities for item in activity.items}

    @cached_property
    def _registers(self) -> dict[str, Register]:
        return {register.id: register for register in self.registers}

    def register(self, register_id: str) -> Register:
        """The register with that id. Raises KeyError for an unknown one."""
        return self._registers[register_id]

    def registers_with(self, role: RegisterRole) -> tuple[Register, ...]:
        """All registers with that role, in the order of the method."""
        return tuple(register for register in self.registers if register.role is role)

    def is_private(self, column: Column) -> bool:
        """Whether nobody but the facilitator may see a column. A reference shows what stands where it points to."""
        if column.private or not column.source:
            return column.private
        source = self.register(column.source)
        return source.private or self.is_private(source.columns[0])

    @cached_property
    def _mode_of(self) -> dict[str, FailureMode]:
        return {sign.id: mode for mode in self.modes for sign in mode.signs}

    @cached_property
    def _signs(self) -> dict[str, WarningSign]:
        return {sign.id: sign for sign in self.signs}

    @cached_property
    def _actions(self) -> dict[str, ActionTemplate]:
        return {action.id: action for action in self.actions}

    def mode_of(self, sign_id: str) -> FailureMode:
        """The failure mode that a sign belongs to. Raises KeyError for an unknown sign."""
        return self._mode_of[sign_id]

    def sign(self, sign_id: str) -> WarningSign:
        """The sign with that id. Raises KeyError for an unknown one."""
        return self._signs[sign_id]

    def action(self, action_id: str) -> ActionTemplate:
        """The remedial action with that id. Raises KeyError for an unknown one."""
        return self._actions[action_id]
