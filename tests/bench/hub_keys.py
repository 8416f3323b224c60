"""A key press while the window meets a hub that answers after two seconds, or never, beside one without any hub.

Each window is a process of its own and presses a key when it is told to, one after the other, so that whatever else
the computer does slows all alike; what counts is how a press compares with that of the same turn.
"""

from __future__ import annotations

import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.hub.address import read_address
from models.hub.connection import Connection
from models.hub.hub import Hub
from models.hub.memory import Memory, keep
from models.hub.people import People
from models.hub.schema import make
from models.values.terms import Answer
from tests.bench import screens
from tests.bench.figure import Figure
from tests.bench.libraries import Shelf
from tests.hub.postgres import Server

TURNS, PAUSE, LATE, GOAL = 300, 0.02, 2.0, 1.05
"""Presses of each window; seconds between turns, and until the slow hub answers."""
SOCKET = ".s.PGSQL.5432"


def hub(shelf: Shelf) -> list[Figure]:
    """Until it is committed, by the clock and on the processor, the hub's own thread included."""
    with _served() as server, _waits(server) as slow, _waits(None) as never:
        windows = {
            "no hub": _Window(shelf.empty("alone.clearway"), None),
            "a hub that answers after 2 s": _Window(shelf.empty("slow.clearway"), slow),
            "a hub that never answers": _Window(shelf.empty("never.clearway"), never),
        }
        try:
            _share(server, windows["no hub"].engagement)
            for window in windows.values():
                window.press()
            chance = random.Random(1)
            turns = [_turn(windows, chance) for _ in range(TURNS)]
        finally:
            for window in windows.values():
                window.close()
    return [
        _figure(turns, name, place, how)
        for name in list(windows)[1:]
        for place, how in enumerate(("until committed", "on the processor"))
    ]


def _turn(windows: dict[str, _Window], chance: random.Random) -> dict[str, tuple[float, float]]:
    """In any order: who comes after whom counts on a disk."""
    time.sleep(PAUSE)
    return {name: windows[name].press() for name in chance.sample(list(windows), len(windows))}


def _figure(turns: list[dict[str, tuple[float, float]]], name: str, place: int, how: str) -> Figure:
    floor = statistics.median(turn["no hub"][place] for turn in turns)
    ratio = statistics.median(turn[name][place] / turn["no hub"][place] for turn in turns)
    return Figure(f"key {how}, {name}", floor * ratio, floor, GOAL)


class _Window:
    """A window on a library of its own, with the sample open."""

    def __init__(self, library: Path, folder: Path | None) -> None:
        """`folder` has the hub's socket."""
        address = f"postgresql://ann@/hub?host={folder}" if folder else ""
        command = [sys.executable, "-m", "tests.bench.hub_keys", str(library), address]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.engagement = self._line()

    def press(self) -> tuple[float, float]:
        """Milliseconds by the clock, and on the processor."""
        assert self._child.stdin is not None
        print(file=self._child.stdin, flush=True)
        took, used = self._line().split()
        return float(took), float(used)

    def close(self) -> None:
        """The child ends with its last line."""
        assert self._child.stdin is not None
        self._child.stdin.close()
        if self._child.wait(120):
            raise AssertionError("a window did not end well")

    def _line(self) -> str:
        assert self._child.stdout is not None
        return self._child.stdout.readline().strip()


@contextmanager
def _served() -> Iterator[Server]:
    server = Server()
    try:
        server.start()
        server.sql("CREATE DATABASE hub", database="postgres")
        connection = Connection(read_address(server.address("owner"))[0], None)
        make(connection)
        connection.close()
        server.let_in("ann", "ben")
        yield server
    finally:
        server.close()


def _share(server: Server, engagement: str) -> None:
    with Hub(read_address(server.address("ann"))[0], None) as hub:
        People(hub.connection).share(engagement, ["ben"], "member")


@contextmanager
def _waits(server: Server | None) -> Iterator[Path]:
    """A socket behind which a server answers late, or nobody ever."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / SOCKET))
        listening.listen()
        if server is not None:
            far = str(server.folder / SOCKET)
            threading.Thread(target=_accept, args=(listening, far), daemon=True).start()
        yield folder
    shutil.rmtree(folder)


def _accept(listening: socket.socket, server: str) -> None:
    with suppress(OSError):
        while True:
            near, far = listening.accept()[0], socket.socket(socket.AF_UNIX)
            far.connect(server)
            threading.Thread(target=_pass, args=(near, far, 0), daemon=True).start()
            threading.Thread(target=_pass, args=(far, near, LATE), daemon=True).start()


def _pass(source: socket.socket, target: socket.socket, late: float) -> None:
    with suppress(OSError):
        while data := source.recv(1 << 20):
            time.sleep(late)
            target.sendall(data)
        target.shutdown(socket.SHUT_RDWR)


def main(library: Path, address: str) -> int:
    """The child: says which engagement is open, then how long each press took for which it gets a line."""
    if address:
        keep(library, Memory(address))
    screens.application()
    clearway = screens.opened(library, screens._TimedLibrary)
    session = clearway.window.session
    assert session is not None
    screens.until(lambda: clearway.hub.joined == bool(address))  # it is looked for once the list has been seen
    print(session.engagement.id, flush=True)
    for number, _ in enumerate(sys.stdin):
        clearway.hub.meet()
        assert clearway.hub.under_way == bool(address)
        before = time.process_time()
        took = screens._key_to_commit(session, (Answer.EARLY, Answer.SEVERE)[number % 2])
        print(took, (time.process_time() - before) * 1000, flush=True)
    clearway.window.close()
    clearway.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
