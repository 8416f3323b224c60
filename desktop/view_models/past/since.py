"""What differs between an engagement as it was and as it is: thing by thing, whatever acts lie between."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.view_models.past.places import Line, said_value, spoken_field
from desktop.view_models.sharing.record_words import RecordWords
from desktop.words import gettext
from models.engagement.assembling import leading_to
from models.engagement.changes import Added, Changed, Removed, worked_out
from models.engagement.declared import find
from models.engagement.engagement import Engagement
from models.method.method import Method


def differences(then: Engagement, now: Engagement, method: Method) -> list[Line]:
    """All that is not what it was; what people do not see, as a place in a list, is left out."""
    return list(_differences(then, now, method))


def _differences(then: Engagement, now: Engagement, method: Method) -> Iterator[Line]:
    before, after = RecordWords(then, method), RecordWords(now, method)
    for change in worked_out(then, *leading_to(then, now)):
        match change:
            case Added(record):
                yield Line(after.name(record), "", gettext("added"))
            case Removed(record):
                yield Line(before.name(record), gettext("was there"), "")
            case Changed(kind, key, field, old, new):
                known = find(now, kind, key)
                what = spoken_field(field)
                was, is_ = said_value(field, old, then), said_value(field, new, now)
                if known is not None and what and was != is_:
                    named = gettext("{thing}: {field}").format(thing=after.name(known), field=what)
                    yield Line(named, was, is_)
