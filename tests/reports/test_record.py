"""The workshop record: everything of the day that the client may keep, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from pdf_text import page_texts, text_of
from report_cases import (
    PRIVATE_CELL,
    ROUND,
    TODAY,
    built_in_method,
    complete,
    empty,
    full,
    hostile,
    monster,
    with_levels,
    with_the_day,
)
from report_reading import reader, without_spaces
from structure_reading import SpokenDocument

from models.engagement.engagement import Engagement
from models.engagement.registers import GateCondition, RegisterCell, RegisterEntry, cell_id
from models.engagement.workshop import Ballot, ballot_id
from models.values.terms import Answer, Came, Decision, GateDecision, Group, NoteKind
from reports.documents.documents import DocumentKind, render
from reports.layout.contents import LONGEST_WITHOUT
from reports.words.phrases import sign_name
from reports.words.typography import typeset


def record(engagement: Engagement, page_size: str = "A4") -> bytes:
    return render(DocumentKind.RECORD, engagement, built_in_method(), today=TODAY, page_size=page_size)


@cache
def whole() -> bytes:
    return record(complete())


def test_the_record_holds_the_whole_day() -> None:
    text = text_of(whole())
    for expected in (
        "Workshop record", "Eight people took part", "Margaret Osei", "Actions and owners 40",
        "Whose weekly work includes looking after the model", "Above: first vote. Below: after talking. Agreed.",
        "Severe. ", "Service catalogue, 9 March", "“It runs on Priya’s laptop budget.”", "Note. “It runs on",
        "Dissent, word for word “I am not against it. I am against the wrong claims first.”",
        "“Half a year is too soon.”", "Decided: No new region joins before the feed runs.", "Split.",
        "One of three votes is split", "Playbook, phase 3: Production planning", "All ten items are written down",
        "Decided: passed, not said: who decided, when.", "Decided: passed with conditions, Margaret Osei, 12 Mar 2026.",
        "Decided: not passed, Margaret Osei",
        "A timed run at full volume by 9 April.", "First one accountable owner, signed by both directors.",
        "Whether to go on from this phase is not decided yet.", "Carried on: Systems to connect, under phase 1",
        "Highest acceptable rate", "2.5%", "£60,000", "9 April 2026", "No-go: four open, one not judged",
        "Waived by Helen Carr until 30 September 2026: By hand", "The waiver by Helen Carr ran out on 1 March 2026",
        "“Security review passed” is confirmed",
        "About £480,000 to go live and run it a year, 2.7 times the pilot’s £180,000.", "a rule of thumb, not a quote",
        "Two things were decided", "Whether handlers are measured: the staff forum of 3 April.",
        "Closed with gaps, because", "The sponsor names the two owners on Friday.", "0.543", "1.875",
        "Tastle and Wierman", "Go with conditions when what is not confirmed is waived",
    ):  # fmt: skip
        assert expected in text, expected


def test_every_sign_has_its_place_with_its_question() -> None:
    text, ratings = without_spaces(text_of(whole())), complete().current.ratings
    for sign in built_in_method().signs:
        name = sign_name(sign, ratings[sign.id].answer if sign.id in ratings else None)
        assert without_spaces(name.replace("'", "’")) in text
        assert without_spaces(sign.question.replace("'", "’")) in text


def test_registers_and_columns_that_are_private_stand_in_no_document() -> None:
    for kind in DocumentKind:
        data = render(kind, complete(), built_in_method(), today=TODAY)
        text = without_spaces(text_of(data))
        assert without_spaces(PRIVATE_CELL)[:12] not in text
        assert "Supportamongstakeholders" not in text
    assert "What they said" in text_of(whole()), "the column beside the private one"


def test_what_a_reference_points_at_stays_private_too() -> None:
    """A public column that shows the first cell of a private register."""
    method, start = built_in_method(), complete()
    registers = tuple(replace(r, private=r.private or r.id == "metrics") for r in method.registers)
    data = render(DocumentKind.RECORD, start, replace(method, registers=registers), today=TODAY)
    assert "Business metrics metric" not in text_of(data)


def test_no_name_stands_behind_a_vote() -> None:
    """The same votes cast by other people give the very same record."""
    start = complete()
    people = [p.id for p in start.stakeholders]
    turned = dict(zip(people, people[1:] + people[:1], strict=True))
    votes = {k: replace(v, stakeholder_id=turned[v.stakeholder_id]) for k, v in start.current.votes.items()}
    other = replace(start, rounds=(replace(start.current, votes=votes),))
    assert record(other) == whole()


def test_groups_stand_apart_only_from_three_votes() -> None:
    start = complete()

    def named(first: int) -> bool:
        """Whether groups stand apart where so many speak for the business, and the others for technology."""
        groups = [Group.BUSINESS] * first + [Group.TECHNOLOGY] * (len(start.stakeholders) - first)
        people = tuple(replace(p, group=g) for p, g in zip(start.stakeholders, groups, strict=True))
        text = text_of(record(replace(start, stakeholders=people)))
        return re.search(r"(Business|Technology) \d\.\d", text) is not None

    assert named(4)
    assert not named(6), "one group alone would tell of the two others"


def test_a_vote_that_is_not_revealed_is_not_in_the_record() -> None:
    start = complete()
    hidden = {k: b for k, b in start.current.ballots.items() if b.revealed}
    assert len(hidden) < len(start.current.ballots)
    assert record(replace(start, rounds=(replace(start.current, ballots=hidden),))) == whole()


def test_internal_notes_and_the_keeping_of_time_stay_out() -> None:
    text = text_of(whole())
    assert "PRIVATE" not in text
    assert "example.com" not in text
    start = complete()
    slow = tuple(replace(box, spent=9000, added=30) for box in start.current.agenda)
    assert record(replace(start, rounds=(replace(start.current, agenda=slow),))) == whole()


def test_of_more_rounds_than_two_the_first_and_the_last_are_drawn_and_all_are_said() -> None:
    key = ballot_id(ROUND, "no-maintainer", 3)
    third = Ballot(id=key, assessment_id=ROUND, sign_id="no-maintainer", number=3, revealed=True, count_3=5)
    start = complete()
    current = replace(start.current, ballots={**start.current.ballots, key: third})
    data = record(replace(start, rounds=(current,)))
    assert "Above: first vote. Below: last of 3. Agreed." in text_of(data)
    document = SpokenDocument(data)
    figures = [str(e.source.get("/Alt", "")) for e in document.root.walk() if e.role == "Figure"]
    assert any("Round 2: Established 1, Severe 7. Round 3: Severe 5." in said for said in figures)


def test_how_each_answer_came_about_is_said() -> None:
    start = full()
    came = {"no-maintainer": Came.AGREED, "no-retraining": Came.ENTERED}
    ratings = {k: replace(r, came=came.get(k, Came.NOT_SAID)) for k, r in start.current.ratings.items()}
    text = text_of(record(replace(start, rounds=(replace(start.current, ratings=ratings),))))
    assert text.count("Agreed aloud") == 1
    assert text.count("Nobody noted how") == 22
    assert "One was agreed aloud, one was entered by the facilitator, of 22 nobody noted how." in text
    assert "Nothing was put to the vote" in text


def test_a_split_says_what_was_entered_for_now() -> None:
    start = complete()
    assert "Split. 2 was entered for now." in text_of(record(start))


def test_dissent_has_a_name_only_where_that_was_agreed() -> None:
    start = complete()
    said = next(n for n in start.current.notes if n.kind is NoteKind.DISSENT and n.sign_id and n.for_client)
    for named, expected in (
        (True, "Margaret Osei: “I am not against it."),
        (False, "word for word “I am not against it."),
    ):
        notes = (replace(said, by="p0", named=named),)
        text = text_of(record(replace(start, rounds=(replace(start.current, notes=notes),))))
        assert expected in text


def test_a_level_without_a_fault_is_said_in_positive_words() -> None:
    method = built_in_method()
    modes = tuple(
        replace(m, signs=tuple(replace(s, healthy="It is as it should be") for s in m.signs)) for m in method.modes
    )
    start = with_levels("0", "2")
    text = text_of(render(DocumentKind.RECORD, start, replace(method, modes=modes), today=TODAY))
    assert text.count("It is as it should be") == 1
    assert method.signs[0].title not in text


def test_what_is_in_good_order_has_its_good_name_among_the_votes_too(sample: Engagement) -> None:
    text = text_of(record(sample))
    assert "Agreed to be fine Success is measured as a business result" in text
    assert "Success was measured in accuracy" not in text


def test_a_phase_goes_with_its_first_table_to_the_next_page(sample: Engagement) -> None:
    for size in ("A4", "Letter"):
        pages = page_texts(record(sample, size))
        (phase,) = (text for text in pages[2:] if "Six of eight items are written down" in text)
        assert "Rollout stages" in phase


def test_a_day_is_not_cut_in_a_table_of_eight_columns(sample: Engagement) -> None:
    (stages,) = (page for page in page_texts(record(sample)) if "Rollout stages" in page)
    assert "12 January" in stages.replace("\u00a0", " ")


def test_a_sign_that_does_not_apply_says_why() -> None:
    start = full()
    ratings = dict(start.current.ratings)
    ratings["no-live-data"] = replace(ratings["no-live-data"], answer=Answer.DOES_NOT_APPLY, reason="No data arrives")
    text = text_of(record(replace(start, rounds=(replace(start.current, ratings=ratings),))))
    assert "Does not apply. No data arrives" in text


def test_cells_that_cannot_be_read_are_printed_as_typed() -> None:
    start = full()
    entry = RegisterEntry(id="x", assessment_id=ROUND, register_id="metrics")
    typed = {"metric": "Cycle time", "baseline": "about 20?", "target": "12.50", "owner": "a person not in the list"}
    cells = {
        cell_id("x", c): RegisterCell(id=cell_id("x", c), assessment_id=ROUND, entry_id="x", column_id=c, value=v)
        for c, v in typed.items()
    }
    text = text_of(record(replace(start, rounds=(replace(start.current, entries=(entry,), cells=cells),))))
    for expected in ("Cycle time", "about 20?", "12.50", "a person not in the list", "Nothing written down: Scale;"):
        assert expected in text, expected


def test_an_empty_record_claims_nothing_and_is_short() -> None:
    data = record(empty())
    text = text_of(data)
    assert len(reader(data).pages) <= 5
    for expected in (
        "Nobody noted who took part", "No warning sign has been rated yet", "None of its signs was asked.",
        "Nothing was put to the vote", "The playbook has not been begun", "No cost of going live is on record yet",
        "Not judged yet",
    ):  # fmt: skip
        assert expected in text, expected
    assert "What was decided" not in text


def test_gates_alone_open_the_playbook() -> None:
    start = complete()
    bare = replace(empty(), rounds=(replace(empty().current, gates=start.current.gates),))
    text = text_of(record(bare))
    assert "Decided: not passed" in text
    assert "The playbook has not been begun" not in text
    undecided = {k: replace(g, decision=GateDecision.UNDECIDED) for k, g in start.current.gates.items()}
    bare = replace(bare, rounds=(replace(bare.current, gates=undecided),))
    assert "The playbook has not been begun" in text_of(record(bare))


def test_what_has_to_come_first_is_printed_row_by_row_whether_the_gate_is_decided_or_not() -> None:
    start = complete()
    phase = built_in_method().phases[0].id
    row = GateCondition(
        id="g1", assessment_id=ROUND, phase_id=phase, text="Both directors sign", day=date(2026, 4, 9), action_id="x0"
    )
    current = replace(start.current, conditions=(row,))
    action = next(a for a in current.actions if a.decision is Decision.ACCEPTED)
    current = replace(current, conditions=(replace(row, action_id=action.id),))
    for gate in (next(g for g in current.gates.values() if g.phase_id == phase), None):
        gates = {key: g for key, g in current.gates.items() if g.phase_id != phase}
        if gate is not None:
            gates[phase] = replace(gate, conditions="As it was noted")
        text = text_of(record(replace(start, rounds=(replace(current, gates=gates),))))
        assert f"Both directors sign 9 Apr 2026 {action.position}" in text
        assert ("Written down as one text: As it was noted" in text) is (gate is not None)


def test_a_monster_of_an_engagement_is_whole() -> None:
    data = record(monster())
    text = text_of(data)
    for expected in (
        "Eight people took part",
        "Person Number 59",
        "word4999",
        "Business metrics metric 39",
    ):
        assert expected in text, expected


def test_hostile_text_is_whole_in_every_part_of_the_record() -> None:
    """Each place has a mark of its own; all of them come back, with what is dangerous around them."""
    marks: list[str] = []

    def marked(*_: object) -> str:
        marks.append(f"mark{len(marks)}end")
        return f'<b>{marks[-1]}<img src="/etc/passwd"/> & <TBD> ' + "W" * 120

    method = built_in_method()
    start = with_the_day(full(), marked, 2, '<a href="javascript:x">said-here</a> </para> ' + "\x00 &amp; {x} %s")
    text = without_spaces(text_of(record(start)))
    hidden = sum(2 * len(r.columns) for r in method.registers if r.private)
    assert len(marks) > 100
    assert [m for m in marks if m not in text] == []
    assert hidden
    assert text.count('<ahref="javascript:x">said-here</a></para>&amp;{x}%s') >= 15


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
def test_the_contents_give_the_page_of_every_title(page_size: str, long: bool) -> None:
    for engagement in (complete(), monster(), hostile()) if long else (complete(), hostile()):
        data = record(engagement, page_size)
        found = reader(data)
        pages = [" ".join(page.split()) for page in page_texts(data)]
        assert len(pages) > LONGEST_WITHOUT
        assert f"Where to find what in these {len(pages)} pages" in pages[1]
        own, *titles = [entry for entry in found.outline if not isinstance(entry, list)]
        assert (own.title, found.get_destination_page_number(own)) == ("Contents", 1)
        assert len(titles) > 5
        for entry in titles:
            number = (found.get_destination_page_number(entry) or 0) + 1
            title = " ".join(typeset(str(entry.title)).split())
            assert title in pages[number - 1]
            assert re.search(rf"\b{number} [^0-9]*.*{re.escape(title)}", pages[1]), title
            assert f"{number} of {len(pages)}" in pages[number - 1]


def test_a_short_record_has_no_contents() -> None:
    for engagement in (empty(), full()):
        pages = page_texts(record(engagement))
        assert len(pages) <= LONGEST_WITHOUT
        assert all("Where to find what" not in page for page in pages)


def test_the_contents_lead_to_the_pages_they_name() -> None:
    data = record(monster())
    found, pages = reader(data), page_texts(data)
    links = [note.get_object() for note in found.pages[1]["/Annots"]]
    assert len(links) > 5
    numbers = [found.get_page_number(link["/Dest"][0].get_object()) + 1 for link in links]
    assert numbers == sorted(numbers)
    for link, number in zip(links, numbers, strict=True):
        assert (link["/Subtype"], "/A" in link) == ("/Link", False)
        assert " ".join(str(link["/Contents"]).split()) in " ".join(pages[number - 1].split())
    spoken = [e for e in SpokenDocument(data).root.walk() if e.role == "Link"]
    assert len(spoken) == len(links)


def test_pages_are_labelled_as_they_are_numbered() -> None:
    found = reader(record(complete()))
    assert found.page_labels == ["Cover", *map(str, range(2, len(found.pages) + 1))]
