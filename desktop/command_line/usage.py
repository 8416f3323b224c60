"""What may stand on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from desktop.command_line import (
    answers,
    backups,
    engagements,
    letters,
    locking,
    packs,
    past,
    portfolio,
    rounds,
    sending,
    soundness,
)
from desktop.command_line.files import DONE
from desktop.words import gettext
from reports.documents.kinds import DocumentKind, PageSize
from resources.version import VERSION
from resources.words import languages

Act = Callable[[argparse.Namespace], int]


class _Command(Protocol):
    def __call__(self, name: str, act: Act, text: str) -> argparse.ArgumentParser: ...


def language_in(arguments: Sequence[str] | None) -> str:
    """The language asked for, which has to be known before anything is said; English where none is, or none of ours."""
    first = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    first.add_argument("--language", default="en")
    try:
        asked = str(first.parse_known_args(arguments)[0].language)
    except argparse.ArgumentError:
        return "en"
    return asked if asked in languages() else "en"


def parser(window: Act) -> argparse.ArgumentParser:
    """Every command with its options; without a command, `window` is done."""
    made = argparse.ArgumentParser(
        prog="clearway", description=gettext("Find out why an AI pilot is stuck, and leave with an action plan.")
    )
    made.add_argument("--version", action="version", version=f"Clearway {VERSION}")
    _add_common(made, inherited=False)
    made.set_defaults(act=window)
    commands = made.add_subparsers(title=gettext("commands"), metavar="COMMAND")

    def command(name: str, act: Act, text: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=text, description=text)
        _add_common(one, inherited=True)
        one.set_defaults(act=act)
        return one

    _add_engagements(command)
    _add_past(command)
    _add_backups(command)
    _add_rounds(command)
    _add_sending(command)
    _add_answers(command)
    _add_letters(command)
    _add_slides(command)
    _add_portfolio(command)
    _add_packs(command)
    _add_locking(command)
    _add_screenshots(command)
    command("keys", _keys, gettext("print which key does what, in every place"))
    return made


def _add_common(made: argparse.ArgumentParser, inherited: bool) -> None:
    """The options that may stand before a command and after it; `inherited`: what stood before it holds."""
    library = gettext("the library to use instead of your own")
    language = gettext("the language of all that is said and made: {names}").format(names=", ".join(languages()))
    own = argparse.SUPPRESS
    made.add_argument("--library", type=Path, metavar="FILE", default=own if inherited else None, help=library)
    passphrase = gettext("the file descriptor that its passphrase comes from, as a line of text")
    made.add_argument("--passphrase-fd", type=int, metavar="N", default=own if inherited else None, help=passphrase)
    recovery = gettext("the same for its recovery key, where the passphrase is forgotten")
    made.add_argument("--recovery-key-fd", type=int, metavar="N", default=own if inherited else None, help=recovery)
    made.add_argument("--language", choices=languages(), default=own if inherited else "en", help=language)


def _add_engagements(command: _Command) -> None:
    sample = command("sample", engagements.sample, gettext("add the sample engagement to the library and print its id"))
    sample.add_argument("--later", action="store_true", help=gettext("the same pilot in its second round"))
    listing = command("list", engagements.listing, gettext("list the engagements, one a line, the id first"))
    words = gettext("only those in which these words occur")
    listing.add_argument("--search", default="", metavar="WORDS", help=words)
    listing.add_argument("--archived", action="store_true", help=gettext("those in the archive"))
    command("check", soundness.check, gettext("read the whole library and name each engagement that is damaged"))
    importing = command("import", engagements.bring_in, gettext("add the engagement in a JSON file and print its id"))
    importing.add_argument("file", type=Path)
    exporting = command("export", engagements.take_out, gettext("write an engagement to a JSON file"))
    _add_engagement(exporting)
    exporting.add_argument("file", type=Path)
    reporting = command("report", engagements.report, gettext("make a PDF"))
    _add_engagement(reporting)
    reporting.add_argument("--kind", choices=[kind.value for kind in DocumentKind], required=True)
    reporting.add_argument("--output", type=Path, required=True, metavar="FILE")
    reporting.add_argument("--round", type=int, metavar="N", help=gettext("as it stood at its round N"))
    _add_page_size(reporting)


def _add_rounds(command: _Command) -> None:
    """The commands that carry an engagement from one round to the next."""
    _add_engagement(command("begin-round", rounds.begin, gettext("begin the next round and print its number")))
    closing = command("close-round", rounds.close, gettext("close the newest round: it stays as it is"))
    _add_engagement(closing)
    why = gettext("why, where high gaps have no owner or no date")
    closing.add_argument("--reason", default="", metavar="TEXT", help=why)
    reopening = command("reopen-round", rounds.reopen, gettext("open the newest round again"))
    _add_engagement(reopening)
    reopening.add_argument("--reason", required=True, metavar="TEXT", help=gettext("why; it stands in the history"))
    comparing = command("compare", rounds.compare, gettext("say what moved between two rounds"))
    _add_engagement(comparing)
    newest = gettext("the newest unless given")
    comparing.add_argument("--round", type=int, metavar="N", help=newest)
    before = gettext("the one before it unless given")
    comparing.add_argument("--with", type=int, metavar="M", dest="other", help=before)
    comparing.add_argument("--json", action="store_true", help=gettext("as data for other programs"))


def _add_page_size(made: argparse.ArgumentParser) -> None:
    made.add_argument("--page-size", choices=[size.value for size in PageSize], default=PageSize.A4.value)


def _add_engagement(made: argparse.ArgumentParser) -> None:
    made.add_argument("engagement", help=gettext("its id, or the beginning of it"))


def _add_past(command: _Command) -> None:
    """The commands on what was done, and on what is to be no more."""
    looking = command("history", past.history, gettext("list what was done in an engagement, by day, person and place"))
    _add_engagement(looking)
    text = gettext("write the engagement as it stood at that time as JSON instead, as export does")
    looking.add_argument("--at", type=past.moment, metavar="TIME", help=text)
    text = gettext("delete an engagement for good: records, history and files; nothing brings it back")
    deleting = command("delete", past.delete, text)
    _add_engagement(deleting)
    deleting.add_argument("--for-good", action="store_true", help=gettext("without this it only says what would go"))


def _add_backups(command: _Command) -> None:
    """The commands on copies of the whole library."""
    making = command("backup", backups.make, gettext("write a checked copy of the whole library to a file"))
    making.add_argument("file", type=Path)
    text = gettext("list the backups there are, the newest first: when, bytes, whether it is sound, its file")
    listing = command("backups", backups.listing, text)
    where = listing.add_mutually_exclusive_group()
    chosen = gettext("put those to come into this folder: on a second disk, or one that is kept elsewhere too")
    where.add_argument("--folder", type=Path, metavar="FOLDER", help=chosen)
    where.add_argument("--beside", action="store_true", help=gettext("put them beside the library again"))
    text = gettext("put a copy of a backup in the library's place; what was there is kept among the backups")
    command("restore", backups.restore, text).add_argument("file", type=Path)


def _add_sending(command: _Command) -> None:
    """The commands that take a plan elsewhere and bring a reply back."""
    text = gettext("write the actions to a workbook (.xlsx) or a calendar (.ics)")
    actions = command("export-actions", sending.export_actions, text)
    _add_engagement(actions)
    actions.add_argument("file", type=Path, metavar="FILE.xlsx|FILE.ics")
    _add_page_size(actions)
    dates = command("calendars", sending.calendars, gettext("write a calendar of due dates for each owner"))
    _add_engagement(dates)
    dates.add_argument("folder", type=Path)
    pictures = command("charts", sending.charts, gettext("write the charts as PNG and SVG"))
    _add_engagement(pictures)
    pictures.add_argument("folder", type=Path)
    replying = command("read-reply", sending.read_a_reply, gettext("say what a returned action plan would change"))
    replying.add_argument("file", type=Path)
    applying = gettext("take it in, but for what has to be asked first or the plan has changed as well")
    replying.add_argument("--apply", action="store_true", help=applying)


def _add_answers(command: _Command) -> None:
    """The commands on what stakeholders answer before the meeting."""
    text = gettext("write a questionnaire for each stakeholder, to be filled in and sent back")
    asking = command("questionnaire", answers.questionnaire, text)
    _add_engagement(asking)
    asking.add_argument("folder", type=Path)
    only = gettext("ask each only what their group is likely to know")
    asking.add_argument("--asked-only", action="store_true", help=only)
    _add_page_size(asking)
    text = gettext("say what came back of questionnaires, in files or folders")
    reading = command("read-answers", answers.read_answers, text)
    reading.add_argument("files", type=Path, nargs="+", metavar="FILE|FOLDER")
    taking = gettext("take it in, hidden until the votes are shown")
    reading.add_argument("--apply", action="store_true", help=taking)
    text = gettext("say who has answered, where the answers agree, and propose an agenda")
    standing = command("answers", answers.answers, text)
    _add_engagement(standing)
    standing.add_argument("--apply", action="store_true", help=gettext("take the agenda that is proposed"))


def _add_letters(command: _Command) -> None:
    """The commands between the meetings."""
    writing = command("letters", letters.letters, gettext("write a letter, a calendar and a message for each owner"))
    _add_engagement(writing)
    writing.add_argument("folder", type=Path)
    writing.add_argument("--late", action="store_true", help=gettext("only to those who are late, about what is late"))
    _add_page_size(writing)
    standing = command("progress", letters.progress, gettext("say what is overdue, due this week, held up and done"))
    text = gettext("its id, or the beginning of it; all that have a plan without one")
    standing.add_argument("engagement", nargs="?", default="", help=text)


def _add_portfolio(command: _Command) -> None:
    """The commands over all pilots."""
    text = gettext("write every pilot side by side to a workbook")
    whole = command("portfolio", portfolio.portfolio, text)
    whole.add_argument("file", type=Path, metavar="FILE.xlsx", nargs="?")
    whole.add_argument("--json", action="store_true", help=gettext("print it as JSON"))
    text = gettext("say where a pilot stands among the others of its sector")
    _add_engagement(command("usual", portfolio.usual, text))


def _add_slides(command: _Command) -> None:
    made = command("slides", sending.slides, gettext("make a presentation (.pptx) that can be edited"))
    _add_engagement(made)
    made.add_argument("file", type=Path, metavar="FILE.pptx")
    kinds = (DocumentKind.ACTION_PLAN, DocumentKind.SUMMARY)
    made.add_argument("--kind", choices=[kind.value for kind in kinds], default=DocumentKind.ACTION_PLAN.value)
    made.add_argument("--template", type=Path, metavar="FILE", help=gettext("a .pptx or .potx of your own"))
    made.add_argument("--round", type=int, metavar="N", help=gettext("as it stood at its round N"))


def _add_packs(command: _Command) -> None:
    checking = command("check-method", packs.check, gettext("say what is wrong with a content pack, if anything"))
    checking.add_argument("file", type=Path)
    text = gettext("let new engagements start with a content pack of your own")
    command("add-method", packs.add, text).add_argument("file", type=Path)


def _add_locking(command: _Command) -> None:
    """The commands that set, change and remove a library's passphrase."""
    setting = command("lock", locking.lock, gettext("lock the library with a passphrase, or with another one"))
    text = gettext("the file descriptor that the new passphrase comes from, as a line of text")
    setting.add_argument("--new-passphrase-fd", type=int, metavar="N", help=text)
    sheet = gettext("make a sheet to print that opens the library when the passphrase is forgotten")
    setting.add_argument("--recovery-sheet", type=Path, metavar="FILE.pdf", help=sheet)
    key = gettext("let the owner of this public key of age bring the passphrase back; may be given several times")
    setting.add_argument("--recovery-key", action="append", default=[], metavar="AGE-PUBLIC-KEY", help=key)
    _add_page_size(setting)
    command("unlock", locking.unlock, gettext("remove the library's passphrase: whoever has the file can read it"))


def _add_screenshots(command: _Command) -> None:
    drawing = command("screenshots", _screenshots, gettext("draw every screen with the sample in it"))
    drawing.add_argument("folder", type=Path)
    drawing.add_argument("--size", type=_size, default=(1366, 768), metavar="WxH")
    drawing.add_argument("--theme", choices=("light", "dark"), default="light")


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
    from desktop.command_line.screenshots import draw_screens

    for path in draw_screens(options.folder, options.size, dark=options.theme == "dark"):
        print(path)
    return DONE
