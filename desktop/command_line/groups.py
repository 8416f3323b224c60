"""The commands, each with its options, in the order in which help tells them.

A group loads what its commands do when it is added: for one command alone, those after it are never loaded.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line.arguments import PassedOver, add_engagement, add_page_size, adding_to
from desktop.command_line.files import DONE
from desktop.words import gettext

if TYPE_CHECKING:
    from desktop.command_line.arguments import Command
    from models.sharing.side import Side


def _add_engagements(command: Command) -> None:
    from desktop.command_line import engagements, soundness

    sample = command("sample", engagements.sample, gettext("add the sample engagement to the library and print its id"))
    sample.add_argument("--later", action="store_true", help=gettext("the same pilot in its second round"))
    every = gettext("both rounds and the other pilots of its practice: see clearway portfolio")
    sample.add_argument("--all", action="store_true", help=every)
    listing = command("list", engagements.listing, gettext("list the engagements, one a line, the id first"))
    words = gettext("only those in which these words occur")
    listing.add_argument("--search", default="", metavar="WORDS", help=words)
    listing.add_argument("--archived", action="store_true", help=gettext("those in the archive"))
    command("check", soundness.check, gettext("read the whole library and name each engagement that is damaged"))
    importing = command("import", engagements.bring_in, gettext("add the engagement in a JSON file and print its id"))
    importing.add_argument("file", type=Path)
    exporting = command("export", engagements.take_out, gettext("write an engagement to a JSON file"))
    add_engagement(exporting)
    exporting.add_argument("file", type=Path)


def _add_report(command: Command) -> None:
    from desktop.command_line import engagements
    from reports.documents.kinds import DocumentKind

    reporting = command("report", engagements.report, gettext("make a PDF"))
    add_engagement(reporting)
    reporting.add_argument("--kind", choices=[kind.value for kind in DocumentKind], required=True)
    reporting.add_argument("--output", type=Path, required=True, metavar="FILE")
    reporting.add_argument("--round", type=int, metavar="N", help=gettext("as it stood at its round N"))
    add_page_size(reporting)


def _add_past(command: Command) -> None:
    """The commands on what was done, and on what is to be no more."""
    from desktop.command_line import past

    looking = command("history", past.history, gettext("list what was done in an engagement, by day, person and place"))
    add_engagement(looking)
    text = gettext(
        "write the engagement as it stood at that time, or at the end of that day, as JSON instead, as export does"
    )
    looking.add_argument("--at", type=past.moment, metavar="TIME", help=text)
    text = gettext("delete an engagement for good: records, history and files; nothing brings it back")
    deleting = command("delete", past.delete, text)
    add_engagement(deleting)
    deleting.add_argument("--for-good", action="store_true", help=gettext("without this it only says what would go"))


def _add_backups(command: Command) -> None:
    """The commands on copies of the whole library."""
    from desktop.command_line import backups

    making = command("backup", backups.make, gettext("write a checked copy of the whole library to a file"))
    making.add_argument("file", type=Path)
    text = gettext("list the backups there are, the newest first: when, bytes, whether it is sound, its file")
    listing = command("backups", backups.listing, text)
    where = listing.add_mutually_exclusive_group()
    chosen = gettext("put those to come into this folder: on a second disk, or one that is kept elsewhere too")
    where.add_argument("--folder", type=Path, metavar="FOLDER", help=chosen)
    where.add_argument("--beside", action="store_true", help=gettext("put them beside the library again"))
    text = gettext("put a copy of a backup in the library’s place; what was there is kept among the backups")
    command("restore", backups.restore, text).add_argument("file", type=Path)


def _add_sending(command: Command) -> None:
    """The commands that take a plan elsewhere and bring a reply back."""
    from desktop.command_line import sending

    text = gettext("write the actions to a workbook (.xlsx) or a calendar (.ics)")
    actions = command("export-actions", sending.export_actions, text)
    add_engagement(actions)
    actions.add_argument("file", type=Path, metavar="FILE.xlsx|FILE.ics")
    add_page_size(actions)
    dates = command("calendars", sending.calendars, gettext("write a calendar of due dates for each owner"))
    add_engagement(dates)
    dates.add_argument("folder", type=Path)
    pictures = command("charts", sending.charts, gettext("write the charts as PNG and SVG"))
    add_engagement(pictures)
    pictures.add_argument("folder", type=Path)
    replying = command("read-reply", sending.read_a_reply, gettext("say what a returned action plan would change"))
    replying.add_argument("files", type=Path, nargs="+", metavar="FILE|FOLDER")
    applying = gettext("take it in, but for what has to be asked first or the plan has changed as well")
    replying.add_argument("--apply", action="store_true", help=applying)


def _add_packs(command: Command) -> None:
    from desktop.command_line import packs

    checking = command("check-method", packs.check, gettext("say what is wrong with a content pack, if anything"))
    checking.add_argument("file", type=Path)
    text = gettext("let new engagements start with a content pack of your own")
    command("add-method", packs.add, text).add_argument("file", type=Path)


def _add_locking(command: Command) -> None:
    """The commands that set, change and remove a library's passphrase."""
    from desktop.command_line import locking

    setting = command("lock", locking.lock, gettext("lock the library with a passphrase, or with another one"))
    text = gettext("the file descriptor that the new passphrase comes from, as a line of text")
    setting.add_argument("--new-passphrase-fd", type=int, metavar="N", help=text)
    sheet = gettext("make a sheet to print that opens the library when the passphrase is forgotten")
    setting.add_argument("--recovery-sheet", type=Path, metavar="FILE.pdf", help=sheet)
    key = gettext("let the owner of this public key of age bring the passphrase back; may be given several times")
    setting.add_argument("--recovery-key", action="append", default=[], metavar="AGE-PUBLIC-KEY", help=key)
    add_page_size(setting)
    command("unlock", locking.unlock, gettext("remove the library’s passphrase: whoever has the file can read it"))


