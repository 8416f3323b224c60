"""Work that would hold the interpreter for a second or two, done by a process of its own: no window stands still."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def apart(work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What `work` gives; it has to be a function of a module, and whatever it takes and gives plain data."""
    if hasattr(sys, "_MEIPASS"):  # frozen: there a process of its own would be another window
        return work(*given, **named)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, *given, **named).result()
