"""Takes what was answered out of questionnaires that came back. They come from outside: nothing in them is believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from models.diagnosis.by_letter import Letter, TakenIn, take_in
from models.frozen import frozen
from models.values.refusal import Refusal
from models.values.terms import Answer, RoundState
from reports.reply.compare import typed
from reports.reply.file import reply_pdf
from reports.reply.question_fields import MARKS, QuestionBox, QuestionName, parse_question_name, question_code
from reports.reply.reading import pages_named
from reports.reply.returned import FieldAnswer
from reports.words.facts import Facts
from reports.words.phrases import LONGEST_NAME
from reports.words.text import one_line, shortened

if TYPE_CHECKING:
    from reports.reply.outside_pdf import OutsidePdf


@frozen
class AnswersBack:
    """What one file brings back, before it is held against a round."""

    name: str
    """The file's."""
    fields: tuple[FieldAnswer[QuestionName], ...]
    beside: tuple[int, ...]
    """Pages on which something stands beside the fields, or that are of no questionnaire."""

    @property
    def engagements(self) -> frozenset[str]:
        """The ids of the engagements whose questions it holds: it may name any."""
        return frozenset(field.name.engagement for field in self.fields)


@frozen
class FileRead:
    """What was found in one file, without a word of what was answered."""

    name: str
    letters: tuple[Letter, ...] = ()
    warnings: tuple[str, ...] = ()
    refusal: Refusal | None = None
    """Why nothing of it can be taken in."""


@frozen
class LettersRead:
    """Files held against a round: each on its own, and what comes of all of them."""

    files: tuple[FileRead, ...]
    taken: TakenIn


def answers_back(name: str, data: bytes, wanted: Callable[[], bool] | None = None) -> AnswersBack:
    """What a file brings back. Raises Refusal where there can be no answers in it, or once it is not `wanted`."""
    no_pdf = Refusal("This file is no PDF. Ask for the questionnaire's PDF itself, filled in and saved.")
    with reply_pdf(data, no_pdf, wanted) as pdf:
        found = answers_in_file(name, pdf)
        ours = bool(found.fields) or pdf.creator == "Clearway" or _was_printed(pdf)
    if found.fields:
        return found
    if ours:
        raise Refusal(
            "There are no questions to answer in this file: was it printed, or is it another document than the "
            "questionnaire? Ask for the file itself, as it was saved after filling it in."
        )
    raise Refusal("This PDF is not a questionnaire made with Clearway, so there are no answers in it.")


def answers_in_file(name: str, pdf: OutsidePdf) -> AnswersBack:
    """What the fields of a file say; none where it is no questionnaire."""
    from reports.reply.outside_fields import answers_in
    from reports.reply.outside_pages import added_to, notes_on

    fields = tuple(answers_in(pdf, parse_question_name))
    if not fields:
        return AnswersBack(name, (), ())
    added = added_to(pdf)
    written = [one.page for one in (*notes_on(pdf), *added.typed)]
    return AnswersBack(name, fields, tuple(sorted({*written, *added.foreign})))


def _was_printed(pdf: OutsidePdf) -> bool:
    """Whether it says of itself what our last page says, in whatever language: twelve figures beside our name."""
    from reports.reply.file import SAYS_OURS
    from reports.reply.outside_pages import printed_words

    return SAYS_OURS.search(printed_words(pdf)) is not None


def held_against(files: Sequence[AnswersBack], facts: Facts) -> LettersRead:
    """What files say about the current round of an engagement, the earliest file first.

    Where one person has answered a question twice, the later file counts, and it is said.
    """
    found = [_of_file(back, facts) for back in files]
    letters = [letter for file in found for letter in file.letters]
    return LettersRead(tuple(_with_doubled(found, facts)), take_in(facts.engagement.current, letters))


