"""A library that meets a hub: what it has of an engagement, and what comes from there taken in, a step at a time.

A step is short: a key that is pressed meanwhile is written after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from models.engagement.changes import Added, Changed
from models.engagement.engagement import Assessment, Asset, Pilot
from models.frozen import frozen
from models.sharing.act import SharedAct
from models.sharing.known import Known
from models.storage import packs, rows
from models.storage.cells import storable, utc_text
from models.storage.errors import while_reading
from models.storage.library import Library
from models.storage.log.steps import MERGE
from models.storage.shared.acts import acts_on, newest_on
from models.storage.shared.package import Handed, Package
from models.storage.shared.sharing import Decisions, Sharing, files_of

_NAMES_A_FILE = frozenset({"practice_logo", "client_logo", "sha256", "thumbnail", "original"})
Decide = Callable[[Package], Mapping[str, Decisions] | None]
"""Is given what cannot be taken in as it stands: what was chosen, None to leave it for now."""


@frozen
class Here:
    """An engagement as the library has it."""

    mark: str
    """Changes with every act on it."""
    acts: tuple[SharedAct, ...]
    """Each after those that its maker had seen."""
    waiting: int
    """How many more cannot be applied before others have come."""


class Meeting:
    """A part of `Library` that stands in a file of its own. Reading and writing raise as it does."""

    def __init__(
        self,
        library: Library,
        check_packs: Callable[[Mapping[str, str]], None],
        standing: Callable[[str, int], Any],
    ) -> None:
        """`check_packs` raises Refusal for content packs that this Clearway cannot use; `standing` says how an
        engagement stands with the acts of that digest.
        """
        self._library, self._database = library, library._database
        self._check_packs, self.standing = check_packs, standing

    def maker(self) -> str:
        """The identity under which the library makes its acts; empty before the first."""
        with while_reading(self._library.path):
            return self._library._history.maker

    def marks(self, engagement_ids: Iterable[str]) -> dict[str, str]:
        """Of those of these engagements that are here, what changes with every act on them."""
        with while_reading(self._library.path):
            here = [e for e in engagement_ids if rows.exists(self._database, Pilot, e)]
            return {engagement_id: newest_on(self._database, engagement_id) for engagement_id in here}

    def since(self, marks: Mapping[str, str]) -> dict[str, int]:
        """How many acts of this library came after each of these marks: they wait for the next meeting."""
        count = "SELECT count(*) FROM batch WHERE scope = ? AND kind <> ? AND stamp > ?"
        with while_reading(self._library.path):
            asked = ((key, (storable(key), MERGE, mark.partition(" ")[2])) for key, mark in marks.items() if mark)
            return {key: self._database.execute(count, values).fetchone()[0] for key, values in asked}

    def here(self, engagement_id: str) -> Here:
        """All acts on it. What is typed from now on is an act of its own."""
        with while_reading(self._library.path):
            self._library._history.end_typing()
            mark = newest_on(self._database, engagement_id)
            known = Known(acts_on(self._database, engagement_id))
        return Here(mark, tuple(known.acts), len(known.waiting))

    def lacks(self, asset_ids: Iterable[str]) -> list[str]:
        """Those of these files that are not here."""
        with while_reading(self._library.path):
            found = "SELECT 1 FROM asset WHERE id = ?"
            return [key for key in asset_ids if not self._database.execute(found, (storable(key),)).fetchone()]

    def asset(self, asset_id: str) -> Asset | None:
        """A file."""
        return self._library.asset(asset_id)

    def pack(self, key: str) -> str | None:
        """The text of a content pack."""
        with while_reading(self._library.path):
            return packs.text_of(self._database, storable(key))

    def take(self, package: Package, decide: Decide) -> bool:
        """Takes what came in; False where that waits until somebody has chosen."""
        self._check_packs(package.methods)
        sharing = Sharing(self._library)
        found = sharing.look(package)
        decisions: Mapping[str, Decisions] | None = {}
        if any(incoming.joining.conflicts for incoming in found):
            decisions = decide(package)
        if decisions is None:
            return False
        if found:
            sharing.take(package, decisions)
        return True


def package_of(
    hub: str, engagement_id: str, acts: Iterable[SharedAct], assets: Iterable[Asset], methods: Mapping[str, str]
) -> Package:
    """What came from a hub, as a hand-over."""
    files = {asset.id: asset for asset in assets}
    return Package(hub, utc_text(datetime.now(UTC)), "", (Handed(engagement_id, tuple(acts)),), files, methods)


def files_in(acts: Iterable[SharedAct]) -> set[str]:
    """The ids of the files that these acts speak of."""
    found: set[str] = set()
    for act in acts:
        for change in act.changes:
            if isinstance(change, Added):
                found.update(files_of(change.record))
            elif isinstance(change, Changed) and change.field in _NAMES_A_FILE:
                found.add(str(change.after))
    return found - {""}


def packs_in(acts: Iterable[SharedAct]) -> set[str]:
    """The keys of the content packs that these acts speak of."""
    found: set[str] = set()
    for act in acts:
        for change in act.changes:
            if isinstance(change, Added) and isinstance(change.record, Assessment):
                found.add(change.record.method)
            elif isinstance(change, Changed) and change.kind is Assessment and change.field == "method":
                found.add(str(change.after))
    return found
