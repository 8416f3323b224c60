"""The commands on answers before the meeting: ask, read what comes back, say where it stands. Each gives the exit
status.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line.files import DONE, REFUSED, opened, pdfs_in, printable, read_file
from desktop.command_line.months.parcels import send_out
from desktop.command_line.sending import facts_of
from desktop.words import gettext, ngettext, spoken
from models.values.refusal import Refusal
from models.values.sentence import act_called

if TYPE_CHECKING:
    from models.diagnosis.leanings import Leanings
    from models.storage import Library
    from reports.reply.answers import AnswersBack, FileRead
    from reports.words.facts import Facts


def questionnaire(options: argparse.Namespace) -> int:
    """A questionnaire and a message for each stakeholder, or for those who have not answered, into a folder."""
    from models.diagnosis.by_letter import asked_people
    from models.engagement.outbox import OWN_SIGNS, asked_by_letter
    from reports.documents.kinds import PageSize
    from reports.exports.questions import questionnaires

    with opened(options) as library:
        facts = facts_of(library, options.engagement)
        only_theirs = options.asked_only or (options.remind and asked_by_letter(facts.engagement.outbox) == OWN_SIGNS)
        found = questionnaires(facts, only_theirs, options.remind, PageSize(options.page_size))
        if not found and options.remind and asked_people(facts.engagement):
            raise Refusal("Everybody has answered.")
        if not found:
            raise Refusal("Nobody is to be asked yet. Add the people on Prepare, each with a name and a group.")
        label = act_called("Remind who has not answered") if options.remind else act_called("Write questionnaires")
        send_out(library, facts, found, options.folder, label)
    return DONE


def read_answers(options: argparse.Namespace) -> int:
    """Says what came back in files and folders, and takes it in where that is asked for; never what was answered."""
    backs, refused = _backs(pdfs_in(options.files))
    with opened(options) as library:
        refused += take_answers(library, backs, options.apply)
    return REFUSED if refused else DONE


def take_answers(library: Library, backs: Sequence[AnswersBack], take: bool) -> int:
    """Says what answers came back, and takes them in where that is asked for; how many files are of no use."""
    known, refused = _known(library, backs), 0
    for back in backs:
        if not back.engagements & set(known):
            text = "These answers belong to an engagement that is not in this library. Name another with --library."
            refused += told(back.name, Refusal(text))
    for key in known:
        refused += _take(library, key, [back for back in backs if key in back.engagements], take)
    return refused


def _known(library: Library, backs: Iterable[AnswersBack]) -> list[str]:
    named = sorted({key for back in backs for key in back.engagements})
    return [key for key in named if library.ids_beginning(key) == [key]]


def _backs(paths: Iterable[Path]) -> tuple[list[AnswersBack], int]:
    """What the files bring back, and how many were refused: one that cannot be read stands in no other's way."""
    from reports.reply.answers import answers_back
    from reports.reply.file import LARGEST_FILE

    backs, refused = [], 0
    for path in paths:
        try:
            backs.append(answers_back(path.name, read_file(path, LARGEST_FILE + 1)))
        except Refusal as refusal:
            refused += told(path.name, refusal)
    return backs, refused


def told(name: str, refusal: Refusal) -> int:
    """Says why a file is left; it counts as one."""
    print(gettext("{file}: {why}").format(file=printable(name), why=refusal.said(spoken())), file=sys.stderr)
    return 1


def _take(library: Library, key: str, backs: Sequence[AnswersBack], take: bool) -> int:
    """What the files say about one engagement, taken in or not; how many of them are of no use to it."""
    from models.engagement.edit import Edit
    from reports.reply.answers import held_against
    from reports.words.phrases import subject

    facts = facts_of(library, key)
    read = held_against(backs, facts)
    print(subject(facts.engagement, spoken()))
    for file in read.files:
        for line in _of_file(file, facts):
            print(line)
    for line in _late(read.taken.late, facts):
        print(line)
    if not read.taken.records:
        print(gettext("There is nothing new to take in."))
    elif take:
        library.save(Edit(act_called("Take in answers by letter"), key, put=read.taken.records))
        print(gettext("Taken in, and hidden until the votes are shown. Undo in the window takes it back."))
    else:
        print(gettext("Nothing is taken in yet: --apply does that."))
    return sum(told(file.name, file.refusal) for file in read.files if file.refusal)


def _of_file(file: FileRead, facts: Facts) -> Iterator[str]:
    """Whose answers they are, and how many: not what they are."""
    for letter in file.letters:
        answers, comments = len(letter.answers), len(letter.comments)
        counts = [ngettext("{n} answer", "{n} answers", answers).format(n=answers)]
        if comments:
            counts.append(ngettext("{n} comment", "{n} comments", comments).format(n=comments))
        text = gettext("{file}: {name}, {counts}")
        name, said = printable(facts.person(letter.person_id)) or "–", gettext(", ").join(counts)
        yield text.format(file=printable(file.name), name=name, counts=said)
    yield from (f"    {printable(warning)}" for warning in file.warnings)


def _late(late: Iterable[tuple[str, str]], facts: Facts) -> Iterator[str]:
    by_person: dict[str, list[str]] = {}
    for person_id, sign_id in late:
        by_person.setdefault(person_id, []).append(facts.method.sign(sign_id).title)
    for person_id, titles in by_person.items():
        text = gettext("Too late, because the room has voted or the votes were shown: {name} on {signs}. It is left.")
        named = gettext(", ").join(f"“{title}”" for title in titles)
        yield text.format(name=printable(facts.person(person_id)) or "–", signs=named)


def answers(options: argparse.Namespace) -> int:
    """Who has answered, where the answers agree and where not, and the agenda that follows; never what they are."""
    from models.diagnosis.leanings import leanings, proposed_agenda
    from models.engagement.edit import Edit

    with opened(options) as library:
        facts = facts_of(library, options.engagement)
        engagement, method = facts.engagement, facts.method
        for line in _leaning_lines(leanings(method, engagement), facts):
            print(line)
        agenda = proposed_agenda(method, engagement, spoken())
        if agenda:
            print(gettext("An agenda that follows from it:"))
        for box in agenda:
            print("  " + gettext("{minutes} min").format(minutes=box.minutes), printable(box.title), sep="  ")
        if options.apply:
            if not agenda:
                raise Refusal(
                    "No agenda follows yet: three people have to answer the same question, and the agenda needs time "
                    "for the signs and must not have begun."
                )
            gone = {box.id for box in engagement.current.agenda} - {box.id for box in agenda}
            removed = tuple(box for box in engagement.current.agenda if box.id in gone)
            library.save(
                Edit(act_called("Take the agenda from the answers"), engagement.id, put=agenda, remove=removed)
            )
            print(gettext("The agenda is taken. Undo in the window brings back the one before."))
    return DONE


def _leaning_lines(found: Leanings, facts: Facts) -> Iterator[str]:
    from desktop.leaning_words import answered_text, leaning_name
    from models.diagnosis.leanings import Leaning

    yield answered_text(found)
    if found.missing:
        names = gettext(", ").join(printable(facts.person(one.id)) for one in found.missing)
        yield gettext("Not yet: {names}").format(names=names)
    for leaning in Leaning:
        if signs := found.of(leaning):
            yield gettext("{name}: {count}").format(name=leaning_name(leaning), count=len(signs))
            if leaning is not Leaning.TOO_FEW:
                yield from (f"  {facts.method.sign(sign).title}" for sign in signs)
