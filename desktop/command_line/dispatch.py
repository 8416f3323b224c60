"""From what stands on the command line to the command, or to the window."""

from __future__ import annotations

import argparse
import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.command_line.files import REFUSED, opened
from desktop.command_line.main import collecting_rarely
from desktop.settings import PAGE_SIZE, chosen
from desktop.words import gettext, speak, spoken
from models.values.refusal import Refusal
from resources.words import catalogue


def run(arguments: Sequence[str] | None) -> int:
    """Does what stands on the command line, or what is given; the exit status."""
    _open_what_was_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal may know fewer letters than people's names have. A file or another program gets them all:
            # Windows would give it those of one part of the world, and JSON that nobody can read back.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    given = _with_library(sys.argv[1:] if arguments is None else arguments)
    try:
        # Loaded here, where somebody who changes their mind is heard already.
        from desktop.command_line.usage import first_look, parser

        language, command = first_look(given)
        speak(catalogue(language))
        options = parser(_window, command).parse_args(given)
        act: Callable[[argparse.Namespace], int] = options.act
        return _window(options) if act is _window else _done(act, options, last=arguments is None)
    except Refusal as refusal:
        print(refusal.said(spoken()), file=sys.stderr)
        return REFUSED


def _open_what_was_closed() -> None:
    """Python has no stream where whoever started it closed one, and takes the one for refusals to mean the other."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for as long as we run


def _done(act: Callable[[argparse.Namespace], int], options: argparse.Namespace, *, last: bool = False) -> int:
    try:
        with collecting_rarely():
            status = act(options)
        if last:
            _end(status)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        place, reason = error.filename or "stdout", error.strerror
        raise Refusal("{path} cannot be written: {reason}.", path=place, reason=reason) from error
    return status


def _end(status: int) -> None:
    """Ends the process, whose command is done: taking apart all that it holds would cost as much as two pages do."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _with_library(arguments: Sequence[str]) -> list[str]:
    """A file of ours alone, as a double click gives it, is the library to use, or a hand-over to look into."""
    if len(arguments) != 1 or not arguments[0].endswith(".clearway"):
        return list(arguments)
    from desktop.own_library import is_hand_over

    given = Path(arguments[0])
    return ["--look-into" if given.is_file() and is_hand_over(given) else "--library", *arguments]


def _window(options: argparse.Namespace) -> int:
    if _has_screen():
        from desktop.running import taken_by_running

        if taken_by_running(options.library, options.look_into):
            return 0
        from desktop.command_line.passphrases import given
        from desktop.system.qt_loading import load_qt

        load_qt()
        from desktop.starting import run, speak_as_the_system

        if not options.language:
            speak_as_the_system()
        return run(options.library, given(options), options.look_into)
    return _done(_sample_plan, options)


def _sample_plan(options: argparse.Namespace) -> int:
    from desktop.command_line.engagements import report, sample_id

    print(gettext("There is no screen here, so Clearway makes the action plan of its sample engagement instead."))
    with opened(options) as library:
        plan = argparse.Namespace(**vars(options), engagement=sample_id(library))
    plan.kind, plan.page_size, plan.round = "action-plan", chosen(PAGE_SIZE), None
    plan.output = Path("clearway-sample-action-plan.pdf")
    return report(plan)


def _has_screen() -> bool:
    """Whether a window could be shown: always, except on a Linux without a display."""
    if not sys.platform.startswith("linux") or any(map(os.environ.get, ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_answers()


def _x_answers() -> bool:
    """Whether the X server that DISPLAY names can be reached: where it cannot, Qt would end the process."""
    import ctypes

    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True  # Qt says best what is missing
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(ctypes.c_void_p(display))
    return bool(display)
