"""What a record, one of its fields and a value of it are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from desktop.words import gettext, pgettext, spoken
from models.engagement.engagement import Engagement, Record
from models.engagement.people import name_of
from models.method.method import Method, Register
from models.plan.titles import titled
from models.values.months import shown_date
from models.values.names import confidence_name, group_name, note_kind_name, point_state_name, progress_name
from models.values.terms import (
    Answer,
    Confidence,
    Decision,
    GateDecision,
    Group,
    NoteKind,
    PointState,
    Progress,
    RaciPart,
    RoundState,
)
from reports.words.text import one_line, shortened

LONGEST = 60
"""Letters of a title in a name."""
_PEOPLE = frozenset({"owner_id", "waived_by", "decided_by", "by", "stakeholder_id"})
_ACTIONS = frozenset({"action_id", "after_id"})


class RecordWords:
    """Names for what is in one engagement. Where its content pack is not here, ids stand for titles."""

    def __init__(self, engagement: Engagement, method: Method | None) -> None:
        self._people = {person.id: name_of(person) for person in engagement.stakeholders}
        self._actions = {
            action.id: titled(action.title, spoken()) for current in engagement.rounds for action in current.actions
        }
        self._rounds = {current.assessment.id: current for current in engagement.rounds}
        self._titles: dict[str, str] = {}
        self._registers: Mapping[str, Register] = {}
        if method:
            points = (point for group in method.readiness for point in group.points)
            self._titles = {
                **{sign.id: sign.title for sign in method.signs},
                **{point.id: point.title for point in points},
                **{phase.id: phase.title for phase in method.phases},
            }
            self._registers = {register.id: register for register in method.registers}

    def name(self, record: Record) -> str:
        """As in “Action “Name an owner””."""
        made: dict[str, Callable[[Any], str]] = {
            "client": lambda r: gettext("Client"),
            "pilot": lambda r: gettext("Pilot"),
            "brand": lambda r: gettext("Brand"),
            "stakeholder": lambda r: gettext("Person “{name}”").format(name=name_of(r) or "–"),
            "assessment": lambda r: gettext("Round {number}").format(number=r.number),
            "rating": lambda r: gettext("Answer to “{sign}”").format(sign=self._title(r.sign_id)),
            "ballot": lambda r: gettext("Vote on “{sign}”").format(sign=self._title(r.sign_id)),
            "vote": lambda r: gettext("Vote of {name}").format(name=self._people.get(r.stakeholder_id, "–")),
            "agendabox": lambda r: gettext("Agenda: “{title}”").format(title=self._short(r.title)),
            "note": lambda r: gettext("Note “{text}”").format(text=self._short(r.text)),
            "action": lambda r: gettext("Action “{title}”").format(title=self._short(titled(r.title, spoken()))),
            "dependency": self._dependency,
            "judgement": lambda r: gettext("Readiness: “{point}”").format(point=self._title(r.point_id)),
            "registerentry": self._entry,
            "registercell": self._cell,
            "evidence": lambda r: gettext("Photo or file “{name}”").format(name=self._short(r.name)),
            "gate": lambda r: gettext("Gate of “{phase}”").format(phase=self._title(r.phase_id)),
            "gatecondition": lambda r: gettext("Condition “{text}”").format(text=self._short(r.text)),
            "dispatch": lambda r: gettext("Sent: “{title}”").format(title=self._short(r.title)),
        }
        return made[type(record).__name__.lower()](record)

    def value(self, record: Record, field: str, value: Any) -> str:
        """What stands in a field, as a line; a dash for nothing."""
        if field in _PEOPLE:
            return self._people.get(value, "–")
        if field in _ACTIONS:
            return self._short(self._actions.get(value, ""))
        if type(record).__name__ == "RegisterCell":
            value = self._people.get(value, value)
            if value in set(RaciPart):
                value = RaciPart(value)
        return one_line(_value_text(value)) or "–"

    def _title(self, key: str) -> str:
        return self._short(self._titles.get(key, key))

    def _short(self, text: str) -> str:
        return shortened(one_line(text), LONGEST) or "–"

    def _dependency(self, record: Any) -> str:
        titles = (self._short(self._actions.get(key, "")) for key in (record.action_id, record.after_id))
        first, second = titles
        return gettext("“{action}” waits for “{other}”").format(action=first, other=second)

    def _entry(self, record: Any) -> str:
        register = self._registers.get(record.register_id)
        title = register.title if register else record.register_id
        return gettext("“{row}” in {register}").format(row=self._row(record.id, register), register=title)

    def _cell(self, record: Any) -> str:
        current = self._rounds.get(record.assessment_id)
        entry = next((e for e in current.entries if e.id == record.entry_id), None) if current else None
        register = self._registers.get(entry.register_id) if entry else None
        titles = {column.id: column.title for column in register.columns} if register else {}
        column = titles.get(record.column_id) or self._people.get(record.column_id, record.column_id)
        return gettext("“{row}”, {column}").format(row=self._row(record.entry_id, register), column=column)

    def _row(self, entry_id: str, register: Register | None) -> str:
        found = (current for current in self._rounds.values() if register)
        values = (current.value(entry_id, register.columns[0].id) for current in found if register)
        return self._short(next((value for value in values if value), ""))


def _value_text(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, StrEnum):
        return _term(value)
    if isinstance(value, datetime):
        return f"{shown_date(value.astimezone().date(), spoken())} {value.astimezone():%H:%M}"
    return shown_date(value, spoken()) if isinstance(value, date) else str(value)


def _term(term: StrEnum) -> str:
    words = spoken()
    match term:
        case Group():
            return group_name(term, words)
        case Progress():
            return progress_name(term, words)
        case NoteKind():
            return note_kind_name(term, words)
        case Confidence():
            return confidence_name(term, words)
        case PointState():
            return point_state_name(term, words)
        case Answer():
            return _answer(term)
    return _other_term(term)


def _answer(answer: Answer) -> str:
    if answer is Answer.NOT_KNOWN:
        return gettext("not known")
    if answer is Answer.DOES_NOT_APPLY:
        return gettext("does not apply")
    return answer.value


def _other_term(term: StrEnum) -> str:
    named: dict[StrEnum, str] = {
        RoundState.OPEN: pgettext("round", "open"),
        RoundState.CLOSED: pgettext("round", "closed"),
        RaciPart.RESPONSIBLE: gettext("responsible"),
        RaciPart.ACCOUNTABLE: gettext("accountable"),
        RaciPart.CONSULTED: gettext("consulted"),
        RaciPart.INFORMED: gettext("informed"),
        Decision.ACCEPTED: pgettext("action", "agreed"),
        Decision.REJECTED: pgettext("action", "rejected"),
        GateDecision.UNDECIDED: gettext("not decided"),
        GateDecision.PASSED: pgettext("gate", "passed"),
        GateDecision.CONDITIONS: gettext("passed with conditions"),
        GateDecision.HELD: pgettext("gate", "not passed"),
    }
    return named.get(term, term.value)


def field_name(record: Record, field: str) -> str:
    """What a field is called; its own name with spaces where none was given."""
    names = {
        "name": gettext("name"), "sector": gettext("sector"), "purpose": gettext("what it does"),
        "problem": gettext("problem"), "started": gettext("started"), "currency": gettext("currency"),
        "cost": gettext("cost"), "target_date": gettext("target date"), "decision_asked": gettext("decision asked"),
        "archived": gettext("archived"), "practice": gettext("practice"), "contact": gettext("contact"),
        "confidentiality": gettext("confidentiality"), "closing_line": gettext("closing line"),
        "role": gettext("role"), "group": gettext("group"), "decides": gettext("decision rights"),
        "email": gettext("e-mail"), "present": gettext("present"), "sponsor": gettext("sponsor"),
        "number": gettext("number"), "held_on": gettext("held on"), "facilitator": gettext("facilitator"),
        "closed_on": gettext("closed on"), "closing_reason": gettext("reason for closing"), "state": gettext("state"),
        "headline": gettext("headline"),
        "began": gettext("began"), "answer": gettext("answer"), "reason": gettext("reason"),
        "confidence": gettext("confidence"), "came": gettext("how it came about"), "revealed": gettext("revealed"),
        "position": gettext("place in the list"), "title": gettext("title"), "minutes": gettext("minutes"),
        "added": gettext("minutes added"), "spent": gettext("seconds spent"), "since": gettext("running since"),
        "text": gettext("text"), "kind": gettext("kind"), "for_client": gettext("for the client"),
        "by": gettext("said by"), "named": gettext("with the name"), "decision": gettext("decision"),
        "phase": gettext("phase"), "owner_role": gettext("owner’s role"), "owner_id": gettext("owner"),
        "due": gettext("due date"), "effort_low": gettext("least effort"), "effort_high": gettext("most effort"),
        "done_when": gettext("done when"), "progress": gettext("progress"), "impact": gettext("impact"),
        "short": gettext("short title"), "why": gettext("why"), "decisive": gettext("decisive"),
        "evidence": gettext("evidence"), "waived_by": gettext("waived by"), "until": gettext("until"),
        "value": gettext("content"), "decided_by": gettext("decided by"), "decided_on": gettext("decided on"),
        "conditions": gettext("conditions"), "day": gettext("by when"), "action_id": gettext("action"),
        "caption": gettext("caption"), "alternative": gettext("what it shows"),
    }  # fmt: skip
    return names.get(field, field.replace("_", " "))
