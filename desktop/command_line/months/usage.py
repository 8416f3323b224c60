"""What may stand on the command line for the months around the day."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line import sending
from desktop.command_line.arguments import add_engagement, add_page_size
from desktop.command_line.months import answers, coming_back, letters, portfolio, rounds
from desktop.words import gettext
from reports.documents.kinds import DocumentKind

if TYPE_CHECKING:
    from desktop.command_line.arguments import Command


def add_months(command: Command) -> None:
    """Rounds, answers before the meeting, letters after it, slides, and all pilots side by side."""
    _add_rounds(command)
    _add_answers(command)
    _add_letters(command)
    _add_slides(command)
    _add_portfolio(command)


def _add_rounds(command: Command) -> None:
    """The commands that carry an engagement from one round to the next."""
    add_engagement(command("begin-round", rounds.begin, gettext("begin the next round and print its number")))
    closing = command("close-round", rounds.close, gettext("close the newest round: it stays as it is"))
    add_engagement(closing)
    why = gettext("why, where high gaps have no owner or no date")
    closing.add_argument("--reason", default="", metavar="TEXT", help=why)
    reopening = command("reopen-round", rounds.reopen, gettext("open the newest round again"))
    add_engagement(reopening)
    reopening.add_argument("--reason", required=True, metavar="TEXT", help=gettext("why; it stands in the history"))
    comparing = command("compare", rounds.compare, gettext("say what moved between two rounds"))
    add_engagement(comparing)
    newest = gettext("the newest unless given")
    comparing.add_argument("--round", type=int, metavar="N", help=newest)
    before = gettext("the one before it unless given")
    comparing.add_argument("--with", type=int, metavar="M", dest="other", help=before)
    comparing.add_argument("--json", action="store_true", help=gettext("as data for other programs"))


def _add_answers(command: Command) -> None:
    """The commands on what stakeholders answer before the meeting."""
    text = gettext("write a questionnaire and a message for each stakeholder, to be filled in and sent back")
    asking = command("questionnaire", answers.questionnaire, text)
    add_engagement(asking)
    asking.add_argument("folder", type=Path)
    only = gettext("ask each only what their group is likely to know")
    asking.add_argument("--asked-only", action="store_true", help=only)
    asking.add_argument("--remind", action="store_true", help=gettext("only those who have not answered, once more"))
    add_page_size(asking)
    text = gettext("say what came back of questionnaires, in files or folders")
    reading = command("read-answers", answers.read_answers, text)
    reading.add_argument("files", type=Path, nargs="+", metavar="FILE|FOLDER")
    taking = gettext("take it in, hidden until the votes are shown")
    reading.add_argument("--apply", action="store_true", help=taking)
    text = gettext("say what came back, questionnaires and replies alike, in files or folders")
    back = command("read-back", coming_back.read_back, text)
    back.add_argument("files", type=Path, nargs="+", metavar="FILE|FOLDER")
    back.add_argument("--apply", action="store_true", help=gettext("take it in"))
    text = gettext("say who has answered, where the answers agree, and propose an agenda")
    standing = command("answers", answers.answers, text)
    add_engagement(standing)
    standing.add_argument("--apply", action="store_true", help=gettext("take the agenda that is proposed"))


def _add_letters(command: Command) -> None:
    """The commands between the meetings."""
    writing = command("letters", letters.letters, gettext("write a letter, a calendar and a message for each owner"))
    add_engagement(writing)
    writing.add_argument("folder", type=Path)
    writing.add_argument("--late", action="store_true", help=gettext("only to those who are late, about what is late"))
    add_page_size(writing)
    standing = command("progress", letters.progress, gettext("say what is overdue, due this week, held up and done"))
    text = gettext("its id, or the beginning of it; all that have a plan without one")
    standing.add_argument("engagement", nargs="?", default="", help=text)


def _add_slides(command: Command) -> None:
    made = command("slides", sending.slides, gettext("make a presentation (.pptx) that can be edited"))
    add_engagement(made)
    made.add_argument("file", type=Path, metavar="FILE.pptx")
    kinds = (DocumentKind.ACTION_PLAN, DocumentKind.SUMMARY)
    made.add_argument("--kind", choices=[kind.value for kind in kinds], default=DocumentKind.ACTION_PLAN.value)
    made.add_argument("--template", type=Path, metavar="FILE", help=gettext("a .pptx or .potx of your own"))
    made.add_argument("--round", type=int, metavar="N", help=gettext("as it stood at its round N"))


def _add_portfolio(command: Command) -> None:
    """The commands over all pilots."""
    text = gettext("write every pilot side by side, as pages or as a workbook")
    whole = command("portfolio", portfolio.portfolio, text)
    whole.add_argument("file", type=Path, metavar="FILE.pdf|FILE.xlsx", nargs="?")
    whole.add_argument("--search", default="", metavar="TEXT", help=gettext("only those that the words find"))
    orders = ("go-live", "worst", "late", "client")
    whole.add_argument("--sort", choices=orders, default=orders[0], help=gettext("what comes first"))
    add_page_size(whole)
    whole.add_argument("--json", action="store_true", help=gettext("print it as JSON"))
    _add_hub(whole)
    text = gettext("say where a pilot stands among the others of its sector")
    usual = command("usual", portfolio.usual, text)
    add_engagement(usual)
    _add_hub(usual)


def _add_hub(made: argparse.ArgumentParser) -> None:
    over_all = gettext("over all that you may see on the hub, counted there")
    made.add_argument("--hub", action="store_true", help=over_all)
    made.add_argument("--password-fd", type=int, metavar="N", help=gettext("its password, from this file descriptor"))
