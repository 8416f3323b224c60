"""The window on the projector: it shows, it hands keys on, and it never does anything of its own accord."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from room_samples import commitment_page, readiness_page, results_page, sign_page, view, welcome_page
from vote_samples import agreed_on, agreement_page, reveal_page, second_round, voting_page

from desktop.room.window import FADE, RoomWindow
from desktop.view_models.room.pages import RoomBlank, RoomChart, RoomPage, RoomView
from models.method.method import Method


def shown(qtbot: QtBot, first: RoomView | None = None, *, still: bool = True) -> RoomWindow:
    window = RoomWindow(still=still)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    if first is not None:
        window.show_view(first)
    window.show()
    qtbot.waitExposed(window)
    return window


def picture(window: RoomWindow) -> QImage:
    return window.grab().toImage()


@pytest.mark.usefixtures("dressed_app")
def test_it_is_black_until_there_is_something_to_show(qtbot: QtBot) -> None:
    image = picture(shown(qtbot))
    assert {image.pixelColor(x, y).name() for x in range(0, 1280, 160) for y in range(0, 720, 90)} == {"#000000"}


@pytest.mark.usefixtures("dressed_app")
def test_every_key_is_handed_on_and_none_closes_it(qtbot: QtBot) -> None:
    window = shown(qtbot, view(RoomBlank(), dark=True))
    seen: list[int] = []
    window.key_pressed.connect(lambda event: seen.append(event.key()))
    keys = (
        Qt.Key.Key_Escape,
        Qt.Key.Key_F5,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Period,
        Qt.Key.Key_B,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Space,
    )
    for key in keys:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window, event)
        assert event.isAccepted()
    assert seen == [key.value for key in keys]
    assert window.isVisible()


@pytest.mark.usefixtures("dressed_app")
def test_closing_only_hides_and_says_so(qtbot: QtBot, method: Method) -> None:
    window = shown(qtbot, view(sign_page(method, 4), dark=False))
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not window.isVisible()
    assert not window.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    window.show()
    assert window.view == view(sign_page(method, 4), dark=False)


@pytest.mark.usefixtures("dressed_app")
def test_it_leaves_the_focus_where_people_type(qtbot: QtBot) -> None:
    window = shown(qtbot, view(welcome_page(), dark=True), still=False)
    # The offscreen platform activates every window it shows; the others go by what the window asks of them.
    assert window.windowHandle().property("_q_showWithoutActivating")
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    console = QLineEdit()
    qtbot.addWidget(console)
    console.show()
    console.activateWindow()
    console.setFocus()
    qtbot.waitUntil(console.hasFocus)
    window.show_view(view(RoomBlank(), dark=True))
    qtbot.wait(FADE + 60)
    assert console.hasFocus()


@pytest.mark.usefixtures("dressed_app")
def test_what_changes_while_it_is_hidden_is_there_when_it_comes_back(qtbot: QtBot, method: Method) -> None:
    window = shown(qtbot, view(welcome_page(), dark=True), still=False)
    window.hide()
    window.show_view(view(sign_page(method, 2), dark=True))
    window.show()
    assert picture(window) == picture(shown(qtbot, view(sign_page(method, 2), dark=True)))


@pytest.mark.usefixtures("dressed_app")
def test_another_page_fades_in_and_comes_to_rest(qtbot: QtBot, method: Method) -> None:
    one, other = view(sign_page(method, 4), dark=True), view(sign_page(method, 5), dark=True)
    end = picture(shown(qtbot, other))
    window = shown(qtbot, one, still=False)
    window.show_view(other)
    assert picture(window) != end
    qtbot.wait(FADE + 60)
    qtbot.waitUntil(lambda: picture(window) == end)


@pytest.mark.usefixtures("dressed_app")
def test_no_page_moves_where_the_system_asks_for_stillness(qtbot: QtBot, method: Method) -> None:
    other = view(sign_page(method, 5), dark=True)
    end = picture(shown(qtbot, other))
    window = shown(qtbot, view(sign_page(method, 4), dark=True))
    window.show_view(other)
    assert picture(window) == end


@pytest.mark.usefixtures("dressed_app")
def test_an_update_of_the_same_page_is_there_at_once(qtbot: QtBot, method: Method) -> None:
    before = sign_page(method, 4)
    for after in (replace(before, chosen=1), replace(before, answer="Not known")):
        end = picture(shown(qtbot, view(after, dark=False)))
        window = shown(qtbot, view(before, dark=False), still=False)
        window.show_view(view(after, dark=False))
        assert picture(window) == end


@pytest.mark.usefixtures("dressed_app")
def test_a_vote_opens_and_is_counted_at_once_and_its_reveal_fades_in(qtbot: QtBot, method: Method) -> None:
    window = shown(qtbot, view(sign_page(method, 10), dark=True), still=False)
    for answered, done in (("None of eight is in yet", 0), ("One of eight is in", 1)):
        voting = view(voting_page(method, 10, answered, (done, 8)), dark=True)
        end = picture(shown(qtbot, voting))
        window.show_view(voting)
        assert picture(window) == end
    revealed = view(reveal_page(method), dark=True)
    end = picture(shown(qtbot, revealed))
    window.show_view(revealed)
    assert picture(window) != end
    qtbot.waitUntil(lambda: picture(window) == end)
    agreed = replace(revealed, page=agreed_on(reveal_page(method), 2))
    window.show_view(agreed)
    assert picture(window) == picture(shown(qtbot, agreed))


@pytest.mark.usefixtures("dressed_app")
def test_a_page_in_the_midst_of_a_fade_gives_way_to_the_next(qtbot: QtBot, method: Method) -> None:
    window = shown(qtbot, view(sign_page(method, 1), dark=True), still=False)
    for number in range(2, 8):
        window.show_view(view(sign_page(method, number), dark=True))
        qtbot.wait(20)
    end = picture(shown(qtbot, view(sign_page(method, 7), dark=True)))
    qtbot.waitUntil(lambda: picture(window) == end)


@pytest.mark.usefixtures("dressed_app")
def test_a_new_size_is_laid_out_anew_even_while_fading(qtbot: QtBot, method: Method) -> None:
    window = shown(qtbot, view(sign_page(method, 1), dark=True), still=False)
    window.show_view(view(welcome_page(), dark=True))
    window.resize(1024, 768)
    qtbot.waitUntil(lambda: window.composition is not None and window.composition.width == 1024)
    assert picture(window).width() == 1024


@pytest.mark.usefixtures("dressed_app")
def test_a_screen_reader_hears_what_is_shown(qtbot: QtBot, method: Method) -> None:
    window = shown(qtbot)
    short = tuple(mode.short for mode in method.modes)
    sign = sign_page(method, 4, chosen=2)
    heard: dict[RoomPage, tuple[str, ...]] = {
        sign: (sign.place, sign.title, sign.question, sign.anchors[3].rstrip("."), f"Agreed: 2 {sign.levels[2]}"),
        sign_page(method, 4, answer="Not known"): ("Agreed: Not known",),
        replace(sign_page(method, 5, answer="Not known"), agreed=False): (f"{method.signs[5].title}", "Not known"),
        results_page(short): ("Data pipelines ?, 0 to 100 possible, Not known", "Critical, 4 of 4 answered"),
        commitment_page(): ("Margaret Oduya will name one", "by Friday 12 March", "Done when: One name"),
        commitment_page("", ""): ("Who? will name one", "has to say a day by 4 December"),
        welcome_page(): ("Leak Watch", "09:10 Business need", "Arkenby Water", "12:30 End", "Counts, not names"),
        voting_page(method): ("Voting is open. Five of eight are in", sign_page(method, 10).anchors[0].rstrip(".")),
        agreed_on(second_round(reveal_page(method)), 2): (
            "First vote: 0 ",
            f"After talking: 0 {sign.levels[0]} 0; 1 {sign.levels[1]} 1; 2 {sign.levels[2]} 6",
            "Agreed: 2, established. Four said so at first",
        ),
        reveal_page(method): ("Not known 2", "Split: from 0 to 3. Talk, then vote once more"),
        agreement_page(method, (1, 0, 0, 1)): (
            f"Split: talk again: {method.signs[0].title} (0 × 1, 1 × 1, 2 × 4, 3 × 1, ? × 0) 2 for now",
            "Entered without a vote: 13",
        ),
        readiness_page(method): ("No-go: nine of 15 points are open", "3 confirmed", "What shows it: "),
        RoomChart(): ("to be read from the last row",),
        RoomBlank(): ("Quillmere Partners. Arkenby Water",),
    }
    for page, words in heard.items():
        window.show_view(view(page, dark=False))
        spoken = QAccessible.queryAccessibleInterface(window)
        assert spoken is not None
        assert spoken.text(QAccessible.Text.Name)
        for word in words:
            assert word in spoken.text(QAccessible.Text.Description)
