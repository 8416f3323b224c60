"""One measurement beside its floor."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.command_line.main import RARELY


@dataclass(frozen=True)
class Figure:
    name: str
    measured: float
    floor: float
    goal: float
    unit: str = "ms"

    def line(self) -> str:
        ratio = self.measured / self.floor
        verdict = "" if ratio <= self.goal else "  missed"
        shown = f"{self.measured:9.2f} {self.unit}", f"{self.floor:9.2f} {self.unit}"
        return f"{self.name:44} {shown[0]:>12} {shown[1]:>12} {ratio:7.2f} {self.goal:6.2f}{verdict}"


def median_of(times: int, work: Callable[[], object]) -> float:
    """Milliseconds, the median of several runs."""
    return statistics.median(timed(work) for _ in range(times))


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def timed_on_this_thread(work: Callable[[], object]) -> float:
    """Milliseconds that the thread itself worked: neither others nor what it waited for count."""
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000


def alternately(times: int, one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """Medians of two pieces of work run in turn, so that a busy machine slows both alike; milliseconds."""
    pairs = [(timed(one), timed(other)) for _ in range(times)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def alternately_on_the_processor(
    times: int, one: Callable[[], object], other: Callable[[], object]
) -> tuple[float, float]:
    """The same in time on the processor, of this process and of those it waited for: what else runs does not count."""
    pairs = [(processor_time(one), processor_time(other)) for _ in range(times)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def median_on_the_processor(times: int, work: Callable[[], object]) -> float:
    """Milliseconds on the processor, the median of several runs after one that counts for nothing."""
    work()
    return statistics.median(processor_time(work) for _ in range(times))


@contextmanager
def as_in_a_command() -> Iterator[None]:
    """Python's own collector comes as rarely as in a command; in the window it waits for a quiet moment."""
    before = gc.get_threshold()
    gc.set_threshold(RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def processor_time(work: Callable[[], object]) -> float:
    """Milliseconds on the processor."""
    before = _used()
    work()
    return (_used() - before) * 1000


def _used() -> float:
    if sys.platform == "win32":  # which tells nothing of those it waited for
        return time.process_time()
    import resource

    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
