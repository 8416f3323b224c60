"""How many, in a sentence: of one, of all and of none it is not said as of some."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pdf_text import text_of
from report_cases import TODAY, WORDS, all_not_known, built_in_method, empty, full, many, thai, with_levels
from report_reading import plan

from models.engagement.engagement import Engagement
from models.values.names import points_counted_as
from models.values.terms import Confidence, PointState
from reports.documents.documents import DocumentKind, render
from reports.pages.calendar import calendar_span
from reports.words.facts import Facts
from reports.words.not_known import on_word_alone
from reports.words.open_signs import how_many_open
from reports.words.plan_words import numbered
from resources.words import catalogue

LANGUAGES = ("en", "de", "fr")


def facts(engagement: Engagement) -> Facts:
    return Facts(engagement, built_in_method(), TODAY, WORDS)


def claimed(engagement: Engagement, count: int) -> Engagement:
    """So many of its ratings rest on word alone."""
    ratings = {
        key: replace(rating, confidence=Confidence.CLAIMED if n < count else Confidence.SEEN)
        for n, (key, rating) in enumerate(engagement.current.ratings.items())
    }
    return replace(engagement, rounds=(replace(engagement.current, ratings=ratings),))


def test_where_no_sign_is_known_or_asked_none_is() -> None:
    assert how_many_open(facts(all_not_known())) == "None of 24 signs is known yet."
    assert how_many_open(facts(empty())) == "None of 24 signs was asked."
    text = text_of(plan(empty()))
    assert "24 of 24" not in text
    assert how_many_open(facts(with_levels("1"))) == "23 of 24 signs were not asked."
    assert how_many_open(facts(with_levels("1", "n", "n"))) == "Of 24 signs two are not known and 21 were not asked."


def test_where_all_ratings_rest_on_word_alone_all_do() -> None:
    assert on_word_alone(facts(claimed(with_levels(*"12301"), 5))) == ("All five ratings rest on word alone:", "")
    assert on_word_alone(facts(claimed(with_levels(*"12301"), 4)))[0] == "Four of five ratings rest on word alone:"
    assert on_word_alone(facts(claimed(with_levels("3"), 1)))[0] == "The one rating rests on word alone:"


@pytest.mark.parametrize("case", [thai, empty])
def test_a_summary_without_a_decision_says_its_finding_once(case: Callable[[], Engagement]) -> None:
    found = facts(case())
    text = text_of(render(DocumentKind.SUMMARY, case(), built_in_method(), today=TODAY))
    assert text.count(found.headline) == 1


def dated(*days: date | None) -> Facts:
    start = many(len(days), 3)
    actions = tuple(replace(a, due=day) for a, day in zip(start.current.actions, days, strict=True))
    pilot = replace(start.pilot, target_date=None)
    return facts(replace(start, pilot=pilot, rounds=(replace(start.current, actions=actions),)))


def test_a_single_day_is_not_the_first_and_the_last() -> None:
    june, july = date(2026, 6, 1), date(2026, 7, 1)
    assert calendar_span(dated(june, july, None)) == "The first action is due on 1 June, the last on 1 July."
    assert calendar_span(dated(june, None, None)) == "One action is due, on 1 June."
    assert calendar_span(dated(june, june, None)) == "All that have a date are due on 1 June."
    assert "first" not in calendar_span(facts(full())).replace("The first action is due on", "")


def test_what_is_counted_and_signed_for_is_said_as_each_language_says_it() -> None:
    three = {
        language: [points_counted_as(state, 3, catalogue(language)) for state in PointState] for language in LANGUAGES
    }
    assert three == {
        "en": ["not judged", "confirmed", "open", "waived", "do not apply"],
        "de": ["nicht beurteilt", "bestätigt", "offen", "ausgenommen", "treffen nicht zu"],
        "fr": ["non jugés", "confirmés", "ouverts", "dérogations", "sans objet"],
    }
    signed = {
        language: [
            numbered(numbers, Facts(full(), built_in_method(), TODAY, catalogue(language)), with_the_decision=True)
            for numbers in ([], [3], [1, 18])
        ]
        for language in LANGUAGES
    }
    assert signed == {
        "en": ["", "The decision and action 3", "The decision and actions 1 and 18"],
        "de": ["", "Die Entscheidung und Maßnahme 3", "Die Entscheidung und Maßnahmen 1 und 18"],
        "fr": ["", "La décision et l’action 3", "La décision et les actions 1 et 18"],
    }
