"""The first days with Clearway: the sample put away, an engagement of one's own, the keyboard, a dialog."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from facilitator import Facilitator
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from window_audit import audit

from desktop.console.steps import Step
from desktop.theme import make_theme
from models.values.colour import contrast


def test_the_samples_fictional_practice_does_not_sign_what_is_begun_after_it(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    assert facilitator.engagement.brand.practice == "Quillmere Partners"
    facilitator.goes_to(Step.LIBRARY)
    facilitator.begins("Harbour Trust", "Berth planner")
    brand = facilitator.engagement.brand
    assert (brand.practice, brand.practice_logo, brand.contact) == ("", "", "")

    facilitator.goes_to(Step.PREPARE)
    facilitator.presses("Brand")
    facilitator.types_into("Your practice", "Own & Partners")
    facilitator.waits_until_saved()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.begins("City Library", "Shelf finder")
    assert facilitator.engagement.brand.practice == "Own & Partners"


def test_the_archive_stays_in_reach_when_everything_is_in_it(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: facilitator.clearway.browsing.total == 1)
    facilitator.presses("More")
    facilitator.presses("Archive")
    facilitator.waits_until(lambda: facilitator.clearway.browsing.total == 0)
    facilitator.presses("Show the archive")
    facilitator.waits_until(lambda: "1 engagement in the archive" in facilitator.reads())
    facilitator.presses("More")
    facilitator.presses("Bring back")
    facilitator.waits_until(lambda: "0 engagements in the archive" in facilitator.reads())
    facilitator.presses("Show all engagements")
    facilitator.waits_until(lambda: facilitator.clearway.browsing.total == 1)


def test_a_pilot_started_before_today(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PREPARE)
    facilitator.types_into("Started", "1 jan")
    facilitator.types_into("In production by", "1 jan")
    facilitator.field("Sector").setFocus()
    facilitator.waits_until_saved()
    pilot = facilitator.engagement.pilot
    assert pilot.started == date(date.today().year, 1, 1)
    assert pilot.target_date is not None
    assert pilot.target_date >= date.today()


def tabs_through(facilitator: Facilitator, steps: int) -> list[str]:
    """What Tab comes to, by name."""
    names = []
    for _ in range(steps):
        facilitator.presses_key(Qt.Key.Key_Tab)
        at = facilitator.keyboard_goes_to()
        names.append(at.accessibleName() or (at.text() if isinstance(at, QAbstractButton) else type(at).__name__))
    return names


def test_tab_goes_on_below_a_person_who_was_added(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PREPARE)
    facilitator.presses("Add a stakeholder")
    facilitator.presses("Add a stakeholder")
    facilitator.types_into("Email", "ana@harbour.example")
    acts = ["Add a stakeholder", "Paste people", "Take from a file…"]
    way_on = ["Take over from another", "Try the first sign"]
    assert tabs_through(facilitator, 7) == ["Sponsor: ", "Remove ", *acts, *way_on]
    for _ in range(6):
        facilitator.presses_key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    facilitator.presses_key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert facilitator.keyboard_goes_to() is facilitator.field("Email")


def test_tab_leads_from_a_note_to_its_mark_and_on_down_the_page(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.presses_key(Qt.Key.Key_N)
    facilitator.types("Said in the room")
    assert tabs_through(facilitator, 3) == ["For the client", "New note", "Park it"]


def test_a_dialog_in_the_dark_theme_can_be_read(settings: QSettings, start: Callable[[], Facilitator]) -> None:
    settings.setValue("theme", "dark")
    facilitator = start()
    facilitator.opens_the_sample()
    dialog = QFileDialog(facilitator.window, "Save")
    dialog.show()
    facilitator.qtbot.wait(100)
    seen = dialog.grab().toImage().pixelColor(3, dialog.height() // 2).name()
    dialog.reject()
    assert contrast(make_theme(dark=True).ink, seen) >= 7


def test_up_and_down_go_from_failure_mode_to_failure_mode(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.DIAGNOSE)
    for key, place in ((Qt.Key.Key_Up, 1), (Qt.Key.Key_Down, 5), (Qt.Key.Key_Right, 6), (Qt.Key.Key_Down, 9)):
        facilitator.presses_key(key)
        assert f"Warning sign {place} of 24" in facilitator.reads()
    for _ in range(7):
        facilitator.presses_key(Qt.Key.Key_Down)
    assert "Warning sign 21 of 24" in facilitator.reads()


def test_why_this_number_opens_within_the_page_of_a_small_window(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.RESULTS)
    facilitator.window.resize(1024, 768)
    facilitator.comes_to_rest()
    for why in [b for b in facilitator.window.findChildren(QAbstractButton) if b.text() == "Why?" and b.isVisible()]:
        why.click()
        facilitator.comes_to_rest()
        assert "signs can reach" in facilitator.reads()
        assert audit(facilitator.window) == []
    assert "2 of the 12 that four signs can reach: 17 of 100." in facilitator.reads()