def _of_file(back: AnswersBack, facts: Facts) -> FileRead:
    letters, warnings, refusals = [], list[str](), list[Refusal]()
    groups: dict[tuple[str, ...], list[FieldAnswer[QuestionName]]] = defaultdict(list)
    for field in back.fields:
        name = field.name
        groups[name.engagement, name.round, name.code, name.person].append(field)
    for fields in groups.values():
        if refusal := _unfit(fields[0].name, facts):
            refusals.append(refusal)
        else:
            letter, odd = _letter(fields, facts)
            letters.append(letter)
            warnings += odd
    if not letters:
        return FileRead(back.name, refusal=refusals[0])
    warnings += [refusal.said(facts.words) for refusal in refusals]
    return FileRead(back.name, tuple(letters), (*warnings, *_of_pages(back, facts)))


def _unfit(name: QuestionName, facts: Facts) -> Refusal | None:
    """Why answers under such a name are of no use to the round."""
    engagement, current = facts.engagement, facts.engagement.current.assessment
    if name.engagement != engagement.id:
        return Refusal("These answers belong to another engagement. Open that one first.")
    if name.round != current.id:
        earlier = next((one.assessment.number for one in engagement.rounds if one.assessment.id == name.round), None)
        if earlier is None:
            return Refusal("These answers belong to a round that is not in this engagement.")
        return Refusal(
            "These answers belong to round {number}, which is over. Send a new questionnaire.", number=earlier
        )
    if name.code != question_code(facts.method):
        return Refusal("This questionnaire asks other questions than this round does. Send a new one.")
    if engagement.stakeholder(name.person) is None:
        return Refusal("These answers are of somebody who is not among the people on Prepare any more.")
    if current.state is RoundState.CLOSED:
        return Refusal("This round is closed, so its votes stay as they are.")
    return None


def _letter(fields: Sequence[FieldAnswer[QuestionName]], facts: Facts) -> tuple[Letter, list[str]]:
    """One person's answers, and what of them cannot be understood."""
    answers: dict[str, Answer] = {}
    comments: dict[str, str] = {}
    odd: list[str] = []
    for sign in facts.method.signs:
        own = [field for field in fields if field.name.sign == sign.id]
        marks = {field.value for field in own if field.name.box is QuestionBox.ANSWER} - {""}
        if len(marks) > 1:
            text = facts.words.gettext("“{question}” has several answers in this file, so none is taken.")
            odd.append(text.format(question=sign.question))
        elif marks and (answer := MARKS.get(marks.pop() or "")):
            answers[sign.id] = answer
        elif any(field.value for field in own if field.name.box is QuestionBox.ANSWER):
            text = facts.words.gettext("The answer to “{question}” is none of those that could be chosen: it is left.")
            odd.append(text.format(question=sign.question))
        texts = [typed(field.value) for field in own if field.name.box is QuestionBox.COMMENT]
        if comment := "\n".join(dict.fromkeys(filter(None, texts))):
            comments[sign.id] = comment
    if not answers and not comments:
        odd.append(facts.words.gettext("Nothing is filled in."))
    return Letter(fields[0].name.person, answers, comments), odd


def _of_pages(back: AnswersBack, facts: Facts) -> Iterator[str]:
    if back.beside:
        text = facts.words.ngettext(
            "Page {pages} holds something beside the fields: look at the file itself.",
            "Pages {pages} hold something beside the fields: look at the file itself.",
            len(back.beside),
        )
        yield text.format(pages=pages_named(back.beside, facts.words))


def _with_doubled(files: Sequence[FileRead], facts: Facts) -> Iterator[FileRead]:
    """Each file with what a later one of the same person takes the place of."""
    for number, file in enumerate(files):
        said = list(file.warnings)
        for letter in file.letters:
            later = [one for one in files[number + 1 :] if any(_both_answer(letter, other) for other in one.letters)]
            if later:
                text = facts.words.gettext("A later file of the same person counts where both answer: {file}.")
                said.append(text.format(file=shortened(one_line(later[-1].name), LONGEST_NAME)))
        yield FileRead(file.name, file.letters, tuple(said), file.refusal)


def _both_answer(one: Letter, other: Letter) -> bool:
    if one.person_id != other.person_id:
        return False
    return bool(one.answers.keys() & other.answers.keys() or one.comments.keys() & other.comments.keys())
