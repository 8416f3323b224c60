"""Draws every screen and every page of the room view with the sample engagement in it, for a designer or a reviewer."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QSize
from PySide6.QtWidgets import QApplication, QWidget

from desktop.application import Clearway, prepare_qt
from desktop.command_line.drawing.over_pages import draw_cards, draw_what_opens
from desktop.command_line.drawing.parts_page import PartsPage
from desktop.console.plan.page import PlanPage
from desktop.console.plan.view_choice import View
from desktop.console.playbook.page import PlaybookPage
from desktop.console.report.page import ReportPage
from desktop.console.results.page import Part, ResultsPage
from desktop.console.steps import Step
from desktop.room.window import RoomWindow
from desktop.view_models.planning import Planning
from desktop.view_models.room.pages import RoomBlank, RoomChart, RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.saving import Saving
from desktop.view_models.triaging import OWNER, Triaging, Typed
from desktop.view_models.voting import Voting
from desktop.widgets.overlay import uncover
from desktop.words import spoken
from models.method.method import Register
from models.method.roles import RegisterRole
from models.playbook.raci import MATRIX
from models.readiness.readiness import points_of
from models.values.refusal import Refusal
from models.values.sentence import act_called
from models.values.sought import the_first
from models.values.terms import Decision, VoteWay
from resources.words import language_of

LONGEST_WAIT = 60
"""Seconds for a screen to be ready."""


def draw_screens(folder: Path, size: tuple[int, int], dark: bool) -> Iterator[Path]:
    """Writes one PNG a screen into `folder` and gives their paths. `size` is in pixels. Raises Refusal."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal("The folder {folder} cannot be made: {reason}.", folder=folder, reason=error.strerror) from error
    application = QApplication.instance() or QApplication(["clearway", "-platform", "offscreen"])
    if not isinstance(application, QApplication):
        raise Refusal("Screens can only be drawn by the windowed program.")
    prepare_qt(application)
    with tempfile.TemporaryDirectory() as scratch:
        settings = QSettings(str(Path(scratch) / "settings.ini"), QSettings.Format.IniFormat)
        settings.setValue("theme", "dark" if dark else "light")
        settings.setValue("language", language_of(spoken()))
        clearway = Clearway(Path(scratch) / "library.clearway", settings)
        try:
            clearway.start()
            clearway.window.resize(QSize(*size))
            yield from _draw_all(clearway, folder, f"{size[0]}x{size[1]}-{'dark' if dark else 'light'}")
        finally:
            clearway.stop()
            clearway.window.close()


def _draw_all(clearway: Clearway, folder: Path, suffix: str) -> Iterator[Path]:
    window = clearway.window
    number = 0

    def draw(name: str, shown: QWidget = window) -> Path:
        nonlocal number
        number += 1
        _settle(lambda: True)
        path = folder / f"{number:02}-{name}-{suffix}.png"
        if not shown.grab().save(str(path)):
            raise Refusal("{path} cannot be written.", path=path)
        return path

    _settle(lambda: clearway.browsing.known)
    yield draw("first-start")
    clearway.browsing.open_sample()
    _settle(lambda: window.session is not None and window.session.saving is Saving.SAVED)
    window.go_to(Step.LIBRARY)
    _settle(lambda: clearway.browsing.total == 1)
    yield draw("library")
    for step in list(Step)[1:]:
        window.go_to(step)
        page = window.pages[step]
        if isinstance(page, ReportPage):
            _settle(partial(_has_pages, page))
        if isinstance(page, PlaybookPage):
            yield from _draw_playbook(page, draw)
        elif isinstance(page, PlanPage):
            yield from _draw_plan(page, draw)
        else:
            yield draw(step.value)
    yield from draw_what_opens(clearway, draw, _settle)
    yield from draw_history(clearway, draw)
    yield from draw_cards(clearway, draw, _settle)
    window.go_to(Step.DIAGNOSE)
    window.show_keys()
    yield draw("keys")
    window.keys.put_away()
    yield from _draw_lock(clearway, draw)
    if window.session is not None:
        yield draw("parts", PartsPage(window.session.engagement.brand.primary, clearway.choosing))
        room = RoomWindow(still=True)
        room.resize(window.size())
        presenter = Presenter(window.session, window.look.theme.dark)
        for name, room_page in room_pages(presenter):
            room.show_view(replace(presenter.view, page=room_page))
            yield draw(f"room-{name}", room)
    yield from _draw_second_round(clearway, draw)


def _draw_second_round(clearway: Clearway, draw: Callable[..., Path]) -> Iterator[Path]:
    """What is there only where a round has gone before."""
    window, first = clearway.window, clearway.window.session
    clearway.browsing.open_later_sample()
    _settle(lambda: window.session is not None and window.session is not first)
    window.go_to(Step.RESULTS)
    page = window.pages[Step.RESULTS]
    if window.session is not None and isinstance(page, ResultsPage):
        page.show_part(Part.MOVED)
        yield draw("results-moved")
        presenter, room = Presenter(window.session, window.look.theme.dark), RoomWindow(still=True)
        room.resize(window.size())
        room.show_view(replace(presenter.view, page=page.room_page(presenter)))
        yield draw("room-moved", room)


