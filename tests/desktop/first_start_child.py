"""A child process: a first start, in which somebody chooses another language on the page that is there."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from desktop import application, starting
from desktop.command_line.main import main
from desktop.console.library.first_start import FirstStart
from desktop.widgets.choice_field import ChoiceField

CHOSEN = iter(["fr"])


class Choosing(application.Clearway):
    """Says the page's first words, chooses once, and is closed when it has said them again."""

    def start(self) -> None:
        super().start()
        self.browsing.listed.connect(lambda: QTimer.singleShot(0, self._choose))

    def speak_anew(self) -> None:
        super().speak_anew()
        self._choose()

    def _choose(self) -> None:
        page = self.window.findChild(FirstStart)
        print(page.findChild(QLabel).text(), flush=True)
        language = next(CHOSEN, "")
        if not language:
            QApplication.instance().exit(0)
            return
        field = page.findChild(ChoiceField)
        field.show_key(language)
        field.activated.emit(field.currentIndex())


starting.Clearway = Choosing  # type: ignore[misc]
sys.exit(main(["--library", str(Path(sys.argv[1]))]))
