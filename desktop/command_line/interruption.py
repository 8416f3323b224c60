"""Ctrl+C on the command line: it ends at once, without a traceback, and what was being written is whole."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:  # nothing is loaded that Ctrl+C would have to wait for
    from collections.abc import Iterator
    from types import FrameType

INTERRUPTED = 130
"""Exit status: 128 and the number of the signal, as shells have it."""


@contextmanager
def interruptible() -> Iterator[None]:
    """While it lasts, Ctrl+C ends the process; unless whoever started it had Ctrl+C passed over, as `nohup` does."""
    known = signal.getsignal(signal.SIGINT)
    ours = known is signal.default_int_handler
    if ours:
        signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    finally:
        if ours:
            signal.signal(signal.SIGINT, known)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Raises KeyboardInterrupt only where a file has to be cleared away.

    Anywhere else it might be raised while Qt paints or is being loaded, which ends in a crash; and a library is made
    for losing the process that writes it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    files = sys.modules.get("models.values.files")
    writing = getattr(getattr(files, "write_whole", None), "__code__", None)
    while frame is not None:
        if frame.f_code is writing:
            raise KeyboardInterrupt
        frame = frame.f_back
    os._exit(INTERRUPTED)
