"""Plans as real programs send them back: see `returned/README.md` for which, and what was done in each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from reply_hand import read_reply
from report_cases import TODAY, WORDS, built_in_method, full, with_actions

from models.engagement.engagement import Engagement
from models.values.refusal import Refusal
from models.values.terms import Progress
from reports.reply.reply import ActionReply, Reply
from reports.reply.together import put_together
from reports.words.facts import Facts

FILES = Path(__file__).parent / "returned"
TITLES = (
    "List every system to connect, with its owner and the direction data flows",
    "Write a maintenance schedule with tasks, intervals and owners",
)
DAYS = (date(2026, 3, 26), date(2026, 4, 11))
PROGRESS = (Progress.NOT_STARTED, Progress.IN_PROGRESS)


def as_it_was_sent() -> Engagement:
    """Whatever the method calls these actions by now."""
    start = with_actions(full(), 2)
    actions = tuple(
        replace(action, title=title, due=due, progress=progress)
        for action, title, due, progress in zip(start.current.actions, TITLES, DAYS, PROGRESS, strict=True)
    )
    return replace(start, rounds=(replace(start.current, actions=actions),))


SENT = as_it_was_sent()
LINES = "line one\nline two\nline three\nline four\nline five"


@cache
def reply(name: str) -> Reply:
    return read_reply((FILES / f"{name}.pdf").read_bytes(), Facts(SENT, built_in_method(), TODAY, WORDS))


def about(name: str, action: str) -> ActionReply:
    return next(found for found in reply(name).actions if found.action_id == action)


def written(name: str) -> list[tuple[tuple[int, ...], str, str]]:
    return [(remark.pages, remark.author, remark.text) for remark in reply(name).remarks]


def together(name: str) -> str:
    return put_together(reply(name).put_together, SENT, {"e2": "Lift inspections"}, WORDS)


@pytest.mark.parametrize("name", ["filled-pdfium", "filled-pdfjs", "filled-poppler"])
def test_what_was_filled_in_is_read_whatever_program_it_was_filled_in_with(name: str) -> None:
    first = about(name, "act0")
    assert first.status
    assert (first.status.replied, first.status.asked) == (Progress.DONE, "")
    assert first.due
    assert first.due.replied == date(2026, 5, 1)
    assert first.comment == LINES
    cleared = about(name, "act1").status
    assert cleared
    assert (cleared.replied, cleared.asked) == (Progress.NOT_STARTED, "The mark was taken away: has it not begun?")
    assert [text for text in reply(name).warnings if "look at the file" in text] == []


PDFTK = ["filled-pdftk", "joined-pdftk", "joined-poppler", "joined-pymupdf"]


@pytest.mark.parametrize("name", PDFTK)
def test_it_is_read_where_files_were_put_together_and_fields_renamed_or_left_behind(name: str) -> None:
    first, second = about(name, "act0"), about(name, "act1")
    assert first.status
    assert first.status.replied is Progress.DONE
    assert first.due
    assert first.due.replied == date(2026, 5, 1)
    assert second.comment == "Who pays?"
    assert second.status
    assert (second.status.replied, bool(second.status.asked)) == (Progress.BLOCKED, True)
    assert [refused.text for refused in second.refused] == [f"Reply on “{TITLES[1]}”, not understood: soon"]


def test_of_two_replies_in_one_file_all_is_taken_that_does_not_differ() -> None:
    first, second = about("joined-qpdf", "act0"), about("joined-qpdf", "act1")
    assert first.status
    assert first.status.replied is Progress.DONE
    assert (first.comment, first.refused) == (LINES, ())
    assert second.comment == "Who pays?"


THIS, OTHER = "this plan as it", "a plan of another engagement, Lift inspections"


@pytest.mark.parametrize(
    ("name", "pieces"),
    [
        ("filled-pdftk", []),
        ("joined-pdftk", [OTHER, THIS]),
        ("joined-poppler", [THIS, OTHER]),
        ("joined-pymupdf", [THIS, THIS]),
        ("joined-qpdf", [THIS, THIS, OTHER]),
    ],
)
def test_a_file_put_together_says_which_plan_each_of_its_pages_is_of(name: str, pieces: list[str]) -> None:
    told = together(name).split(" Pages ")
    assert told[0] == ("This file was put together from several." if pieces else "")
    assert len(told) == len(pieces) + 1
    for number, (sentence, piece) in enumerate(zip(told[1:], pieces, strict=True)):
        assert sentence.startswith(f"{2 * number + 1} to {2 * number + 2}: {piece}")


def test_what_was_written_on_the_pages_is_read_with_page_and_author() -> None:
    assert written("notes-pymupdf") == [
        ((1,), "Ana Ruiz", "Is the date of action 2 realistic?"),
        ((2,), "Ben Okoro", "We lost the data engineer"),
        ((2,), "Ana Ruiz", "This one twice"),
        ((2,), "", "Please ring me first: Größe 42"),
    ]
    assert written("filled-pdfjs") == [((2,), "Ana Ruiz", "Typed beside the row")]
    assert written("filled-poppler") == [((2,), "Ben Okoro", "Whose budget is this?")]
    assert written("filled-pdfium") == []


def test_what_is_drawn_without_words_is_told() -> None:
    warning = reply("notes-pymupdf").warnings[-1]
    assert warning.startswith("Page 2 holds a drawing, a mark without words")


def test_a_list_of_one_is_a_choice_and_an_emptied_date_a_question() -> None:
    first, second = about("older-pdftk", "act0"), about("older-pdftk", "act1")
    assert (first.status and first.status.replied, second.status and second.status.replied) == (
        Progress.DONE,
        Progress.BLOCKED,
    )
    assert first.comment == "Who pays?"
    assert second.due
    assert (second.due.replied, second.due.asked) == (None, "The date was emptied: has it none any more?")


@pytest.mark.parametrize("name", ["printed-cairo", "printed-ghostscript", "older-printed-cairo"])
def test_a_plan_that_was_printed_to_a_pdf_is_told_from_a_foreign_file(name: str) -> None:
    with pytest.raises(Refusal) as caught:
        reply(name)
    assert str(caught.value).startswith("There are no fields in this file: was it printed")
    assert "enter here what it says" in str(caught.value)


def test_every_file_is_read() -> None:
    source = "".join(
        Path(__file__).with_name(f"test_{name}.py").read_text("utf-8") for name in ("returned_files", "answers_back")
    )
    assert [file.stem for file in FILES.glob("*.pdf") if f'"{file.stem}' not in source] == []
