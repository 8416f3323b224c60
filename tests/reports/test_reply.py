"""A returned action plan: what would change, and a clear answer to whatever else comes back in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pikepdf
import pytest
from pdf_text import text_of
from reply_hand import ENGAGEMENT, FIRST, edited, facts, field, filled, older, read, sent, with_first
from report_cases import TODAY, built_in_method

from models.values.terms import Decision, Progress
from reports.archive.form_fields import LONGEST_COMMENT
from reports.documents.documents import DocumentKind, render
from reports.reply.compare import LONGEST_KEPT
from reports.reply.fields import Box, Part
from reports.reply.merge import merged
from reports.reply.reply import Change, Refused, Reply

KEYS = [line.action.id for line in facts().lines][:2]


def test_a_reply_in_which_nothing_was_filled_in_changes_nothing() -> None:
    assert read(sent()) == Reply((), False, ())


def test_what_was_filled_in_stands_beside_the_plan() -> None:
    reply = read(filled(status="/done", day="2026-05-01", held_up="Fertig: Größe ok – всё"))
    (action,) = reply.actions
    assert action.action_id == FIRST.id
    assert action.title == FIRST.title
    assert action.status == Change(Progress.NOT_STARTED, Progress.NOT_STARTED, Progress.DONE)
    assert action.due == Change(FIRST.due, FIRST.due, date(2026, 5, 1))
    assert action.comment == "Fertig: Größe ok – всё"
    assert action.parts == (Part.STATUS, Part.DUE, Part.COMMENT)
    assert (reply.changes, reply.stale, reply.warnings, action.refused) == (3, False, (), ())


def test_changes_have_the_plans_numbers_and_its_order() -> None:
    order = [line.action.id for line in facts().lines]
    assert order != [action.id for action in ENGAGEMENT.current.actions]

    def write(pdf: pikepdf.Pdf) -> None:
        for key in order:
            field(pdf, Box.HELD_UP, key).V = pikepdf.String("so")

    found = [(a.number, a.action_id) for a in read(edited(write)).actions]
    assert found == [(line.number, line.action.id) for line in facts().lines] != list(enumerate(order, 1))


@pytest.mark.parametrize(
    "typed",
    [
        *map(pikepdf.String, ("blocked", "Blocked", " BLOCKED ")),
        pikepdf.Name.blocked,
        pikepdf.Array([pikepdf.String("blocked")]),
        pikepdf.Array([pikepdf.Name.blocked]),
    ],
    ids=["value", "name", "spaces", "name object", "list of one", "list of one name object"],
)
def test_a_status_comes_back_in_many_ways(typed: pikepdf.Object) -> None:
    change = read(older(lambda pdf: field(pdf, Box.STATUS).__setattr__("V", typed))).actions[0].status
    assert change
    assert (change.replied, change.asked) == (Progress.BLOCKED, "")


def marked(kept: str, *drawn: str) -> bytes:
    """The document with what a program has kept of the first action's marks, and with what it has drawn."""

    def write(pdf: pikepdf.Pdf) -> None:
        group = field(pdf, Box.STATUS)
        group.V = pikepdf.Name("/" + kept)
        for kid, state in zip(group.Kids, drawn, strict=True):
            kid.AS = pikepdf.Name("/" + state)

    return edited(write)


@pytest.mark.parametrize(
    ("kept", "drawn"),
    [("done", ("Off", "done")), ("done", ("Off", "Off")), ("Off", ("Off", "done"))],
    ids=["both", "kept only", "drawn only"],
)
def test_a_mark_counts_wherever_a_program_has_written_it(kept: str, drawn: tuple[str, str]) -> None:
    change = read(marked(kept, *drawn)).actions[0].status
    assert change == Change(Progress.NOT_STARTED, Progress.NOT_STARTED, Progress.DONE)


