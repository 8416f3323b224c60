"""The command line: the same work without a window."""

from __future__ import annotations

import argparse
import ctypes
import io
import logging
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line.files import opened, read_file, read_text, whole_id, write_file
from desktop.command_line.sending import charts, export_actions, read_a_reply
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from models.method.method import Method
    from models.storage import Library

DONE, REFUSED, WRONG_USAGE = 0, 1, 2

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command, or the window without one; 0 done, 1 refused (the reason on standard error), 2 misused."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may know fewer letters than people's names have
    options = _parser().parse_args(arguments)
    act: Callable[[argparse.Namespace], int] = options.act
    try:
        return act(options)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        return REFUSED
    except Exception:
        _log.exception("A fault in Clearway")
        return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="clearway", description="Find out why an AI pilot is stuck, and leave with an action plan."
    )
    library_help = "the library to use instead of your own"
    parser.add_argument("--library", type=Path, metavar="FILE", help=library_help)
    parser.set_defaults(act=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, act: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text)
        made.add_argument("--library", type=Path, metavar="FILE", default=argparse.SUPPRESS, help=library_help)
        made.set_defaults(act=act)
        return made

    command("sample", _sample, "add the sample engagement to the library and print its id")
    listing = command("list", _list, "list the engagements, one a line, the id first")
    listing.add_argument("--search", default="", metavar="WORDS", help="only those in which these words occur")
    listing.add_argument("--archived", action="store_true", help="those in the archive")
    importing = command("import", _import, "add the engagement in a JSON file and print its id")
    importing.add_argument("file", type=Path)
    exporting = command("export", _export, "write an engagement to a JSON file")
    exporting.add_argument("engagement", help="its id, or the beginning of it")
    exporting.add_argument("file", type=Path)
    reporting = command("report", _report, "make a PDF")
    reporting.add_argument("engagement", help="its id, or the beginning of it")
    reporting.add_argument("--kind", choices=("action-plan", "summary", "record", "go-no-go"), required=True)
    reporting.add_argument("--output", type=Path, required=True, metavar="FILE")
    reporting.add_argument("--page-size", choices=("A4", "Letter"), default="A4")
    _add_sending(command)
    checking = command("check-method", _check_method, "say what is wrong with a content pack, if anything")
    checking.add_argument("file", type=Path)
    adding = command("add-method", _add_method, "let new engagements start with a content pack of your own")
    adding.add_argument("file", type=Path)
    drawing = command("screenshots", _screenshots, "draw every screen with the sample in it")
    drawing.add_argument("folder", type=Path)
    drawing.add_argument("--size", type=_size, default=(1366, 768), metavar="WxH")
    drawing.add_argument("--theme", choices=("light", "dark"), default="light")
    return parser


def _add_sending(command: Callable[..., argparse.ArgumentParser]) -> None:
    """The commands that take a plan elsewhere and bring a reply back."""
    actions = command("export-actions", export_actions, "write the actions to a workbook (.xlsx) or a calendar (.ics)")
    actions.add_argument("engagement", help="its id, or the beginning of it")
    actions.add_argument("file", type=Path, metavar="FILE.xlsx|FILE.ics")
    pictures = command("charts", charts, "write the charts as PNG and SVG")
    pictures.add_argument("engagement", help="its id, or the beginning of it")
    pictures.add_argument("folder", type=Path)
    replying = command("read-reply", read_a_reply, "say what a returned action plan would change")
    replying.add_argument("file", type=Path)
    replying.add_argument("--apply", action="store_true", help="take it in, but for what the plan has changed as well")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 640 <= int(width) <= 8192 and 480 <= int(height) <= 8192):
        raise argparse.ArgumentTypeError(f"{text} is not a size such as 1920x1080")
    return int(width), int(height)


def _window(options: argparse.Namespace) -> int:
    if _has_screen():
        from desktop.application import run

        return run(options.library)
    print("There is no screen here, so Clearway makes the action plan of its sample engagement instead.")
    with opened(options.library) as library:
        plan = argparse.Namespace(**vars(options), engagement=_sample_id(library))
    plan.kind, plan.page_size, plan.output = "action-plan", "A4", Path("clearway-sample-action-plan.pdf")
    return _report(plan)


def _has_screen() -> bool:
    """Whether a window could be shown: always, except on a Linux without a display."""
    if not sys.platform.startswith("linux") or any(map(os.environ.get, ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_answers()


def _x_answers() -> bool:
    """Whether the X server that DISPLAY names can be reached: where it cannot, Qt would end the process."""
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True  # Qt says best what is missing
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(ctypes.c_void_p(display))
    return bool(display)


def _sample(options: argparse.Namespace) -> int:
    with opened(options.library) as library:
        print(_sample_id(library))
    return DONE


def _sample_id(library: Library) -> str:
    from desktop.library_acts import LibraryActs

    return LibraryActs(library).add_sample()


def _list(options: argparse.Namespace) -> int:
    with opened(options.library) as library:
        place, page = 0, 500
        while entries := library.entries(options.search, archived=options.archived, limit=page, offset=place):
            for entry in entries:
                print("\t".join(_one_line(part) for part in (entry.id, entry.client, entry.pilot)))
            place += page
    return DONE


def _one_line(text: str) -> str:
    """A name may hold anything; a line of output holds no controls that a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in text)


def _import(options: argparse.Namespace) -> int:
    from desktop.library_acts import LibraryActs

    data = read_file(options.file)
    with opened(options.library) as library:
        print(LibraryActs(library).bring_in(data))
    return DONE


def _export(options: argparse.Namespace) -> int:
    from models.exchange import write_engagement

    with opened(options.library) as library:
        engagement = library.engagement(whole_id(library, options.engagement))
    write_file(options.file, write_engagement(engagement).encode())
    return DONE


def _report(options: argparse.Namespace) -> int:
    from desktop.library_acts import LibraryActs
    from reports.documents.documents import DocumentKind, render

    with opened(options.library) as library:
        engagement, method = LibraryActs(library).open(whole_id(library, options.engagement))
    kind = DocumentKind(options.kind)
    write_file(options.output, render(kind, engagement, method, today=date.today(), page_size=options.page_size))
    print(options.output.resolve())
    return DONE


def _check_method(options: argparse.Namespace) -> int:
    from models.method.check import read_method

    method = read_method(read_text(options.file), options.file.name)
    print(f"{options.file.name}: {method.title} {method.version}, {len(method.signs)} warning signs. Nothing is wrong.")
    _print_notes(method, options.file.name)
    return DONE


def _add_method(options: argparse.Namespace) -> int:
    from desktop.library_acts import LibraryActs

    pack = read_text(options.file)
    with opened(options.library) as library:
        method = LibraryActs(library).add_method(pack, options.file.name)
    print(f"New engagements now start with {method.title} {method.version}.")
    _print_notes(method, options.file.name)
    return DONE


def _print_notes(method: Method, name: str) -> None:
    """What a pack does without, and what of it was passed over."""
    for note in method.notes:
        print(f"{name}, line {note.line}: {note.place}: {note.text}")


def _screenshots(options: argparse.Namespace) -> int:
    from desktop.command_line.screenshots import draw_screens

    for path in draw_screens(options.folder, options.size, dark=options.theme == "dark"):
        print(path)
    return DONE
