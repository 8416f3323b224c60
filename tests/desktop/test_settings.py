"""What is set for this computer holds at once, and is one thing for windows and commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessibilityHints, QKeySequence, QStyleHints, QTextListFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser

from desktop.command_line.main import main
from desktop.console.library.engagements_side import EngagementsSide
from desktop.console.settings.card import SettingsCard
from desktop.console.settings.guide import GuideCard
from desktop.console.settings.notices import NoticesCard
from desktop.console.steps import Step
from desktop.settings import (
    CONTRAST,
    LANGUAGE,
    LOCK,
    PAGE_SIZE,
    SETTINGS,
    THEME,
    TYPE_SIZE,
    Setting,
    chosen,
    settings_file,
)
from desktop.system.idle import Idle
from desktop.words import speak, spoken
from models.values import places
from reports.documents.kinds import PageSize
from resources import guide_pages
from resources.version import VERSION
from resources.words import catalogue


@pytest.fixture
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file of a person of the test's own."""
    monkeypatch.setattr(places, "_whole", lambda place: tmp_path / "config")
    return settings_file()


def opens(facilitator: Facilitator) -> SettingsCard:
    QTest.keySequence(facilitator.window, QKeySequence("Ctrl+,"))
    (card,) = facilitator.window.findChildren(SettingsCard)
    return card


def sets(card: SettingsCard, setting: Setting, value: str) -> None:
    """As with the keyboard: the words are gone to, and arrows go from one to the next, which holds."""
    field = card.fields[setting]
    field.setFocus()
    for _ in range(len(setting.offered()) + 1):
        if field.key != value:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert field.key == value


def test_light_and_dark_are_turned_at_once_and_stay(start: Callable[[], Facilitator], settings: QSettings) -> None:
    facilitator = start()
    sets(opens(facilitator), THEME, "dark")
    assert facilitator.window.look.theme.dark
    facilitator.window.close()
    facilitator.clearway.stop()
    again = start()
    assert again.window.look.theme.dark
    QTest.keySequence(again.window, QKeySequence("Ctrl+T"))
    assert not again.window.look.theme.dark
    assert settings.value("theme") == "light"


def test_type_and_contrast_hold_at_once_and_at_the_next_start(start: Callable[[], Facilitator]) -> None:
    facilitator = start()
    window, card = facilitator.window, opens(facilitator)
    body, rail = card.fields[THEME].fontMetrics().height(), window.rail.width()
    sets(card, TYPE_SIZE, "150")
    assert card.fields[THEME].fontMetrics().height() > 1.4 * body
    assert window.rail.width() > 1.4 * rail
    sets(card, CONTRAST, "high")
    assert window.look.theme.background == "#FFFFFF"
    window.close()
    facilitator.clearway.stop()
    again = start().window.look
    assert again.scale == 1.5
    assert again.theme.high_contrast


def test_what_the_system_asks_for_is_followed_at_once(
    settings: QSettings, start: Callable[[], Facilitator], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.setValue("theme", "system")
    window = start().window
    hints, dark, high = QApplication.styleHints(), Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: dark)
    hints.colorSchemeChanged.emit(dark)
    assert window.look.theme.dark
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _: high)
    hints.accessibility().contrastPreferenceChanged.emit(high)
    assert window.look.theme.high_contrast


def test_the_paper_of_a_report_that_is_shown_changes_with_the_setting(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.REPORT)
    report = facilitator.window.pages[Step.REPORT]
    assert report.model.page_size is PageSize.A4
    sets(opens(facilitator), PAGE_SIZE, "Letter")
    assert report.model.page_size is report.send.exporting.page_size is PageSize.LETTER
    assert facilitator.window.session is not None
    assert facilitator.window.session.paper == "Letter"


def test_the_time_until_it_locks_counts_from_when_it_is_set(
    facilitator: Facilitator, dressed_app: QApplication
) -> None:
    clearway = facilitator.clearway
    clearway.idle = Idle(dressed_app, 3_600_000, lambda: None)
    sets(opens(facilitator), LOCK, "20")
    assert clearway.idle._timer.interval() == clearway.idle_time == 1_200_000
    clearway.idle.deleteLater()


def test_it_says_where_things_are_kept_and_which_clearway_this_is(facilitator: Facilitator, library_file: Path) -> None:
    card = opens(facilitator)
    said = [found.text().replace("\u200b", "") for found in card.findChildren(QLabel)]
    assert f"Clearway {VERSION}" in said
    assert str(library_file) in said
    assert str(library_file.parent / "backups") in said
    assert card.headline.text().startswith("N")
    QTest.keyClick(card, Qt.Key.Key_Escape)
    facilitator.waits_until(lambda: not facilitator.window.findChildren(SettingsCard))


def test_the_licences_are_shown_and_the_settings_stay_behind_them(facilitator: Facilitator) -> None:
    opens(facilitator)._show_notices()
    (notices,) = facilitator.window.findChildren(NoticesCard)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in notices.text.toPlainText()
    QTest.keyClick(notices, Qt.Key.Key_Escape)
    facilitator.waits_until(lambda: not facilitator.window.findChildren(NoticesCard))
    assert facilitator.window.findChildren(SettingsCard)


