"""What somebody decides when a copy is taken in, as changes of their own: it goes to everybody, and can be undone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from models.engagement.changes import Added, Change, Changed, applied, worked_out
from models.engagement.declared import find, owners_of
from models.engagement.engagement import Engagement, Record
from models.sharing.joining import CellConflict, Conflict, Joining, RowConflict, RuleConflict
from models.sharing.rules import Broken, Rule, broken, settled
from models.sharing.side import Side
from models.sharing.whole import differences, engagement_of, records_of

Choices = Mapping[str, Side]
"""Whose answer stands, by the keys of conflicts; what is not in it stands as it would by itself."""


def decided(joining: Joining, choices: Choices, left_out: Collection[str] = ()) -> tuple[Change, ...]:
    """What is to be changed once both are put together: chosen answers, acts of theirs (by name) that are left out.

    Where a rule would be broken, the newer side stands unless another is chosen.
    """
    engagement = engagement_of(joining.after)
    if engagement is None:
        return ()
    for part in reversed(joining.parts):
        if part.act.gid in left_out:
            for change in part.changes[::-1]:
                engagement = _without(engagement, change)
    for conflict in joining.conflicts:
        engagement = _chosen(engagement, conflict, choices.get(conflict.key, conflict.stands))
    for conflict in joining.conflicts:
        if isinstance(conflict, RuleConflict):
            engagement = _settled(engagement, conflict, choices.get(conflict.key, conflict.stands))
    engagement = _without_circles(engagement, joining)
    return differences(joining.after, records_of(engagement))


def _without(engagement: Engagement, change: Change) -> Engagement:
    """The engagement as it would be had that not been done; what hangs on something that goes, goes with it."""
    if isinstance(change, Changed):
        known = find(engagement, change.kind, change.id)
        return _with(engagement, replace(known, **{change.field: change.before})) if known else engagement
    if isinstance(change, Added):
        return applied(engagement, worked_out(engagement, (), (change.record,)))
    if all(find(engagement, kind, owner) for kind, owner in owners_of(change.record)):
        return _with(engagement, change.record)
    return engagement


def _chosen(engagement: Engagement, conflict: Conflict, side: Side) -> Engagement:
    if side is conflict.stands or isinstance(conflict, RuleConflict):
        return engagement
    if isinstance(conflict, RowConflict):
        return applied(engagement, worked_out(engagement, (), (conflict.record,)))
    return _with_value(engagement, conflict, side)


def _with_value(engagement: Engagement, conflict: CellConflict, side: Side) -> Engagement:
    known = find(engagement, type(conflict.record), conflict.record.id)
    if known is None:
        return engagement
    value = (conflict.mine if side is Side.MINE else conflict.theirs).value
    return _with(engagement, replace(known, **{conflict.field: value}))


def _settled(engagement: Engagement, conflict: RuleConflict, side: Side) -> Engagement:
    """With the rule kept, unless what was decided before kept it already."""
    if conflict.key not in {what.key for what in broken(engagement)}:
        return engagement
    settling = settled(engagement, conflict.broken, conflict.kept(side))
    return applied(engagement, worked_out(engagement, settling.put, settling.remove))


def _without_circles(engagement: Engagement, joining: Joining) -> Engagement:
    """Circles may cross, so that one shows only once another is undone: what came with them goes."""
    known = {what.key for what in _broken(engagement_of(joining.before))}
    while circle := next((w for w in broken(engagement) if w.rule is Rule.NO_CIRCLE and w.key not in known), None):
        new = [r for r in circle.records if (type(r), r.id) not in joining.before] or list(circle.records)
        engagement = applied(engagement, worked_out(engagement, (), new[-1:]))
    return engagement


def _broken(engagement: Engagement | None) -> Iterable[Broken]:
    return broken(engagement) if engagement else ()


def _with(engagement: Engagement, record: Record) -> Engagement:
    return applied(engagement, worked_out(engagement, (record,), ()))
