"""Agendas that a pack has ready: read, refused where they do not come out, and filled with its failure modes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from broken_packs import PACK, with_line, without_line
from hypothesis import given
from hypothesis import strategies as st
from model_samples import WORDS
from small_pack import SMALL

from models.diagnosis.agenda import preset_agenda
from models.method.check import MethodError, read_method
from models.method.method import Method
from models.method.presets import AgendaPreset, BoxKind, PresetBox, dealt

TRIAGE = 'id = "triage"'
PLACE = "agenda “triage”, "
BROKEN = {
    "minutes that do not add up": (
        "minutes",
        "minutes = 95",
        "minutes",
        "must be what the boxes add up to: 90, not 95",
    ),
    "an endless day": ("minutes", "minutes = 1e400", "minutes", "must be a whole number from 1 to 1440"),
    "a day of nothing": ("minutes", "minutes = 0", "minutes", "must be a whole number from 1 to 1440"),
    "no title": ("title", 'title = ""', "title", "must be a text that is not empty"),
    "a title that no button holds": ("title", f'title = "{"day " * 6}"', "title", "hold 20"),
    "boxes that are none": ("boxes", "boxes = [1, 2]", "boxes", "must be a list of tables"),
    "no boxes": ("boxes", "boxes = []", "boxes", "must have 1 to 40 entries, and has 0"),
    "too many boxes": (
        *("boxes", "boxes = [" + '{ kind = "plan", minutes = 1 }, ' * 41 + "]", "boxes"),
        "must have 1 to 40 entries, and has 41",
    ),
    "a minute for six": (
        *("boxes", 'boxes = [{ kind = "modes", minutes = 5 }, { kind = "plan", minutes = 85 }]', "boxes"),
        "gives 6 failure modes 5 minutes together; each needs at least one",
    ),
    "a box for none": (
        *("boxes", "boxes = [" + '{ kind = "modes", minutes = 10 }, ' * 9 + "]", "boxes"),
        "has 9 boxes of the kind “modes”, and there are 6 failure modes",
    ),
}
BOX = {
    "an unknown kind": ('{ kind = "song", minutes = 90 }', "kind", "“song” is not one of: welcome, modes"),
    "no kind": ("{ minutes = 90 }", "kind", "is missing"),
    "no minutes": ('{ kind = "plan" }', "minutes", "is missing"),
    "negative minutes": ('{ kind = "plan", minutes = -5 }', "minutes", "must be a whole number from 1 to 480"),
    "half a minute": ('{ kind = "plan", minutes = 0.5 }', "minutes", "must be a whole number from 1 to 480"),
    "a title for all the modes": (
        *('{ kind = "modes", title = "Signs", minutes = 90 }', "title"),
        "is not a key that a content pack has here",
    ),
}


def refusal(text: str) -> MethodError:
    with pytest.raises(MethodError) as caught:
        read_method(text, "practice.toml")
    return caught.value


@pytest.mark.parametrize(("key", "new", "where", "rule"), BROKEN.values(), ids=BROKEN)
def test_a_broken_preset_is_explained_by_line_place_and_rule(key: str, new: str, where: str, rule: str) -> None:
    text, line = with_line(TRIAGE, key, new)

    (problem,) = refusal(text).problems

    assert (problem.line, problem.place) == (line, PLACE + where)
    assert rule in str(problem.rule)


@pytest.mark.parametrize(("box", "key", "rule"), BOX.values(), ids=BOX)
def test_a_broken_box_is_explained_at_its_preset(box: str, key: str, rule: str) -> None:
    text, line = with_line(TRIAGE, "boxes", f"boxes = [{box}]")

    (problem,) = refusal(text).problems

    assert (problem.line, problem.place) == (line, f"boxes 1, {key}")
    assert rule in str(problem.rule)


def test_a_preset_that_stands_twice_is_refused() -> None:
    (problem,) = refusal(PACK.replace('id = "half-day"', TRIAGE)).problems

    assert (problem.place, str(problem.rule)) == (PLACE + "id", "the id “triage” stands twice")


def test_a_preset_without_its_minutes_is_told() -> None:
    text, line = without_line(TRIAGE, "minutes", "[[agenda]]")

    assert [(p.line, str(p.rule)) for p in refusal(text).problems] == [(line, "is missing")]


def test_a_pack_has_no_more_presets_than_there_is_room_for() -> None:
    one = '[[agenda]]\nid = "day-{}"\ntitle = "Day"\nminutes = 5\nboxes = [{{ kind = "plan", minutes = 5 }}]\n'
    text = f"format = 2\n{SMALL}\n" + "".join(one.format(n) for n in range(6))

    assert [str(p.rule) for p in refusal(text).problems] == ["must have 1 to 5 entries, and has 6"]


def test_a_preset_with_a_box_that_only_a_newer_program_knows_is_passed_over(method: Method) -> None:
    text, line = with_line(TRIAGE, "boxes", 'boxes = [{ kind = "song", minutes = 90, mood = "calm" }]')

    read = read_method(text.replace("format = 2", 'format = "2.1"', 1), "practice.toml")

    assert read.agenda == method.agenda[1:]
    assert sorted((note.line, note.place) for note in read.notes) == [(line, "boxes 1, kind"), (line, "boxes 1, mood")]


def test_a_pack_without_presets_is_told_so_and_has_none() -> None:
    small = read_method(f"format = 2\n{SMALL}", "small.toml")

    assert small.agenda == ()
    assert str(small.notes[-1].text) == "There is no preset of an agenda: one is put together box by box."


def test_a_box_may_have_words_of_its_own(method: Method) -> None:
    boxes = (PresetBox(BoxKind.PLAN, 20, "Who does what"), PresetBox(BoxKind.CLOSING, 5))

    agenda = preset_agenda(AgendaPreset("short", "Short", boxes), method, "r", WORDS)

    assert [(b.kind, b.title, b.minutes) for b in agenda] == [
        ("plan", "Who does what", 20),
        ("closing", "Commitments read back", 5),
    ]


@pytest.mark.parametrize("count", range(1, 9))
def test_the_failure_modes_of_any_method_share_the_boxes_that_are_theirs(count: int, method: Method) -> None:
    modes = tuple(replace(method.modes[0], id=f"mode-{n}") for n in range(count))
    for preset in method.agenda:
        agenda = preset_agenda(preset, replace(method, modes=modes), "r", WORDS)
        assert [b.kind for b in agenda if b.kind.startswith("mode:")] == [f"mode:{mode.id}" for mode in modes]
        if count > 1:
            assert sum(box.minutes for box in agenda) == preset.minutes


@given(st.lists(st.integers(), max_size=30), st.integers(1, 12))
def test_what_is_dealt_stays_in_order_and_even(things: list[int], shares: int) -> None:
    found = dealt(things, shares)

    assert [thing for share in found for thing in share] == things
    sizes = [len(share) for share in found]
    assert len(sizes) == shares
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] - sizes[-1] <= 1
