"""What a returned action plan says: what would change, beside what was sent and what the plan says by now.

Nothing is merged here. Whoever shows a reply lets a person choose, and applies the choice with `merged`.
Importing this module loads the PDF library: do so when the first reply arrives.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from gettext import NullTranslations
from typing import Generic, TypeVar

from models.engagement.engagement import Action, Engagement
from models.values.dates import read_date
from models.values.refusal import Refusal
from models.values.terms import Progress
from reports.archive.form_fields import LONGEST_COMMENT
from reports.reply.fields import FieldName, Part, status_options
from reports.reply.file import Filled, filled_fields
from reports.reply.plan_data import accepted, plan_revision
from reports.words.text import one_line, plain, shortened

Value = TypeVar("Value")

YEARS = range(2000, 2200)
"""Years that a plan may have a date in."""
LONGEST_SHOWN = 60
"""Characters of what was typed, where a sentence quotes it."""


@dataclass(frozen=True, slots=True)
class Change(Generic[Value]):
    """One thing the reply says otherwise than the plan does."""

    sent: Value
    """What the document said when it was sent."""
    now: Value
    """What the plan says by now."""
    replied: Value

    @property
    def contested(self) -> bool:
        """Whether the plan was changed too since the document was sent, and to something else."""
        return self.now != self.sent


@dataclass(frozen=True, slots=True)
class ActionReply:
    """What came back about one action; None and empty where it says nothing new."""

    action_id: str
    title: str
    status: Change[Progress] | None = None
    due: Change[date | None] | None = None
    comment: str = ""
    problems: tuple[str, ...] = ()
    """Sentences on what could not be understood and is left as it is."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """What of this action would change."""
        found = {Part.STATUS: self.status, Part.DUE: self.due, Part.COMMENT: self.comment}
        return tuple(part for part, value in found.items() if value)


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply, ready to be shown beside the plan."""

    actions: tuple[ActionReply, ...]
    """Those that would change or could not be understood, in the order of the plan."""
    stale: bool
    """Whether what was agreed has changed since the document was sent."""
    warnings: tuple[str, ...]
    """Sentences on the reply as a whole."""

    @property
    def changes(self) -> int:
        """How many things would change."""
        return sum(len(action.parts) for action in self.actions)


def read_reply(data: bytes, engagement: Engagement, words: NullTranslations | None = None) -> Reply:
    """What a returned PDF says about the current plan of an engagement.

    Raises Refusal, in plain words, where the file is damaged, locked, flattened, too large, or not this plan's.
    """
    words = words or NullTranslations()
    fields = _of_engagement(filled_fields(data), engagement)
    by_action: dict[str, dict[Part, Filled]] = {}
    for name, filled in fields.items():
        by_action.setdefault(name.action, {})[name.part] = filled
    plan = {action.id: action for action in accepted(engagement)}
    replies = [_compare(plan[key], by_action[key], words) for key in plan if key in by_action]
    stale = {name.revision for name in fields} != {plan_revision(engagement)}
    warnings = _warnings(stale, len(by_action.keys() - plan.keys()), words)
    return Reply(tuple(r for r in replies if r.parts or r.problems), stale, warnings)


def merged(action: Action, reply: ActionReply, chosen: Collection[Part]) -> Action:
    """The action with the chosen status and date. A comment is no part of an action: it is kept as a note."""
    if Part.STATUS in chosen and reply.status:
        action = replace(action, progress=reply.status.replied)
    if Part.DUE in chosen and reply.due:
        action = replace(action, due=reply.due.replied)
    return action


def _of_engagement(fields: Mapping[FieldName, Filled], engagement: Engagement) -> dict[FieldName, Filled]:
    found = {name: filled for name, filled in fields.items() if name.engagement == engagement.id}
    if not found:
        raise Refusal("This reply belongs to the plan of another engagement. Open that one first.")
    return found


def _warnings(stale: bool, unknown: int, words: NullTranslations) -> tuple[str, ...]:
    found = []
    if stale:
        found.append(
            words.gettext(
                "The plan has changed since this document was sent, so look at what differs before you take it."
            )
        )
    if unknown:
        text = words.ngettext(
            "{count} action in this reply is not in the plan any more; what it says is left out.",
            "{count} actions in this reply are not in the plan any more; what they say is left out.",
            unknown,
        )
        found.append(text.format(count=unknown))
    return tuple(found)


def _compare(action: Action, parts: Mapping[Part, Filled], words: NullTranslations) -> ActionReply:
    problems: list[str] = []
    status, due = parts.get(Part.STATUS), parts.get(Part.DUE)
    return ActionReply(
        action_id=action.id,
        title=one_line(action.title),
        status=_status(action, status, words, problems) if status else None,
        due=_due(action, due, words, problems) if due else None,
        comment=_comment(parts.get(Part.COMMENT), words, problems),
        problems=tuple(problems),
    )


def _status(action: Action, filled: Filled, words: NullTranslations, problems: list[str]) -> Change[Progress] | None:
    if filled.value == filled.sent or filled.value == "":
        return None
    replied = _progress(filled.value, words)
    if replied is None:
        problems.append(words.gettext("“{text}” is no status.").format(text=_quoted(filled.value)))
        return None
    sent = _progress(filled.sent, words)
    return _changed(action.progress if sent is None else sent, action.progress, replied)


def _progress(text: str | None, words: NullTranslations) -> Progress | None:
    """By its value, or by its name where a program has put that in its place."""
    typed = (text or "").strip().casefold()
    for value, name in status_options(words):
        if typed in (value, name.casefold()):
            return Progress(value)
    return None


def _due(action: Action, filled: Filled, words: NullTranslations, problems: list[str]) -> Change[date | None] | None:
    if filled.value == filled.sent:
        return None
    replied = _day(filled.value) if filled.value else None
    if replied is None and (filled.value is None or filled.value.strip()):
        text = words.gettext("“{text}” is no date with a day, a month and a year.")
        problems.append(text.format(text=_quoted(filled.value)))
        return None
    sent = action.due if filled.sent is None else _day(filled.sent)
    return _changed(sent, action.due, replied)


def _day(text: str) -> date | None:
    """A date that means the same on every day: it names its year and is not "in two weeks"."""
    typed = plain(text)
    found = read_date(typed, date(2001, 1, 1))
    return found if found and found.year in YEARS and found == read_date(typed, date(2151, 7, 2)) else None


def _changed(sent: Value, now: Value, replied: Value) -> Change[Value] | None:
    """A change, unless the reply says what was sent, or what the plan says already."""
    return None if replied in (sent, now) else Change(sent, now, replied)


def _comment(filled: Filled | None, words: NullTranslations, problems: list[str]) -> str:
    if filled is None or filled.value == "":
        return ""
    text = plain(filled.value or "").strip()
    if filled.value is None:
        problems.append(words.gettext("The comment is not text and was left out."))
    if len(text) > LONGEST_COMMENT:
        found = words.gettext("The comment is longer than {most} characters and is cut there.")
        problems.append(found.format(most=f"{LONGEST_COMMENT:,}"))
    return text[:LONGEST_COMMENT]


def _quoted(text: str | None) -> str:
    return shortened(one_line(text or "?"), LONGEST_SHOWN)
