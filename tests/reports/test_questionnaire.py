"""What a stakeholder is asked before the meeting: all of it there, read aloud in order, the same bytes, safe names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from functools import cache
from gettext import NullTranslations
from io import BytesIO
from math import ceil

import pikepdf
import pytest
from pdf_text import text_of
from pypdf import PdfReader
from report_cases import TODAY, built_in_method, full, hostile
from structure_reading import NOTHING, SpokenDocument

from models.diagnosis.by_letter import Letter, asked_signs, take_in
from models.engagement.edit import Edit, apply_edit
from models.engagement.engagement import Engagement
from models.engagement.outbox import ALL_SIGNS, OWN_SIGNS, asked_by_letter
from models.values.refusal import Refusal
from models.values.sentence import act_called
from models.values.terms import Answer, RoundState
from reports.documents.kinds import PageSize
from reports.exports.parcel import Parcel, for_the_outbox
from reports.exports.questions import questionnaires
from reports.personal.questionnaire import questionnaire
from reports.reply.question_fields import MARKS, QuestionBox, parse_question_name, question_code
from reports.words.facts import Facts
from reports.words.typography import typeset

NAMES = ("../../a:b", "A B", "a b", "")


def parcels(engagement: Engagement, only_theirs: bool = False, reminder: bool = False) -> tuple[Parcel, ...]:
    return questionnaires(Facts(engagement, built_in_method(), TODAY, NullTranslations()), only_theirs, reminder)


def made(engagement: Engagement, only_theirs: bool = False) -> dict[str, bytes]:
    return {f"{one.name}.pdf": one.document for one in parcels(engagement, only_theirs)}


@cache
def all_of_it() -> dict[str, bytes]:
    return made(full())


def first() -> bytes:
    return next(iter(all_of_it().values()))


def test_nobody_is_asked_for_a_round_that_is_closed() -> None:
    current = full().current
    closed = replace(current, assessment=replace(current.assessment, state=RoundState.CLOSED))
    for reminder in (False, True):
        with pytest.raises(Refusal, match=r"Round 1 is closed.* Begin the next round"):
            parcels(replace(full(), rounds=(closed,)), reminder=reminder)


def test_everyone_is_asked_all_or_what_their_group_knows() -> None:
    engagement, method = full(), built_in_method()
    assert len(all_of_it()) == len(engagement.stakeholders) == len(made(engagement, only_theirs=True))
    for who, data in zip(engagement.stakeholders, made(engagement, only_theirs=True).values(), strict=True):
        text = " ".join(text_of(data).split())
        assert who.name in text
        for sign in method.signs:
            assert (typeset(sign.question) in text) is (who.group in sign.ask)


def test_every_question_has_its_four_sentences_not_known_and_a_line_and_no_name_of_a_fault() -> None:
    text = " ".join(text_of(first()).split())
    for sign in built_in_method().signs:
        assert typeset(sign.question) in text
        assert all(typeset(anchor) in text for anchor in sign.anchors)
    assert text.count("I do not know.") == text.count("What makes you say so?") == 24
    assert "Only " in text
    assert "never with a name, and groups only from three people up" in text
    assert not [sign.title for sign in built_in_method().signs if sign.title in text]


def test_the_fields_say_whose_they_are_and_what_they_ask() -> None:
    engagement, who = full(), full().stakeholders[0]
    with pikepdf.open(BytesIO(first())) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        names = [parse_question_name(str(field.T)) for field in fields]
        marks = [[next(str(k)[1:] for k in kid.AP.N if k != "/Off") for kid in f.Kids] for f in fields if "/Kids" in f]
        tips = [str(kid.TU) for f in fields if "/Kids" in f for kid in f.Kids]
    assert all(names)
    signs = [sign.id for sign in asked_signs(built_in_method(), who, only_theirs=False)]
    asked = [name.sign for name in names if name and name.box is QuestionBox.ANSWER]
    assert asked == signs
    scope = engagement.current.assessment.id
    code = question_code(built_in_method())
    assert {(n.engagement, n.round, n.code, n.person) for n in names if n} == {(engagement.id, scope, code, who.id)}
    assert marks == [list(MARKS)] * 24
    assert len(set(tips)) == 24 * 5


def test_everything_painted_is_tagged_and_read_in_order() -> None:
    document = SpokenDocument(first())
    assert document.outside() == []
    assert not [text for (_, number), text in document.words.items() if number == NOTHING and text.strip()]
    roles = [element.role for element in document.root.walk()]
    assert roles.count("H1") == 1
    assert roles.count("H2") == 24
    text = document.text(document.root)
    sign = built_in_method().signs[0]
    places = [text.index(typeset(part)) for part in (sign.question, *sign.anchors, "I do not know.")]
    assert places == sorted(places)


def test_the_same_input_gives_the_same_bytes_and_the_file_keeps_the_archive_s_rules() -> None:
    assert made(full()) == all_of_it()
    with pikepdf.open(BytesIO(first())) as pdf:
        metadata = bytes(pdf.Root.Metadata.read_bytes())
        assert b"<pdfaid:part>3" in metadata
        assert b"<pdfuaid:part>1" in metadata
        assert pdf.Root.MarkInfo.Marked


def test_names_of_files_are_safe_and_no_two_are_one() -> None:
    engagement = full()
    people = [replace(one, name=name) for one, name in zip(engagement.stakeholders[:4], NAMES, strict=True)]
    names = list(made(replace(engagement, stakeholders=tuple(people), pilot=replace(engagement.pilot, name="x/y"))))
    assert len({name.casefold() for name in names}) == 4
    assert all("/" not in name and ":" not in name and name.startswith("x y - ") for name in names)


def test_what_people_wrote_is_only_words() -> None:
    assert made(hostile())


def test_each_has_a_message_that_says_who_sees_the_answers_and_goes_to_the_one_address() -> None:
    engagement = full()
    people = tuple(replace(p, email=f"p{n}@example.org" if n else "nowhere") for n, p in enumerate(full().stakeholders))
    for one in parcels(replace(engagement, stakeholders=people), only_theirs=True):
        message = message_from_bytes(one.draft(), policy=default)
        assert bool(one.to) is (one.who.id != people[0].id)
        if one.to:
            assert [to.addr_spec for to in message["To"].addresses] == [one.who.email]
        (pdf,) = message.iter_attachments()
        assert (pdf.get_filename(), pdf.get_content()) == (f"{one.name}.pdf", one.document)
        body = message.get_body()
        assert body is not None
        text = " ".join(body.get_content().split())
        assert "are shown as counts, never with a name, and groups only from three people up" in text
        assert set(one.files()) == {f"{one.name}.pdf", f"{one.name}.eml"}


def test_only_who_has_not_answered_is_reminded_in_the_way_that_was_asked() -> None:
    engagement = full()
    first, second, *_ = engagement.stakeholders
    sign = built_in_method().signs[0]
    answers = take_in(engagement.current, [Letter(first.id, {sign.id: Answer.SEVERE}, {}), Letter(second.id, {}, {})])
    after = apply_edit(engagement, Edit(act_called("Take in"), engagement.id, put=answers.records))
    reminded = parcels(after, reminder=True)
    assert first.id not in {one.who.id for one in reminded}
    assert second.id in {one.who.id for one in reminded}
    assert reminded[0].message.subject.startswith("A reminder: your answers before the workshop")

    now = datetime(2026, 3, 1, tzinfo=UTC)
    for only_theirs, kind in ((False, ALL_SIGNS), (True, OWN_SIGNS)):
        noted, files = for_the_outbox(engagement, parcels(engagement, only_theirs), now)
        assert {one.document for one in noted} == {kind}
        assert [file.id for file in files] == [one.sha256 for one in noted]
        sent = replace(engagement, outbox=tuple(noted))
        assert asked_by_letter(sent.outbox) == kind
        assert for_the_outbox(sent, parcels(sent, only_theirs), now + timedelta(1)) == ([], [])


@pytest.mark.parametrize("name", ["clearway-question:a:b:c:d:e:colour", "clearway:a:b:c:answer", "", "x" * 2000])
def test_names_of_other_fields_are_not_taken_for_ours(name: str) -> None:
    assert parse_question_name(name) is None


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("count", [1, 3, 4, 5, 7, 8, 13, 24])
def test_questions_are_shared_out_over_as_few_pages_as_hold_them(size: PageSize, count: int) -> None:
    """Three to a page left half of each white, and the last one often with a single question."""
    found = Facts(full(), built_in_method(), TODAY, NullTranslations())
    data = questionnaire(found, full().stakeholders[0], built_in_method().signs[:count], size)
    on_pages = [page.extract_text().count("What makes you say so?") for page in PdfReader(BytesIO(data)).pages]

    assert sum(on_pages) == count
    assert len(on_pages) == 1 + ceil(max(count - 3, 0) / 4)
    assert max(on_pages) - min(on_pages) <= 1 or on_pages == [1]