def test_a_mark_that_was_taken_away_is_asked_about() -> None:
    begun = next(a for a in ENGAGEMENT.current.actions if a.progress is Progress.IN_PROGRESS)

    def clear(pdf: pikepdf.Pdf) -> None:
        group = field(pdf, Box.STATUS, begun.id)
        group.V = group.Kids[0].AS = pikepdf.Name.Off

    change = read(edited(clear)).actions[0].status
    assert change
    assert (change.replied, change.asked) == (Progress.NOT_STARTED, "The mark was taken away: has it not begun?")


def test_what_holds_an_action_up_may_be_a_remark_and_is_asked_about() -> None:
    (action,) = read(filled(held_up="No word from the supplier")).actions
    assert action.comment == "No word from the supplier"
    assert action.status
    assert action.status.replied is Progress.BLOCKED
    assert action.status.asked
    (told,) = read(filled(held_up="It works", status="/done")).actions
    assert told.status == Change(Progress.NOT_STARTED, Progress.NOT_STARTED, Progress.DONE)
    (plain,) = read(older(lambda pdf: field(pdf, Box.COMMENT).__setattr__("V", pikepdf.String("So")))).actions
    assert (plain.comment, plain.status) == ("So", None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-05-01", date(2026, 5, 1)),
        ("2026/5/1", date(2026, 5, 1)),
        ("1 May 2026", date(2026, 5, 1)),
        ("1/5/26", date(2026, 5, 1)),
        ("1.5.2026", date(2026, 5, 1)),
        ("Friday 1 May 2026", date(2026, 5, 1)),
    ],
)
def test_dates_as_people_type_them(typed: str, meant: date | None) -> None:
    change = read(edited(lambda pdf: field(pdf, Box.DAY).__setattr__("V", pikepdf.String(typed)))).actions[0].due
    assert change == Change(FIRST.due, FIRST.due, meant)


@pytest.mark.parametrize(
    ("language", "meant"),
    [
        ("en", date(2026, 5, 1)),
        ("en-GB", date(2026, 5, 1)),
        ("de-AT", date(2026, 5, 1)),
        ("", date(2026, 5, 1)),
        ("en-US", date(2026, 1, 5)),
        ("EN_us", date(2026, 1, 5)),
        ("es-PR", date(2026, 1, 5)),
    ],
)
def test_the_figures_of_a_date_stand_in_the_order_of_the_documents_language(language: str, meant: date) -> None:
    def write(pdf: pikepdf.Pdf) -> None:
        field(pdf, Box.DAY).V = pikepdf.String("1/5/2026")
        pdf.Root.Lang = pikepdf.String(language)

    change = read(edited(write)).actions[0].due
    assert change == Change(FIRST.due, FIRST.due, meant)


def days_of(first: str, second: str, language: str = "en") -> list[Change[date | None] | None]:
    """What is made of the days that were typed for the first two actions."""

    def write(pdf: pikepdf.Pdf) -> None:
        for key, text in zip(KEYS, (first, second), strict=True):
            field(pdf, Box.DAY, key).V = pikepdf.String(text)
        pdf.Root.Lang = pikepdf.String(language)

    return [action.due for action in read(edited(write)).actions]


def test_dates_in_another_order_than_the_documents_are_asked_about() -> None:
    """Who writes 3/25/2027 where the day comes first means 3/4/2027 to be in March, or else somebody has helped."""
    doubtful, clear = days_of("3/4/2027", "3/25/2027")
    assert doubtful
    assert clear
    assert (doubtful.replied, clear.replied) == (date(2027, 4, 3), date(2027, 3, 25))
    assert "it may be 4 March 2027: is it?" in doubtful.asked
    assert not clear.asked
    plain, _ = days_of("3/4/2027", "25/3/2027")
    assert plain
    assert not plain.asked


def test_a_date_without_a_day_is_asked_about() -> None:
    change, _ = days_of("March 2027", "1 May 2027")
    assert change
    assert (change.replied, change.asked) == (
        date(2027, 3, 31), "No day is named, so it is taken as the last day of the month: is that meant?",
    )  # fmt: skip


