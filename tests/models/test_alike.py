"""Which of several texts is about the same thing."""

from __future__ import annotations

import pytest

from models.plan.alike import most_alike

ACTIONS = {
    "a": "Connect the list to the job system",
    "b": "Agree read access to the telemetry feed",
    "c": "Name an owner",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The job system\u2019s supplier names a date", "a"),
        ("ACCESS to telemetry", "b"),
        ("The budget", None),
        ("", None),
        ("the the the", None),
        ("the job feed", None),
    ],
)
def test_the_text_that_shares_words_the_others_do_not_have(text: str, found: str | None) -> None:
    assert most_alike(text, ACTIONS) == found


def test_among_none_there_is_none() -> None:
    assert most_alike("Anything", {}) is None