def test_the_practice_signs_the_desk_with_every_letter(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: bool(facilitator.window.findChildren(EngagementsSide)))
    opens(facilitator)
    facilitator.types_into("Your practice", "Reed & Stone")
    assert "Reed & Stone" in facilitator.reads()


def _points(page: QTextBrowser) -> int:
    """How many points begin where text does, with a dash, their further lines under their first word."""
    found, block = 0, page.document().begin()
    while block.isValid():
        form, listed = block.blockFormat(), block.textList()
        assert listed is None or listed.format().style() == QTextListFormat.Style.ListDecimal, block.text()
        found += block.text().startswith("–") and form.leftMargin() == -form.textIndent() > 0
        block = block.next()
    return found


@pytest.mark.parametrize("language", ["de"])
def test_every_page_of_the_guide_is_shown_in_the_language_spoken(facilitator: Facilitator, language: str) -> None:
    before = spoken()
    speak(catalogue(language))
    try:
        QTest.keyClick(facilitator.window, Qt.Key.Key_F1)
    finally:
        speak(before)
    (guide,) = facilitator.window.findChildren(GuideCard)
    led, laid_out = list[float](), list[object]()
    for row, path in enumerate(guide_pages(language)):
        guide.list.setCurrentRow(row)
        if not row:
            guide.text.document().contentsChanged.connect(lambda: laid_out.append(None))
        title = path.read_text("utf-8").splitlines()[0].lstrip("# ")
        assert guide.text.toPlainText().startswith(title)
        assert guide.list.item(row).text() == title
        assert _points(guide.text) == path.read_text("utf-8").count("\n- ")
        block = guide.text.document().begin()
        while block.isValid():
            if "\ufffc" in block.text():
                led.append(block.blockFormat().lineHeight())
            block = block.next()
    assert led
    assert set(led) == {100}, "the leading of text leaves a gap below a picture"
    assert len(laid_out) <= 4 * len(guide_pages(language)), "each form that is set lays the page out anew"


def test_what_a_command_sets_the_commands_and_the_window_read(
    own_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["settings", "page-size", "Letter"]) == 0
    assert main(["settings", "lock-after-minutes", "7"]) == 0
    capsys.readouterr()
    assert main(["settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["language\ten", "theme\tsystem", "contrast\tsystem"]
    assert lines[3:5] == ["type_size\t100", "motion\tsystem"]
    assert lines[5:7] == ["lock_after_minutes\t7", "page_size\tLetter"]
    assert lines[7:9] == ["keep_original_pictures\tno", "practice\t"]
    assert lines[9].startswith("backups\t")
    kept = QSettings(str(own_file), QSettings.Format.IniFormat)
    assert PAGE_SIZE.read(kept.value(PAGE_SIZE.key)) == "Letter"
    kept.setValue(THEME.key, "dark")
    kept.sync()
    assert chosen(THEME) == "dark"


@pytest.mark.parametrize(
    "typed",
    ["settings nonsense", "settings theme pink", "settings lock-after-minutes 0", f"settings practice {301 * 'x'}"],
)
def test_what_cannot_be_set_is_refused_and_nothing_is_written(
    own_file: Path, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed.split()) == 1
    assert capsys.readouterr().err
    assert not own_file.exists()


def test_a_language_that_is_set_is_the_one_that_is_spoken(own_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "language", "en-XA"]) == 0
    capsys.readouterr()
    assert main(["settings", "nonsense"]) == 1
    assert "none of the settings" not in capsys.readouterr().err
    assert main(["--language", "en", "settings", "nonsense"]) == 1
    assert "none of the settings" in capsys.readouterr().err


def test_a_file_that_was_edited_by_hand_into_nonsense_means_what_is_usual(own_file: Path) -> None:
    own_file.parent.mkdir(parents=True)
    own_file.write_text("[General]\ntheme=pink\nlock_after_minutes=soon\n\n[Other]\nlanguage=en-XA\n")
    assert [chosen(setting) for setting in SETTINGS] == [setting.usual for setting in SETTINGS]
    assert chosen(LANGUAGE) == "en"


def test_what_is_being_set_stays_in_sight_while_type_grows_and_shrinks(facilitator: Facilitator) -> None:
    facilitator.window.resize(1024, 768)
    card = opens(facilitator)
    field = card.fields[TYPE_SIZE]
    sets(card, TYPE_SIZE, "200")
    facilitator.waits_until(lambda: field.visibleRegion().boundingRect() == field.rect())
    for smaller in ("175", "150", "125", "100"):
        QTest.keyClick(facilitator.keyboard_goes_to(), Qt.Key.Key_Left)
        facilitator.waits_until(lambda: field.visibleRegion().boundingRect() == field.rect())
        assert field.key == smaller
