"""A practice on a real server: people with a library each, engagements that some of them share, and what must hold."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.engagement.edit import Edit
from models.engagement.engagement import Action, Note
from models.hub import syncing
from models.hub.address import read_address
from models.hub.connection import Connection
from models.hub.errors import HubAwayError, HubError
from models.hub.hub import Hub
from models.hub.people import People
from models.hub.schema import make
from models.storage import Library
from models.values.sentence import act_called
from tests.hub.clients import Client, entering
from tests.hub.postgres import Server
from tests.storage.library_samples import picture, small


@contextmanager
def served(people: int, **settings: str) -> Iterator[Server]:
    """A server with an empty hub and so many people on it, p0 and on."""
    server = Server(**settings)
    try:
        server.start()
        server.sql("CREATE DATABASE hub", database="postgres")
        connection = Connection(read_address(server.address("owner"))[0], None)
        make(connection)
        connection.close()
        server.let_in(*(f"p{number}" for number in range(people)))
        yield server
    finally:
        server.close()


def library_of(folder: Path, person: int) -> Path:
    return folder / f"p{person}" / "library.clearway"


def client(folder: Path, address: str, person: int) -> Client:
    """One of them; `address` has the person's place in it."""
    library = Library.open(library_of(folder, person), who=f"p{person}", device=f"laptop {person}")
    return Client(library, entering(address.format(person=person)))


def begun(folder: Path, server: Server, groups: Mapping[str, Sequence[int]]) -> None:
    """Each engagement is made by the first of its people, shared with the others, and sent."""
    for name, people in groups.items():
        lead = client(folder, address(server), people[0])
        lead.library.add(small(name), act_called("Add"))
        with Hub(read_address(server.address(f"p{people[0]}"))[0], None) as hub:
            People(hub.connection).share(id_of(name), [f"p{number}" for number in people[1:]], "member")
        lead.sync()
        lead.library.close()


def id_of(name: str) -> str:
    return small(name).id


def address(server: Server) -> str:
    """For `client`."""
    return server.address("p{person}")


def act(chance: random.Random, who: Client, engagement: str, text: str) -> bool:
    """Anything that people do to an engagement; whether `text` stands in it now."""
    if not who.library.ids_beginning(engagement):
        return False
    now = who.library.engagement(engagement)
    current, round_id = now.current, now.current.assessment.id
    label, what = act_called(f"Act {text}"), chance.random()
    if what < 0.5:
        put: Any = (Note(id=f"note {text}", assessment_id=round_id, sign_id="gap", text=text),)
    elif what < 0.7:
        put = (replace(chance.choice(current.notes), text=text),) if current.notes else ()
    elif what < 0.85:
        put = (Action(id=f"action {text}", assessment_id=round_id, title=text),)
    elif what < 0.95:
        put = (replace(now.pilot, problem=text),)
    else:
        gone = chance.choice(current.notes) if len(current.notes) > 3 else None
        who.library.save(Edit(label, engagement, remove=(gone,) if gone else ()))
        return False
    who.library.save(Edit(label, engagement, put=put))
    return bool(put)


def with_file(who: Client, engagement: str, text: str) -> str:
    """Gives the engagement another logo; its id."""
    logo = picture(text.encode())
    brand = replace(who.library.engagement(engagement).brand, client_logo=logo.id)
    who.library.save(Edit(act_called("Logo"), engagement, put=(brand,), assets=(logo,)))
    return logo.id


def met(who: Client) -> bool:
    """Whether the hub was there."""
    try:
        report = who.sync()
    except HubAwayError:
        return False
    assert not report.refused, [str(refusal) for _, refusal in report.refused]
    return True


def settle(clients: Sequence[Client]) -> None:
    """All meet the hub until nothing moves."""
    for _ in range(4):
        moved = 0
        for one in clients:
            report = one.sync()
            if report.refused:
                raise AssertionError([str(refusal) for _, refusal in report.refused])
            moved += report.sent + report.came
        if not moved:
            return
    raise AssertionError("it does not come to rest")


def losses(
    clients: Mapping[int, Client], groups: Mapping[str, Sequence[int]], typed: Mapping[str, set[str]]
) -> list[str]:
    """What is not as it has to be once all have met: engagements that differ, and texts that are nowhere."""
    lost = []
    for name, people in groups.items():
        found = {number: clients[number].library.engagement(id_of(name)) for number in people if number in clients}
        first, *others = found
        lost += [f"{name} differs between p{first} and p{o}" for o in others if found[o] != found[first]]
        for number in found:
            known = {str(act.said) for act in clients[number].side.here(id_of(name)).acts}
            lost += [f"p{number} lacks {text} in {name}" for text in sorted(typed[name]) if f"Act {text}" not in known]
    for number, one in clients.items():
        lost += [f"p{number}: {damage}" for damage in one.library.check()]
    return lost


class _Equal:
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


def plant(fault: str) -> None:
    """Makes this process one with that fault in it: a proof that does not see it proves nothing."""
    if fault == "trusting":  # what was sent or came once is never compared again
        syncing.digest_of = lambda stamps: _Equal()  # type: ignore[assignment,return-value]
        whole = Hub.received

        def received(self: Hub, engagement: str, names: Sequence[str]) -> Any:
            found = whole(self, engagement, names)
            return found[:-1] if len(found) > 1 else found

        Hub.received = received  # type: ignore[method-assign]
    elif fault == "files-last":  # an act stands there before the file that it speaks of
        before = syncing._Meeting._go

        def go(self: Any, mine: Any, stamps: Any) -> Any:
            real, self._send_files = self._send_files, lambda acts: iter(())
            left = yield from before(self, mine, stamps)
            new = [a for a in mine.acts if stamps.get(a.gid, "") < a.stamp]
            yield from real(new)
            return left

        syncing._Meeting._go = go  # type: ignore[method-assign]
    elif fault:
        raise HubError