def draw_history(clearway: Clearway, draw: Callable[[str], Path]) -> Iterator[Path]:
    """Who did what, once something was done."""
    window = clearway.window
    if window.session is None:
        return
    pilot = window.session.engagement.pilot
    for decision in (f"{pilot.decision_asked} ", pilot.decision_asked):
        window.session.edit(act_called("Edit the decision that is asked for"), replace(pilot, decision_asked=decision))
    window.past.toggle()
    page = window.past.page
    _settle(lambda: page is None or page.panel.picture.drawn)
    yield draw("history")
    window.past.toggle()


def room_pages(presenter: Presenter) -> Iterator[tuple[str, RoomPage]]:
    """Each page that the sample's room is shown, by name."""
    session, voting = presenter.session, Voting(presenter.session)
    method, current = session.method, session.current
    twice = the_first(sign.id for sign in method.signs if voting.revealed(sign.id)[1] is not None)
    ballot = replace(current.ballots_on(twice)[-1], id="", number=9, way=VoteWay.NAMED, revealed=False)
    agreed = [action for action in current.actions if action.decision is Decision.ACCEPTED]
    yield "welcome", presenter.welcome()
    yield "sign", presenter.sign(twice)
    yield "voting", presenter.voting(ballot)
    yield "reveal", presenter.reveal(twice)
    yield "results", presenter.results()
    yield "agreement", presenter.agreement()
    yield "register", _activity(presenter, lambda register: register.role is RegisterRole.READINGS)
    yield "matrix", _activity(presenter, lambda register: register.kind == MATRIX)
    yield "budget", _activity(presenter, lambda register: register.role is RegisterRole.COST)
    yield "gate", presenter.gate(list(current.gates)[-1])
    yield "readiness", presenter.readiness(points_of(method)[0].id)
    yield "commitment", presenter.commitment(agreed[0], 1, len(agreed))
    yield from _planned(presenter)
    yield "closing", presenter.closing()
    yield "chart", RoomChart()
    yield "blank", RoomBlank()


def _planned(presenter: Presenter) -> Iterator[tuple[str, RoomPage]]:
    """What the room sees of the plan while it is made."""
    planning = Planning(presenter.session)
    triaging, lines = Triaging(planning), planning.lines()
    put, chosen = the_first(triaging.lines(planning.proposals())), lines[0].action.id
    owner = next((person.id for person in presenter.session.people()), "")
    yield "proposal", presenter.proposal(triaging, put.proposal, Typed(owner, True, None, OWNER))
    yield "impact", presenter.impact(lines, chosen)
    yield "timeline", presenter.timeline(lines, planning.rubs(), chosen)
    yield "load", presenter.load()


def _activity(presenter: Presenter, wanted: Callable[[Register], bool]) -> RoomPage:
    """The first activity that fills such a register, at the item that does."""
    method = presenter.session.method
    for phase in method.phases:
        for activity in phase.activities:
            for item in activity.items:
                if wanted(method.register(item.register)):
                    return presenter.activity(phase.id, activity.id, item.id, "")
    raise LookupError(method.key)


def _draw_lock(clearway: Clearway, draw: Callable[[str], Path]) -> Iterator[Path]:
    window, locking = clearway.window, clearway.locking
    window.lock.show_card()
    yield draw("passphrase")
    uncover(window)
    locking.change(None, "a passphrase for the picture")
    _settle(lambda: locking.has_passphrase)
    window.lock.show_card()
    yield draw("passphrase-changed")
    uncover(window)
    locking.lock()
    yield draw("locked")
    locking.give("a passphrase for the picture")
    _settle(lambda: not locking.closed)


def _draw_plan(page: PlanPage, draw: Callable[[str], Path]) -> Iterator[Path]:
    for view in View:
        page.show_view(view)
        yield draw(f"plan-{view.name.lower()}")


def _draw_playbook(page: PlaybookPage, draw: Callable[[str], Path]) -> Iterator[Path]:
    """Every activity, and the gate of the last phase that was decided."""
    gates = [s for s in page.model.stops if not s.activity and s.phase.id in page.session.current.gates]
    for stop in page.model.stops:
        if stop.activity or stop in gates[-1:]:
            page.show_stop(stop.key)
            yield draw(f"playbook-{stop.activity.id if stop.activity else 'gate'}")


def _has_pages(page: ReportPage) -> bool:
    return page.preview.page_count > 0


def _settle(ready: Callable[[], bool]) -> None:
    """Lets the screen come to rest."""
    end = time.monotonic() + LONGEST_WAIT
    quiet = 0
    while quiet < 8:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.01)
        quiet = quiet + 1 if ready() else 0
        if time.monotonic() > end:
            raise Refusal("A screen was not ready after a minute.")
