"""A child process: Clearway with a date typed into a field that has not been left. Says so, and waits for its end."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from desktop import application, starting
from desktop.console.steps import Step
from desktop.widgets.typed.understood_field import DateField


class Typing(application.Clearway):
    """Begins an engagement and types as soon as there is something to type into."""

    def start(self) -> None:
        super().start()
        self.browsing.begin("Harbour Trust", "Berth planner")
        self._look = QTimer(interval=20)
        self._look.timeout.connect(self._type)
        self._look.start()

    def _type(self) -> None:
        if self.window.session is None:
            return
        self._look.stop()
        self.window.go_to(Step.PREPARE)
        self.window.activateWindow()
        field = next(f for f in self.window.findChildren(DateField) if f.accessibleName() == "In production by")
        field.setFocus()
        QTest.keyClicks(field, "12 March 2027")
        print("typed", flush=True)


starting.Clearway = Typing  # type: ignore[misc]
sys.exit(starting.run(Path(sys.argv[1])))
