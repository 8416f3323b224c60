"""The acts of a vote on a warning sign: open it, take what each person says or what was counted, reveal it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.voting import Tally, ballot_tally, groups_apart, newest_revealed, voters
from models.engagement.engagement import Stakeholder
from models.engagement.workshop import Ballot, Vote, ballot_id, vote_id
from models.values.numbers import count_word
from models.values.sentence import act_called
from models.values.terms import Answer, Group, VoteWay


def progress_text(ballot: Ballot, done: int, asked: int) -> str:
    """How many have answered, as the console says it."""
    if ballot.way is VoteWay.LETTER:
        text = ngettext("One answer came by letter", "{done} answers came by letter", done)
        said = text.format(done=count_word(done, spoken()))
        return said[:1].upper() + said[1:]
    return gettext("{0} of {1} have answered").format(done, asked)


class Voting:
    """What was voted cannot be asked for before it is revealed: until then there are only numbers of answers."""

    def __init__(self, session: EngagementSession) -> None:
        self.session = session

    def open_ballot(self, sign_id: str) -> Ballot | None:
        """The ballot that is not revealed yet, if there is one."""
        ballots = self.session.current.ballots_on(sign_id)
        return ballots[-1] if ballots and not ballots[-1].revealed else None

    def open(self, sign_id: str) -> Ballot:
        """Goes on with the vote that is open, or opens the next round of it."""
        if ballot := self.open_ballot(sign_id):
            return ballot
        rounds, round_id = self.session.current.ballots_on(sign_id), self.session.current.assessment.id
        number = rounds[-1].number + 1 if rounds else 1
        last = rounds[-1].way if rounds else VoteWay.LETTER
        way = self._way_used_last() if last is VoteWay.LETTER else last
        ballot = Ballot(
            id=ballot_id(round_id, sign_id, number),
            assessment_id=round_id,
            sign_id=sign_id,
            number=number,
            way=way,
        )
        self.session.edit(act_called("Open the vote on “{sign}”", sign=self._sign(ballot)), ballot)
        return ballot

    def close(self, ballot: Ballot) -> None:
        """Puts an open vote away; votes that were cast stay, for when it is opened again."""
        if not self._cast(ballot):
            self.session.edit(act_called("Close the vote on “{sign}”", sign=self._sign(ballot)), remove=[ballot])

    def vote_by(self, way: VoteWay, ballot: Ballot) -> None:
        """Another way of voting, as long as nobody has."""
        if way is not ballot.way and not self._cast(ballot):
            label = act_called("How to vote on “{sign}”", sign=self._sign(ballot))
            self.session.edit(label, replace(ballot, way=way))

    def cast(self, ballot: Ballot, person: Stakeholder, answer: Answer) -> None:
        """One person's vote; a later one takes its place."""
        vote = Vote(
            id=vote_id(ballot.id, person.id),
            assessment_id=ballot.assessment_id,
            ballot_id=ballot.id,
            stakeholder_id=person.id,
            answer=answer,
        )
        self.session.edit(act_called("A vote on “{sign}”", sign=self._sign(ballot)), vote)

    def take_back(self, ballot: Ballot, person: Stakeholder) -> None:
        """As if that person had not voted."""
        cast = [v for v in self._cast(ballot) if v.stakeholder_id == person.id]
        if cast:
            label = act_called("Take a vote on “{sign}” back", sign=self._sign(ballot))
            self.session.edit(label, remove=cast)

    def count(self, ballot: Ballot, tally: Tally) -> None:
        """Keeps what was counted and reveals it."""
        zero, one, two, three = tally.counts
        counted = replace(
            ballot,
            way=VoteWay.COUNTS,
            revealed=True,
            count_0=zero,
            count_1=one,
            count_2=two,
            count_3=three,
            not_known=tally.not_known,
        )
        self.session.edit(act_called("The votes on “{sign}”", sign=self._sign(ballot)), counted)

    def reveal(self, ballot: Ballot) -> bool:
        """Shows what was voted; False while nobody has voted."""
        if not self._cast(ballot):
            return False
        label = act_called("Reveal the votes on “{sign}”", sign=self._sign(ballot))
        self.session.edit(label, replace(ballot, revealed=True))
        return True

    def people(self, ballot: Ballot) -> tuple[Stakeholder, ...]:
        """Who is asked."""
        return voters(self.session.people(), self._cast(ballot))

    def has_voted(self, ballot: Ballot) -> frozenset[str]:
        """The ids of those who have."""
        return frozenset(vote.stakeholder_id for vote in self._cast(ballot))

    def progress(self, ballot: Ballot) -> tuple[int, int]:
        """How many have answered, and how many are asked: by letter nobody more is."""
        voted = self.has_voted(ballot)
        if ballot.way is VoteWay.LETTER:
            return len(voted), len(voted)
        return len(voted), len({person.id for person in self.people(ballot)} | voted)

    def revealed(self, sign_id: str) -> tuple[Tally | None, Tally | None]:
        """What was voted last, and in the round before."""
        current = self.session.current
        last, before = newest_revealed(current, sign_id)
        return (
            ballot_tally(current, last) if last else None,
            ballot_tally(current, before) if before else None,
        )

    def by_letter(self, sign_id: str) -> bool:
        """Whether what was voted last was answered before the meeting, and not by the room."""
        last, _ = newest_revealed(self.session.current, sign_id)
        return last is not None and last.way is VoteWay.LETTER

    def groups(self, sign_id: str) -> list[tuple[Group, float]]:
        """The median of each group that can be named, from low to high, where at least two can be."""
        current = self.session.current
        ballot, _ = newest_revealed(current, sign_id)
        if ballot is None:
            return []
        return groups_apart(current, ballot, self.session.people())

    def _cast(self, ballot: Ballot) -> tuple[Vote, ...]:
        return self.session.current.votes_in(ballot)

    def _way_used_last(self) -> VoteWay:
        """A room votes the same way all day, and never by letter. Ids sort by sign, so the newest is told by its place
        in the method."""
        order = {sign.id: place for place, sign in enumerate(self.session.method.signs)}
        ballots: Iterable[Ballot] = (b for b in self.session.current.ballots.values() if b.way is not VoteWay.LETTER)
        last = max(ballots, key=lambda b: (order.get(b.sign_id, -1), b.number), default=None)
        return last.way if last else VoteWay.COUNTS

    def _sign(self, ballot: Ballot) -> str:
        return self.session.method.sign(ballot.sign_id).title
