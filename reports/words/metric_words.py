"""A metric's line for whoever cannot see it."""

from __future__ import annotations

from gettext import NullTranslations

from models.playbook.readings import Movement
from models.values.months import long_date
from models.values.numbers import shown_number


def metric_in_words(moved: Movement, words: NullTranslations) -> str:
    """Every figure with its day, where it began, and what it is to reach."""
    text = words.gettext("{value} on {day}")
    parts = [text.format(value=shown_number(r.value, words), day=long_date(r.day, words)) for r in moved.readings]
    said = words.gettext("Line chart. {metric}: {readings}.").format(
        metric=moved.title, readings=words.gettext(", ").join(parts)
    )
    if moved.baseline is not None:
        said += " " + words.gettext("Before: {value}.").format(value=shown_number(moved.baseline, words))
    if moved.target is not None:
        said += " " + words.gettext("Target: {value}.").format(value=shown_number(moved.target, words))
    return said
