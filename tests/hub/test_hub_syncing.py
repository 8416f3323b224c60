"""Libraries that meet a hub: all of them come to the same, whatever happens in between."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from models.engagement.edit import Edit
from models.hub import syncing
from models.hub.hub import Hub
from models.hub.people import People
from models.sharing.told import ToldAct
from models.storage import Library
from models.values.sentence import act_called
from tests.hub.clients import ONE, Client, entering, leave
from tests.hub.postgres import Server
from tests.storage.library_samples import complete, picture, sent_file, small


@pytest.fixture
def client(server: Server, database: str, open_at: Callable[[str], Library]) -> Callable[[str], Client]:
    known: dict[str, Client] = {}

    def made(role: str, library: str = "") -> Client:
        name = library or role
        if name not in known:
            known[name] = Client(open_at(name), entering(server.address(role, database)))
        return known[name]

    return made


@pytest.fixture
def ann(client: Callable[[str], Client], enter: Callable[[str], Hub]) -> Client:
    """Shares an engagement with Ben as a member, and with Eve as a reader."""
    made = client("ann")
    made.library.add(small(), act_called("Add"))
    people = People(enter("ann").connection)
    people.share(ONE, ["ben"], "member")
    people.share(ONE, ["eve"], "reader")
    made.sync()
    return made


@pytest.fixture
def ben(client: Callable[[str], Client], ann: Client) -> Client:
    made = client("ben")
    made.sync()
    return made


def test_what_is_shared_arrives_and_both_work_on(ann: Client, ben: Client) -> None:
    assert ben.library.engagement(ONE) == ann.library.engagement(ONE)
    ann.note("Ann's")
    ben.note("Ben's")
    assert (ann.sync().sent, ben.sync().sent) == (1, 1)
    ann.sync()
    assert ann.texts() == ben.texts() >= {"Ann's", "Ben's"}
    assert ann.library.engagement(ONE) == ben.library.engagement(ONE)
    again = [client.sync() for client in (ann, ben)]
    assert [(report.sent, report.came) for report in again] == [(0, 0), (0, 0)]
    assert ann.library.check() == ben.library.check() == []


def test_nothing_is_asked_twice_where_nothing_was_done(
    ann: Client, ben: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben.sync()
    monkeypatch.delattr(Hub, "stamps")
    assert ben.sync().refused == []
    ann.note("new")
    with pytest.raises(AttributeError):
        ann.sync()


def test_the_more_is_here_the_larger_a_page_of_what_comes(
    ann: Client, client: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that is here is read for each page: pages of one size would take the square of what comes."""
    sizes = []
    whole = Hub.received

    def received(hub: Hub, engagement: str, names: Sequence[str]) -> list[ToldAct]:
        sizes.append(len(names))
        return whole(hub, engagement, names)

    for number in range(40):
        ann.note(str(number))
    ann.sync()
    monkeypatch.setattr(syncing, "AT_ONCE", 2)
    monkeypatch.setattr(Hub, "received", received)
    ben = client("ben")
    ben.sync()
    assert ben.texts() == ann.texts()
    assert sizes == sorted(sizes[:-1]) + sizes[-1:]
    assert len(sizes) < 12


def test_files_and_content_packs_come_with_it(
    ann: Client, enter: Callable[[str], Hub], client: Callable[[str], Client]
) -> None:
    whole = complete()
    ann.library.keep_asset(sent_file())
    ann.library.add(whole, act_called("Add"))
    People(enter("ann").connection).share(whole.id, ["ben"], "member")
    ann.sync()
    ben = client("ben")
    ben.sync()
    assert ben.library.engagement(whole.id) == ann.library.engagement(whole.id)
    assert ben.library.asset(sent_file().id) == sent_file()


def test_a_reader_gets_all_and_gives_nothing(ann: Client, ben: Client, client: Callable[[str], Client]) -> None:
    eve = client("eve")
    eve.sync()
    assert eve.library.engagement(ONE) == ann.library.engagement(ONE)
    eve.note("Eve's")
    report = eve.sync()
    assert (report.sent, report.waiting, report.refused) == (0, 1, [])
    ann.sync()
    assert "Eve's" not in ann.texts()


def test_what_both_changed_waits_for_whoever_is_asked(ann: Client, ben: Client) -> None:
    note = small().current.notes[0]
    ann.do("Ann's", replace(note, text="Ann's"))
    ann.sync()
    ben.do("Ben's", replace(note, text="Ben's"))
    held = ben.sync(leave)
    assert list(held.held) == [ONE]
    assert (held.sent, held.memory.engagements[ONE].held) == (1, True)
    assert "Ann's" not in ben.texts()
    ben.sync()
    ann.sync()
    assert ben.library.engagement(ONE) == ann.library.engagement(ONE)


