"""The hub in the window: joined in the settings, met on a key, told quietly; and one that never answers."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Clearway
from desktop.console.hub.card import HubCard
from desktop.console.hub.people_card import PeopleCard
from desktop.console.library.taking_overlay import TakingOverlay
from desktop.console.steps import Step
from desktop.library_acts import LibraryActs
from models.engagement.edit import Edit
from models.hub.hub import Hub
from models.hub.memory import Memory, keep, memory_file, recall
from models.hub.people import People
from models.hub.syncing import Ways
from models.storage import Library
from models.values.sentence import act_called
from tests.desktop.facilitator import Facilitator
from tests.hub.clients import Client, entering
from tests.hub.postgres import Server


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "library.clearway"


@pytest.fixture
def start(
    dressed_app: QApplication, qtbot: QtBot, place: Path, settings: QSettings
) -> Iterator[Callable[[], Facilitator]]:
    running: list[Clearway] = []

    def begin() -> Facilitator:
        clearway = Clearway(place, settings)
        running.append(clearway)
        clearway.start()
        qtbot.addWidget(clearway.window)
        facilitator = Facilitator(clearway, qtbot)
        facilitator.waits_until(lambda: clearway.browsing.known)
        return facilitator

    yield begin
    for clearway in running:
        clearway.window.close()
        clearway.stop()


@pytest.fixture
def ann(start: Callable[[], Facilitator], server: Server, database: str) -> Facilitator:
    """Has joined in the settings, with the sample open."""
    made = start()
    made.opens_the_sample()
    made.presses_key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    made.presses("Hub…")
    (card,) = made.window.findChildren(HubCard)
    card.address.setText(server.address("ann", database))
    made.presses("Join")
    made.waits_until(lambda: made.clearway.hub.met is not None)
    made.presses_key(Qt.Key.Key_Escape)
    made.presses_key(Qt.Key.Key_Escape)
    return made


def meets(facilitator: Facilitator) -> None:
    met = facilitator.clearway.hub.met
    facilitator.presses_key(Qt.Key.Key_F9)
    assert facilitator.clearway.hub.under_way
    facilitator.waits_until(lambda: not facilitator.clearway.hub.under_way)
    assert facilitator.clearway.hub.problem == ""
    assert met is not None


def test_what_is_shared_goes_and_comes_while_one_works(
    ann: Facilitator, server: Server, database: str, open_at: Callable[[str], Library], enter: Callable[[str], Hub]
) -> None:
    one, mark = ann.engagement.id, ann.window.rail.hub
    assert mark.isVisible()
    People(enter("ann").connection).share(one, ["ben"], "member")
    meets(ann)
    assert "ben (member)" in mark.toolTip()
    ben = Client(open_at("ben"), entering(server.address("ben", database)))
    ben.sync()
    problem = replace(ben.library.engagement(one).pilot, problem="Ben has typed this.")
    ben.library.save(Edit(act_called("Problem"), one, put=(problem,)))
    ben.sync()
    meets(ann)
    ann.waits_until(lambda: ann.engagement.pilot.problem == "Ben has typed this.")
    ann.goes_to(Step.DIAGNOSE)
    ann.presses_key(Qt.Key.Key_3)
    ann.waits_until_saved()
    ann.waits_until(lambda: mark.text() == "Hub: waiting (1)")
    ann.clearway.window.close()
    ann.clearway.stop()  # closing sends what waits
    ben.sync()
    assert ben.library.engagement(one) == ann.engagement


def test_what_both_changed_is_shown_side_by_side(
    ann: Facilitator, server: Server, database: str, open_at: Callable[[str], Library], enter: Callable[[str], Hub]
) -> None:
    one = ann.engagement.id
    People(enter("ann").connection).share(one, ["ben"], "member")
    meets(ann)
    ben = Client(open_at("ben"), entering(server.address("ben", database)))
    ben.sync()
    pilot = ben.library.engagement(one).pilot
    ben.library.save(Edit(act_called("Ben's"), one, put=(replace(pilot, problem="Ben's"),)))
    ben.sync()
    ann.session.edit(act_called("Ann's"), replace(ann.engagement.pilot, problem="Ann's"))
    ann.waits_until_saved()
    meets(ann)
    assert ann.window.rail.hub.text() == "Hub: to choose (1)"
    assert ann.engagement.pilot.problem == "Ann's"
    ann.window.rail.hub.click()
    (overlay,) = ann.window.findChildren(TakingOverlay)
    ann.waits_until(lambda: bool(overlay.conflicts))
    ann.presses("Take it in")
    ann.waits_until(lambda: not ann.clearway.hub.held and not ann.clearway.hub.under_way)
    ben.sync()
    assert ben.library.engagement(one).pilot.problem == "Ann's"


def test_a_hub_that_never_answers_is_waited_for_by_nobody(
    start: Callable[[], Facilitator], place: Path, tmp_path: Path
) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        folder = Path("/tmp") / f"s{tmp_path.stat().st_ino}"
        folder.mkdir()
        try:
            silent.bind(str(folder / ".s.PGSQL.5432"))
            silent.listen()
            keep(place, Memory(f"postgresql://ann@/hub?host={folder}"))
            facilitator = start()
            facilitator.waits_until(lambda: facilitator.clearway.hub.under_way)
            facilitator.rates_the_first_sign()
            assert facilitator.clearway.hub.under_way
            assert facilitator.window.rail.hub.text() == "Hub: first meeting …"
        finally:
            (folder / ".s.PGSQL.5432").unlink()
            folder.rmdir()


def test_what_is_no_hub_is_said_in_the_settings(start: Callable[[], Facilitator]) -> None:
    facilitator = start()
    facilitator.presses_key(Qt.Key.Key_F9)
    facilitator.waits_until(lambda: bool(facilitator.window.findChildren(HubCard)))
    (card,) = facilitator.window.findChildren(HubCard)
    card.address.setText("not an address")
    facilitator.presses("Join")
    facilitator.waits_until(lambda: "no address of a hub" in card.said.text().replace("\u200b", ""))
    assert not facilitator.window.rail.hub.isVisible()


def spare(card: HubCard) -> int:
    """Pixels of the card that nothing in it needs."""
    return card.card.height() - card.inside.totalHeightForWidth(card.card.width())


def test_the_card_is_as_high_as_what_is_in_it(start: Callable[[], Facilitator]) -> None:
    facilitator = start()
    facilitator.presses_key(Qt.Key.Key_F9)
    facilitator.waits_until(lambda: bool(facilitator.window.findChildren(HubCard)))
    (card,) = facilitator.window.findChildren(HubCard)
    facilitator.waits_until(lambda: card.card.height() > 0 and abs(spare(card)) <= 2)


def test_what_stands_in_the_card_decides_its_height_once_joined(ann: Facilitator) -> None:
    hub = ann.clearway.hub
    ann.waits_until(lambda: not ann.window.findChildren(HubCard))
    ann.window.settings.open_hub()
    (card,) = ann.window.findChildren(HubCard)
    ann.waits_until(lambda: abs(spare(card)) <= 2)
    assert "Last met: 20" in card.said.text().replace("\u200b", "")
    hub.memory = replace(hub.memory, met="")
    hub.changed.emit()
    assert "Not met yet" in card.said.text().replace("\u200b", "")


def people_card(facilitator: Facilitator) -> PeopleCard:
    """By its key, once the hub has answered."""
    facilitator.presses_key(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    (card,) = facilitator.window.findChildren(PeopleCard)
    facilitator.waits_until(lambda: card.who.count() > 1 or "reader" in card.said.text())
    return card


def test_a_lead_shares_with_people_of_the_hub_and_takes_them_out(
    ann: Facilitator, server: Server, database: str, open_at: Callable[[str], Library]
) -> None:
    card = people_card(ann)
    assert "Nobody else has it" in card.said.text()
    assert {"ben", "eve"} < set(card.sharing.others)
    assert "zoe" not in card.sharing.others
    assert card.who.hasFocus()
    card.who.show_key("ben")
    card.part.show_key("reader")
    card.share.click()
    ann.waits_until(lambda: list(card.rows) == ["ann", "ben"])
    assert "You lead it" in card.said.text()
    card.rows["ann"].part.setFocus()
    reached = []
    for _ in range(4):
        ann.presses_key(Qt.Key.Key_Tab)
        reached.append(ann.window.focusWidget())
    assert reached[:2] == [card.rows["ben"].part, card.rows["ben"].out]
    assert reached[2:] == [card.who, card.part]
    assert "has not been here yet" in card.rows["ben"].met.text()
    ann.waits_until(lambda: "ben (reader)" in ann.clearway.hub.people(ann.engagement.id))
    ben = Client(open_at("ben"), entering(server.address("ben", database)))
    ben.sync()
    assert ben.library.engagement(ann.engagement.id) == ann.engagement
    card.rows["ben"].part.chosen.emit("member")
    ann.waits_until(lambda: card.rows["ben"].part.currentData() == "member" and not card.sharing.under_way)
    assert "was here 20" in card.rows["ben"].met.text()
    card.rows["ann"].part.chosen.emit("member")  # an engagement keeps a lead, and it says so
    ann.waits_until(lambda: "the only one" in card.said.text().replace("\u200b", ""))
    assert card.rows["ann"].part.currentData() == "lead"
    card.rows["ben"].out.click()
    ann.waits_until(lambda: list(card.rows) == ["ann"] and not card.sharing.under_way)
    ann.presses("Take it off the hub…")
    assert card.sharing.part == "lead"  # asked once more
    ann.presses("Take it off now")
    ann.waits_until(lambda: not card.rows and not card.sharing.under_way)
    ann.waits_until(lambda: not ann.clearway.hub.people(ann.engagement.id))
    assert "ben" in card.sharing.others


def test_a_reader_is_told_what_is_shared_and_that_nothing_goes_back(
    ann: Facilitator, server: Server, database: str, open_at: Callable[[str], Library], enter: Callable[[str], Hub]
) -> None:
    ben = Client(open_at("ben"), entering(server.address("ben", database)))
    one = LibraryActs(ben.library).begin("Client", "Pilot")
    People(enter("ben").connection).share(one, ["ann"], "reader")
    ben.sync()
    meets(ann)
    ann.waits_until(lambda: "is shared with you now: Client, Pilot" in ann.window.banner.text())
    ann.clearway.browsing.open(one)
    ann.waits_until(lambda: ann.window.session is not None and ann.engagement.id == one)
    ann.session.edit(act_called("Ann's"), replace(ann.engagement.pilot, problem="Ann's"))
    ann.waits_until_saved()
    meets(ann)
    assert (ann.window.rail.hub.text(), ann.clearway.hub.waiting) == ("Hub: reader", 0)
    card = people_card(ann)
    assert "what you change stays" in card.said.text()
    assert not card.share.isVisible()
    assert [row.out.isVisible() for row in card.rows.values()] == [True, False]
    card.rows["ann"].out.click()
    ann.waits_until(lambda: "not shared with you any more" in ann.window.banner.text())
    assert ann.clearway.hub.people(one) == ""


def test_what_was_taken_out_of_the_library_is_offered_again(
    ann: Facilitator, server: Server, database: str, open_at: Callable[[str], Library], enter: Callable[[str], Hub]
) -> None:
    ben = Client(open_at("ben"), entering(server.address("ben", database)))
    one = LibraryActs(ben.library).begin("Client", "Pilot")
    People(enter("ben").connection).share(one, ["ann"], "member")
    ben.sync()
    meets(ann)
    ann.clearway.thread.do(lambda library: library.delete_for_good(one), lambda _: None, lambda _: None)
    meets(ann)
    assert ann.clearway.hub.let_go == [one]
    ann.clearway.window.settings.open_hub()
    ann.presses("Have Client, Pilot again")
    ann.waits_until(lambda: not ann.clearway.hub.let_go and not ann.clearway.hub.under_way)
    here = []
    ann.clearway.thread.do(lambda library: library.ids_beginning(one), here.extend, lambda _: None)
    ann.waits_until(lambda: here == [one])


def test_a_hub_that_is_left_in_the_middle_of_a_meeting_stays_left(
    ann: Facilitator, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting, there, left = ann.clearway.hub, threading.Event(), threading.Event()
    ways = meeting._door.ways

    def waits(hub: Hub, bring: frozenset[str]) -> Ways:
        there.set()
        left.wait(20)
        return ways(hub, bring)

    monkeypatch.setattr(meeting._door, "ways", waits)
    ann.presses_key(Qt.Key.Key_F9)
    ann.waits_until(there.is_set)
    meeting.leave()
    left.set()
    ann.waits_until(lambda: not meeting.under_way)
    assert not meeting.joined
    assert recall(place).address == ""


def test_a_password_that_no_keychain_keeps_is_asked_for_at_the_start(
    start: Callable[[], Facilitator], place: Path, server: Server, database: str
) -> None:
    keep(place, Memory(server.address("carol", database)))
    carol = start()
    mark = carol.window.rail.hub
    carol.waits_until(lambda: mark.text() == "Hub: password?")
    mark.click()
    (card,) = carol.window.findChildren(HubCard)
    assert not card.address.isVisible()
    card.password.line.setText("a secret: ü%")
    carol.presses("Join")
    carol.waits_until(lambda: carol.clearway.hub.met is not None and not carol.clearway.hub.under_way)
    meets(carol)  # it is kept while the window is open
    assert "secret" not in memory_file(place).read_text()
