"""A line that is cut at every message of a meeting, one after the other: the next meeting makes both sides whole.

    python -m tests.proofs.hub.cut [STEP] [--plant files-last]

A small relay stands between a client and the server, and lets so many messages of the protocol through; with a STEP
only every so manieth is tried.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import struct
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.hub.errors import HubError
from tests.hub.clients import Client, entering
from tests.hub.postgres import Server
from tests.proofs.hub.world import act, address, begun, client, id_of, plant, served, settle, with_file


class Relay:
    """Between a socket of its own and the server's; cuts both ways after so many messages of either."""

    def __init__(self, server: Server) -> None:
        self.folder = Path(tempfile.mkdtemp(dir="/tmp"))
        self._server = str(server.folder / ".s.PGSQL.5432")
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(self.folder / ".s.PGSQL.5432"))
        self._listening.listen()
        self._lock = threading.Lock()
        self.left, self.passed = 1 << 30, 0
        threading.Thread(target=self._accept, daemon=True).start()

    def address(self, role: str) -> str:
        return f"postgresql://{role}@/hub?host={self.folder}"

    def allow(self, messages: int) -> None:
        """From now on, no more than that."""
        with self._lock:
            self.left, self.passed = messages, 0

    def close(self) -> None:
        self._listening.close()
        shutil.rmtree(self.folder)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                far = socket.socket(socket.AF_UNIX)
                far.connect(self._server)
                threading.Thread(target=self._pass, args=(near, far, True), daemon=True).start()
                threading.Thread(target=self._pass, args=(far, near, False), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, first: bool) -> None:
        """Message by message: a kind, four bytes of length, the rest; what the client begins with has no kind."""
        with suppress(OSError, EOFError):
            while True:
                kind = b"" if first else _exactly(source, 1)
                size = _exactly(source, 4)
                message = kind + size + _exactly(source, struct.unpack("!I", size)[0] - 4)
                first = False
                with self._lock:
                    self.left -= 1
                    self.passed += 1
                    if self.left < 0:
                        break
                target.sendall(message)
        for side in (source, target):
            with suppress(OSError):
                side.shutdown(socket.SHUT_RDWR)


def _exactly(source: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        part = source.recv(count - len(found))
        if not part:
            raise EOFError
        found += part
    return found


@contextmanager
def relayed(server: Server) -> Iterator[Relay]:
    relay = Relay(server)
    try:
        yield relay
    finally:
        relay.close()


def prove(step: int, fault: str) -> list[str]:
    plant(fault)
    folder, lost = Path(tempfile.mkdtemp()), list[str]()
    try:
        with served(3) as server, relayed(server) as relay:
            begun(folder, server, {"one": [0, 1, 2]})
            people = [client(folder, address(server), person) for person in range(3)]
            settle(people)
            first, second, third = people
            cut = Client(first.library, entering(relay.address("p0")))
            cut.memory = first.memory
            messages = number = 1
            while messages <= number:
                lost += _one(cut, [second, third], relay, messages)
                number = max(number, relay.passed)
                messages += step
            print(f"cut at {number // step} of {number} messages")
            for one in people:
                lost += one.library.check()
                one.library.close()
    finally:
        shutil.rmtree(folder)
    return lost


def _one(cut: Client, others: list[Client], relay: Relay, messages: int) -> list[str]:
    """Both sides have something new, a file as well; the line holds for so many messages, then there is another."""
    second, third = others
    act_of(cut, f"<here {messages}>")
    logo = with_file(cut, id_of("one"), f"logo {messages}")
    act_of(second, f"<there {messages}>")
    second.sync()
    relay.allow(messages)
    with suppress(HubError):
        report = cut.sync()
        if report.refused:
            return [f"{messages}: {report.refused[0][1]}"]
    third.sync()  # sees whatever has come so far
    relay.allow(1 << 30)
    settle([cut, second, third])
    found = [one.library.engagement(id_of("one")) for one in (cut, second, third)]
    lost = [f"{messages}: they differ"] if found[0] != found[1] or found[1] != found[2] else []
    lost += [f"{messages}: a file is missing" for one in others if one.library.asset(logo) is None]
    relay.passed = 0 if messages > 1 else relay.passed
    return lost


def act_of(who: Client, text: str) -> None:
    import random

    act(random.Random(1), who, id_of("one"), text)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("step", type=int, nargs="?", default=1)
    parser.add_argument("--plant", choices=("", "files-last"), default="")
    options = parser.parse_args()
    lost = prove(options.step, options.plant)
    print(*lost[:20], f"{len(lost)} losses", sep="\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
