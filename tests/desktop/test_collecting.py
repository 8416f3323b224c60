"""Widgets that are garbage are destroyed on the interface's thread, whichever thread allocates most."""

from __future__ import annotations

import gc
import threading

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QObject

from desktop.system.collecting import ALL, InterfaceCollector
from models.storage import Library


class _InACycle(QObject):
    """Only the cyclic collector can free it; it says on which thread that was."""

    def __init__(self, freed_on: list[str]) -> None:
        super().__init__()
        self.myself = self
        self.freed_on = freed_on

    def __del__(self) -> None:
        self.freed_on.append(threading.current_thread().name)


def _allocates_much(library: Library) -> list[list[int]]:
    return [[n] for n in range(200_000)]


def test_the_library_thread_frees_no_widget(facilitator: Facilitator) -> None:
    freed_on: list[str] = []
    answers: list[list[list[int]]] = []
    for _ in range(10):
        _InACycle(freed_on)
    facilitator.clearway.thread.do(_allocates_much, answers.append, pytest.fail)
    facilitator.waits_until(lambda: bool(answers))
    facilitator.waits_until(lambda: len(freed_on) == 10)
    assert set(freed_on) == {threading.main_thread().name}


def test_what_has_lasted_is_looked_through_in_a_quiet_moment_only(dressed_app: QObject) -> None:
    collector, freed_on = InterfaceCollector(), list[str]()
    collector.start()
    gc.collect()
    lasting = _InACycle(freed_on)
    for _ in range(gc.get_threshold()[ALL] + 1):
        gc.collect(ALL - 1)
    del lasting
    collector._collect()
    assert not freed_on, "nobody may be kept waiting for it"
    collector.look_through()
    assert freed_on
    collector.stop()


def test_the_interpreter_gets_its_collector_back(dressed_app: QObject) -> None:
    first, second = InterfaceCollector(), InterfaceCollector()
    first.start()
    second.start()
    assert not gc.isenabled()
    second.stop()
    assert not gc.isenabled()
    first.stop()
    assert gc.isenabled()
