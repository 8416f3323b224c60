"""The hub that a library has joined: reached with what this computer remembers, and met."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.own_library import meeting, plain
from models.hub.memory import Memory, recall
from resources.version import VERSION

if TYPE_CHECKING:
    from models.hub.address import Address
    from models.hub.hub import Hub
    from models.hub.standing import Standing
    from models.hub.syncing import Ways
    from models.storage import Library
    from models.storage.shared.meeting import Meeting


def library_side(library: Library) -> Meeting:
    """What a hub meets of an open library."""
    from desktop.library_acts import LibraryActs
    from models.hub.standing import LONGEST_AGO, Standing

    acts = LibraryActs(library)

    def standing(engagement_id: str, digest: int) -> Standing | None:
        found = acts.portfolio(LONGEST_AGO, [engagement_id])
        return Standing.of(library.engagement(engagement_id), found[0], digest) if found else None

    return meeting(library, acts.check_packs, standing)


def ways(address: Address, decide: Callable[[Any], Any], bring: frozenset[str] = frozenset()) -> Ways:
    """How it is met; `decide` is given what needs choosing."""
    from models.hub.syncing import Ways

    return Ways(plain(), decide, f"{address.dbname}@{address.host}", f"Clearway {VERSION}", bring)


def password_key(address: Address) -> str:
    """Under which the keychain has the password."""
    return f"hub {address}"


def joined(library: Path) -> Address:
    """The address of the hub that the library at that place has joined. Raises HubError."""
    from models.hub.address import read_address
    from models.hub.errors import NotJoinedError

    known = recall(library).address
    if not known:
        raise NotJoinedError
    return read_address(known)[0]


PATIENCE = 120.0
"""Seconds that one transaction may take."""


def entered(address: Address, password: str | None = None, patience: float = PATIENCE) -> Hub:
    """The hub, open; without a password with the one that the keychain has, if any. Raises HubError."""
    from desktop.system import keychain
    from models.hub.hub import Hub

    if password is None and not address.is_here:
        password = keychain.remembered(password_key(address))
    return Hub(address, password, patience)


def keep_joined(library: Path, address: Address) -> None:
    """The library meets that hub from now on; of another one before nothing stays, its password neither."""
    from desktop.system import keychain
    from models.hub.memory import keep

    known = recall(library).address
    if known == str(address):
        return
    if known:
        keychain.forget(f"hub {known}")
    keep(library, Memory(str(address)))


class OwnHub:
    """The hub of one library, for the window."""

    def __init__(self, place: Path) -> None:
        """`place` is the library's."""
        self._place = place
        self._met: tuple[Library, Meeting] | None = None
        self._given: tuple[str, str] | None = None
        """An address, and the password for it that no keychain of this computer keeps."""

    def recall(self) -> Memory:
        """What is remembered of it."""
        return recall(self._place)

    def keep(self, memory: Memory) -> None:
        """Remembers it."""
        from models.hub.memory import keep

        keep(self._place, memory)

    def enter(self, patience: float = PATIENCE) -> Hub:
        """The hub, open; no transaction takes longer than so many seconds. Raises HubError."""
        address = joined(self._place)
        given = self._given[1] if self._given and self._given[0] == str(address) else None
        return entered(address, given, patience)

    def ways(self, hub: Hub, bring: frozenset[str] = frozenset()) -> Ways:
        """How it is met: what needs choosing waits."""
        return ways(hub.address, lambda _: None, bring)

    def side(self, library: Library) -> Meeting:
        """What it meets of the open library."""
        if self._met is None or self._met[0] is not library:
            self._met = (library, library_side(library))
        return self._met[1]

    def join(self, typed: str, password: str) -> bool:
        """Has the library meet that hub from now on; whether the password is kept. Raises HubError."""
        from desktop.system import keychain
        from models.hub.address import read_address

        address, in_it = read_address(typed)
        given = password or in_it
        entered(address, given).close()
        keep_joined(self._place, address)
        kept = not given or (not address.is_here and keychain.remember(password_key(address), given))
        self._given = None if kept or not given else (str(address), given)
        return kept

    def leave(self) -> None:
        """The library meets no hub any more. Raises HubError, OSError."""
        from desktop.system import keychain
        from models.hub.memory import forget

        address = joined(self._place)
        self._given = None
        forget(self._place)
        keychain.forget(password_key(address))
