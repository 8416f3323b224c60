"""What the library keeps of evidence, fetched when it is looked at: thumbnails, pictures in full, files to take out."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from desktop.system.decoding import decoded
from desktop.system.outgoing import OutgoingFolder
from desktop.system.programs import SystemPrograms
from desktop.view_models.late import say
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, spoken
from models.engagement.engagement import Asset
from models.engagement.evidence import Evidence
from models.frozen import frozen
from models.pictures.naming import file_name
from models.values.files import OtherPathError, write_whole

OPENED = frozenset(
    {
        *(".bmp", ".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"),
        *(".csv", ".docx", ".md", ".odp", ".ods", ".odt", ".pdf", ".pptx", ".rtf", ".txt", ".xlsx"),
        *(".m4a", ".mov", ".mp3", ".mp4", ".wav"),
    }
)
"""Endings of files that a program shows; whatever else a file may be, opening it could run it."""
MOST_KEPT = 2_000
"""Thumbnails in memory: some 20 MB."""


@frozen
class Shown:
    """One piece of evidence as it is looked at large."""

    evidence: Evidence
    picture: QImage | None
    """None for a file that is no picture, and for one that cannot be read."""


class Looking(QObject):
    """`fetched` says that thumbnails have come, `looked` carries a `Shown`, `told` a sentence."""

    fetched = Signal()
    looked = Signal(object)
    told = Signal(str)
    _ready = Signal(object, object)

    def __init__(
        self,
        session: EngagementSession,
        programs: SystemPrograms | None = None,
        outgoing: OutgoingFolder | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._programs, self._outgoing = programs or SystemPrograms(), outgoing or OutgoingFolder()
        self._small: dict[str, QImage | None] = {}
        self._asked: set[str] = set()
        self._threads: list[threading.Thread] = []
        self._ready.connect(lambda one, picture: self.looked.emit(Shown(one, picture)), _QUEUED)
        self._programs.failed.connect(self._no_program)

    def thumbnail(self, evidence: Evidence) -> QImage | None:
        """The picture made small, once it was fetched."""
        return self._small.get(evidence.thumbnail)

    def fetch_thumbnails(self, evidence: Iterable[Evidence]) -> None:
        """Asks for those that are not here yet."""
        wanted = {one.thumbnail for one in evidence if one.thumbnail} - self._small.keys() - self._asked
        if wanted:
            self._asked |= wanted
            self._session.ask(lambda library: {key: library.asset(key) for key in wanted}, self._keep)

    def look(self, evidence: Evidence) -> None:
        """Fetches it in full; a picture is decoded on a thread of its own."""
        if not evidence.is_picture:
            self.looked.emit(Shown(evidence, None))
            return
        self._session.ask(lambda library: library.asset(evidence.sha256), lambda asset: self._decode(evidence, asset))

    def export(self, evidence: Evidence, path: Path) -> None:
        """Writes the file."""
        self._session.ask(lambda library: library.asset(evidence.sha256), lambda asset: self._write(asset, path))

    def open(self, evidence: Evidence) -> None:
        """Opens a copy with the program for its kind; of what could run, nothing."""
        if PurePosixPath(file_name(evidence.name)).suffix.lower() not in OPENED:
            text = gettext("“{name}” could run, so it is not opened here. Export it where you trust it.")
            self.told.emit(text.format(name=evidence.name))
            return
        self._session.ask(lambda library: library.asset(evidence.sha256), lambda asset: self._open(evidence, asset))

    def finish(self) -> None:
        """Waits for what is being decoded: its thread must not be the last to hold this."""
        for thread in self._threads:
            thread.join()

    def _keep(self, assets: dict[str, Asset | None]) -> None:
        if len(self._small) > MOST_KEPT:
            self._small.clear()
        self._small |= {key: decoded(asset.data) if asset else None for key, asset in assets.items()}
        self._asked -= assets.keys()
        say(self, "fetched")

    def _decode(self, evidence: Evidence, asset: Asset | None) -> None:
        if asset is None:
            self._say_missing()
            return
        data = asset.data
        thread = threading.Thread(
            target=lambda: say(self, "_ready", evidence, decoded(data)), name="evidence", daemon=True
        )
        self._threads = [running for running in self._threads if running.is_alive()] + [thread]
        thread.start()

    def _write(self, asset: Asset | None, path: Path) -> None:
        if asset is None:
            self._say_missing()
            return
        try:
            write_whole(path, asset.data)
        except OtherPathError as refusal:
            say(self, "told", refusal.said(spoken()))
        except OSError as error:
            say(self, "told", gettext("The file cannot be written: {0}.").format(error.strerror))
        else:
            say(self, "told", gettext("Saved as {0}").format(path))

    def _open(self, evidence: Evidence, asset: Asset | None) -> None:
        if asset is None:
            self._say_missing()
            return
        try:
            (path,) = self._outgoing.put({file_name(evidence.name): asset.data})
        except OSError as error:
            say(self, "told", gettext("The file cannot be written: {0}.").format(error.strerror))
        else:
            self._programs.open(path)

    def _no_program(self, path: str) -> None:
        say(self, "told", gettext("No program on this computer opens “{name}”.").format(name=Path(path).name))

    def _say_missing(self) -> None:
        say(self, "told", gettext("The file itself is not in this library; whoever took it in has it."))


_QUEUED = Qt.ConnectionType.QueuedConnection