@pytest.mark.parametrize("language", ["en", "en-US"])
def test_the_head_of_the_column_says_the_order(language: str) -> None:
    method = replace(built_in_method(), language=language)
    data = render(DocumentKind.ACTION_PLAN, ENGAGEMENT, method, today=TODAY)
    first = "month/day/year" if language == "en-US" else "day/month/year"
    assert f"Needs another day ({first})" in text_of(data)


@pytest.mark.parametrize("typed", ["", " "])
def test_an_emptied_date_is_asked_about_and_an_empty_one_says_nothing(typed: str) -> None:
    change = read(older(lambda pdf: field(pdf, Box.DUE).__setattr__("V", pikepdf.String(typed)))).actions[0].due
    assert change == Change(FIRST.due, FIRST.due, None, "The date was emptied: has it none any more?")
    assert read(edited(lambda pdf: field(pdf, Box.DAY).__setattr__("V", pikepdf.String(typed)))).actions == ()


@pytest.mark.parametrize(
    "typed", ["soon", "12 mar", "in 3 weeks", "tomorrow", "2026-02-30", "0001-01-01", "2026", "x" * 5000]
)
def test_a_date_that_is_none_is_named_and_kept_whole(typed: str) -> None:
    (action,) = read(filled(day=typed)).actions
    assert (action.due, action.parts) == (None, (Part.REFUSED,))
    (refused,) = action.refused
    assert refused.why.endswith("is no date with a day, a month and a year.")
    assert typed[:4] in refused.why
    assert len(refused.why) < 150
    assert refused.text == f"Reply on “{FIRST.title}”, not understood: {typed}"


def test_a_status_that_is_none_is_named_and_kept() -> None:
    (action,) = read(older(lambda pdf: field(pdf, Box.STATUS).__setattr__("V", pikepdf.String("finished?")))).actions
    assert action.status is None
    assert action.refused == (
        Refused("“finished?” is no status.", f"Reply on “{FIRST.title}”, not understood: finished?"),
    )


def test_a_value_that_is_no_text_is_named_and_left_alone() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for box in (Box.STATUS, Box.DUE, Box.COMMENT):
            field(pdf, box).V = pikepdf.Array([1, 2])

    (action,) = read(older(spoil)).actions
    assert action.parts == (Part.REFUSED,)
    assert len(action.refused) == 3


def test_text_of_a_comment_is_only_text() -> None:
    typed = pikepdf.String("<b>R&D</b> \x00\x1b[31m =SUM(A1)\r\nsecond line")
    (action,) = read(edited(lambda pdf: field(pdf, Box.HELD_UP).__setattr__("V", typed))).actions
    assert action.comment == "<b>R&D</b> [31m =SUM(A1)\nsecond line"


def test_a_comment_is_kept_whole_unless_it_has_no_end() -> None:
    def typed(length: int) -> str:
        data = edited(lambda pdf: field(pdf, Box.HELD_UP).__setattr__("V", pikepdf.String("y" * length)))
        return read(data).actions[0].comment

    assert typed(3 * LONGEST_COMMENT) == "y" * 3 * LONGEST_COMMENT
    assert typed(100_000) == "y" * (LONGEST_KEPT - 1) + "…"


def test_a_comment_may_come_back_as_a_stream() -> None:
    def write(pdf: pikepdf.Pdf) -> None:
        field(pdf, Box.HELD_UP).V = pdf.make_stream(b"\xfe\xff" + "Größe 中".encode("utf-16-be"))

    assert read(edited(write)).actions[0].comment == "Größe 中"


def test_what_the_plan_says_already_is_no_change() -> None:
    reply = read(filled(status="/done"), with_first(progress=Progress.DONE))
    assert reply.actions == ()


def test_what_was_left_as_it_was_sent_takes_nothing_back() -> None:
    later = FIRST.due + timedelta(days=30) if FIRST.due else None
    reply = read(filled(status="/done"), with_first(due=later))
    (action,) = reply.actions
    assert action.due is None
    assert action.status


