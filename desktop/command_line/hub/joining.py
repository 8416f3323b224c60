"""The commands that make a hub, join it and leave it, and that say who is in what. Each gives the exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line.files import DONE, opened, printable, whole_id
from desktop.command_line.passphrases import ask, read_line
from desktop.own_library import default_place
from desktop.view_models.hub.words import part_name
from desktop.words import gettext, ngettext
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from models.hub.address import Address
    from models.hub.hub import Hub
    from models.storage import Library


def init(options: argparse.Namespace) -> int:
    """Makes a hub in a database, or brings it up to date."""
    from models.hub.connection import Connection
    from models.hub.schema import make

    address = _address(options.address)
    connection = Connection(address, _password(options, address))
    try:
        steps = make(connection)
    finally:
        connection.close()
    if steps:
        text = ngettext("The hub at {address} is made: {n} step.", "The hub at {address} is made: {n} steps.", steps)
        print(text.format(address=address, n=steps))
    else:
        print(gettext("The hub at {address} is up to date.").format(address=address))
    return DONE


def join(options: argparse.Namespace) -> int:
    """Has the library meet that hub from now on."""
    from desktop.own_hub import entered, keep_joined, password_key
    from desktop.system import keychain

    address = _address(options.address)
    password = _password(options, address)
    with opened(options) as library, entered(address, password):
        keep_joined(library.path, address)
    print(gettext("Joined {address} as {role}.").format(address=address, role=address.user))
    if password is not None and not keychain.remember(password_key(address), password):
        print(gettext("This computer has no keychain that could keep the password: it is asked for each time."))
    return DONE


def leave(options: argparse.Namespace) -> int:
    """The library knows no hub any more; what it has stays."""
    from desktop.own_hub import joined, password_key
    from desktop.system import keychain
    from models.hub.memory import forget

    place = library_place(options)
    address = joined(place)
    forget(place)
    keychain.forget(password_key(address))
    print(gettext("This library meets no hub any more. What it has stays, and what is on the hub stays there."))
    return DONE


def share(options: argparse.Namespace) -> int:
    """Shares an engagement with people of the hub, and sends it there."""
    from desktop.command_line.hub.meeting import met
    from models.hub.people import People

    with opened(options) as library, hub_of(options, library.path) as hub:
        engagement = whole_id(library, options.engagement)
        People(hub.connection).share(engagement, options.roles, options.part)
        print(gettext("Shared with: {people}").format(people=_people(hub, engagement)))
        return met(options, library, hub, only=engagement)


def unshare(options: argparse.Namespace) -> int:
    """Takes people out of an engagement, or the engagement off the hub."""
    from models.hub.people import People

    with opened(options) as library, hub_of(options, library.path) as hub:
        engagement = _shared_id(library, options.engagement)
        if not options.roles:
            People(hub.connection).unshare(engagement)
            print(gettext("It is off the hub. Every library keeps what it has."))
            return DONE
        gone = People(hub.connection).put_out(engagement, options.roles)
        if gone < len(set(options.roles)):
            raise Refusal("Not all of them were in it, or you are not its lead. Those who were put out: {n}.", n=gone)
        print(gettext("Shared with: {people}").format(people=_people(hub, engagement) or "–"))
    return DONE


def members(options: argparse.Namespace) -> int:
    """Lists whom one shares something with, or takes somebody out of everything."""
    from models.hub.people import People

    with hub_of(options, library_place(options)) as hub:
        people = People(hub.connection)
        if options.remove:
            count = people.remove(options.remove, options.heir or None)
            text = ngettext("{role} was in {n} engagement.", "{role} was in {n} engagements.", count)
            print(text.format(role=options.remove, n=count), gettext("Now: DROP ROLE, on the server."))
            return DONE
        for person in people.all():
            parts = ", ".join(f"{part_name(part)} {count}" for part, count in person.parts.items())
            met = f"{person.met.astimezone():%Y-%m-%d %H:%M}" if person.met else "–"
            print(f"{printable(person.role)}\t{parts}\t{met}")
    return DONE


@contextmanager
def hub_of(options: argparse.Namespace, library: Path) -> Iterator[Hub]:
    """The hub that the library has joined, open. Raises HubError."""
    from desktop.own_hub import entered, joined
    from models.hub.errors import HubPasswordError

    address = joined(library)
    password = None if options.password_fd is None else read_line(options.password_fd)
    try:
        hub = entered(address, password)
    except HubPasswordError:
        if password is not None or address.is_here or not sys.stdin.isatty():
            raise
        hub = entered(address, ask(gettext("Password on the hub: ")))
    with hub:
        yield hub


def library_place(options: argparse.Namespace) -> Path:
    """Where the library lies."""
    return Path(os.path.realpath(options.library or default_place()))


def _people(hub: Hub, engagement: str) -> str:
    found = hub.shared(engagement)
    return ", ".join(f"{printable(role)} ({part_name(part)})" for one in found for role, part in one.people.items())


def _shared_id(library: Library, beginning: str) -> str:
    """What is shared may have been taken out of the library, and is then known by what is remembered of the hub."""
    from models.hub.memory import recall

    found = [key for key in recall(library.path).engagements if key.startswith(beginning)]
    return found[0] if beginning and len(found) == 1 else whole_id(library, beginning)


def _address(typed: str) -> Address:
    """What stands in arguments can be read by every other program on the computer: a password has no place there."""
    from models.hub.address import read_address

    address, password = read_address(typed)
    if password is not None:
        raise Refusal("Leave the password out of the address: it is asked for, or give it with --password-fd N.")
    return address


def _password(options: argparse.Namespace, address: Address) -> str | None:
    if options.password_fd is not None:
        return read_line(options.password_fd)
    if address.is_here or not sys.stdin.isatty():
        return None  # the driver looks into the file of passwords that PostgreSQL's own programs use
    return ask(gettext("Password on the hub: "))
