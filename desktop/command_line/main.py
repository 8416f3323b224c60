"""The command line: the same work without a window."""

from __future__ import annotations

import gc
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:  # it would be loaded while Python still looks for garbage
    from collections.abc import Iterator, Sequence

RARELY = 400_000
"""Objects after which Python looks for those that only hold on to one another."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command, or the window without one; 0 done, 1 refused (the reason on standard error), 2 misused.

    Ctrl+C ends it with 130: what was being written is there whole, or not at all.
    """
    with uncollected():
        from desktop.command_line.interruption import INTERRUPTED, interruptible

        with interruptible():
            from desktop.command_line.files import REFUSED

            try:
                from desktop.command_line.dispatch import run

                return run(arguments)
            except KeyboardInterrupt:
                return INTERRUPTED
            except BrokenPipeError:
                return REFUSED
            except Exception:
                import logging

                logging.getLogger(__name__).exception("A fault in Clearway")
                return REFUSED
            finally:
                if arguments is None:  # the process ends: Python would look through all there is once more, to no use
                    gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """What is loaded lasts, so Python looks for no garbage; then a command has its own way, and the window."""
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Nearly all that a command makes lasts until it ends: looking through it again and again finds nothing."""
    before, held = gc.get_threshold(), gc.isenabled()
    gc.set_threshold(RARELY)
    gc.enable()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        if not held:
            gc.disable()
