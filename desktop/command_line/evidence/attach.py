"""The command on photos and files: take in, list, write to a folder. It gives the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line.arguments import add_engagement
from desktop.command_line.files import DONE, REFUSED, opened, printable, read_file, whole_id, write_all
from desktop.settings import ORIGINALS, chosen
from desktop.words import gettext, pgettext, spoken
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from desktop.command_line.arguments import Command
    from models.engagement.engagement import Engagement, Round
    from models.engagement.evidence import Beside, Evidence
    from models.method.method import Method
    from models.storage import Library


def add_attach(command: Command) -> None:
    """The command with its options."""
    text = gettext("keep photos and files beside a sign, a readiness point or a row; list them; write them to a folder")
    made = command("attach", attach, text)
    add_engagement(made)
    # Files that may be missing would be taken to be so as soon as an option stands before them.
    files = made.add_argument("files", type=Path, nargs="+", metavar="FILE", default=[])
    files.required = False
    place = made.add_mutually_exclusive_group()
    place.add_argument("--sign", default="", metavar="ID", help=gettext("beside the warning sign with this id"))
    place.add_argument("--point", default="", metavar="ID", help=gettext("beside the readiness point with this id"))
    row = gettext("beside a row of a register: its id, or as in metrics:2 the second row of one")
    place.add_argument("--row", default="", metavar="ID|REGISTER:N", help=row)
    made.add_argument("--caption", default="", metavar="TEXT", help=gettext("what there is to say of it"))
    alternative = gettext("what a picture shows, for those who cannot see it")
    made.add_argument("--alternative", default="", metavar="TEXT", help=alternative)
    client = gettext("printed in the record for the client; everything else is internal")
    made.add_argument("--for-the-client", action="store_true", help=client)
    original = gettext("keep pictures as they came as well, with the place and all that a camera wrote")
    made.add_argument("--keep-original", action="store_true", help=original)
    made.add_argument("--export", type=Path, metavar="FOLDER", help=gettext("write what is kept to this folder"))
    originals = gettext("with --export: pictures as they came, where they were kept so")
    made.add_argument("--originals", action="store_true", help=originals)


def attach(options: argparse.Namespace) -> int:
    """Takes files in, writes them to a folder, or lists what is kept, as the arguments say."""
    if options.files and options.export:
        raise Refusal("Files are either taken in or written to a folder, not both at once.")
    from desktop.library_acts import LibraryActs

    with opened(options) as library:
        engagement, method = LibraryActs(library).open(whole_id(library, options.engagement))
        beside = _beside(options, engagement.current, method)
        if options.files:
            return _take_in(library, engagement.id, beside, options)
        found = [e for e in engagement.current.evidence if beside is None or e.beside == beside]
        if options.export:
            return _export(library, found, options.export, originals=options.originals)
    sys.stdout.write("".join(_line(one, engagement.current) for one in found))
    return DONE


def _beside(options: argparse.Namespace, current: Round, method: Method) -> Beside | None:
    """The place that was named. Raises Refusal."""
    from models.engagement.evidence import Beside
    from models.readiness.readiness import points_of

    if options.sign:
        return Beside(sign_id=_known(options.sign, [sign.id for sign in method.signs]))
    if options.point:
        return Beside(point_id=_known(options.point, [point.id for point in points_of(method)]))
    return Beside(entry_id=_row(options.row, current, method)) if options.row else None


def _known(given: str, ids: list[str]) -> str:
    if given not in ids:
        raise Refusal("“{given}” is none of: {ids}.", given=given, ids=", ".join(ids))
    return given


def _row(given: str, current: Round, method: Method) -> str:
    register, _, number = given.rpartition(":")
    if not register:
        found = [entry.id for entry in current.entries if entry.id.startswith(given)]
        if len(found) != 1:
            raise Refusal("No row, or more than one, has an id that begins with “{given}”.", given=given)
        return found[0]
    rows = current.entries_of(_known(register, [one.id for one in method.registers]))
    if not number.isdecimal() or not 0 < int(number) <= len(rows):
        raise Refusal(
            "“{register}” has {n} rows; “{number}” is none of them.", register=register, n=len(rows), number=number
        )
    return rows[int(number) - 1].id


def _take_in(library: Library, engagement_id: str, beside: Beside | None, options: argparse.Namespace) -> int:
    """Of several files, one that is not taken stands in no other's way."""
    if beside is None:
        raise Refusal("Say where the files belong: --sign, --point or --row.")
    refused = 0
    for path in options.files:
        try:
            print(_take_one(library, library.engagement(engagement_id), beside, path, options))
        except Refusal as refusal:
            if len(options.files) == 1:
                raise
            refused += 1
            why = gettext("{file}: {why}").format(file=printable(path.name), why=refusal.said(spoken()))
            print(why, file=sys.stderr)
    return REFUSED if refused else DONE


def _take_one(library: Library, engagement: Engagement, beside: Beside, path: Path, options: argparse.Namespace) -> str:
    """The id under which the file is kept. Raises Refusal."""
    from models.engagement.edit import edit_on
    from models.pictures.kept import LARGEST_PICTURE, attaching, check_room, take_in

    original = options.keep_original or chosen(ORIGINALS) == "yes"
    taken = take_in(read_file(path, LARGEST_PICTURE + 1), path.name, keep_original=original)
    check_room(taken, library.room_taken(engagement.id))
    edit = attaching(
        engagement,
        beside,
        taken,
        datetime.now(UTC),
        caption=options.caption.strip(),
        alternative=options.alternative.strip(),
        for_client=options.for_the_client,
    )
    library.save(edit_on(engagement, edit))
    (added,) = edit.put
    return added.id


def _export(library: Library, evidence: Iterable[Evidence], folder: Path, *, originals: bool) -> int:
    from models.pictures.naming import file_names

    found = [(one, library.asset((originals and one.original) or one.sha256)) for one in evidence]
    for one, asset in found:
        if asset is None:
            text = gettext("{file}: the file itself is not in this library; whoever took it in has it.")
            print(text.format(file=printable(one.name)), file=sys.stderr)
    there = [asset for _, asset in found if asset is not None]
    write_all(folder, dict(zip(file_names(asset.name for asset in there), (a.data for a in there), strict=True)))
    return DONE if len(there) == len(found) else REFUSED


def _line(one: Evidence, current: Round) -> str:
    """Id, place, bytes, for whom, name and caption."""
    place = one.sign_id or one.point_id
    if one.entry_id is not None:
        entry = next((entry for entry in current.entries if entry.id == one.entry_id), None)
        rows = current.entries_of(entry.register_id) if entry else ()
        place = f"{entry.register_id}:{rows.index(entry) + 1}" if entry else ""
    who = pgettext("evidence", "for the client") if one.for_client else pgettext("evidence", "internal")
    return "\t".join(map(printable, (one.id, place, str(one.size), who, one.name, one.caption))) + "\n"
