"""Every language the product speaks says all of it: each text, its places and plurals, and the whole method."""

from __future__ import annotations

import json
import string
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from desktop.built_in import BUILT_IN_METHOD, BUILT_IN_METHODS
from desktop.library_acts import LibraryActs
from desktop.own_library import open_library
from desktop.samples import LATER_SAMPLE, SAMPLE, SAMPLE_PRACTICE, SAMPLE_WORDS
from desktop.words import speak, spoken
from models.exchange import write_engagement
from models.method.check import read_method
from resources import resource_text
from resources.words import PSEUDO, catalogue, language_of, languages
from tests.words.catalogues import FOLDER

SPOKEN = [language for language in languages() if language not in ("en", PSEUDO)]
SAID = {
    *("title", "short", "term", "meaning", "question", "anchors", "healthy", "finding", "evidence", "fix", "rating"),
    *("owner_role", "done_when", "purpose", "prompt", "choices", "settled", "yearly", "levels", "language", "also"),
}
"""Keys of a pack whose texts a room reads; all others are ids, figures and references, the same in every language."""
SAME = {
    *("sponsor", "data engineer", "system", "status", "start", "stakeholder", "neutral", "signal"),
    *("site", "source", "date"),
    "90 minutes",
}
"""Words of a pack that may be the same in two languages, without a capital."""


