"""A Clearway that runs already and has this library open: it takes what a second start would have done.

One library, one window. Where to reach it stands in a small file that only this person may read, with a key made for
this run: whoever cannot read that cannot say anything to it. Loads no Qt, for a second start ends here.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from desktop.own_library import default_place
from models.frozen import frozen
from models.hashes import sha256
from models.values.files import read_at_most
from models.values.places import config_place
from models.values.refusal import Refusal

LONGEST = 65_536
"""Bytes that are said to it."""
TAKEN = b"taken"
PATIENCE = 5
"""Seconds until a Clearway that does not answer is left alone."""
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105  # the desktop's leave to come to the front
_ANYBODY = -1


@frozen
class Reach:
    """Where a running Clearway listens, and what it knows its own person by."""

    address: str
    key: bytes

    def written(self) -> bytes:
        """As it stands in the file."""
        return json.dumps([self.address, self.key.hex()]).encode()

    @classmethod
    def read(cls, data: bytes) -> Reach:
        """What `written` wrote. Raises ValueError for anything else."""
        address, key = json.loads(data)
        return cls(str(address), bytes.fromhex(str(key)))


def reach_file(library: Path | None) -> Path:
    """Where it stands for the library at that path, or for the person's own. Raises Refusal."""
    place = os.path.normcase((library or default_place()).resolve())
    return config_place() / "running" / sha256(os.fsencode(place))[:24]


def taken_by_running(library: Path | None, hand_over: Path | None) -> bool:
    """Whether a Clearway has the library open: it comes to the front, and looks into the hand-over."""
    try:
        reach = Reach.read(read_at_most(reach_file(library), LONGEST))
    except (OSError, Refusal, ValueError):
        return False
    said = json.dumps([str(hand_over.resolve()) if hand_over else "", os.environ.get(TOKEN, "")])
    return len(said) <= LONGEST and _said(reach, said.encode())


def _said(reach: Reach, message: bytes) -> bool:
    from multiprocessing import AuthenticationError
    from multiprocessing.connection import Client

    with (
        suppress(OSError, EOFError, ValueError, AuthenticationError),
        Client(reach.address, authkey=reach.key) as there,
    ):
        _let_it_come_forward()
        there.send_bytes(message)
        return there.poll(PATIENCE) and there.recv_bytes(LONGEST) == TAKEN
    return False


def _let_it_come_forward() -> None:
    """Windows lets only the program in front give that place away."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)
