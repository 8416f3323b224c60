"""Any keyboard: keys as layouts make them, into a real window; figures, letters, signs of clickers and shortcuts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from facilitator import Facilitator, comes_by_post
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.console.steps import Step
from desktop.view_models.room.showing import Showing
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.key_meaning import OURS, as_meant, positions
from desktop.widgets.keys import name_of
from models.values.terms import Answer, Confidence, NoteKind

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
CODES = {char: code for code, char in positions("linux").items()}
FIGURES = "1234567890"


@dataclass(frozen=True)
class Layout:
    """What the top row makes without and with Shift, and what the keys make that are printed differently."""

    plain: str = FIGURES
    shifted: str = '!"£$%^&*()'
    letters: str = ""
    """Pairs of the key by its place and what it makes."""

    def text(self, place: str, shift: bool = False) -> str:
        """What the key at that place makes."""
        if place in FIGURES:
            return (self.shifted if shift else self.plain)[FIGURES.index(place)]
        made = dict(zip(self.letters[::2], self.letters[1::2], strict=True)).get(place, place.lower())
        return made.upper() if shift else made


LAYOUTS = {
    "gb": Layout(),
    "us": Layout(shifted="!@#$%^&*()"),
    "fr": Layout("&é\"'(-è_çà", FIGURES, "QaWzAqZwM,.:"),
    "be": Layout("&é\"'(§è!çà", FIGURES, "QaWzAqZwM,.:"),
    "cz": Layout("+ěščřžýáíé", FIGURES, "YzZy"),
    "de": Layout(shifted='!"§$%&/()=', letters="YzZy"),
    "ru": Layout(shifted='!"№;%:?*()', letters="QйWцEуRкTеYнUгIшOщPзAфSыDвFаGпHрJоKлLдZяXчCсVмBиNтMь.ю"),
    "gr": Layout(shifted="!@#$%^&*()", letters="EεRρTτYυUθIιOοPπAαSσDδFφGγHηJξKκLλZζXχCψVωBβNνMμ"),
    "il": Layout(shifted="!@#$%^&*()", letters="Q/W'EקRרTאYטUוIןOםPפAשSדDגFכGעHיJחKלLךZזXסCבVהBנNמMצ.ץ"),
    "tr": Layout(shifted="!'^+%&/()=", letters="Iı"),
}


def event(kind: QEvent.Type, text: str, place: str, held: Qt.KeyboardModifier) -> QKeyEvent:
    """As Qt makes it on X11: the key by the text it makes, the place beside it; with Ctrl a control character."""
    key = ord(text.upper()[:1]) if text else int(Qt.Key.Key_unknown)
    said = chr(key & 31) if held & CTRL and text.isascii() else text
    return QKeyEvent(kind, key, held, CODES.get(place, 0), 0, 0, said)


def strikes(facilitator: Facilitator, text: str, place: str, held: Qt.KeyboardModifier = NONE) -> None:
    """As the system sends it to the window: first asking who wants it."""
    window = facilitator.window.windowHandle()
    assert window is not None
    facilitator.keyboard_goes_to()
    asked = event(QEvent.Type.ShortcutOverride, text, place, held)
    asked.ignore()
    QCoreApplication.sendEvent(window, asked)
    QCoreApplication.sendEvent(window, event(QEvent.Type.KeyPress, text, place, held))
    comes_by_post()


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("shift", [False, True])
def test_every_figure_of_the_top_row_means_itself_with_shift_and_without(name: str, shift: bool) -> None:
    layout, held = LAYOUTS[name], SHIFT if shift else NONE
    for place in FIGURES:
        text = layout.text(place, shift)
        if text in OURS and text != place:
            continue  # as the question mark of a Russian 7: it is another key of ours
        assert name_of(event(QEvent.Type.KeyPress, text, place, held)) == place, (name, text)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_letter_is_the_one_that_is_made_and_else_the_one_at_its_place(name: str) -> None:
    layout = LAYOUTS[name]
    for place in "QWERTYUIOPASDFGHJKLZXCVBNM":
        made = layout.text(place).upper()
        meant = made if made in OURS else place
        for held in (NONE, SHIFT):
            text = layout.text(place, bool(held & SHIFT))
            assert name_of(event(QEvent.Type.KeyPress, text, place, held)) == meant, (name, place)


def test_dead_keys_mean_their_place_and_keys_with_names_themselves() -> None:
    dead = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Dead_Caron, NONE, CODES["3"], 0, 0, "")
    left = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, NONE, CODES["3"], 0, 0, "")
    decimal = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Comma, Qt.KeyboardModifier.KeypadModifier, 91, 0, 0, ",")

    assert name_of(dead) == "3"
    assert as_meant(left) is left
    assert name_of(decimal) == "."


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_platform_knows_every_place_once(platform: str) -> None:
    found = positions(platform)

    assert sorted(found.values()) == sorted("1234567890QWERTYUIOPASDFGHJKLZXCVBNM,./")


@pytest.fixture
def diagnosing(facilitator: Facilitator) -> Facilitator:
    facilitator.rates_the_first_sign()
    return facilitator


def rating(facilitator: Facilitator) -> tuple[Answer, Confidence | None]:
    (found,) = facilitator.engagement.current.ratings.values()
    return found.answer, found.confidence


@pytest.mark.parametrize("name", ["fr", "be", "cz"])
@pytest.mark.parametrize("held", [NONE, SHIFT])
def test_a_sign_is_rated_on_keyboards_whose_top_row_makes_no_figures(
    diagnosing: Facilitator, name: str, held: Qt.KeyboardModifier
) -> None:
    strikes(diagnosing, LAYOUTS[name].text("3", bool(held)), "3", held)

    assert rating(diagnosing)[0] is Answer.SEVERE


@pytest.mark.parametrize("name", ["ru", "gr", "il"])
def test_letters_act_where_the_keyboard_makes_none_of_ours(diagnosing: Facilitator, name: str) -> None:
    layout = LAYOUTS[name]

    strikes(diagnosing, layout.text("S"), "S")
    assert rating(diagnosing)[1] is Confidence.SEEN
    strikes(diagnosing, layout.text("Z"), "Z", CTRL)
    assert rating(diagnosing)[1] is None
    strikes(diagnosing, layout.text("P"), "P")
    diagnosing.types("The licence")

    assert [n.kind for n in diagnosing.engagement.current.notes] == [NoteKind.PARKED]


@pytest.mark.parametrize("name", ["gb", "ru"])
def test_a_key_that_several_parts_take_is_of_the_one_that_is_typed_in(diagnosing: Facilitator, name: str) -> None:
    for text in ("First", "Second"):
        diagnosing.presses_key(Qt.Key.Key_N)
        diagnosing.types(text)
        diagnosing.presses_key(Qt.Key.Key_Return)
    diagnosing.presses_key(Qt.Key.Key_N)
    diagnosing.types("Third")

    strikes(diagnosing, LAYOUTS[name].text("I"), "I", CTRL)

    assert [note.text for note in diagnosing.engagement.current.notes if note.for_client] == ["Third"]


@pytest.mark.parametrize("name", ["fr", "ru", "il"])
def test_what_is_typed_in_a_field_stays_what_it_is(diagnosing: Facilitator, name: str) -> None:
    layout = LAYOUTS[name]
    diagnosing.presses_key(Qt.Key.Key_N)

    for place in "2SA":
        strikes(diagnosing, layout.text(place), place)

    assert diagnosing.engagement.current.notes[-1].text == "".join(map(layout.text, "2SA"))


def test_pages_turn_and_a_vote_by_counts_is_typed_on_a_french_keyboard(diagnosing: Facilitator) -> None:
    french = LAYOUTS["fr"]
    diagnosing.presses_key(Qt.Key.Key_V)
    for place in "1243":
        strikes(diagnosing, french.text(place), place)
    diagnosing.presses_key(Qt.Key.Key_Return)

    (ballot,) = diagnosing.engagement.current.ballots.values()
    assert (ballot.revealed, ballot.count_0, ballot.count_2) == (True, 1, 4)
    strikes(diagnosing, french.text("2"), "2", CTRL)
    assert diagnosing.window.step is list(Step)[1]


@pytest.mark.parametrize("name", ["fr", "ru"])
def test_a_clicker_that_sends_a_full_stop_by_its_place_blanks_the_room_and_so_does_the_keypads(
    diagnosing: Facilitator, name: str
) -> None:
    diagnosing.presses_key(Qt.Key.Key_F5)
    control = diagnosing.room

    strikes(diagnosing, LAYOUTS[name].text("."), ".")
    assert control.presenter.showing is Showing.BLANK
    room_key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Comma, Qt.KeyboardModifier.KeypadModifier, 91, 0, 0, ",")
    QApplication.sendEvent(control.room, room_key)
    comes_by_post()
    assert control.presenter.showing is Showing.LIVE


def test_escape_leaves_the_field_then_what_is_open_and_holds_the_room_last(diagnosing: Facilitator) -> None:
    diagnosing.goes_to(Step.RESULTS)
    diagnosing.presses_key(Qt.Key.Key_F5)
    control = diagnosing.room
    diagnosing.waits_until(lambda: "Why?" in diagnosing.reads())
    diagnosing.presses("Why this number")
    assert "so there is no figure" in diagnosing.reads()

    diagnosing.presses_key(Qt.Key.Key_Escape)
    assert "so there is no figure" not in diagnosing.reads()
    assert control.presenter.showing is Showing.LIVE
    diagnosing.presses_key(Qt.Key.Key_Escape)

    assert control.presenter.showing is Showing.HELD


def test_the_outbox_closes_before_the_room_is_held(diagnosing: Facilitator) -> None:
    diagnosing.goes_to(Step.REPORT)
    diagnosing.presses_key(Qt.Key.Key_F5)
    control = diagnosing.room
    diagnosing.presses("Files sent")

    diagnosing.presses_key(Qt.Key.Key_Escape)
    assert control.presenter.showing is Showing.LIVE
    diagnosing.presses_key(Qt.Key.Key_Escape)

    assert control.presenter.showing is Showing.HELD


def test_arrows_do_not_change_a_choice_that_is_closed(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PREPARE)
    box = next(b for b in facilitator.window.findChildren(ChoiceField) if b.isVisible() and b.count() > 2)
    box.setFocus()
    before = box.currentIndex()

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        QTest.keyClick(box, key)

    assert box.currentIndex() == before
