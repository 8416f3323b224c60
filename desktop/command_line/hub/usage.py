"""What may stand on the command line about the hub."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desktop.command_line.arguments import add_engagement
from desktop.command_line.hub import joining, meeting
from desktop.words import gettext
from models.sharing.side import Side

if TYPE_CHECKING:
    from desktop.command_line.arguments import Command

PARTS = ("lead", "member", "reader")


def add_hub(command: Command) -> None:
    """Each command of `clearway hub`."""
    making = command("init", joining.init, gettext("make a hub in a database of yours, or bring it up to date"))
    _add_address(making)
    _add_address(command("join", joining.join, gettext("let this library meet a hub, as the person in its address")))
    command("leave", joining.leave, gettext("let this library meet no hub any more; everything stays where it is"))
    sharing = command("share", joining.share, gettext("share an engagement with people of the hub"))
    add_engagement(sharing)
    _add_roles(sharing, gettext("their names on the hub"), required=True)
    part = gettext("what they are in it: who shares it too, who works on it, who looks at it")
    sharing.add_argument("--as", dest="part", choices=PARTS, default="member", help=part)
    _add_sides(sharing)
    _add_password(sharing)
    text = gettext("take an engagement off the hub, or people out of it; libraries keep what they have")
    ending = command("unshare", joining.unshare, text)
    add_engagement(ending)
    _add_roles(ending, gettext("only these people"), required=False)
    _add_password(ending)
    text = gettext("meet the hub: what is new there comes here, what is new here goes there")
    meeting_it = command("sync", meeting.sync, text)
    only = gettext("only this one: its id, or the beginning of it")
    meeting_it.add_argument("engagement", nargs="?", default="", help=only)
    _add_sides(meeting_it)
    back = gettext("have an engagement again that was taken out of this library")
    meeting_it.add_argument("--bring", default="", metavar="ID", help=back)
    _add_password(meeting_it)
    command("status", meeting.status, gettext("say what is shared with whom, what waits, and when both met last"))
    listing = command("members", joining.members, gettext("list whom you share something with: who, as what, last met"))
    gone = gettext("for the owner: take this person out of everything")
    listing.add_argument("--remove", default="", metavar="ROLE", help=gone)
    heir = gettext("who leads what only that person led")
    listing.add_argument("--heir", default="", metavar="ROLE", help=heir)
    _add_password(listing)


def _add_address(made: argparse.ArgumentParser) -> None:
    text = gettext("as postgresql://NAME@SERVER/DATABASE, without the password")
    made.add_argument("address", metavar="ADDRESS", help=text)
    _add_password(made)


def _add_password(made: argparse.ArgumentParser) -> None:
    text = gettext("the file descriptor that the password on the hub comes from, as a line of text")
    made.add_argument("--password-fd", type=int, metavar="N", help=text)


def _add_roles(made: argparse.ArgumentParser, text: str, *, required: bool) -> None:
    made.add_argument("--with", dest="roles", nargs="+", default=[], required=required, metavar="ROLE", help=text)


def _add_sides(made: argparse.ArgumentParser) -> None:
    ways = made.add_mutually_exclusive_group()
    newest = gettext("where both changed the same, let the newest stand")
    ways.add_argument("--newest", action="store_true", help=newest)
    mine, theirs = gettext("where both changed the same, keep what is here"), gettext("take theirs")
    ways.add_argument("--mine", dest="side", action="store_const", const=Side.MINE, help=mine)
    ways.add_argument("--theirs", dest="side", action="store_const", const=Side.THEIRS, help=theirs)