def _add_handing(command: Command) -> None:
    """The commands between two libraries."""
    from desktop.command_line import handing
    from models.sharing.side import Side

    giving_text = gettext("write engagements to one sealed file, history and all")
    giving = command("hand-over", handing.hand_over, giving_text, sealed=True)
    giving.add_argument("engagement", nargs="+", help=gettext("its id, or the beginning of it"))
    giving.add_argument("file", type=Path, metavar="FILE.clearway")
    key = gettext("seal it to a public key of age instead; may be given several times")
    sealing = _add_file_passphrase(giving)
    sealing.add_argument("--to", action="append", default=[], metavar="AGE-PUBLIC-KEY", help=key)
    text = gettext("say what a hand-over, or a whole library, would add, change and overrule here")
    taking = command("take-in", handing.take_in, text, sealed=True)
    taking.add_argument("file", type=Path)
    opening = _add_file_passphrase(taking)
    identity = gettext("open it with the identities of age in this file")
    opening.add_argument("--identity-file", type=Path, metavar="FILE", help=identity)
    taking.add_argument("--apply", action="store_true", help=gettext("take it in"))
    sides = taking.add_mutually_exclusive_group()
    mine, theirs = gettext("where both changed the same, keep what is here"), gettext("take theirs")
    sides.add_argument("--mine", dest="side", action="store_const", const=Side.MINE, help=mine)
    sides.add_argument("--theirs", dest="side", action="store_const", const=Side.THEIRS, help=theirs)
    choose = gettext("for the one with this number, as in 2=theirs; may be given several times")
    taking.add_argument("--choose", type=_choice, action="append", default=[], metavar="N=mine|theirs", help=choose)
    out = gettext("leave out the act with this number; may be given several times")
    taking.add_argument("--leave-out", type=int, action="append", default=[], metavar="N", help=out)


def _add_file_passphrase(made: argparse.ArgumentParser) -> argparse._MutuallyExclusiveGroup:
    """What else seals or opens the file stands in the group that comes back."""
    ways = made.add_mutually_exclusive_group()
    text = gettext("the file descriptor that the file’s passphrase comes from, as a line of text")
    ways.add_argument("--passphrase-fd", type=int, dest="file_passphrase_fd", metavar="N", help=text)
    return ways


def _choice(text: str) -> tuple[int, Side]:
    from models.sharing.side import Side

    number, _, side = text.partition("=")
    if not (number.isdecimal() and side in {one.value for one in Side}):
        raise argparse.ArgumentTypeError(gettext("{text} is not a choice such as 2=theirs").format(text=text))
    return int(number), Side(side)


def _add_months(command: Command) -> None:
    from desktop.command_line.months.usage import add_months

    add_months(command)


def _add_attach(command: Command) -> None:
    from desktop.command_line.evidence.attach import add_attach

    add_attach(command)


def _add_hub(command: Command) -> None:
    from desktop.command_line.hub.usage import add_hub

    hub = command("hub", lambda options: DONE, gettext("share engagements through the practice’s own PostgreSQL"))
    if not isinstance(hub, PassedOver):
        add_hub(adding_to(hub.add_subparsers(title=gettext("commands"), metavar="COMMAND", required=True)))


def _add_screenshots(command: Command) -> None:
    drawing = command("screenshots", _screenshots, gettext("draw every screen with the sample in it"))
    drawing.add_argument("folder", type=Path)
    drawing.add_argument("--size", type=_size, default=(1366, 768), metavar="WxH")
    drawing.add_argument("--theme", choices=("light", "dark"), default="light")
    drawing.add_argument("--until", default="", metavar="NAME", help=gettext("stop after the screen of that name"))


def _add_settings(command: Command) -> None:
    from desktop.command_line import settings

    listing = command("settings", settings.settings, gettext("list what is set for this computer, or set it"))
    listing.add_argument("name", nargs="?", default="", metavar="NAME", help=gettext("only this one"))
    text = gettext("what it is to be from now on; for backups a folder, or “beside”")
    listing.add_argument("value", nargs="?", metavar="VALUE", help=text)


def _add_keys(command: Command) -> None:
    command("keys", _keys, gettext("print which key does what, in every place"))


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 640 <= int(width) <= 8192 and 480 <= int(height) <= 8192):
        raise argparse.ArgumentTypeError(gettext("{text} is not a size such as 1920x1080").format(text=text))
    return int(width), int(height)


def _keys(options: argparse.Namespace) -> int:
    from desktop.console.key_table import as_guide

    print("\n".join(as_guide()))
    return DONE


def _screenshots(options: argparse.Namespace) -> int:
    from desktop.command_line.drawing.screenshots import draw_screens

    for path in draw_screens(options.folder, options.size, dark=options.theme == "dark"):
        print(path, flush=True)
        if options.until and path.name[3:].startswith(f"{options.until}-"):
            break
    return DONE


GROUPS = (
    *(_add_engagements, _add_report, _add_past, _add_backups, _add_sending, _add_months, _add_attach, _add_packs),
    *(_add_locking, _add_handing, _add_hub, _add_screenshots, _add_settings, _add_keys),
)
"""Each adds some."""
