"""A real application on a real library file, driven as a person drives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Clearway


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    return tmp_path / "library.clearway"


@pytest.fixture
def start(
    dressed_app: QApplication, qtbot: QtBot, library_file: Path, settings: QSettings
) -> Iterator[Callable[[], Facilitator]]:
    """Starts Clearway on the test's library; may be called again after the first was closed."""
    running: list[Clearway] = []

    def begin() -> Facilitator:
        clearway = Clearway(library_file, settings)
        running.append(clearway)
        clearway.start()
        qtbot.addWidget(clearway.window)
        facilitator = Facilitator(clearway, qtbot)
        facilitator.waits_until(lambda: clearway.browsing.known)
        return facilitator

    yield begin
    for clearway in reversed(running):
        clearway.window.close()
        clearway.stop()


@pytest.fixture
def facilitator(start: Callable[[], Facilitator]) -> Facilitator:
    """Someone at a laptop with an empty library."""
    return start()
