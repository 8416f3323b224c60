"""What an act writes: its records, the batch of the log around them, and the list behind them."""

from __future__ import annotations

from collections.abc import Iterable

from models.engagement.edit import Edit
from models.engagement.engagement import Engagement
from models.storage import rows, soundness, summaries
from models.storage.cells import storable
from models.storage.database import Database
from models.storage.errors import StepNotPossibleError
from models.storage.log.history import History
from models.storage.log.steps import Batch
from models.storage.search import index, listed
from models.storage.summaries import Settled
from models.values.sentence import Sentence


class Acts:
    """What can be done within one transaction."""

    def __init__(self, database: Database, history: History) -> None:
        self._database, self.history, self._settled = database, history, Settled()

    def abandon(self) -> None:
        """To be called when a transaction has failed."""
        self.history.abandon()
        self._settled.forget()

    def save(self, edit: Edit) -> None:
        """One labelled edit. One that changes nothing leaves no trace. Raises StepNotPossibleError."""
        concerned = summaries.concerned(self._database, edit)
        # A removal would come between two values of one cell, which a burst of typing keeps as one change.
        at = self.history.begin(edit.label, edit.scope, "" if edit.removes else edit.typing)
        for asset in (*edit.assets, *edit.files):
            rows.keep_asset(self._database, asset)
        for record in edit.remove:
            rows.remove(self._database, record)
        added = [rows.put(self._database, record) for record in edit.put]
        if not all(rows.change(self._database, change) for change in edit.changes):
            raise StepNotPossibleError(label=edit.label)
        if self.history.end(keeps=edit.as_cells):
            counts = edit.counts or any(added)
            summaries.update(self._database, edit.kinds, concerned, at, counts, self._settled)

    def add(self, engagement: Engagement, label: Sentence, scope: str) -> None:
        """A whole engagement with its pictures, as one step. Raises EngagementExistsError."""
        self._settled.forget()
        at = self.history.begin(label, scope)
        rows.insert_whole(self._database, engagement)
        self.history.end()
        summaries.refresh(self._database, storable(engagement.id), at)

    def refresh(self, engagement_ids: Iterable[str], at: str) -> None:
        """Brings the list up to date after what acts of others changed."""
        self._settled.forget()
        for engagement_id in engagement_ids:
            summaries.refresh(self._database, engagement_id, at)

    def touch(self, engagement_id: str) -> None:
        """Puts the engagement first among the recent ones; no part of the history."""
        self._settled.forget()
        summaries.touch(self._database, engagement_id, self.history.now())

    def read_texts(self, most: int) -> tuple[int, int]:
        """Makes the texts of so many engagements findable. How many were read, and how many are left to read."""
        self._settled.forget()
        return index.read_texts(self._database, most)

    def make_list(self) -> None:
        """Makes the list of engagements anew from the records."""
        self._settled.forget()
        soundness.make_list(self._database)
        self.history.list_made(listed.list_sum(self._database))

    def undo(self, scope: str) -> Sentence | None:
        """Takes back the scope's last step that is not undone; None when there is none. Raises StepNotPossibleError."""
        return self._stepped(self.history.undo(scope), scope)

    def redo(self, scope: str) -> Sentence | None:
        """Makes again what the scope's last undo took back."""
        return self._stepped(self.history.redo(scope), scope)

    def _stepped(self, batch: Batch | None, scope: str) -> Sentence | None:
        """What was undone or redone, once the list is up to date after it."""
        if batch is None:
            return None
        self._settled.forget()
        concerned, clients = self.history.rows_changed(batch, "pilot", "client")
        concerned.add(storable(scope))
        for client in clients:
            concerned.update(summaries.of_client(self._database, client))
        for engagement_id in concerned - {""}:
            summaries.refresh(self._database, engagement_id, batch.at)
        return batch.said
