"""An open library's engagements handed over, and others' taken in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime

from models.engagement.changes import Added, Change, Changed
from models.engagement.engagement import Assessment, Asset, Brand, Client, Engagement, Pilot
from models.engagement.evidence import Evidence
from models.engagement.outbox import Dispatch
from models.frozen import frozen
from models.sharing.act import newest_stamp
from models.sharing.deciding import Choices, decided
from models.sharing.joining import Joining
from models.sharing.known import Known
from models.sharing.state import State
from models.sharing.whole import engagement_of
from models.storage import packs, rows, summaries
from models.storage.acts import Acts
from models.storage.cells import storable, utc_text
from models.storage.database import Database
from models.storage.errors import EngagementMissingError, MethodChangedError, while_reading
from models.storage.library import Library
from models.storage.records import TABLES
from models.storage.shared.acts import acts_on, belongs_elsewhere
from models.storage.shared.errors import (
    ForeignActsError,
    HandOverError,
    InOurNameError,
    ToldOtherwiseError,
    TooMuchToHandOverError,
)
from models.storage.shared.package import MOST_FILES, Handed, Package
from models.storage.shared.taken import keep_taken
from models.values.sentence import act_called
from models.values.sought import the_first


@frozen
class Decisions:
    """What somebody chose for one engagement."""

    choices: Choices = field(default_factory=dict)
    left_out: Collection[str] = ()
    """The names of acts of theirs."""


@frozen
class Incoming:
    """One engagement of a hand-over, held against this library."""

    engagement: Engagement
    """As it will stand if nothing is decided."""
    joining: Joining

    @property
    def is_new(self) -> bool:
        """Whether the library does not have it."""
        return not self.joining.is_here

    @property
    def people(self) -> tuple[str, ...]:
        """Who did what comes."""
        return tuple(sorted({act.who for act in self.joining.new if act.who}))


class Sharing:
    """A part of `Library` that stands in a file of its own. Reading and writing raise as it does."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._database: Database = library._database

    def package(self, engagement_ids: Iterable[str], *, by: str = "") -> Package:
        """These engagements, to be handed over. Raises EngagementMissingError, TooMuchToHandOverError."""
        library, handed = self._library, []
        assets: dict[str, Asset] = {}
        methods: dict[str, str] = {}
        with while_reading(library.path):
            library._history.end_typing()
            for engagement_id in engagement_ids:
                acts = Known(acts_on(self._database, engagement_id))
                records = State(acts).records
                if not any(isinstance(record, Pilot) for record in records.values()):
                    raise EngagementMissingError(id=engagement_id)
                handed.append(Handed(engagement_id, (*acts.acts, *acts.waiting)))
                for record in records.values():
                    if isinstance(record, Assessment):
                        text = packs.text_of(self._database, record.method)
                        methods |= {record.method: text} if text is not None else {}
                    for key in files_of(record):
                        asset = rows.read_asset(self._database, key)
                        assets |= {key: asset} if asset else {}
        taken = sum(len(asset.data) for asset in assets.values())
        if taken > MOST_FILES:
            raise TooMuchToHandOverError(megabytes=taken // 1_000_000, most=MOST_FILES // 1_000_000)
        return Package(library.path.name, utc_text(datetime.now(UTC)), by, tuple(handed), assets, methods)

    def look(self, package: Package) -> list[Incoming]:
        """What taking each engagement of it in would do; those that bring nothing are left out.

        Raises HandOverError for what cannot be so, and MethodChangedError.
        """
        with while_reading(self._library.path):
            for key, text in package.methods.items():
                if packs.text_of(self._database, key) not in (None, storable(text)):
                    raise MethodChangedError(key=key)
            found = [self._held_against(package.name, handed) for handed in package.engagements]
        return [incoming for incoming in found if incoming.joining.new or incoming.is_new]

    def take(self, package: Package, decisions: Mapping[str, Decisions], only: Collection[str] | None = None) -> int:
        """Takes engagements in, all of them or those that `only` names, as was decided; how many.

        All of it is one transaction. Raises what `look` raises.
        """
        incoming = [i for i in self.look(package) if only is None or i.engagement.id in only]
        with self._library._writing(None) as acts:
            for asset in package.assets.values():
                rows.keep_asset(self._database, asset)
            for key, text in package.methods.items():
                if packs.text_of(self._database, key) is None:
                    packs.keep_beside(self._database, key, storable(text))
            for one in incoming:
                self._take(acts, one, decisions.get(one.engagement.id, Decisions()))
        return len(incoming)

    def _held_against(self, name: str, handed: Handed) -> Incoming:
        theirs = State(Known(handed.acts)).records
        client = next((record.id for record in theirs.values() if isinstance(record, Client)), "")
        here = rows.exists(self._database, Pilot, handed.id)
        mine = acts_on(self._database, handed.id, client)
        joining = Joining(mine, handed.acts, is_here=here)
        engagement = engagement_of(joining.after)
        if engagement is None or engagement.id != handed.id:
            raise HandOverError(name=name)
        known, ours = {act.gid: act for act in mine}, self._library._history.maker
        for act in handed.acts:
            same = known.get(act.gid)
            if same is not None and same.stamp == act.stamp and same.changes != act.changes:
                raise ToldOtherwiseError(name=name, act=act.said)
            if same is None and ours and act.maker == ours:
                raise InOurNameError(name=name, act=act.said)
        if belongs_elsewhere(self._database, joining.after, joining.before):
            raise ForeignActsError(name=name)
        return Incoming(engagement, joining)

    def _take(self, acts: Acts, incoming: Incoming, decisions: Decisions) -> None:
        joining, scope, history = incoming.joining, incoming.engagement.id, acts.history
        people = ", ".join(incoming.people)
        label = act_called("Put together with the work of {people}", people=people)
        batch, at = history.begin_merge(label, scope, newest_stamp(joining.new))
        keep_taken(self._database, batch, scope, joining.new)
        for change in joining.changes:
            self._make(change)
        history.end(keeps=True)
        chosen = decided(joining, decisions.choices, decisions.left_out)
        if chosen:
            at = history.begin(act_called("Decide what of {people} stands", people=people), scope)
            for change in chosen:
                self._make(change)
            history.end()
        acts.refresh({scope, *summaries.of_client(self._database, incoming.engagement.client.id)}, at)

    def _make(self, change: Change) -> None:
        if isinstance(change, Added):
            rows.put(self._database, change.record)
        elif isinstance(change, Changed):
            table = TABLES[change.kind]
            column = the_first(c for c in table.columns if c.name == change.field)
            rows.give(self._database, table, change.id, column, change.after)
        else:
            rows.remove(self._database, change.record)


def files_of(record: object) -> list[str]:
    """The ids of the files that a record speaks of."""
    if isinstance(record, Brand):
        return [key for key in (record.practice_logo, record.client_logo) if key]
    if isinstance(record, Evidence):
        return [*record.files]
    return [record.sha256] if isinstance(record, Dispatch) else []
