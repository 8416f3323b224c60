"""One labelled edit: the only way anything in an engagement changes.

The same `Edit` is applied to the snapshot on the screen and, in one transaction, to the library file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from models.engagement.changes import Change, Changed, Removed, applied, worked_out
from models.engagement.declared import DECLARED, with_records
from models.engagement.engagement import Assessment, Asset, Engagement, Record
from models.engagement.freezing import refuse_on_closed
from models.frozen import frozen, replaced
from models.values.sentence import Sentence


@frozen
class Edit:
    """What a person did, as data.

    `label` is what was done, for undo and the history to say; `scope` is the engagement's id. Records in `put` are
    added, or replace the record with the same id; those in `remove` go. Successive edits with the same non-empty
    `typing` token are one step of undo: a burst of typing in one field.
    """

    label: Sentence
    scope: str
    put: tuple[Record, ...] = ()
    remove: tuple[Record, ...] = ()
    typing: str = ""
    assets: tuple[Asset, ...] = ()
    """Pictures that the records refer to and the library may not hold yet."""
    files: tuple[Asset, ...] = ()
    """The same for files that no snapshot carries: the library is asked for one when it is wanted."""
    changes: tuple[Change, ...] = ()
    """What it changes, cell by cell, where it was worked out on a snapshot; `put` and `remove` are empty then."""

    @property
    def kinds(self) -> frozenset[type[Record]]:
        """The types of the records concerned."""
        of_changes = (c.kind if isinstance(c, Changed) else type(c.record) for c in self.changes)
        return frozenset((*(type(record) for record in (*self.put, *self.remove)), *of_changes))

    @property
    def as_cells(self) -> bool:
        """Whether it was worked out on a snapshot."""
        return not (self.put or self.remove)

    @property
    def counts(self) -> bool:
        """Whether a record comes or goes. Of records that are put, the library finds out."""
        return bool(self.remove) or any(not isinstance(change, Changed) for change in self.changes)

    @property
    def removes(self) -> bool:
        """Whether a record goes."""
        return bool(self.remove) or any(isinstance(change, Removed) for change in self.changes)


def edit_on(engagement: Engagement, edit: Edit) -> Edit:
    """The edit as cells: what it changes on this snapshot, instead of whole records.

    Raises Refusal where it changes a round that is closed.
    """
    changes = worked_out(engagement, edit.put, edit.remove)
    refuse_on_closed(engagement, changes, typed=bool(edit.typing))
    return Edit(edit.label, edit.scope, (), (), edit.typing, edit.assets, edit.files, changes)


def done_on(engagement: Engagement, edit: Edit) -> tuple[Edit, Engagement]:
    """The edit as `edit_on` makes it, and the engagement as it stands after it."""
    made = edit_on(engagement, edit)
    if not made.changes:
        return made, engagement
    if len(edit.put) == 1 and not (edit.remove or edit.assets):  # a key's: the record is what its cells come to
        return made, with_records(engagement, edit.put)
    return made, apply_edit(engagement, made)


def apply_edit(engagement: Engagement, edit: Edit) -> Engagement:
    """The engagement as it stands after `edit`. Records of other engagements are passed over."""
    if edit.assets:
        engagement = replaced(engagement, assets={**engagement.assets, **{a.id: a for a in edit.assets}})
    return applied(engagement, (*edit.changes, *worked_out(engagement, edit.put, edit.remove)))


def changed(before: Engagement, after: Engagement) -> frozenset[type[Record]]:
    """The kinds of record that are not the same in both. An edit leaves alone what it does not change, so comparing
    which object it is says all.
    """
    kinds = _moved(_OF_ENGAGEMENT, _IN_ENGAGEMENT, before, after)
    if len(before.rounds) != len(after.rounds):
        kinds += _OF_A_ROUND
    for one, other in zip(before.rounds, after.rounds, strict=False):
        if one is not other:
            kinds += _moved(_OF_A_ROUND, _IN_A_ROUND, one, other)
    return frozenset(kinds)


def _moved(parts: Iterable[type[Any]], held: Callable[[Any], Any], one: object, other: object) -> list[type[Any]]:
    return [kind for kind, before, after in zip(parts, held(one), held(other), strict=True) if before is not after]


_OF_ENGAGEMENT = {d.kind: d.place for d in DECLARED.values() if not d.in_round and d.kind is not Assessment}
_OF_A_ROUND: dict[type[Any], str] = {
    Assessment: "assessment",
    **{d.kind: d.place for d in DECLARED.values() if d.in_round},
}
_IN_ENGAGEMENT, _IN_A_ROUND = attrgetter(*_OF_ENGAGEMENT.values()), attrgetter(*_OF_A_ROUND.values())
