"""The questions for one stakeholder before the meeting, to be filled in and sent back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from math import ceil

from models.engagement.engagement import Stakeholder
from models.method.method import WarningSign
from models.values.months import long_date
from models.values.numbers import count_word
from reports.archive.document_text import DocumentText, document_text
from reports.documents.kinds import PageSize
from reports.layout.flowables import Cell, Flowable, PageBreak
from reports.layout.grids import plain_table
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit, stacked_height
from reports.layout.tables import HAIRLINE
from reports.reply.question_fields import MARKS, QuestionBox, QuestionName, question_code
from reports.tagging.structure import Field
from reports.type.ink import GROUP_ROW, RULE
from reports.words.facts import Facts
from reports.words.phrases import LONGEST_NAME, person, sentence
from reports.words.text import one_line, shortened

LONGEST_PILOT = 44
"""Characters of the pilot's name in the title."""
MINUTES_EACH = 1.25
NUMBER, MARK, LABEL, BOX = 26.5, 18.0, 98.5, 96.0
"""Widths in points: of the number, of a mark, of the words beside the room for a comment, of the head of the box."""
COMMENT = 26.0
"""Points: two lines."""


def questionnaire(
    facts: Facts, who: Stakeholder, signs: Sequence[WarningSign], page_size: PageSize = PageSize.A4
) -> bytes:
    """The questions about these signs, put to one stakeholder."""
    kit = PageKit(facts, page_size, title_level=1)
    parts = [_question(kit, facts, who, number, sign) for number, sign in enumerate(signs, 1)]
    said = facts.words.gettext("Questionnaire {code}, made with Clearway").format(code=question_code(facts.method))
    foot = kit.paragraph(said, "source")
    opening = _opening(kit, facts, who, len(signs))
    pages = _shared_out(kit, opening, [*parts[:-1], [*parts[-1], foot]] if parts else [[foot]])
    story = [flowable for page in pages for flowable in (*page, PageBreak())][:-1]
    return build_pdf(kit, _text(facts, who), story, cover=False)


def _shared_out(kit: PageKit, opening: list[Flowable], questions: Sequence[list[Flowable]]) -> list[list[Flowable]]:
    """As few pages as hold the questions, with about as many on each, so that the last is not nearly empty."""
    fewest = _filled(kit, opening, questions, 1)
    even = _filled(kit, opening, questions, len(fewest))
    return even if len(even) <= len(fewest) else fewest


def _filled(
    kit: PageKit, opening: list[Flowable], questions: Sequence[list[Flowable]], pages: int
) -> list[list[Flowable]]:
    """As many questions on a page as it holds, but no more than its share where there are to be so many pages."""
    found, on_page = [list(opening)], 0
    for place, part in enumerate(questions):
        share = ceil((len(questions) - place + on_page) / max(pages - len(found) + 1, 1))
        if on_page and (on_page >= share or stacked_height([*found[-1], *part], kit.width) > kit.height):
            found.append([])
            on_page = 0
        found[-1] += part
        on_page += 1
    return found


def _text(facts: Facts, who: Stakeholder) -> DocumentText:
    """What stands around the pages: at the foot, who sees the answers and what to do with them."""
    words = facts.words
    text = document_text(facts, words.gettext("Before the workshop"))
    title = words.gettext("Questionnaire for {name}: {pilot}").format(name=_name(who), pilot=text.about)
    foot = words.gettext("Fill it in on screen, save it and send it back. The room sees counts, never a name.")
    return replace(text, title=title, confidentiality=foot)


def _name(who: Stakeholder) -> str:
    return shortened(one_line(person(who)), LONGEST_NAME)


def _opening(kit: PageKit, facts: Facts, who: Stakeholder, count: int) -> list[Flowable]:
    words = facts.words
    pilot = shortened(one_line(facts.engagement.pilot.name), LONGEST_PILOT) or words.gettext("this pilot")
    title = words.gettext("What is true of {pilot} where you work?").format(pilot=pilot)
    lead = words.gettext(
        "Choose the one sentence that fits best. No answer is wrong, and “I do not know” helps as much as the others."
    )
    head = kit.heading(_kicker(facts, who, count), title)
    return [*head, kit.settled(lead, "lead"), _who_sees(kit, facts), kit.space(14)]


def _kicker(facts: Facts, who: Stakeholder, count: int) -> str:
    """Whom it is for, how long it takes, and until when it is of use."""
    words = facts.words
    named = words.gettext("For {name}").format(name=_name(who))
    parts = [named, questions_said(count, words), minutes_said(count, words)]
    if day := still_to_come(facts):
        parts.append(words.gettext("back before {date}").format(date=long_date(day, words)))
    return " · ".join(parts)


