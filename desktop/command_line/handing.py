"""The commands that hand engagements over and take them in. Each gives the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.command_line.files import DONE, opened, read_text, whole_id
from desktop.command_line.passphrases import ask, read_line
from desktop.words import gettext, ngettext
from models.sharing.side import Side
from models.values.files import write_whole
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from desktop.library_acts import LibraryActs
    from desktop.view_models.sharing.taking_words import TakingWords
    from models.sharing.joining import Conflict, Part
    from models.storage.shared.sharing import Decisions, Incoming


def hand_over(options: argparse.Namespace) -> int:
    """Writes engagements, sealed, to one file."""
    from desktop.own_library import packed, seal

    passphrase = "" if options.to else _passphrase(options, twice=True)
    with opened(options) as library:
        ids = [whole_id(library, beginning) for beginning in options.engagement]
        made = packed(library, dict.fromkeys(ids))
    made = seal(made, passphrase, options.to)
    try:
        write_whole(options.file, made, private=True)
    except OSError as error:
        raise Refusal("{path} cannot be written: {reason}.", path=options.file, reason=error.strerror) from error
    print(options.file.resolve())
    return DONE


def take_in(options: argparse.Namespace) -> int:
    """Says what a hand-over, or a whole library, would add, change and overrule; does it where that is asked for."""
    from desktop.library_acts import LibraryActs
    from desktop.own_library import asks_for_passphrase, package_at, sharing, unseal

    keys = tuple(read_text(options.identity_file).splitlines()) if options.identity_file else ()
    try:
        asks = not keys and asks_for_passphrase(options.file)
        passphrase = _passphrase(options) if asks else ""
        package = package_at(options.file, lambda data: unseal(data, passphrase, keys), passphrase)
    except OSError as error:
        raise Refusal("{path} cannot be read: {reason}.", path=options.file, reason=error.strerror) from error
    with opened(options) as library:
        acts = LibraryActs(library)
        acts.check_packs(package.methods)
        found = sharing(library).look(package)
        told = Told(found, options, acts)
        for line in told.lines():
            print(line)
        if options.apply and found:
            taken = sharing(library).take(package, told.decisions())
            text = ngettext("{n} engagement taken in.", "{n} engagements taken in.", taken)
            print(text.format(n=taken))
        elif found:
            print(gettext("Nothing has been changed. With --apply it is taken in."))
        else:
            print(gettext("It holds nothing that is not here already."))
    return DONE


def _passphrase(options: argparse.Namespace, *, twice: bool = False) -> str:
    """Of the file: from its descriptor, else from whoever sits here. Refusal for an empty one, and for nobody."""
    if options.file_passphrase_fd is not None:
        given = read_line(options.file_passphrase_fd)
    elif sys.stdin.isatty():
        given = ask(gettext("Passphrase of the file: "))
        if twice and given != ask(gettext("The same again: ")):
            raise Refusal("The two are not the same. Nothing was changed.")
    else:
        raise Refusal("Give the passphrase of the file with --passphrase-fd, or a key.")
    if not given:
        raise Refusal("An empty passphrase seals nothing. Give another.")
    return given


class Told:
    """What comes, numbered through all engagements, and what was chosen by those numbers."""

    def __init__(self, found: list[Incoming], options: argparse.Namespace, acts: LibraryActs) -> None:
        self._options = options
        self._found = [(incoming, _words(incoming, acts)) for incoming in found]
        self._parts: list[tuple[Incoming, Part]] = []
        self._conflicts: list[tuple[Incoming, Conflict]] = []
        for incoming in found:
            self._parts += [(incoming, part) for part in incoming.joining.parts if not incoming.is_new]
            self._conflicts += [(incoming, conflict) for conflict in incoming.joining.conflicts]
        self._check(options.leave_out, len(self._parts))
        self._check([number for number, _ in options.choose], len(self._conflicts))

    def lines(self) -> Iterator[str]:
        """All of it."""
        from desktop.view_models.sharing.taking_words import act_text, summed_up

        part_number = conflict_number = 0
        for incoming, words in self._found:
            yield summed_up(incoming)
            for part in () if incoming.is_new else incoming.joining.parts:
                part_number += 1
                out = gettext("  (left out)") if part_number in self._options.leave_out else ""
                yield f"  {part_number}. {act_text(part.act)}{out}"
                yield from (f"       {line}" for line in words.changes(part))
            if incoming.joining.conflicts:
                yield gettext("  Both changed, or what does not go together:")
            for conflict in incoming.joining.conflicts:
                conflict_number += 1
                yield f"  {conflict_number}. {words.title(conflict)}"
                yield from (f"       {line}" for line in self._sides(conflict_number, conflict, words))

    def decisions(self) -> dict[str, Decisions]:
        """By engagement."""
        from desktop.own_library import decisions

        return {
            incoming.engagement.id: decisions(
                {c.key: self._chosen(n, c) for n, (i, c) in enumerate(self._conflicts, 1) if i is incoming},
                {
                    p.act.gid
                    for n, (i, p) in enumerate(self._parts, 1)
                    if i is incoming and n in self._options.leave_out
                },
            )
            for incoming, _ in self._found
        }

    def _sides(self, number: int, conflict: Conflict, words: TakingWords) -> Iterator[str]:
        for side in Side:
            stands = gettext("  (stands)") if side is self._chosen(number, conflict) else ""
            yield f"{side.value}, {words.who(conflict, side)}: {words.side(conflict, side)}{stands}"

    def _chosen(self, number: int, conflict: Conflict) -> Side:
        """By its number, else for all, else as it stands by itself."""
        return dict(self._options.choose).get(number) or self._options.side or conflict.stands

    def _check(self, numbers: list[int], most: int) -> None:
        for number in numbers:
            if not 0 < number <= most:
                raise Refusal("There is no number {number} in what is told.", number=number)


def _words(incoming: Incoming, acts: LibraryActs) -> TakingWords:
    from desktop.view_models.sharing.record_words import RecordWords
    from desktop.view_models.sharing.taking_words import TakingWords

    method = acts.pack(incoming.engagement.current.assessment.method)
    return TakingWords(incoming, RecordWords(incoming.engagement, method))