def test_both_sides_changed_is_contested() -> None:
    later = FIRST.due + timedelta(days=30) if FIRST.due else None
    change = read(filled(day="2026-05-01"), with_first(due=later)).actions[0].due
    assert change == Change(FIRST.due, later, date(2026, 5, 1))
    assert change
    assert change.contested
    again = read(filled(status="/done"), with_first(progress=Progress.BLOCKED)).actions[0].status
    assert again
    assert again.contested


def test_another_persons_progress_does_not_make_a_reply_stale() -> None:
    reply = read(filled(held_up="ok"), with_first(progress=Progress.DONE))
    assert (reply.stale, reply.warnings) == (False, ())


@pytest.mark.parametrize("changes", [{"title": "Another"}, {"owner_id": "p5"}, {"due": None}])
def test_a_plan_that_was_agreed_anew_makes_it_stale(changes: dict[str, Any]) -> None:
    reply = read(filled(held_up="ok"), with_first(**changes))
    assert reply.stale
    assert reply.warnings[0].startswith("The plan has changed since this document was sent")
    assert reply.actions[0].comment == "ok"


def test_what_is_said_of_an_action_that_is_gone_is_kept() -> None:
    reply = read(filled(status="/done", day="soon", held_up="Who pays?"), with_first(decision=Decision.REJECTED))
    (action,) = reply.actions
    assert (action.number, action.title, action.parts) == (0, FIRST.title, (Part.REFUSED,))
    (refused,) = action.refused
    assert refused.why.startswith("This action is not in the plan any more. The reply says: Done; soon; Who pays?")
    assert refused.text == f"Reply on “{FIRST.title}”, which is not in the plan any more: Done; soon; Who pays?"


def test_an_action_that_was_removed_is_named_by_what_the_field_says_of_itself() -> None:
    current = ENGAGEMENT.current
    without = replace(ENGAGEMENT, rounds=(replace(current, actions=current.actions[1:]),))
    (action,) = read(filled(held_up="Who pays?"), without).actions
    assert FIRST.title in action.title
    assert read(sent(), without).actions == ()


def test_the_choice_is_applied_and_nothing_else() -> None:
    (action,) = read(filled(status="/done", day="2026-05-01", held_up="x")).actions
    assert merged(FIRST, action, {Part.STATUS}) == replace(FIRST, progress=Progress.DONE)
    assert merged(FIRST, action, set(Part)) == replace(FIRST, progress=Progress.DONE, due=date(2026, 5, 1))
    assert merged(FIRST, action, set()) == FIRST


def test_fields_under_a_parent_are_found() -> None:
    def nest(pdf: pikepdf.Pdf) -> None:
        field(pdf, Box.STATUS).V = pikepdf.Name.done
        pdf.Root.AcroForm.Fields = pikepdf.Array([pdf.make_indirect({"/Kids": pdf.Root.AcroForm.Fields})])

    assert read(edited(nest)).changes == 1


def test_a_field_tree_that_goes_in_circles_ends() -> None:
    def loop(pdf: pikepdf.Pdf) -> None:
        parent = pdf.make_indirect(pikepdf.Dictionary())
        parent.Kids = pikepdf.Array([parent, parent])
        pdf.Root.AcroForm.Fields = pikepdf.Array([parent])

    assert read(edited(loop)).actions == ()


def test_fields_that_the_form_has_lost_are_found_on_their_pages() -> None:
    """As where a program has taken the pages and left the form, and here the marks have even lost their field."""

    def lose(pdf: pikepdf.Pdf) -> None:
        field(pdf, Box.HELD_UP).V = pikepdf.String("Who pays?")
        group = field(pdf, Box.STATUS)
        group.Kids[1].AS = pikepdf.Name.done
        for kid in group.Kids:
            del kid["/Parent"]
        del pdf.Root["/AcroForm"]

    (action,) = read(edited(lose)).actions
    assert (action.comment, action.status and action.status.replied) == ("Who pays?", Progress.DONE)
