"""What taking a hand-over in would do, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.view_models.sharing.record_words import RecordWords, field_name
from desktop.words import gettext, ngettext, spoken
from models.engagement.changes import Added, Changed, Removed
from models.engagement.engagement import Record
from models.sharing.act import SharedAct
from models.sharing.joining import CellConflict, Conflict, Part, RowConflict, RuleConflict
from models.sharing.rules import Rule
from models.sharing.side import Side
from models.values.months import long_date
from reports.words.phrases import subject
from reports.words.text import one_line

if TYPE_CHECKING:
    from models.storage.shared.sharing import Incoming

MOST_TOLD = 4
"""Changes of one act that are told one by one."""


def summed_up(incoming: Incoming) -> str:
    """What comes, in a sentence."""
    name, joining = subject(incoming.engagement, spoken()), incoming.joining
    if incoming.is_new:
        return gettext("{subject}: not in this library yet. All of it is added.").format(subject=name)
    counts = [sum(isinstance(change, kind) for change in joining.changes) for kind in (Added, Changed, Removed)]
    overruled = sum(conflict.stands is Side.THEIRS for conflict in joining.conflicts)
    told = (
        ngettext("adds {n}", "adds {n}", counts[0]).format(n=counts[0]),
        ngettext("changes {n}", "changes {n}", counts[1]).format(n=counts[1]),
        ngettext("removes {n}", "removes {n}", counts[2]).format(n=counts[2]),
        ngettext("overrules {n}", "overrules {n}", overruled).format(n=overruled),
    )
    said = gettext(", ").join(text for text, n in zip(told, (*counts, overruled), strict=True) if n)
    people = gettext(", ").join(incoming.people) or gettext("somebody")
    if not said:
        return gettext("{subject}: what {people} did changes nothing here.").format(subject=name, people=people)
    text = gettext("{subject}: the work of {people} {changes}.")
    return text.format(subject=name, people=people, changes=said)


def act_text(act: SharedAct) -> str:
    """Who did what, and when."""
    from datetime import datetime

    when = datetime.fromisoformat(act.at).astimezone()
    return gettext("{who}, {day} {time}: {act}").format(
        who=act.who or gettext("somebody"),
        day=long_date(when.date(), spoken()),
        time=f"{when:%H:%M}",
        act=one_line(act.said.said(spoken())),
    )


class TakingWords:
    """Names what is told of one engagement."""

    def __init__(self, incoming: Incoming, records: RecordWords) -> None:
        self._incoming, self._records = incoming, records

    def changes(self, part: Part) -> list[str]:
        """What an act of theirs does here, a line each; of very many the first."""
        lines = [self._change(change) for change in part.changes[:MOST_TOLD]]
        if rest := len(part.changes) - len(lines):
            lines.append(ngettext("and {n} change more", "and {n} changes more", rest).format(n=rest))
        return lines

    def _change(self, change: Added | Changed | Removed) -> str:
        if isinstance(change, Added):
            return gettext("adds: {name}").format(name=self._records.name(change.record))
        if isinstance(change, Removed):
            return gettext("removes: {name}").format(name=self._records.name(change.record))
        record = self._incoming.joining.after[change.kind, change.id]
        return gettext("{name}, {field}: {before} → {after}").format(
            name=self._records.name(record),
            field=field_name(record, change.field),
            before=self._records.value(record, change.field, change.before),
            after=self._records.value(record, change.field, change.after),
        )

    def title(self, conflict: Conflict) -> str:
        """What both changed, or what does not go together."""
        if isinstance(conflict, CellConflict):
            name = self._records.name(conflict.record)
            return gettext("{name}, {field}").format(name=name, field=field_name(conflict.record, conflict.field))
        if isinstance(conflict, RowConflict):
            return self._records.name(conflict.record)
        return {
            Rule.ONE_ACCOUNTABLE: gettext("Two are accountable"),
            Rule.NO_CIRCLE: gettext("Actions wait for one another in a circle"),
            Rule.ONE_OPEN_ROUND: gettext("Both began the same round"),
        }[conflict.broken.rule]

    def side(self, conflict: Conflict, side: Side) -> str:
        """What stands where that side is chosen."""
        if isinstance(conflict, CellConflict):
            value = conflict.mine if side is Side.MINE else conflict.theirs
            return self._records.value(conflict.record, conflict.field, value.value)
        if isinstance(conflict, RowConflict):
            removed = conflict.removed_by is side
            return gettext("removed") if removed else gettext("kept, and changed meanwhile")
        return self._rule(conflict, side)

    def who(self, conflict: Conflict, side: Side) -> str:
        """Whose it is."""
        if side is Side.MINE:
            return gettext("here")
        if isinstance(conflict, CellConflict):
            return conflict.theirs.act.who or gettext("theirs")
        if isinstance(conflict, RowConflict):
            return conflict.theirs.who or gettext("theirs")
        return gettext(", ").join(self._incoming.people) or gettext("theirs")

    def _rule(self, conflict: RuleConflict, side: Side) -> str:
        kept = conflict.kept(side)
        return self._names(kept) if kept else gettext("none of them")

    def _names(self, records: Iterable[Record]) -> str:
        return gettext("; ").join(self._records.name(record) for record in records)
