"""Questionnaires as they come back: from real programs, late, twice, and from files that are not to be believed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from report_cases import TODAY, WORDS, built_in_method, full

from models.diagnosis.by_letter import Letter, take_in
from models.engagement.engagement import Engagement, Note
from models.engagement.workshop import Ballot, Vote
from models.values.refusal import Refusal
from models.values.terms import Answer, NoteKind, RoundState, VoteWay
from reports.personal.questionnaire import questionnaire
from reports.reply.answers import AnswersBack, LettersRead, answers_back, held_against
from reports.reply.question_fields import QuestionBox, QuestionName, question_code
from reports.words.facts import Facts

HERE = Path(__file__).parent / "returned"
METHOD = built_in_method()
SIGNS = METHOD.signs[:3]
SIGN, NEXT, LAST = (sign.id for sign in SIGNS)
ENGAGEMENT = replace(full(), rounds=(replace(full().current, ballots={}, votes={}, notes=()),))
WHO, OTHER = ENGAGEMENT.stakeholders[:2]


def facts(engagement: Engagement = ENGAGEMENT) -> Facts:
    return Facts(engagement, METHOD, TODAY, WORDS)


@cache
def sent(person: int = 0) -> bytes:
    return questionnaire(facts(), ENGAGEMENT.stakeholders[person], SIGNS)


def edited(change: Callable[[pikepdf.Pdf], None], person: int = 0) -> bytes:
    with pikepdf.open(BytesIO(sent(person))) as pdf:
        change(pdf)
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


def field(pdf: pikepdf.Pdf, sign: str, box: QuestionBox = QuestionBox.ANSWER) -> Any:
    return next(one for one in pdf.Root.AcroForm.Fields if str(one.T).endswith(f":{sign}:{box}"))


def filled(answers: dict[str, str], comments: dict[str, str] | None = None, person: int = 0) -> bytes:
    def fill(pdf: pikepdf.Pdf) -> None:
        for sign, mark in answers.items():
            field(pdf, sign).V = pikepdf.Name(f"/{mark}")
        for sign, text in (comments or {}).items():
            field(pdf, sign, QuestionBox.COMMENT).V = pikepdf.String(text)

    return edited(fill, person)


def read(*files: bytes, engagement: Engagement = ENGAGEMENT) -> LettersRead:
    backs = [answers_back(f"{number}.pdf", data) for number, data in enumerate(files)]
    return held_against(backs, facts(engagement))


def with_taken(found: LettersRead, engagement: Engagement = ENGAGEMENT) -> Engagement:
    """The engagement with what was taken in."""
    current = engagement.current
    ballots = {r.id: r for r in found.taken.records if isinstance(r, Ballot)}
    votes = {r.id: r for r in found.taken.records if isinstance(r, Vote)}
    notes = {n.id: n for n in current.notes} | {r.id: r for r in found.taken.records if isinstance(r, Note)}
    after = replace(
        current, ballots={**current.ballots, **ballots}, votes={**current.votes, **votes}, notes=tuple(notes.values())
    )
    return replace(engagement, rounds=(*engagement.rounds[:-1], after))


def revealed(engagement: Engagement, sign: str) -> Engagement:
    current = engagement.current
    ballots = {k: replace(b, revealed=b.revealed or b.sign_id == sign) for k, b in current.ballots.items()}
    return replace(engagement, rounds=(replace(current, ballots=ballots),))


SENT_BACK = (
    "answers-pdfium",
    "answers-pdfjs",
    "answers-pdftk",
    "answers-poppler",
    "answers-pymupdf",
    "answers-joined-qpdf",
)


@pytest.mark.parametrize("file", SENT_BACK)
def test_what_real_programs_send_back_is_read(file: str) -> None:
    """Held against the questions of today: the files are older than those may be."""
    back = answers_back(file, (HERE / f"{file}.pdf").read_bytes())
    now = question_code(METHOD)
    fields = tuple(replace(one, name=replace(one.name, code=now)) for one in back.fields)
    (found,) = held_against([AnswersBack(file, fields, back.beside)], facts()).files
    letter = next(one for one in found.letters if one.person_id == WHO.id)
    assert letter.answers == {SIGN: Answer.ESTABLISHED, NEXT: Answer.NOT_PRESENT, LAST: Answer.NOT_KNOWN}
    said = "Why?" if file in ("answers-pdftk", "answers-joined-qpdf") else "Größe: one\nline two"
    assert letter.comments == {SIGN: said}
    assert not back.beside


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        answers_back("one.pdf", data)
    return str(caught.value)


def test_a_print_is_refused_and_says_what_to_do() -> None:
    text = refused((HERE / "answers-printed-cairo.pdf").read_bytes())
    assert text.startswith("There are no questions to answer in this file: was it printed")
    assert "Ask for the file itself" in text


def test_what_is_no_questionnaire_is_refused() -> None:
    assert refused(b"").startswith("This file is no PDF")
    assert refused(b"%PDF-1.7\n" + b"x" * 200).startswith("This PDF is damaged")
    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(target)
    assert refused(target.getvalue()).startswith("This PDF is not a questionnaire made with Clearway")
    assert "another document" in refused((HERE / "filled-pdftk.pdf").read_bytes())


def test_answers_become_votes_by_letter_that_are_hidden_and_internal_notes() -> None:
    found = read(filled({SIGN: "level-2", NEXT: "not-known"}, {SIGN: "Seen <b>twice</b>"}))
    ballots = [r for r in found.taken.records if isinstance(r, Ballot)]
    votes = [r for r in found.taken.records if isinstance(r, Vote)]
    (note,) = (r for r in found.taken.records if isinstance(r, Note))
    assert [(b.way, b.revealed, b.number) for b in ballots] == [(VoteWay.LETTER, False, 1)] * 2
    assert {(v.stakeholder_id, v.answer) for v in votes} == {(WHO.id, Answer.ESTABLISHED), (WHO.id, Answer.NOT_KNOWN)}
    assert (note.text, note.for_client, note.named, note.kind) == ("Seen <b>twice</b>", False, False, NoteKind.NOTE)
    assert not found.taken.late


def test_a_file_that_is_read_again_brings_nothing_new() -> None:
    data = filled({SIGN: "level-2"}, {SIGN: "Seen"})
    after = with_taken(read(data))
    assert read(data, engagement=after).taken.records == ()
    shown = revealed(after, SIGN)
    assert read(data, engagement=shown).taken == take_in(shown.current, [])


def test_of_two_files_of_one_person_the_later_counts_and_it_is_said() -> None:
    first, second = filled({SIGN: "level-1", NEXT: "level-3"}), filled({SIGN: "level-3"})
    found = read(first, second)
    votes = {r.ballot_id.split("/")[1]: r.answer for r in found.taken.records if isinstance(r, Vote)}
    assert votes == {SIGN: Answer.SEVERE, NEXT: Answer.SEVERE}
    assert found.files[0].warnings == ("A later file of the same person counts where both answer: 1.pdf.",)
    assert not found.files[1].warnings


def test_what_comes_after_the_votes_were_shown_is_left_and_it_is_said_but_its_comment_is_kept() -> None:
    shown = revealed(with_taken(read(filled({SIGN: "level-2"}))), SIGN)
    found = read(filled({SIGN: "level-0", NEXT: "level-1"}, {SIGN: "Late"}, person=1), engagement=shown)
    assert found.taken.late == ((OTHER.id, SIGN),)
    assert [r.answer for r in found.taken.records if isinstance(r, Vote)] == [Answer.EARLY]
    assert [r.text for r in found.taken.records if isinstance(r, Note)] == ["Late"]


def test_a_vote_that_the_room_has_begun_takes_no_letters() -> None:
    current = ENGAGEMENT.current
    ballot = Ballot(id="b", assessment_id=current.assessment.id, sign_id=SIGN, way=VoteWay.COUNTS)
    found = take_in(replace(current, ballots={"b": ballot}), [Letter(WHO.id, {SIGN: Answer.EARLY}, {})])
    assert found.records == ()
    assert found.late == ((WHO.id, SIGN),)


def told(name: QuestionName, engagement: Engagement = ENGAGEMENT) -> str:
    """Why answers under that name are left."""
    back = answers_back("one.pdf", filled({SIGN: "level-1"}))
    (file,) = held_against([replace(back, fields=(replace(back.fields[0], name=name),))], facts(engagement)).files
    assert not file.letters
    return str(file.refusal)


def test_foreign_answers_are_refused_each_with_its_reason() -> None:
    name = answers_back("one.pdf", sent()).fields[0].name
    later = replace(ENGAGEMENT.current, assessment=replace(ENGAGEMENT.current.assessment, id="a2", number=2))
    closed = replace(ENGAGEMENT.current.assessment, state=RoundState.CLOSED)
    assert "another engagement" in told(replace(name, engagement="e9"))
    assert "not in this engagement" in told(replace(name, round="a9"))
    assert "round 1, which is over" in told(name, replace(ENGAGEMENT, rounds=(ENGAGEMENT.current, later)))
    assert "asks other questions" in told(replace(name, code="0" * 12))
    assert "not among the people" in told(replace(name, person="p99"))
    assert "closed" in told(name, replace(ENGAGEMENT, rounds=(replace(ENGAGEMENT.current, assessment=closed),)))


def test_an_answer_that_could_not_be_chosen_is_left_and_it_is_said() -> None:
    (file,) = read(filled({SIGN: "level-7", NEXT: "level-1"})).files
    assert dict(file.letters[0].answers) == {NEXT: Answer.EARLY}
    assert "none of those that could be chosen" in file.warnings[0]


def test_two_answers_to_one_question_in_one_file_are_none() -> None:
    def twice(pdf: pikepdf.Pdf) -> None:
        field(pdf, SIGN).V = pikepdf.Name("/level-1")
        copy = pikepdf.Dictionary(FT=pikepdf.Name.Btn, V=pikepdf.Name("/level-3"))
        copy.T = field(pdf, SIGN).T
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(copy))

    (file,) = read(edited(twice)).files
    assert dict(file.letters[0].answers) == {}
    assert "has several answers" in file.warnings[0]


def test_signs_that_the_method_does_not_have_are_not_heard_of() -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        one = field(pdf, SIGN)
        one.V, one.T = pikepdf.Name("/level-1"), pikepdf.String(str(one.T).replace(SIGN, "../../etc"))

    (file,) = read(edited(rename)).files
    assert file.letters == (Letter(WHO.id, {}, {}),)
    assert file.warnings == ("Nothing is filled in.",)


def test_what_stands_beside_the_fields_is_pointed_out() -> None:
    def scribble(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[1, 1, 20, 20], Contents="Ring me"
        )
        pdf.pages[0].Annots.append(pdf.make_indirect(note))

    (file,) = read(edited(scribble)).files
    assert "Page 1 holds something beside the fields: look at the file itself." in file.warnings


def test_a_very_long_comment_is_cut() -> None:
    found = read(filled({}, {SIGN: "x" * 100_000}))
    assert len(found.files[0].letters[0].comments[SIGN]) <= 20_000
