"""How the listed pilots stand, asked once the list is shown: nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.library_thread import LibraryThread
from desktop.words import spoken
from resources.words import language_of

if TYPE_CHECKING:
    from desktop.library_acts import LibraryActs
    from models.method.method import Method
    from models.portfolio.standing import PilotStanding
    from models.storage import Library

Answer = tuple[list["PilotStanding"], dict[str, str], dict[str, str]]


class Standings(QObject):
    """`changed` comes when `pilots` has others or newer ones, `sampled` when `sample` is known."""

    changed, sampled = Signal(), Signal()

    def __init__(self, thread: LibraryThread, acts: Callable[[Library], LibraryActs]) -> None:
        super().__init__()
        self.pilots: dict[str, PilotStanding] = {}
        """By the engagement's id; of one whose content pack is not here there is none."""
        self.modes: dict[str, str] = {}
        """The failure modes' names by their ids."""
        self.findings: dict[str, str] = {}
        """And what it comes to where one stands high."""
        self.sample: tuple[PilotStanding, Method] | None = None
        """How the sample stands, and its content pack, once that was asked."""
        self._thread, self._acts = thread, acts
        self._current = set[str]()
        """The ids that need not be asked again."""
        self._number = 0

    def forget(self) -> None:
        """What is shown may be old: it stays until the newer comes."""
        self._current.clear()

    def ask_sample(self) -> None:
        """Works out how the sample stands, without adding it."""

        def work(library: Library) -> tuple[PilotStanding, Method]:
            from desktop.samples import sample_standing

            return sample_standing(language_of(spoken()), date.today())

        def have(answer: tuple[PilotStanding, Method]) -> None:
            self.sample = answer
            self.sampled.emit()

        self._thread.do(work, have, lambda _: None)  # the page says as much without it

    def ask(self, engagement_ids: Sequence[str]) -> None:
        """Asks for those that are not known; the latest question wins."""
        wanted = [key for key in engagement_ids if key not in self._current]
        if not wanted:
            return
        self._number += 1
        number = self._number

        def work(library: Library) -> Answer | None:
            if number != self._number:
                return None
            acts = self._acts(library)
            return acts.portfolio(date.today(), wanted), acts.mode_names(), acts.mode_findings()

        def have(answer: Answer | None) -> None:
            if answer is None:
                return
            found, self.modes, self.findings = answer
            self._current.update(wanted)
            for key in wanted:
                self.pilots.pop(key, None)
            self.pilots |= {pilot.counted.id: pilot for pilot in found}
            self.changed.emit()

        # The list stands without it: what is damaged is told by whoever opens it.
        self._thread.do(work, have, lambda _: None)
