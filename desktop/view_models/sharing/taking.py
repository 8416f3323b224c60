"""A hand-over, or a whole library, that is looked at before it is taken in: chosen, left out, taken or left."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop.system.apart import apart
from desktop.view_models.saving import refusal_text
from desktop.view_models.sharing.hands import Hands
from desktop.words import gettext, ngettext
from models.frozen import frozen
from models.sharing.side import Side
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from desktop.library_acts import LibraryActs
    from desktop.view_models.ledger import Ledger
    from desktop.view_models.sharing.taking_words import TakingWords
    from models.sharing.joining import Conflict, Part
    from models.storage import Library
    from models.storage.shared.package import Package
    from models.storage.shared.sharing import Incoming


@frozen
class Shown:
    """One engagement that comes, with the words for it."""

    incoming: Incoming
    words: TakingWords
    said: str
    parts: tuple[Part, ...]
    """The acts that can be left out; none where all of it is new."""
    conflicts: tuple[Conflict, ...]


class Taking(QObject):
    """`asked` comes where a passphrase is needed, `shown` when `found` is known, `refused` with why not, `taken` with
    what was done.
    """

    asked = Signal()
    shown = Signal()
    refused = Signal(str)
    taken = Signal(str)
    _answered = Signal(object, object)

    def __init__(
        self,
        path: Path,
        hands: Hands,
        ledger: Ledger,
        acts: Callable[[Library], LibraryActs],
        package: Package | None = None,
    ) -> None:
        """A `package` that is here already, as one from a hub, needs no file to be opened."""
        super().__init__()
        self.path = path
        self.found: list[Shown] = []
        self.left_out: set[str] = set()
        """Acts of theirs, by name."""
        self._choices: dict[tuple[str, str], Side] = {}
        self._hands, self._ledger, self._acts = hands, ledger, acts
        self._package = package
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Looks into the file, or asks for its passphrase first."""
        if self._package is not None:
            self._opened(self._package)
            return
        try:
            asks = self._hands.asks_for_passphrase(self.path)
        except OSError as error:
            self.refused.emit(str(error.strerror))
            return
        if asks:
            self.asked.emit()
        else:
            self.look("")

    def look(self, passphrase: str) -> None:
        """Opens the file, apart from everything else: its seal takes a second on purpose."""

        def run() -> None:
            try:
                answer = self._hands.package_at(
                    self.path, lambda data: apart(self._hands.unseal, data, passphrase), passphrase
                )
            except (Refusal, OSError) as error:
                self._answered.emit(self._refuse, error)
            else:
                self._answered.emit(self._opened, answer)

        threading.Thread(target=run, name="hand-over", daemon=True).start()

    def chosen(self, shown: Shown, conflict: Conflict) -> Side:
        """Whose answer will stand."""
        return self._choices.get((shown.incoming.engagement.id, conflict.key), conflict.stands)

    def choose(self, shown: Shown, conflict: Conflict, side: Side) -> None:
        """Has one side's answer stand."""
        self._choices[shown.incoming.engagement.id, conflict.key] = side

    def leave_out(self, part: Part, out: bool) -> None:
        """An act of theirs is not to count here, or is."""
        (self.left_out.add if out else self.left_out.discard)(part.act.gid)

    def take(self) -> None:
        """Takes all of it in, as chosen."""
        package, decisions = self._package, {}
        if package is None:
            return
        for shown in self.found:
            engagement_id = shown.incoming.engagement.id
            choices = {key: side for (of, key), side in self._choices.items() if of == engagement_id}
            decisions[engagement_id] = self._hands.decisions(choices, frozenset(self.left_out))

        def work(library: Library) -> int:
            return self._hands.sharing(library).take(package, decisions)

        def done(count: int) -> None:
            text = ngettext("{n} engagement taken in.", "{n} engagements taken in.", count)
            self.taken.emit(text.format(n=count))

        self._ledger.act(work, done, self._refuse)

    def _opened(self, package: Package) -> None:
        self._package = package

        def look(library: Library) -> list[Shown]:
            acts = self._acts(library)
            acts.check_packs(package.methods)
            return [_shown(incoming, acts) for incoming in self._hands.sharing(library).look(package)]

        self._ledger.ask(look, self._have, self._refuse)

    def _have(self, found: list[Shown]) -> None:
        self.found = found
        if found:
            self.shown.emit()
        else:
            self.refused.emit(gettext("It holds nothing that is not here already."))

    def _refuse(self, error: Exception) -> None:
        self.refused.emit(refusal_text(error))

    def _deliver(self, receiver: Callable[[Any], None], answer: Any) -> None:
        receiver(answer)


def _shown(incoming: Incoming, acts: LibraryActs) -> Shown:
    from desktop.view_models.sharing.record_words import RecordWords
    from desktop.view_models.sharing.taking_words import TakingWords, summed_up

    method = acts.pack(incoming.engagement.current.assessment.method)
    words = TakingWords(incoming, RecordWords(incoming.engagement, method))
    parts = () if incoming.is_new else incoming.joining.parts
    return Shown(incoming, words, summed_up(incoming), parts, incoming.joining.conflicts)
