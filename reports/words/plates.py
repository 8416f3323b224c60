"""The pictures and files that a record shows: marked for the client, in an order, with what they back in words."""

from __future__ import annotations

from models.engagement.evidence import Evidence
from models.frozen import frozen
from models.method.method import Register
from models.readiness.readiness import points_of
from models.values.months import day_and_month
from models.values.numbers import count_word
from reports.words.facts import Facts
from reports.words.findings import as_title


@frozen
class Plate:
    """One of them, by its number in the document."""

    number: int
    evidence: Evidence
    backs: str
    """The sign, the readiness point or the register that it backs."""

    @property
    def caption(self) -> str:
        """What there is to say of it; the file's name is nobody's but the facilitator's."""
        return self.evidence.caption.strip()


def plates(facts: Facts) -> list[Plate]:
    """Those that are pictures the document has, and files of other kinds; what backs a private row is left out."""
    assets, method = facts.engagement.assets, facts.method
    places = [*(s.id for s in method.signs), *(p.id for p in points_of(method)), *(r.id for r in method.registers)]
    order = {place: n for n, place in enumerate(places)}
    found = []
    for one in facts.engagement.current.evidence:
        register = _register(facts, one)
        hidden = register is not None and register.private
        if one.for_client and not hidden and (not one.is_picture or one.sha256 in assets):
            place = one.sign_id or one.point_id or (register.id if register else "")
            found.append((order.get(place, len(order)), one.position, one.id, one))
    return [Plate(n, one, _backs(facts, one)) for n, (*_, one) in enumerate(sorted(found, key=lambda f: f[:3]), 1)]


def plates_title(facts: Facts, count: int) -> str:
    """How many there are."""
    text = facts.words.ngettext("One picture or file was shown", "{count} pictures and files were shown", count)
    return as_title(text.format(count=count_word(count, facts.words)))


def plate_name(plate: Plate, facts: Facts) -> str:
    """As in "Plate 3"."""
    return facts.words.gettext("Plate {number}").format(number=plate.number)


def where_and_when(plate: Plate, facts: Facts) -> str:
    """What it backs, and when it was taken in."""
    day = day_and_month(plate.evidence.taken_in.astimezone().date(), facts.words)
    return " · ".join(part for part in (plate.backs, day) if part)


def _register(facts: Facts, one: Evidence) -> Register | None:
    entry = next((e for e in facts.engagement.current.entries if e.id == one.entry_id), None)
    return next((r for r in facts.method.registers if entry and r.id == entry.register_id), None)


def _backs(facts: Facts, one: Evidence) -> str:
    if one.sign_id:
        return next((sign.title for sign in facts.method.signs if sign.id == one.sign_id), "")
    if one.point_id:
        return next((point.title for point in points_of(facts.method) if point.id == one.point_id), "")
    register = _register(facts, one)
    return register.title if register else ""