@cache
def translated(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def texts(message: Message) -> list[str]:
    """What the language says for one text of the code: one, or one for each of its plurals."""
    return list(message.string) if isinstance(message.string, (tuple, list)) else [message.string]


def places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def wrong_places(message: Message) -> bool:
    """Whether a place is lost or made up. For one of something the number may be said in a word."""
    ids = list(message.id) if isinstance(message.id, tuple) else [message.id]
    for number, text in enumerate(texts(message)):
        wanted, found = places(ids[min(number, len(ids) - 1)]), places(text)
        in_a_word = len(ids) > 1 and number == 0 and set(found) <= set(places(ids[-1]))
        if wanted != found and not in_a_word:
            return True
    return False


@pytest.mark.parametrize("language", SPOKEN)
def test_every_text_is_translated(language: str) -> None:
    plurals = translated(language).num_plurals
    missing = [
        message.id
        for message in translated(language)
        if message.id
        and (message.fuzzy or not all(texts(message)) or (message.pluralizable and len(texts(message)) != plurals))
    ]
    assert missing == [], f"to be translated in {language}.po"


@pytest.mark.parametrize("language", SPOKEN)
def test_the_places_in_a_text_are_kept(language: str) -> None:
    assert [message.id for message in translated(language) if message.id and wrong_places(message)] == []


@pytest.mark.parametrize("language", SPOKEN)
def test_the_words_know_their_language(language: str) -> None:
    assert language_of(catalogue(language)) == language
    assert language_of(catalogue("en")) == language_of(catalogue(PSEUDO)) == "en"


def parts(value: object, other: object, place: str = "", said: bool = False) -> Iterator[tuple[str, object, object]]:
    """The values of two packs side by side that are not as they should be: where, and both."""
    if isinstance(value, dict) and isinstance(other, dict):
        for key in dict.fromkeys((*value, *other)):
            if key != "also":
                yield from parts(value.get(key), other.get(key), f"{place}.{key}", key in SAID)
    elif isinstance(value, list) and isinstance(other, list) and len(value) == len(other):
        for number, (one, two) in enumerate(zip(value, other, strict=True)):
            yield from parts(one, two, f"{place}[{number}]", said)
    elif said and isinstance(value, str) and isinstance(other, str):
        if value == other and value.lower() not in SAME:
            yield place, value, other
    elif value != other and place != ".id":
        yield place, value, other


@pytest.mark.parametrize("language", SPOKEN)
def test_the_method_has_the_same_parts_in_every_language(language: str) -> None:
    name = BUILT_IN_METHODS[language]
    english, other = (tomllib.loads(resource_text(path)) for path in (BUILT_IN_METHOD, name))

    assert list(parts(english, other)) == []
    assert other["language"].startswith(language)
    assert read_method(resource_text(name), name).id == Path(name).stem


@pytest.mark.parametrize("language", SPOKEN)
def test_an_engagement_begins_with_the_method_of_the_language_and_keeps_it(language: str, tmp_path: Path) -> None:
    with open_library(tmp_path / "own.clearway") as library:
        acts, before = LibraryActs(library), spoken()
        try:
            speak(catalogue(language))
            other = acts.begin("Kunde", "Pilot")
            speak(catalogue("en"))
            english = acts.begin("Client", "Pilot")
            speak(catalogue(language))
            again = acts.begin("Kunde", "Noch einer")
        finally:
            speak(before)
        found = [acts.open(key)[1].id for key in (other, english, again)]

    assert found == [f"clearway-{language}", "clearway", f"clearway-{language}"]


@pytest.mark.parametrize("language", SPOKEN)
def test_a_method_of_the_practice_is_taken_in_every_language(language: str, tmp_path: Path) -> None:
    text = resource_text(BUILT_IN_METHOD).replace('id = "clearway"', 'id = "house"', 1)
    with open_library(tmp_path / "own.clearway") as library:
        acts, before = LibraryActs(library), spoken()
        try:
            speak(catalogue(language))
            acts.add_method(text, "house.toml")
            begun = acts.begin("Kunde", "Pilot")
        finally:
            speak(before)
        assert acts.open(begun)[1].id == "house"


@pytest.mark.parametrize("language", SPOKEN)
def test_work_in_one_language_opens_in_a_library_that_never_spoke_it(language: str, tmp_path: Path) -> None:
    before = spoken()
    try:
        speak(catalogue(language))
        with open_library(tmp_path / "theirs.clearway") as library:
            text = write_engagement(library.engagement(LibraryActs(library).begin("Kunde", "Pilot"))).encode()
        speak(catalogue("en"))
        with open_library(tmp_path / "own.clearway") as library:
            acts = LibraryActs(library)
            acts.begin("Client", "Pilot")
            key, _ = acts.bring_in(text)
            assert acts.open(key)[1].id == f"clearway-{language}"
    finally:
        speak(before)


def said_in(value: object) -> Iterator[str]:
    """Every text of a JSON document."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from said_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from said_in(inner)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("language", SAMPLE_WORDS)
def test_the_words_of_the_sample_are_those_that_stand_in_it(language: str) -> None:
    words = json.loads(resource_text(SAMPLE_WORDS[language]))
    texts_said = {
        text for name in (SAMPLE, LATER_SAMPLE, SAMPLE_PRACTICE) for text in said_in(json.loads(resource_text(name)))
    }
    sentences = {text for text in texts_said if text.count(" ") >= 4 and "@" not in text}

    assert sentences - words.keys() == set()
    assert words.keys() - texts_said == set()


def words_of_the_sample(language: str) -> set[str]:
    return set(json.loads(resource_text(SAMPLE_WORDS[language])).values())


@pytest.mark.parametrize("language", SAMPLE_WORDS)
@pytest.mark.parametrize("later", [False, True])
def test_the_sample_is_added_in_the_language_with_its_method(language: str, later: bool, tmp_path: Path) -> None:
    before = spoken()
    try:
        speak(catalogue(language))
        with open_library(tmp_path / "own.clearway") as library:
            acts = LibraryActs(library)
            engagement, method = acts.open(acts.add_sample(later=later))
            shown = [found for one in engagement.rounds for found in one.evidence]
            files = [library.asset(key) for found in shown for key in (found.sha256, found.thumbnail)]
    finally:
        speak(before)
    assert all(files)
    assert len(files) == (0 if later else 2)
    assert all(found.caption in words_of_the_sample(language) for found in shown)
    english = {action.title for action in read_method(resource_text(BUILT_IN_METHOD), "clearway.toml").actions}

    assert method.id == f"clearway-{language}"
    assert {one.assessment.method for one in engagement.rounds} == {method.key}
    assert not english & {action.title for one in engagement.rounds for action in one.actions}
    assert any(action.title in {one.title for one in method.actions} for action in engagement.current.actions)
