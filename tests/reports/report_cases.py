"""Engagements that the report tests draw: a full one, the Thai case, and the extremes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from gettext import NullTranslations
from io import BytesIO

from PIL import Image, ImageDraw

from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import (
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
from models.engagement.judgements import Judgement, judgement_id
from models.engagement.registers import Gate, RegisterCell, RegisterEntry, cell_id, gate_id
from models.engagement.workshop import AgendaBox, Ballot, Vote, ballot_id, vote_id
from models.method.check import read_method
from models.method.method import Method, Register
from models.plan.plan import accept
from models.plan.proposals import propose
from models.playbook.raci import MATRIX
from models.readiness.readiness import points_of
from models.values.terms import (
    Answer,
    Confidence,
    GateDecision,
    Group,
    NoteKind,
    PointState,
    Progress,
    RaciPart,
    VoteWay,
)
from resources import resource_text
from tests.built_in import KEY

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
        decision_asked="Release £95,000 for the connection to Guidewire, and name one owner by 27 March.",
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
        closing_line="Thank you for a frank day in the room.",
    )


def _assessment() -> Assessment:
    return Assessment(id=ROUND, engagement_id="e1", held_on=HELD, facilitator="Eleanor Voss", method=KEY)


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
        rounds=(Round(Assessment(id=ROUND, engagement_id="e1", method=KEY)),),
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


PRIVATE_CELL = "PRIVATE-9c2e is against it and says so at lunch"
"""Stands in every register and column that is private."""


def complete() -> Engagement:
    """The full engagement after a whole day: votes, agenda, playbook, gates, readiness, decisions, closed with gaps."""
    return with_the_day(full(), lambda register, column, row: f"{register.title} {column} {row}")


def with_the_day(
    start: Engagement, text: Callable[[Register, str, int], str], rows: int = 2, note: str = ""
) -> Engagement:
    """Adds everything that a day adds. `text` fills the cells; `note` stands in what is said, if given."""
    current, method = start.current, built_in_method()
    entries, cells = playbook(start, text, rows)
    ballots, votes = voted(start)
    first = [a.id for a in current.actions[:2]]
    tied = [Dependency(id=dependency_id(*first), assessment_id=ROUND, action_id=first[0], after_id=first[1])]
    said = [
        (NoteKind.DECISION, "no-live-data", note or "No new region joins before the feed runs."),
        (NoteKind.DECISION, "", note or "Daniel's desk takes every fault from Monday."),
        (NoteKind.PARKED, "resistance", note or "Whether handlers are measured: the staff forum of 3 April."),
        (NoteKind.RETURN, "", note or "Ask the vendor for both quotations."),
        (NoteKind.DISSENT, "resistance", note or "“I am not against it. I am against the wrong claims first.”"),
        (NoteKind.DISSENT, "", note or "“Half a year is too soon.”"),
    ]
    notes = [_note(200 + i, sign, kind, words) for i, (kind, sign, words) in enumerate(said)]
    hidden = [replace(n, id=f"h{n.id}", text=f"{INTERNAL} {n.kind}", for_client=False) for n in notes]
    boxes = [("Welcome", 10), ("Operating model", 25), ("Break", 15), (note or "Actions and owners", 40)]
    agenda = tuple(
        AgendaBox(id=f"b{i}", assessment_id=ROUND, position=i, title=title, minutes=minutes, spent=900)
        for i, (title, minutes) in enumerate(boxes)
    )
    assessment = replace(
        current.assessment, closed_on=HELD, closing_reason=note or "The sponsor names the two owners on Friday."
    )
    judgements = {p.id: _judgement(p.id, number, note) for number, p in enumerate(points_of(method)) if number < 14}
    gates = {p.id: g for p, g in zip(method.phases, _gates(note), strict=False)}
    made = replace(
        current,
        assessment=assessment,
        notes=(*current.notes, *notes, *hidden),
        dependencies={d.id: d for d in tied if len(first) == 2},
        ballots=ballots,
        votes=votes,
        agenda=agenda,
        judgements=judgements,
        entries=entries,
        cells=cells,
        gates=gates,
    )
    return replace(start, rounds=(made,))


def _judgement(point: str, number: int, note: str) -> Judgement:
    made = Judgement(id=judgement_id(ROUND, point), assessment_id=ROUND, point_id=point, owner_id=f"p{number % 8}")
    match number % 7:
        case 0:
            return replace(
                made, state=PointState.WAIVED, waived_by="p4", reason=note or "By hand", until=date(2026, 9, 30)
            )
        case 1:
            return replace(
                made, state=PointState.WAIVED, waived_by="p4", reason=note or "For now", until=date(2026, 3, 1)
            )
        case 2:
            return replace(made, state=PointState.DOES_NOT_APPLY, reason=note or "Nothing to restore")
        case 3:
            return replace(made, state=PointState.OPEN, evidence=note or "One of three is connected")
        case 4:
            return replace(made, state=PointState.CONFIRMED)
    return replace(made, state=PointState.CONFIRMED, evidence=note or "Review of 4 March, signed")


def _gates(note: str) -> Iterator[Gate]:
    method = built_in_method()
    decisions = (
        (GateDecision.PASSED, ""),
        (GateDecision.CONDITIONS, note or "A timed run at full volume by 9 April."),
        (GateDecision.HELD, note or "First one accountable owner, signed by both directors."),
        (GateDecision.UNDECIDED, ""),
    )
    for phase, (decision, conditions) in zip(method.phases, decisions, strict=False):
        yield Gate(
            id=gate_id(ROUND, phase.id), assessment_id=ROUND, phase_id=phase.id, decision=decision,
            decided_by="p0" if conditions else "", decided_on=HELD if conditions else None, conditions=conditions,
        )  # fmt: skip


def voted(start: Engagement) -> tuple[dict[str, Ballot], dict[str, Vote]]:
    """Two rounds by name, one at the laptop, one counted, and one that is not revealed."""
    ballots: dict[str, Ballot] = {}
    votes: dict[str, Vote] = {}
    rounds = (
        ("no-maintainer", 1, VoteWay.NAMED, "32101323", True),
        ("no-maintainer", 2, VoteWay.NAMED, "33323333", True),
        ("ownership-gap", 1, VoteWay.BALLOT, "0n21nn31", True),
        ("no-live-data", 1, VoteWay.NAMED, "12", False),
    )
    for sign, number, way, answers, revealed in rounds:
        key = ballot_id(ROUND, sign, number)
        ballots[key] = Ballot(id=key, assessment_id=ROUND, sign_id=sign, number=number, way=way, revealed=revealed)
        for person, answer in zip(start.stakeholders, answers, strict=False):
            given = Answer.NOT_KNOWN if answer == "n" else Answer(answer)
            vote = Vote(
                id=vote_id(key, person.id), assessment_id=ROUND, ballot_id=key, stakeholder_id=person.id, answer=given
            )
            votes[vote.id] = vote
    key = ballot_id(ROUND, "users-absent", 1)
    ballots[key] = Ballot(
        id=key, assessment_id=ROUND, sign_id="users-absent", revealed=True, count_0=1, count_1=6, not_known=1
    )
    return ballots, votes


VALUES = {"number": "1200", "percent": "2.5", "days": "12", "date": "2026-04-09"}
MONEY = {"low": "40000", "likely": "60000", "high": "95000"}


def playbook(
    start: Engagement, text: Callable[[Register, str, int], str], rows: int
) -> tuple[tuple[RegisterEntry, ...], dict[str, RegisterCell]]:
    """So many rows in every register; what is private holds `PRIVATE_CELL`."""
    entries: list[RegisterEntry] = []
    cells: list[RegisterCell] = []

    def put(entry: RegisterEntry, column: str, value: str) -> None:
        key = cell_id(entry.id, column)
        cells.append(RegisterCell(id=key, assessment_id=ROUND, entry_id=entry.id, column_id=column, value=value))

    for register in built_in_method().registers:
        for row in range(rows):
            entry = RegisterEntry(id=f"{register.id}-{row}", assessment_id=ROUND, register_id=register.id, position=row)
            entries.append(entry)
            if register.kind == MATRIX:
                put(entry, register.columns[0].id, text(register, "task", row))
                for person, part in zip(start.stakeholders, [*RaciPart, *RaciPart], strict=False):
                    put(entry, person.id, part.value)
                continue
            for column in register.columns:
                if register.private or column.private:
                    value = PRIVATE_CELL
                elif column.kind == "person":
                    value = start.stakeholders[row % len(start.stakeholders)].id if start.stakeholders else "Somebody"
                elif column.kind == "choice":
                    value = column.choices[row % len(column.choices)]
                elif column.kind == "reference":
                    value = f"{column.source}-{row}"
                else:
                    value = MONEY.get(column.id) or VALUES.get(column.kind) or text(register, column.id, row)
                put(entry, column.id, value)
    return tuple(entries), {cell.id: cell for cell in cells}


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


def monster() -> Engagement:
    """300 actions, 60 people, notes of ten pages, 40 rows in every register."""
    long = " ".join(f"word{i}" for i in range(5000))
    start = many(300, 60)
    notes = tuple(replace(n, text=long) for n in start.current.notes if n.for_client)[:3]
    start = replace(start, rounds=(replace(start.current, notes=notes),))
    return with_the_day(start, lambda register, column, row: f"{register.title} {column} {row} " * (row % 5 + 1), 40)


HOSTILE = (
    '<img src="/etc/passwd"/> <b>bold R&D & <TBD> <jo@x.com> <a href="javascript:alert(1)">go</a> &lt;safe&gt; '
    "\x00\x1b[31m\ud800 𝟙 emoji 👍🏽 مرحبا 中文 Ελλάδα Жук\r\nsecond line " + "W" * 300
)


def hostile(text: str = HOSTILE, name: str = "") -> Engagement:
    """The same hostile text in every field that a person can fill; `name` in those that are names."""
    name = name or text[:200]
    start = with_the_day(full(), lambda *_: text, 1, text)
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
        brand=replace(
            start.brand, practice=name, contact=text, confidentiality=text, closing_line=text, primary="red", accent=""
        ),
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
