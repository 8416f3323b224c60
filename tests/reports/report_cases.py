"""Engagements that the report tests draw: a full one, the Thai case, and the extremes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from gettext import NullTranslations
from io import BytesIO

from PIL import Image, ImageDraw

from models.engagement import (
    Action,
    Assessment,
    Asset,
    Brand,
    Client,
    Engagement,
    Note,
    Pilot,
    Rating,
    Round,
    Stakeholder,
    rating_id,
)
from models.method import Method
from models.method_check import read_method
from models.plan import accept
from models.proposals import propose
from models.terms import Answer, Confidence, Group, NoteKind, Progress
from resources import resource_text

TODAY = date(2026, 3, 13)
HELD = date(2026, 3, 12)
WORDS = NullTranslations()
ROUND = "a1"
INTERNAL = "PRIVATE-7f3a the sponsor will be replaced in May"
C, S, T = Confidence.CLAIMED, Confidence.SEEN, Confidence.TESTED


@cache
def built_in_method() -> Method:
    """The content pack that ships."""
    return read_method(resource_text("method/clearway.toml"), "clearway.toml")


@cache
def wide_method() -> Method:
    """The same with every text as long as a pack may have it, in wide words."""
    method = built_in_method()
    wide = "Wortwörtliche Übereinstimmung " * 4
    modes = tuple(
        replace(
            mode,
            short="Übereinstimmungswort",
            finding=wide[:50].strip(),
            fix=(wide * 2)[:200].strip(),
            signs=tuple(replace(s, title=wide[:60].strip(), anchors=(wide[:90],) * 4) for s in mode.signs),
        )
        for mode in method.modes
    )
    return replace(method, modes=modes)


def logo(text: str, colour: str, size: tuple[int, int] = (480, 120)) -> Asset:
    """A small PNG with a shape in it."""
    picture = Image.new("RGBA", size, (255, 255, 255, 0))
    drawn = ImageDraw.Draw(picture)
    drawn.ellipse((4, 4, size[1] - 4, size[1] - 4), fill=colour)
    drawn.rectangle((size[1] + 20, size[1] // 3, size[0] - 20, size[1] * 2 // 3), fill=colour)
    target = BytesIO()
    picture.save(target, "PNG")
    return Asset(id=text, name=f"{text}.png", media_type="image/png", data=target.getvalue())


PEOPLE = (
    ("Margaret Osei", "Chief operating officer", Group.BUSINESS),
    ("Daniel Whitlock", "Head of claims", Group.OPERATIONS),
    ("Priya Raman", "Head of data science", Group.DATA),
    ("Tomasz Zieliński", "Enterprise architect", Group.TECHNOLOGY),
    ("Helen Carr", "Head of operational risk", Group.RISK),
    ("Ifeoma Balogun", "Claims team leader, Leeds", Group.USERS),
    ("Gareth Pugh", "Claims handler, Cardiff", Group.USERS),
    ("Sunita Mehta", "Finance business partner", Group.FINANCE),
)

RATINGS: dict[str, tuple[str, Confidence | None]] = {
    "accuracy-not-value": ("2", S),
    "no-workflow-link": ("1", S),
    "stakeholders-cold": ("0", S),
    "no-next-step": ("1", C),
    "manual-data-prep": ("2", S),
    "not-production-code": ("2", T),
    "no-integration": ("3", T),
    "poor-under-load": ("not-known", None),
    "hand-made-training-data": ("2", S),
    "no-live-data": ("2", T),
    "manual-refresh": ("2", S),
    "fast-degradation": ("1", C),
    "no-maintainer": ("3", S),
    "no-retraining": ("3", S),
    "ownership-gap": ("2", T),
    "no-incident-plan": ("3", C),
    "users-absent": ("1", S),
    "training-late": ("1", C),
    "processes-unchanged": ("0", S),
    "resistance": ("0", C),
    "no-budget-after-pilot": ("2", S),
    "instant-deployment": ("1", S),
    "integration-uncosted": ("2", C),
    "running-costs-unplanned": ("1", C),
}

CLIENT_NOTES = (
    ("no-maintainer", NoteKind.EVIDENCE, "Service catalogue, 9 March: no entry for the triage model."),
    ("no-maintainer", NoteKind.NOTE, "“It runs on Priya's laptop budget.” Nobody could name who restarts it."),
    ("ownership-gap", NoteKind.EVIDENCE, "Incident 4471, 17 February: eleven hours before anyone picked it up."),
    ("no-retraining", NoteKind.NOTE, "The two people who trained it have moved to the pricing programme."),
    ("no-integration", NoteKind.EVIDENCE, "Demonstration of 12 March: the score is copied by hand in 40 seconds."),
    ("accuracy-not-value", NoteKind.NOTE, "The steering pack reports 91 % accuracy. Nobody measured cycle time."),
    ("no-live-data", NoteKind.EVIDENCE, "The extract arrives as a spreadsheet every second Tuesday."),
    ("stakeholders-cold", NoteKind.NOTE, "Claims leadership wants this: three teams have asked to be next."),
    ("integration-uncosted", NoteKind.NOTE, "The vendor's quotation leaves out the connection to Guidewire."),
    ("", NoteKind.NOTE, "The room agreed that the model is good enough; what surrounds it is not there yet."),
)  # fmt: skip


def full() -> Engagement:
    """A believable engagement: eight people, every sign answered, notes of both kinds, owned and dated actions."""
    people = tuple(
        Stakeholder(id=f"p{i}", engagement_id="e1", position=i, name=n, role=r, group=g, email=f"p{i}@example.com")
        for i, (n, r, g) in enumerate(PEOPLE)
    )
    ratings = {sign: _rating(sign, value, confidence) for sign, (value, confidence) in RATINGS.items()}
    notes = [_note(i, *entry) for i, entry in enumerate(CLIENT_NOTES)]
    notes.append(replace(_note(90, "no-maintainer", NoteKind.NOTE, INTERNAL), for_client=False))
    notes.append(replace(_note(91, "", NoteKind.EVIDENCE, INTERNAL), for_client=False))
    bare = Engagement(
        client=Client(id="c1", name="Harbour & Vale Mutual", sector="Insurance"),
        pilot=_pilot(),
        brand=_brand(),
        stakeholders=people,
        rounds=(Round(_assessment(), ratings, tuple(notes)),),
        assets={a.id: a for a in (logo("practice", "#12395B"), logo("client", "#8A6A1F", (260, 160)))},
    )
    return with_actions(bare, 14)


def _pilot() -> Pilot:
    return Pilot(
        id="e1",
        client_id="c1",
        name="Claims triage assistant",
        purpose="Reads a new motor claim and proposes how to route it.",
        problem="A simple claim takes 19 days to settle.",
        started=date(2025, 6, 2),
        cost=Decimal(180000),
        target_date=date(2026, 11, 30),
        decision_asked="Release GBP 95,000 for the connection to Guidewire, and name one owner by 27 March.",
        created=datetime(2026, 3, 10, tzinfo=UTC),
    )


def _brand() -> Brand:
    return Brand(
        id="e1",
        practice="Meridian Advisory Partners",
        practice_logo="practice",
        client_logo="client",
        contact="Eleanor Voss, Partner\neleanor.voss@meridian.example\n+44 20 7946 0102",
        confidentiality="Confidential: prepared for Harbour & Vale Mutual",
    )


def _assessment() -> Assessment:
    return Assessment(id=ROUND, engagement_id="e1", held_on=HELD, facilitator="Eleanor Voss", method="clearway@1.1.0")


def _rating(sign: str, value: str, confidence: Confidence | None = None) -> Rating:
    return Rating(
        id=rating_id(ROUND, sign), assessment_id=ROUND, sign_id=sign, answer=Answer(value), confidence=confidence
    )


def _note(position: int, sign: str, kind: NoteKind, text: str) -> Note:
    return Note(
        id=f"n{position}", assessment_id=ROUND, sign_id=sign, position=position, kind=kind, text=text, for_client=True
    )


def with_actions(engagement: Engagement, most: int) -> Engagement:
    """The first `most` proposals accepted; most have an owner and a date, a few do not."""
    actions: list[Action] = []
    current = engagement.current
    people = engagement.stakeholders
    for index, proposal in enumerate(propose(built_in_method(), engagement, WORDS, HELD)[::3][:most]):
        owner = people[index * 3 % len(people)].id if people and index % 7 != 5 else ""
        due = HELD + timedelta(days=14 + index * 16) if index % 6 != 4 else None
        made = accept(proposal, replace(current, actions=tuple(actions)), people)
        progress = Progress.IN_PROGRESS if index == 1 else Progress.NOT_STARTED
        actions.append(replace(made, id=f"act{index}", owner_id=owner, due=due, progress=progress))
    return replace(engagement, rounds=(replace(current, actions=tuple(actions)),))


THAI = {
    "accuracy-not-value": "3",
    "no-workflow-link": "2",
    "stakeholders-cold": "1",
    "poor-under-load": "2",
    "no-live-data": "2",
    "fast-degradation": "3",
    "users-absent": "2",
    "processes-unchanged": "2",
    "resistance": "2",
}


def thai() -> Engagement:
    """A real case of which much is not known, with roles rather than names, and no cost."""
    method = built_in_method()
    roles = ("Programme director", "Lead ophthalmologist", "Clinic nurse", "Model team lead", "Data engineer")
    people = tuple(Stakeholder(id=f"p{i}", engagement_id="e1", role=r) for i, r in enumerate(roles))
    ratings = {s.id: _rating(s.id, THAI.get(s.id, "not-known"), S if s.id in THAI else None) for s in method.signs}
    bare = Engagement(
        client=Client(id="c1", name="National eye screening programme"),
        pilot=replace(
            _pilot(), name="Screening for diabetic eye disease", cost=None, decision_asked="", target_date=None
        ),
        brand=Brand(id="e1", practice="Clearway sample practice", primary="#0B6B57", accent="#B35900"),
        stakeholders=people,
        rounds=(Round(replace(_assessment(), held_on=date(2019, 9, 2), facilitator=""), ratings),),
    )
    return with_actions(bare, 9)


def empty() -> Engagement:
    """Nothing but the ids."""
    return Engagement(
        client=Client(id="c1"),
        pilot=Pilot(id="e1", client_id="c1", created=datetime(2026, 3, 10, tzinfo=UTC)),
        brand=Brand(id="e1"),
        stakeholders=(),
        rounds=(Round(Assessment(id=ROUND, engagement_id="e1", method="clearway@1.1.0")),),
    )


def all_not_known() -> Engagement:
    """Every sign asked, none known."""
    ratings = {s.id: _rating(s.id, "not-known") for s in built_in_method().signs}
    return with_ratings(ratings)


def with_ratings(ratings: dict[str, Rating]) -> Engagement:
    """The empty engagement with these ratings."""
    start = empty()
    return replace(start, rounds=(replace(start.current, ratings=ratings),))


def with_levels(*levels: str) -> Engagement:
    """The empty engagement with the first signs answered so; a letter n stands for not known."""
    signs = built_in_method().signs
    values = {s.id: "not-known" if v == "n" else v for s, v in zip(signs, levels, strict=False)}
    return with_ratings({sign: _rating(sign, value) for sign, value in values.items()})


def many(actions: int, people: int) -> Engagement:
    """The full engagement with as many actions and stakeholders as asked for."""
    start = full()
    crowd = tuple(
        Stakeholder(id=f"p{i}", engagement_id="e1", name=f"Person Number {i}", role="Regional claims manager")
        for i in range(people)
    )
    template = start.current.actions[0]
    plan = tuple(
        replace(
            template,
            id=f"act{i}",
            proposal=template.proposal if i % 3 else "",
            position=i,
            title=f"{template.title} in region {i}",
            owner_id=f"p{i % max(people, 1)}" if i % 4 else "",
            due=HELD + timedelta(days=i) if i % 5 else None,
        )
        for i in range(actions)
    )
    return replace(start, stakeholders=crowd, rounds=(replace(start.current, actions=plan),))


HOSTILE = (
    '<img src="/etc/passwd"/> <b>bold R&D & <TBD> <jo@x.com> <a href="javascript:alert(1)">go</a> &lt;safe&gt; '
    "\x00\x1b[31m\ud800 𝟙 emoji 👍🏽 مرحبا 中文 Ελλάδα Жук\r\nsecond line " + "W" * 300
)


def hostile(text: str = HOSTILE, name: str = "") -> Engagement:
    """The same hostile text in every field that a person can fill; `name` in those that are names."""
    start = full()
    name = name or text[:200]
    current = start.current
    ratings = dict(current.ratings)
    first = built_in_method().signs[3].id
    ratings[first] = replace(ratings[first], answer=Answer.DOES_NOT_APPLY, reason=text)
    people = tuple(replace(p, name=name, role=name, decides=text) for p in start.stakeholders)
    notes = tuple(replace(n, text=text) for n in current.notes if n.for_client)
    actions = tuple(replace(a, title=text, done_when=text, owner_role=name) for a in current.actions)
    return replace(
        start,
        client=replace(start.client, name=name, sector=name),
        pilot=replace(start.pilot, name=name, purpose=text, problem=text, currency=name, decision_asked=text),
        brand=replace(start.brand, practice=name, contact=text, confidentiality=text, primary="red", accent=""),
        stakeholders=people,
        rounds=(
            replace(
                current,
                assessment=replace(current.assessment, facilitator=name),
                ratings=ratings,
                notes=notes,
                actions=actions,
            ),
        ),
    )