def test_who_was_put_out_keeps_what_there_is_and_hears_no_more(
    ann: Client, ben: Client, enter: Callable[[str], Hub]
) -> None:
    People(enter("ann").connection).put_out(ONE, ["ben"])
    ann.note("After")
    ann.sync()
    ben.note("Ben's")
    report = ben.sync()
    assert (report.not_shared, report.sent, report.came) == ([ONE], 0, 0)
    assert ben.texts() >= {"Ben's"}
    assert "After" not in ben.texts()


def test_what_was_taken_out_of_the_library_comes_back_only_where_it_is_asked_for(ann: Client, ben: Client) -> None:
    ben.library.delete_for_good(ONE)
    assert ben.sync().let_go == [ONE]
    assert ben.library.ids_beginning("") == []
    ben.sync(bring=frozenset({ONE}))
    assert ben.library.engagement(ONE) == ann.library.engagement(ONE)


def test_an_engagement_that_was_taken_off_is_not_brought_back_by_an_old_copy(
    ann: Client, ben: Client, enter: Callable[[str], Hub]
) -> None:
    from models.hub.errors import SharedByOthersError

    People(enter("ann").connection).unshare(ONE)
    assert ben.sync().not_shared == [ONE]
    with pytest.raises(SharedByOthersError):
        People(enter("ben").connection).share(ONE, [], "member")
    People(enter("ann").connection).share(ONE, ["ben"], "member")
    ann.sync()
    ben.note("Again")
    ben.sync()
    ann.sync()
    assert "Again" in ann.texts()


def test_what_another_library_made_goes_with_its_maker_or_with_a_lead(
    ann: Client, ben: Client, client: Callable[[str], Client]
) -> None:
    """Ben has what Ann did by a file, before she sent it; he may not send it in her name."""
    from models.storage.shared.container import read, written
    from models.storage.shared.sharing import Sharing

    ann.note("Ann's")
    Sharing(ben.library).take(read(written(Sharing(ann.library).package([ONE])), "file"), {})
    ben.note("Ben's, having seen it")
    report = ben.sync()
    assert (report.sent, report.waiting) == (0, 2)
    ann.sync()
    report = ben.sync()
    assert (report.sent, report.waiting) == (1, 0)
    ann.sync()
    assert ann.library.engagement(ONE) == ben.library.engagement(ONE)


@pytest.mark.parametrize("body", [b"no act", b"", zlib.compress(b"[1]"), zlib.compress(b"{" * 100_000)])
def test_what_somebody_plants_stops_its_own_engagement_alone(
    ann: Client, ben: Client, server: Server, database: str, enter: Callable[[str], Hub], body: bytes
) -> None:
    """Ben has psql in hand: what he writes is none of Clearway's, and nobody takes it."""
    with server.connect("ben", database) as connection:
        insert = "INSERT INTO clearway.act (engagement, gid, stamp, seen, body) VALUES (%s, %s, %s, '{}', %s)"
        stamp = f"2026-01-02T03:04:05.000000+00:00 {'9' * 32}"
        connection.execute(insert.encode(), (ONE, "9" * 32, stamp, body))
    other = small("other")
    ann.library.add(other, act_called("Add"))
    People(enter("ann").connection).share(other.id, [], "member")
    report = ann.sync()
    ((engagement, refusal),) = report.refused
    assert engagement == ONE
    assert "An act that ben sent cannot be read" in str(refusal)
    assert other.id in report.memory.engagements
    People(enter("ann").connection).unshare(ONE)
    People(enter("ann").connection).share(ONE, ["ben"], "member")
    assert ann.sync().refused == []
    assert ben.sync().refused == []


def test_a_name_that_the_server_cannot_hold_goes_without_what_it_cannot(ann: Client, ben: Client) -> None:
    logo = replace(picture(b"a logo"), name="lo\0go.png")
    brand = replace(ann.library.engagement(ONE).brand, client_logo=logo.id)
    ann.library.save(Edit(act_called("Logo"), ONE, put=(brand,), assets=(logo,)))
    ann.sync()
    ben.sync()
    found = ben.library.asset(logo.id)
    assert found is not None
    assert (found.name, found.data) == ("logo.png", logo.data)


def test_whoever_sent_an_act_stands_in_the_history(ann: Client, ben: Client, open_at: Callable[[str], Library]) -> None:
    ann.note("by Ann")
    ann.sync()
    ben.sync()
    assert "ann" in {entry.who for entry in ben.library.history(ONE)}
    ben.library._history._who = "Ann"
    ben.note("in her name")
    ben.sync()
    ann.sync()
    assert "Ann (ben)" in {entry.who for entry in ann.library.history(ONE)}
