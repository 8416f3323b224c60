"""Reads an engagement from JSON. Nothing is trusted: structure by the published schema, references by the method."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

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
from models.engagement.evidence import Evidence
from models.engagement.registers import RegisterEntry
from models.exchange.reading_dependencies import read_dependencies
from models.exchange.reading_evidence import read_evidence
from models.exchange.reading_outbox import read_outbox
from models.exchange.reading_playbook import read_conditions, read_gates, read_registers
from models.exchange.reading_readiness import read_readiness
from models.exchange.reading_workshop import read_workshop
from models.exchange.structure import ExchangeError, checked_document
from models.exchange.values import answer_of, day_of, known_sign, moment_of, person_of
from models.method.method import Method
from models.pictures.logo import BlankLogoError
from models.values.refusal import Refusal
from models.values.sentence import Sentence
from models.values.terms import Came, Confidence, Decision, Group, NoteKind, Progress, RoundState, new_id

_OWN_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Surroundings:
    """What an engagement file is read against."""

    method: Callable[[str], Method | None]
    """The content pack with that key, if the library has it."""
    current_method: str
    """Key of the pack for rounds that name none."""
    logo: Callable[[bytes, str], Asset]
    """Checks and normalises a picture; raises a Refusal."""
    now: datetime
    """UTC: the time of creation for a file that gives none."""
    told: Callable[[Sentence], None] = lambda _: None
    """Hears what there is to know of a file that was taken."""


def read_engagement(text: str | bytes, around: Surroundings) -> Engagement:
    """The engagement in a JSON text. Raises ExchangeError; nothing outside is touched."""
    return _Reader(checked_document(text, around.told), around).engagement()


@dataclass
class _Reader:
    """Turns one checked document into records, following its ids."""

    document: dict[str, Any]
    around: Surroundings
    assets: dict[str, Asset] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def engagement(self) -> Engagement:
        client, pilot = self.document["client"], self.document["pilot"]
        client_record = Client(id=self._own(client), name=client["name"], sector=client.get("sector", ""))
        pilot_record = self._pilot(pilot, client_record.id)
        people = self._stakeholders(pilot_record.id)
        rounds = self.document.get("rounds") or [{}]
        brand = self._brand(pilot_record.id)
        return Engagement(
            client=client_record,
            pilot=pilot_record,
            brand=brand,
            stakeholders=people,
            rounds=tuple(self._round(r, n, pilot_record.id) for n, r in enumerate(rounds)),
            assets=self.assets,
            outbox=read_outbox(self.document.get("outbox", []), pilot_record.id, self._own),
        )

    def _own(self, source: dict[str, Any]) -> str:
        """The permanent id for an entry: its own where it has the form of one, a fresh one otherwise."""
        given = source.get("id")
        if given is None:
            return new_id()
        given = str(given)
        if given in self.ids:
            raise ExchangeError("The id “{given}” stands twice in the file; each must be used once.", given=given)
        own = given if _OWN_ID.fullmatch(given) else new_id()
        self.ids[given] = own
        return own

    def _pilot(self, source: dict[str, Any], client_id: str) -> Pilot:
        created = source.get("created")
        return Pilot(
            id=self._own(source),
            client_id=client_id,
            name=source["name"],
            purpose=source.get("purpose", ""),
            problem=source.get("problem", ""),
            started=day_of(source.get("started"), "pilot.started"),
            currency=source.get("currency", "GBP"),
            cost=Decimal(source["cost"]) if "cost" in source else None,
            target_date=day_of(source.get("target_date"), "pilot.target_date"),
            decision_asked=source.get("decision_asked", ""),
            created=moment_of(created, "pilot.created") if created else self.around.now,
            archived=source.get("archived", False),
        )

    def _brand(self, engagement_id: str) -> Brand:
        source = dict(self.document.get("brand", {}))
        for key in ("practice_logo", "client_logo"):
            if key in source:
                source[key] = self._logo(source[key], f"brand.{key}")
        return Brand(id=engagement_id, **source)

    def _logo(self, source: dict[str, str], place: str) -> str:
        try:
            data = base64.b64decode(source["data"], validate=True)
        except (binascii.Error, ValueError) as error:
            raise ExchangeError("{place}.data: is not base64.", place=place) from error
        try:
            asset = self.around.logo(data, source.get("name", "logo"))
        except BlankLogoError:
            return ""  # an earlier version took it in, and nobody ever saw it
        except Refusal as error:
            raise ExchangeError("{place}: {reason}", place=place, reason=error.sentence) from error
        self.assets[asset.id] = asset
        return asset.id

    def _stakeholders(self, engagement_id: str) -> tuple[Stakeholder, ...]:
        return tuple(
            Stakeholder(
                id=self._own(source),
                engagement_id=engagement_id,
                position=position,
                name=source["name"],
                role=source.get("role", ""),
                group=Group(source.get("group", "business")),
                decides=source.get("decides", ""),
                email=source.get("email", ""),
                present=source.get("present"),
                sponsor=source.get("sponsor", False),
            )
            for position, source in enumerate(self.document.get("stakeholders", []))
        )

    @cached_property
    def _people(self) -> dict[str, str]:
        """Once they are read: the stakeholders' ids as the file gives them, each with the id it has now."""
        given = [source["id"] for source in self.document.get("stakeholders", []) if "id" in source]
        return {str(old): self.ids[str(old)] for old in given}

    def _round(self, source: dict[str, Any], number: int, engagement_id: str) -> Round:
        place = f"rounds[{number}]"
        key = source.get("method") or self.around.current_method
        method = self.around.method(key)
        if method is None:
            raise ExchangeError(
                "{place}.method: this library does not have the content pack “{key}”. Add it with: clearway "
                "add-method FILE",
                place=place,
                key=key,
            )
        assessment = Assessment(
            id=self._own(source),
            engagement_id=engagement_id,
            number=number + 1,
            state=RoundState(source.get("state", RoundState.OPEN)),
            began=moment_of(source["began"], f"{place}.began") if "began" in source else None,
            held_on=day_of(source.get("held_on"), f"{place}.held_on"),
            facilitator=source.get("facilitator", ""),
            method=key,
            closed_on=day_of(source.get("closed_on"), f"{place}.closed_on"),
            closing_reason=source.get("closing_reason", ""),
            headline=source.get("headline", ""),
        )
        workshop = read_workshop(source, assessment.id, method, place, self._people, self._own)
        registers = read_registers(source, assessment.id, method, place, self._people, self._own)
        actions = self._actions(source, assessment.id, method, place)
        return Round(
            assessment=assessment,
            ratings=self._ratings(source, assessment.id, method, place),
            ballots={b.id: b for b in workshop.ballots},
            votes={v.id: v for v in workshop.votes},
            agenda=workshop.agenda,
            judgements=read_readiness(source, assessment.id, method, place, self._people),
            notes=self._notes(source, assessment.id, method, place),
            actions=actions,
            dependencies=read_dependencies(source.get("actions", []), actions, f"{place}.actions"),
            entries=registers.entries,
            cells={cell.id: cell for cell in registers.cells},
            gates=read_gates(source, assessment.id, method, place, self._people),
            conditions=read_conditions(source, assessment.id, method, place, self._own, self.ids),
            evidence=self._evidence(source, assessment.id, method, place, registers.entries),
        )

    def _evidence(
        self, source: dict[str, Any], round_id: str, method: Method, place: str, entries: tuple[RegisterEntry, ...]
    ) -> tuple[Evidence, ...]:
        shown = source.get("evidence", [])
        if not shown:
            return ()  # all ids of the file would be looked through for each round
        here = {entry.id for entry in entries}
        rows = {given: own for given, own in self.ids.items() if own in here}
        return read_evidence(shown, round_id, method, f"{place}.evidence", rows, self._own)

    def _ratings(self, source: dict[str, Any], round_id: str, method: Method, place: str) -> dict[str, Rating]:
        ratings: dict[str, Rating] = {}
        for n, entry in enumerate(source.get("ratings", [])):
            sign = known_sign(entry["sign"], method, f"{place}.ratings[{n}].sign")
            if sign in ratings:
                raise ExchangeError(
                    "{place}.ratings[{n}].sign: “{sign}” is rated twice in this round.", place=place, n=n, sign=sign
                )
            answer = answer_of(entry["answer"])
            ratings[sign] = Rating(
                id=rating_id(round_id, sign),
                assessment_id=round_id,
                sign_id=sign,
                answer=answer,
                reason=entry.get("reason", ""),
                came=Came(entry.get("came", "")),
                confidence=Confidence(entry["confidence"])
                if "confidence" in entry and answer.level is not None
                else None,
            )
        return ratings

    def _notes(self, source: dict[str, Any], round_id: str, method: Method, place: str) -> tuple[Note, ...]:
        return tuple(
            Note(
                id=self._own(entry),
                assessment_id=round_id,
                sign_id=known_sign(entry["sign"], method, f"{place}.notes[{n}].sign") if "sign" in entry else "",
                position=n,
                kind=NoteKind(entry.get("kind", "note")),
                text=entry["text"],
                for_client=entry.get("for_client", False),
                by=person_of(entry.get("by"), self._people, f"{place}.notes[{n}].by"),
                named=entry.get("named", False),
            )
            for n, entry in enumerate(source.get("notes", []))
        )

    def _actions(self, source: dict[str, Any], round_id: str, method: Method, place: str) -> tuple[Action, ...]:
        phases = {phase.id for phase in method.phases}
        actions = []
        for n, entry in enumerate(source.get("actions", [])):
            here = f"{place}.actions[{n}]"
            if (phase := entry.get("phase", "")) and phase not in phases:
                raise ExchangeError("{here}.phase: “{phase}” is not a phase of the method.", here=here, phase=phase)
            low, high = (Decimal(str(days)) for days in entry.get("effort", [1, 1]))
            if low > high:
                raise ExchangeError("{here}.effort: the low figure is above the high one.", here=here)
            action = Action(
                id=self._own(entry),
                assessment_id=round_id,
                proposal=entry.get("proposal", ""),
                position=entry.get("number", n + 1),
                decision=Decision(entry.get("decision", "accepted")),
                title=entry["title"],
                short=entry.get("short", ""),
                why=entry.get("why", ""),
                decisive=entry.get("decisive", False),
                phase=phase,
                owner_role=entry.get("owner_role", ""),
                owner_id=person_of(entry.get("owner"), self._people, f"{here}.owner"),
                due=day_of(entry.get("due"), f"{here}.due"),
                effort_low=low,
                effort_high=high,
                done_when=entry.get("done_when", ""),
                progress=Progress(entry.get("progress", "not-started")),
                reason=entry.get("reason", ""),
                impact=int(entry["impact"]) if "impact" in entry else None,
            )
            actions.append(action)
        return tuple(actions)
