"""The first start, and the first one after an update."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QPushButton

from desktop.console.library.first_start import FirstStart
from desktop.console.settings.news import SEEN, NewsCard
from desktop.settings import PRACTICE, chosen, settings_file
from models.values import places
from resources import news_page
from resources.version import VERSION
from resources.words import PSEUDO, languages

CHILD = Path(__file__).with_name("first_start_child.py")
ROOT = Path(__file__).parents[2]
GERMAN, FRENCH = "Herausfinden, woran der Pilot hängt.", "Comprendre pourquoi le pilote est bloqué."
NAME = 'Reed, Stone & Zoë "Partners" \\ Söhne; #1 = @home 100 %'


@pytest.mark.skipif(sys.platform == "win32", reason="the language is the system's there, not the environment's")
def test_it_speaks_as_the_system_does_and_another_language_at_once(tmp_path: Path) -> None:
    own = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "PYTHONPATH": str(ROOT)}
    around = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "de_CH.UTF-8", "LANGUAGE": "de_CH:fr"}
    command = [sys.executable, str(CHILD), str(tmp_path / "library.clearway")]
    done = subprocess.run(command, env=around, capture_output=True, text=True, timeout=100, check=True)

    assert done.stdout.splitlines() == [GERMAN, FRENCH]
    assert "language=fr" in (tmp_path / "config/Clearway/Clearway.conf").read_text("utf-8")


@pytest.mark.parametrize("name", [NAME, "@Invalid()", '"', "\\", "@@", "=", "Kanzlei Łódź"])
def test_the_practice_is_kept_as_it_was_typed_and_signs_new_engagements(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_whole", lambda place: tmp_path)
    kept = QSettings(str(settings_file()), QSettings.Format.IniFormat)
    kept.setValue(PRACTICE.key, name)
    kept.sync()

    assert chosen(PRACTICE) == name == PRACTICE.read(kept.value(PRACTICE.key))


def test_a_new_engagement_bears_the_practice_that_was_typed_on_the_page(
    start: Callable[[], Facilitator], settings: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_whole", lambda place: tmp_path / "config")
    settings_of_all = QSettings(str(settings_file()), QSettings.Format.IniFormat)
    facilitator = start()
    page = facilitator.window.findChild(FirstStart)
    facilitator.types_into("Your practice", "Reed & Stone")
    assert settings.value(PRACTICE.key) == "Reed & Stone"
    settings_of_all.setValue(PRACTICE.key, settings.value(PRACTICE.key))
    settings_of_all.sync()
    facilitator.begins("Harbour Trust", "Berth planner")

    assert facilitator.engagement.brand.practice == "Reed & Stone"
    assert not page.isVisible()


@pytest.mark.parametrize(("before", "told"), [("", False), (VERSION, False), ("0.0.9", True)])
def test_what_is_new_is_offered_once_after_an_update(
    start: Callable[[], Facilitator], settings: QSettings, before: str, told: bool
) -> None:
    if before:
        settings.setValue(SEEN, before)
    facilitator = start()
    bar = facilitator.clearway.beside.news
    facilitator.waits_until(lambda: settings.value(SEEN) == VERSION)
    assert bool(bar.text()) is told
    if told:
        assert VERSION in bar.text()
        (show, _) = bar.findChildren(QPushButton)
        show.click()
        (card,) = facilitator.window.findChildren(NewsCard)
        assert card.text.toPlainText().startswith("What is new")
        assert bar.text() == ""


def test_what_is_new_is_said_in_every_language() -> None:
    pages = [news_page(language) for language in languages() if language != PSEUDO]
    assert len({page.name for page in pages}) == len(pages)
    (points,) = {page.read_text("utf-8").count("\n\n**") for page in pages}
    assert points > 1
