"""Runs a part of a test in a process of its own, as somebody whom permissions bind."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable

NOBODY = 65534


def in_a_child(act: Callable[[], None], as_nobody: bool = False) -> None:
    """Runs `act` in a forked child, as user nobody if asked and this is root, and fails with the child's traceback."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receive)
        try:
            if as_nobody and os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            act()
        except BaseException:
            os.write(send, traceback.format_exc().encode()[:60_000])
        os._exit(0)
    os.close(send)
    with os.fdopen(receive, "rb") as messages:
        failure = messages.read().decode()
    os.waitpid(child, 0)
    assert not failure, failure
