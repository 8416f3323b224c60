"""What is told across the top of the window, of what lies beside the library. Nothing of it is in the first frame."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from desktop.console.library.copies_bar import CopiesBar
    from desktop.console.settings.news import NewsBar
    from desktop.console.window import ConsoleWindow
    from desktop.view_models.kept_acts import KeptActs


class Beside:
    """What a sync program left there, and that another Clearway was here before."""

    def __init__(self, library: Path, settings: QSettings, window: ConsoleWindow) -> None:
        self._library, self._settings, self._window = library, settings, window

    @cached_property
    def copies(self) -> CopiesBar:
        """Offers the copies that a sync program left."""
        from desktop.console.library.copies_bar import CopiesBar

        copies = CopiesBar(self._window.library_page.take_in, self._seen_to)
        self._window.bars.addWidget(copies)
        return copies

    @cached_property
    def news(self) -> NewsBar:
        """Says once that Clearway is another one."""
        from desktop.console.settings.news import NewsBar

        news = NewsBar()
        self._window.bars.addWidget(news)
        return news

    def offer_kept(self, kept: KeptActs) -> None:
        """What could not be saved."""
        from desktop.console.kept_bar import KeptBar

        kept.refused.connect(self._window.banner.notice)
        self._window.bars.addWidget(KeptBar(kept))

    def look(self) -> None:
        """Says once that Clearway or a sync program is new here, and offers what the latter left."""
        from desktop.system.synced import sync_program

        self.news.look(self._settings)
        program, known = sync_program(self._library), self._settings.value("synced", "")
        if program and program != known:
            from desktop.view_models.library.synced_words import synced_text

            self._settings.setValue("synced", program)
            self._window.banner.notice(synced_text(program))
        self.offer_copies()

    def offer_copies(self) -> None:
        """Offers what a sync program left beside the library and nobody has seen to."""
        from desktop.system.synced import conflicted_copies

        aside = str(self._settings.value("copies", "")).split("/")
        self.copies.offer([copy for copy in conflicted_copies(self._library) if _mark(copy) not in aside])

    def _seen_to(self, copy: Path) -> None:
        """A copy is not offered again unless it changes."""
        self._settings.setValue("copies", f"{self._settings.value('copies', '')}/{_mark(copy)}")


def _mark(copy: Path) -> str:
    """What a file is known again by: no name of it stands in the settings."""
    from models.hashes import sha256

    status = copy.stat()
    return sha256(f"{copy.name} {status.st_size} {status.st_mtime_ns}".encode(errors="replace"))[:16]