def questions_said(count: int, words: NullTranslations) -> str:
    """How many questions, as in "24 questions"."""
    return words.ngettext("{count} question", "{count} questions", count).format(count=count_word(count, words))


def minutes_said(count: int, words: NullTranslations) -> str:
    """How long so many questions take."""
    minutes = ceil(count * MINUTES_EACH)
    return words.ngettext("{count} minute", "{count} minutes", minutes).format(count=count_word(minutes, words))


def still_to_come(facts: Facts) -> date | None:
    """The day of the workshop; None where there is none, or it is past."""
    held = facts.engagement.current.assessment.held_on
    return held if held and held >= facts.today else None


def who_sees(facts: Facts) -> str:
    """Who sees the answers: never promises more than the room and the documents keep."""
    text = facts.words.gettext(
        "Only {facilitator} and those who prepare the workshop. In the workshop the answers are shown as counts, never "
        "with a name, and groups only from three people up. The comments stay with those who prepare it."
    )
    return text.format(facilitator=_facilitator(facts))


def _who_sees(kit: PageKit, facts: Facts) -> Flowable:
    style = [
        ("BACKGROUND", (0, 0), (-1, -1), GROUP_ROW),
        ("LEFTPADDING", (0, 0), (0, -1), 10),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 7.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
    ]
    head = kit.paragraph(facts.words.gettext("Who sees this"), "text-brand")
    cells = [[head, kit.paragraph(who_sees(facts), "text")]]
    return plain_table(cells, [BOX, kit.width - BOX], style)


def _facilitator(facts: Facts) -> str:
    names = (facts.engagement.current.assessment.facilitator, facts.engagement.brand.practice)
    name, practice = (shortened(one_line(text), LONGEST_NAME) for text in names)
    if name and practice:
        return facts.words.gettext("{name} of {practice}").format(name=name, practice=practice)
    return name or practice or facts.words.gettext("the facilitator")


def _question(kit: PageKit, facts: Facts, who: Stakeholder, number: int, sign: WarningSign) -> list[Flowable]:
    """The question, its four sentences, that one does not know, and room to say why."""
    width, words = kit.width - NUMBER, facts.words
    line = ("LINEABOVE", (0, 0), (-1, 0), HAIRLINE, RULE)
    if number == 1:
        line = ("LINEABOVE", (0, 0), (-1, 0), 0.96, kit.primary)
    question = kit.styled(sign.question, kit.styles["question"], "H2")
    head = [[kit.paragraph(str(number), "question"), question]]
    above = plain_table(head, [NUMBER, width], [line, ("TOPPADDING", (0, 0), (-1, -1), 9)])
    answers = [*sign.anchors, words.gettext("I do not know.")]
    marks: list[list[Cell]] = [
        ["", kit.field(_mark(facts, who, number, sign, mark, text)), kit.paragraph(text, style)]
        for mark, text, style in zip(MARKS, answers, (*["text"] * 4, "text-muted"), strict=True)
    ]
    pitch = [("BOTTOMPADDING", (0, 0), (-1, -1), 4.6)]
    choices = plain_table(marks, [NUMBER, MARK, width - MARK], pitch, before=7)
    asked = [words.gettext("What makes you say so?"), words.gettext("You may leave this out")]
    about = words.gettext("Question {number}: what makes you say so?").format(number=number)
    comment = Field(_field(facts, who, sign, QuestionBox.COMMENT), about, multiline=True)
    row: list[list[Cell]] = [["", [kit.paragraph(text, "caption") for text in asked], kit.field(comment, COMMENT)]]
    below = plain_table(row, [NUMBER, LABEL, width - LABEL], [("BOTTOMPADDING", (0, 0), (-1, -1), 11)], before=2)
    return [above, choices, below]


def _mark(facts: Facts, who: Stakeholder, number: int, sign: WarningSign, mark: str, text: str) -> Field:
    """One circle, read aloud with the number of its question and its sentence."""
    tip = facts.words.gettext("Question {number}: {text}").format(number=number, text=sentence(one_line(text)))
    about = facts.words.gettext("Question {number}: {text}").format(number=number, text=one_line(sign.question))
    return Field(_field(facts, who, sign, QuestionBox.ANSWER), tip, mark=mark, about=about)


def _field(facts: Facts, who: Stakeholder, sign: WarningSign, box: QuestionBox) -> str:
    engagement = facts.engagement
    code, scope = question_code(facts.method), engagement.current.assessment.id
    return str(QuestionName(engagement.id, scope, code, who.id, sign.id, box))
