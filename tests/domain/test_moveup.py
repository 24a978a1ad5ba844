"""The line with terms in small worlds: never oversold, no quota broken, nobody overtaken."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import moveup_answer, moveup_ask
from domain.delivery import Kind, Letter, State
from domain.moveup import (
    LAST_DAY,
    REST,
    TERM,
    ComesNext,
    OfferEnd,
    Running,
    SeatOffer,
    answer_by,
    can_take,
    comes_next,
    comes_next_for,
    last_day,
    verdict,
)
from domain.moveup_answer import Accepted, Missed
from domain.network import Network
from domain.quiet import QuietHours, after_calm, next_allowed
from domain.register import (
    HOLDING,
    Registration,
    Tally,
    Unseen,
    leave,
    line,
    move_up,
    register,
    taken,
)
from domain.seats_quota import Share
from domain.training import Training
from domain.vocabulary import EventStatus, RegistrationStatus
from tests.domain import test_registration
from tests.domain.test_quota import OFFICES, member, office_of
from tests.domain.test_registration import NOW, START

#: Six days before the start, a Friday morning: the withdrawal deadline is over.
LATE = START - timedelta(days=6)
OFFERED, WAITS = RegistrationStatus.OFFERED, RegistrationStatus.WAITLISTED
CONFIRMED = RegistrationStatus.CONFIRMED
LATER = ComesNext.LATER


class Hall(test_registration.Hall):
    """One training with offers and what is written of them, in memory."""

    registrations = moveups = deliveries = trainings = property(lambda self: self)

    def __init__(self, seats: int | None, kept: int = 0, release_at: datetime = START) -> None:
        super().__init__(seats)
        plan = replace(self.training.plan, deadline_at=START, release_at=release_at)
        self.training = replace(self.training, plan=plan, asks_first=True, quota_seats=kept)
        self.offers: dict[int, SeatOffer] = {}
        self.ended: dict[int, tuple[OfferEnd, datetime]] = {}
        self.letters: list[Letter] = []
        self.changed: dict[int, datetime] = {}
        self.states: dict[str, tuple[State, datetime]] = {}

    async def get(self, training_id: int) -> Training | None:
        return self.training if training_id == 1 else None

    async def put(self, *letters: Letter) -> int:
        self.letters += letters
        return len(letters)

    async def running(self, training_id: int) -> Sequence[Running]:
        assert training_id == 1
        found = []
        for each in self.offers.values():
            if each.id not in self.ended:
                kind = Kind.SEAT_FREE if each.to_all else Kind.SEAT_OFFERED
                state, at = self.states.get(f"{kind}:{each.id}", (State.SCHEDULED, None))
                found.append(Running(each, self.rows[each.registration_id], state, at))
        return found

    async def make(
        self, training_id: int, registration_ids: Sequence[int], now: datetime, *, to_all: bool
    ) -> Sequence[SeatOffer]:
        running = {each.own.id for each in await self.running(training_id)}

        assert not running & set(registration_ids)

        first = len(self.offers) + 1
        made = [SeatOffer(first + n, of, to_all, now) for n, of in enumerate(registration_ids)]
        self.offers |= {each.id: each for each in made}
        return made

    async def set_sent(self, offer_id: int, sent_at: datetime) -> None:
        assert self.offers[offer_id].sent_at is None
        self.offers[offer_id] = replace(self.offers[offer_id], sent_at=sent_at)

    async def end(self, offer_ids: Sequence[int], ended: OfferEnd, now: datetime) -> None:
        assert not set(offer_ids) & set(self.ended)
        self.ended |= dict.fromkeys(offer_ids, (ended, now))

    async def put_last(self, registration_id: int, position: int, now: datetime) -> None:
        self.changed[registration_id] = now
        own = self.rows[registration_id]
        last = replace(own, status=WAITS, position=position, since=own.came_at)
        self.rows[registration_id] = last

    async def set_status(
        self, registration_ids: Sequence[int], status: RegistrationStatus, now: datetime
    ) -> None:
        self.changed |= dict.fromkeys(registration_ids, now)
        await super().set_status(registration_ids, status, now)

    async def unanswered(self, training_id: int, since: datetime) -> set[int]:
        assert training_id == 1
        found = [
            (self.offers[n].registration_id, at)
            for n, (how, at) in self.ended.items()
            if how is OfferEnd.UNANSWERED and at > since
        ]
        return {own for own, at in found if self.changed[own] <= at}

    async def shares(self, training_id: int) -> list[Share]:
        assert training_id == 1
        everyone = sorted(self.rows.values(), key=lambda own: own.position)
        return [Share(OFFICES[0], self.training.quota_seats, kept=True)] + [
            Share(office_of(own.id), waits=own.id if own.status is WAITS else None, away=own.away)
            for own in everyone
            if own.active
        ]

    def goes(self, number: int, *, away: bool) -> None:
        if number in self.rows:
            self.rows[number] = replace(self.rows[number], away=away)

    def sends(self, now: datetime, state: State = State.SENT) -> None:
        """Let what is due come to an end."""
        for letter in self.letters:
            if letter.due_at <= now:
                self.states.setdefault(letter.key, (state, now))


async def ticks(hall: Hall, network: Network, now: datetime) -> None:
    """Attend to the line; a second time there is nothing to do."""
    if await moveup_ask.needed(hall, network, 1, now):
        await moveup_ask.attend(hall, network, 1, now)

    assert not await moveup_ask.needed(hall, network, 1, now)
    assert await moveup_ask.attend(hall, network, 1, now) == 0


async def take(hall: Hall, network: Network, number: int, now: datetime) -> object:
    shown = hall.training.plan.shown
    return await moveup_answer.accept(hall, network, 1, member(number), now, shown=shown)


def bound(hall: Hall) -> int:
    """Count again how many seats are given away or kept."""
    holding = [r for r in hall.rows.values() if r.status in HOLDING]
    ours = sum(office_of(r.id) == OFFICES[0] for r in holding)
    return len(holding) - ours + max(ours, hall.training.quota_seats)


async def act(hall: Hall, network: Network, name: str, number: int, now: datetime) -> None:
    """Do one thing; what is refused changes nothing."""
    if name == "register":
        hall.goes(number, away=False)
        await register(hall, 1, member(number), now)
    elif name == "leave":
        await leave(hall, 1, number, now)
    elif name == "take":
        hall.goes(number, away=False)  # who taps can be reached
        await take(hall, network, number, now)
    elif name == "decline":
        await moveup_answer.decline(hall, network, 1, member(number), now)
    elif name in {"block", "back"}:
        hall.goes(number, away=name == "block")
    elif name in {"send", "fail"}:
        hall.sends(now, State.SENT if name == "send" else State.FAILED)
    else:
        plan = replace(hall.training.plan, seats=max(number, bound(hall)))
        hall.training = replace(hall.training, plan=plan)
        await move_up(hall, hall.training, hall.rows.values(), now)


WHAT = [
    *["register", "leave", "leave", "take", "take", "decline", "block", "back"],
    *["send", "send", "fail", "seats", "passes", "passes", "passes"],
]
lives = st.lists(
    st.tuples(st.sampled_from(WHAT), st.integers(1, 5), st.sampled_from([1, 6, 13, 30])),
    max_size=40,
)


class Watch:
    """Looks at a hall after each step."""

    def __init__(self, hall: Hall, network: Network) -> None:
        self.hall = hall
        self.network = network
        self.kept = 0

    def check(self, now: datetime) -> None:
        hall, rows = self.hall, self.hall.rows.values()
        self.kept = hall.training.quota_seats if hall.training.keeping(now) else 0
        running = [each for each in hall.offers.values() if each.id not in hall.ended]
        limit = hall.training.seats

        assert limit is not None
        assert taken(rows) <= limit
        own = [each.registration_id for each in running if not each.to_all]
        assert sorted(own) == sorted(r.id for r in rows if r.status is OFFERED)
        self._quota()
        if now < START:
            self._nobody_waits_in_vain(running, now)
        assert len({letter.key for letter in hall.letters}) == len(hall.letters)

    def _quota(self) -> None:
        kept = self.kept
        others = sum(office_of(r.id) != OFFICES[0] for r in self._holding())

        assert self.hall.training.seats is not None
        assert others <= self.hall.training.seats - kept

    def _holding(self) -> list[Registration]:
        return [r for r in self.hall.rows.values() if r.status in HOLDING]

    def _admitted(self, own: Registration) -> bool:
        """Count again whether somebody may have a free seat."""
        seats, kept = self.hall.training.seats or 0, self.kept
        ours = sum(office_of(r.id) == OFFICES[0] for r in self._holding())
        others = len(self._holding()) - ours
        if ours + others >= seats:
            return False
        common = seats - kept - others - max(0, ours - kept)
        return common > 0 or (office_of(own.id) == OFFICES[0] and ours < kept)

    def _was_silent(self, own: Registration, now: datetime) -> bool:
        """Count again whether somebody's last word was none, less than a week ago."""
        ends = [self.hall.ended.get(each.id) for each in self._offers_to(own)]
        last = ends[-1] if ends else None
        return last is not None and last[0] is OfferEnd.UNANSWERED and now < last[1] + REST

    def _offers_to(self, own: Registration) -> list[SeatOffer]:
        return [each for each in self.hall.offers.values() if each.registration_id == own.id]

    def _nobody_waits_in_vain(self, running: Sequence[SeatOffer], now: datetime) -> None:
        """Nobody waits while there is a seat they may have, but while they are told of it."""
        told = {each.registration_id for each in running if each.to_all}
        late = comes_next(self.hall.training, self.network, now) is ComesNext.FIRST
        for own in line(self.hall.rows.values()):
            if not own.away and self._admitted(own):
                assert late or self._was_silent(own, now)
                assert own.id in told or not late
            else:
                assert own.id not in told


@given(
    seats=st.integers(1, 3),
    kept=st.integers(0, 1),
    acts=lives,
    begins=st.sampled_from([LATE, START - timedelta(hours=30)]),
    release_at=st.sampled_from([START, START - timedelta(days=2), START - timedelta(hours=20)]),
)
def test_whatever_happens_the_line_keeps_its_promises(
    network: Network,
    seats: int,
    kept: int,
    acts: list[tuple[str, int, int]],
    begins: datetime,
    release_at: datetime,
) -> None:
    hall = Hall(seats, kept, release_at)
    watch = Watch(hall, network)

    async def live() -> None:
        now = begins
        for number in range(1, 6):
            await register(hall, 1, member(number), NOW)
        for name, number, hours in acts:
            if name == "passes":
                now += timedelta(hours=hours)
            else:
                await act(hall, network, name, number, now)
            await ticks(hall, network, now)
            watch.check(now)

    asyncio.run(live())
    check_terms(hall, network)
    check_sums(hall)


def check_terms(hall: Hall, network: Network) -> None:
    """Nobody lost an offer for want of an answer before the term was over, or is asked at once."""
    silent = {
        hall.offers[number].registration_id: at
        for number, (how, at) in hall.ended.items()
        if how is OfferEnd.UNANSWERED and hall.changed[hall.offers[number].registration_id] <= at
    }
    for offer in hall.offers.values():
        since = silent.get(offer.registration_id)
        if since is not None and offer.made_at >= since and not offer.to_all:
            assert offer.made_at >= since + REST
    for number, (how, at) in hall.ended.items():
        offer = hall.offers[number]
        if how is OfferEnd.UNANSWERED:
            assert offer.sent_at is not None
            assert at >= after_calm(offer.sent_at, TERM, network.quiet, network.zone)
        if how is OfferEnd.CUT_SHORT:
            assert at >= START - LAST_DAY


def check_sums(hall: Hall) -> None:
    """Each seat that was had from the line is counted once."""
    had = Counter(how for how, _ in hall.ended.values())
    given = hall.tallies[Tally.CONFIRMED] + hall.tallies[Tally.PROMOTED]
    gone = hall.tallies[Tally.WITHDRAWN] + hall.tallies[Tally.LATE_WITHDRAWN]
    seated = sum(r.status is CONFIRMED for r in hall.rows.values())

    assert given - gone == seated
    assert had[OfferEnd.ACCEPTED] <= hall.tallies[Tally.PROMOTED]


async def queue(hall: Hall, *numbers: int) -> None:
    for number in numbers:
        await register(hall, 1, member(number), NOW)


def now_of(hall: Hall) -> dict[int, RegistrationStatus]:
    return {own.id: own.status for own in hall.rows.values() if own.active}


async def test_before_the_deadline_a_seat_is_given_at_once(network: Network) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2)
    before = hall.training.plan.withdraw_by - timedelta(seconds=1)
    left = await leave(hall, 1, 1, before)

    assert left is not None
    assert [own.id for own in left.moved_up] == [2]
    assert comes_next(hall.training, network, before) is ComesNext.SEAT
    assert not await moveup_ask.needed(hall, network, 1, before)


async def test_without_the_rule_it_always_is(network: Network) -> None:
    hall = Hall(1)
    hall.training = replace(hall.training, asks_first=False)
    await queue(hall, 1, 2)
    left = await leave(hall, 1, 1, START - timedelta(hours=1))

    assert left is not None
    assert now_of(hall) == {2: CONFIRMED}
    assert not await moveup_ask.needed(hall, network, 1, LATE)


async def test_one_after_the_other_in_the_order_of_the_line(network: Network) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2, 3, 4)
    await leave(hall, 1, 1, LATE)

    assert now_of(hall) == {2: WAITS, 3: WAITS, 4: WAITS}

    await ticks(hall, network, LATE)

    assert await moveup_answer.decline(hall, network, 1, member(2), LATE) == hall.training
    assert hall.rows[2].status is RegistrationStatus.WITHDRAWN
    assert now_of(hall) == {3: OFFERED, 4: WAITS}
    assert await take(hall, network, 4, LATE) == Missed(hall.training, hall.rows[4])

    asked = hall.rows[3]

    assert await take(hall, network, 3, LATE) == Accepted(hall.training, asked)
    assert await take(hall, network, 3, LATE) == Missed(hall.training, hall.rows[3])
    assert await take(hall, network, 9, LATE) == Missed(hall.training, None)
    assert list(hall.ended.values()) == [(OfferEnd.DECLINED, LATE), (OfferEnd.ACCEPTED, LATE)]
    assert hall.tallies[Tally.PROMOTED] == 1
    assert now_of(hall) == {3: CONFIRMED, 4: WAITS}
    assert await moveup_answer.decline(hall, network, 1, member(3), LATE) is None
    assert await moveup_answer.decline(hall, network, 2, member(3), LATE) is None
    assert await moveup_answer.accept(hall, network, 2, member(3), LATE, shown=0) == Missed(None)
    assert not await moveup_ask.needed(hall, network, 2, LATE)
    assert await moveup_ask.attend(hall, network, 2, LATE) == 0
    assert hall.letters == [
        Letter(
            key=f"seat-offered:{offer}",
            kind=Kind.SEAT_OFFERED,
            due_at=LATE,
            person_id=person,
            expires_at=START,
            training_id=1,
            registration_id=person,
            facts={"offer": offer},
        )
        for offer, person in ((1, 2), (2, 3))
    ]


async def test_in_the_evening_an_offer_waits_for_the_morning(network: Network) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2)
    evening = LATE.replace(hour=19, minute=30)  # half past eight in Neuss
    await leave(hall, 1, 1, evening)
    await ticks(hall, network, evening)

    assert now_of(hall) == {2: OFFERED}
    assert [letter.due_at for letter in hall.letters] == [LATE.replace(hour=6) + timedelta(days=1)]


async def test_two_who_do_not_answer_keep_their_order(network: Network) -> None:
    hall = Hall(2)
    await queue(hall, 1, 2, 3, 4)
    for number in (1, 2):
        await leave(hall, 1, number, LATE)
    await ticks(hall, network, LATE)
    hall.sends(LATE)

    assert await moveup_ask.needed(hall, network, 1, LATE)

    await ticks(hall, network, LATE)
    evening = datetime(2027, 3, 8, 19, 30, tzinfo=UTC)
    await ticks(hall, network, evening)

    assert [hall.ended[n] for n in (1, 2)] == [(OfferEnd.UNANSWERED, evening)] * 2
    assert now_of(hall) == {3: WAITS, 4: WAITS}
    assert hall.rows[3].position < hall.rows[4].position
    ended = [each for each in hall.letters if each.kind is Kind.OFFER_ENDED]
    assert [each.due_at for each in ended] == [datetime(2027, 3, 9, 6, 0, tzinfo=UTC)] * 2


async def test_a_seat_that_is_kept_is_told_only_to_its_office(network: Network) -> None:
    """Numbers that three divides are of the office for which a seat is kept."""
    hall = Hall(2, kept=1)
    await queue(hall, 1, 3, 2, 6)

    assert now_of(hall) == {1: CONFIRMED, 3: CONFIRMED, 2: WAITS, 6: WAITS}

    last = START - LAST_DAY
    await leave(hall, 1, 3, last)
    await ticks(hall, network, last)

    assert [letter.person_id for letter in hall.letters] == [6]
    assert isinstance(await take(hall, network, 2, last), Missed)
    assert isinstance(await take(hall, network, 6, last), Accepted)


async def test_a_training_that_is_moved_asks_one_after_the_other_again(network: Network) -> None:
    hall = Hall(1)
    early = replace(hall.training.plan, withdraw_by=NOW)
    hall.training = replace(hall.training, plan=early)
    await queue(hall, 1, 2, 3)
    last = START - LAST_DAY
    await leave(hall, 1, 1, last)
    await ticks(hall, network, last)
    later = replace(early, starts_at=START + timedelta(days=9))
    hall.training = replace(hall.training, plan=later)
    await ticks(hall, network, last)

    assert now_of(hall) == {2: OFFERED, 3: WAITS}
    assert [hall.ended[n] for n in (1, 2)] == [(OfferEnd.TAKEN, last)] * 2
    assert isinstance(await take(hall, network, 3, last), Missed)


def test_the_term_runs_from_the_sending_or_from_what_came_of_it() -> None:
    own = Registration(1, 1, 1, OFFERED, 1)
    offer, after = SeatOffer(1, 1, to_all=False, made_at=LATE), LATE + timedelta(hours=1)
    now = LATE + timedelta(hours=2)

    def heard(state: State | None, at: datetime | None) -> datetime | None:
        return Running(offer, own, state, at).heard_at(now)

    assert [heard(state, after) for state in (State.SENT, State.FAILED)] == [after, after]
    assert heard(State.SENT, NOW) == LATE  # by a clock that is behind
    assert [heard(state, None) for state in (State.UNKNOWN, None)] == [now, now]
    assert [heard(state, None) for state in (State.SCHEDULED, State.SENDING)] == [None, None]
    assert Running(replace(offer, sent_at=after), own).heard_at(now) == after


def test_nobody_has_longer_than_until_the_last_day(network: Network) -> None:
    of = Hall(1).training
    afternoon = datetime(2027, 3, 5, 16, 0, tzinfo=UTC)

    assert answer_by(START - timedelta(hours=27), of, network) == START - LAST_DAY
    assert answer_by(afternoon, of, network) == datetime(2027, 3, 6, 15, 0, tzinfo=UTC)
    assert [comes_next(of, network, at) for at in (LATE, START - LAST_DAY)] == [
        ComesNext.OFFER,
        ComesNext.FIRST,
    ]


async def test_who_leaves_while_asked_stays_out(network: Network) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2, 3)
    await leave(hall, 1, 1, LATE)
    await ticks(hall, network, LATE)
    left = await leave(hall, 1, 2, LATE)
    await ticks(hall, network, LATE)

    assert left is not None
    assert (left.late, left.moved_up) == (False, ())
    assert now_of(hall) == {3: OFFERED}
    assert [how for how, _ in hall.ended.values()] == [OfferEnd.GIVEN_UP]


async def test_a_seat_can_be_taken_only_from_the_line_and_before_the_start(
    network: Network,
) -> None:
    hall = Hall(2)
    await queue(hall, 1, 2, 3)
    last = START - LAST_DAY
    await leave(hall, 1, 1, last)

    async def can(number: int, now: datetime) -> bool:
        return await can_take(hall, hall.training, network, hall.rows[number], now)

    assert [await can(number, last) for number in (1, 2, 3)] == [False, False, True]
    assert [await can(3, now) for now in (last - timedelta(seconds=1), START)] == [False, False]


async def test_who_does_not_answer_goes_to_the_end_and_is_told(network: Network) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2, 3)
    await leave(hall, 1, 1, LATE)
    await ticks(hall, network, LATE)
    hall.sends(LATE)
    await ticks(hall, network, LATE)
    ends = answer_by(LATE, hall.training, network)
    await ticks(hall, network, ends - timedelta(seconds=1))

    assert now_of(hall) == {2: OFFERED, 3: WAITS}

    await ticks(hall, network, ends)

    assert now_of(hall) == {2: WAITS, 3: OFFERED}
    assert hall.rows[2].position > hall.rows[3].position
    assert hall.rows[2].came_at < hall.rows[3].came_at  # it did not come to another host by that
    assert [(each.kind, each.person_id) for each in hall.letters[1:]] == [
        (Kind.OFFER_ENDED, 2),
        (Kind.SEAT_OFFERED, 3),
    ]
    assert hall.letters[2].due_at == next_allowed(ends, network.quiet, network.zone)


async def test_who_waits_alone_and_never_answers_is_asked_once_and_on_the_last_day(
    network: Network,
) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2)
    await leave(hall, 1, 1, LATE)
    now = LATE
    while now < START:
        await ticks(hall, network, now)
        hall.sends(now)
        now += timedelta(hours=1)

    assert [each.kind for each in hall.letters] == [
        Kind.SEAT_OFFERED,
        Kind.OFFER_ENDED,
        Kind.SEAT_FREE,
    ]


async def test_who_did_not_answer_can_take_what_nobody_else_is_asked_about(
    network: Network,
) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2, 3)
    await leave(hall, 1, 1, LATE)
    await ticks(hall, network, LATE)
    hall.sends(LATE)
    await ticks(hall, network, LATE)
    ends = answer_by(LATE, hall.training, network)
    await ticks(hall, network, ends)

    assert now_of(hall) == {2: WAITS, 3: OFFERED}
    assert isinstance(await take(hall, network, 2, ends), Missed)

    later = ends
    while now_of(hall)[3] is OFFERED:
        later += timedelta(hours=1)
        hall.sends(later)
        await ticks(hall, network, later)

    assert now_of(hall) == {2: WAITS, 3: WAITS}
    assert await comes_next_for(hall, hall.training, network, hall.rows[3], later) is LATER

    await register(hall, 1, member(4), later)

    assert isinstance(await take(hall, network, 2, later), Missed)  # who came is asked first

    await ticks(hall, network, later)

    assert now_of(hall) == {2: WAITS, 3: WAITS, 4: OFFERED}

    await moveup_answer.decline(hall, network, 1, member(4), later)

    assert isinstance(await take(hall, network, 3, later), Accepted)
    assert now_of(hall) == {2: WAITS, 3: CONFIRMED}


async def test_who_comes_anew_after_leaving_is_asked_like_anybody(network: Network) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2)
    await leave(hall, 1, 1, LATE)
    await ticks(hall, network, LATE)
    hall.sends(LATE)
    await ticks(hall, network, LATE)
    ends = answer_by(LATE, hall.training, network)
    await ticks(hall, network, ends)

    assert now_of(hall) == {2: WAITS}

    later = ends + timedelta(hours=1)
    await leave(hall, 1, 2, later)
    await register(hall, 1, member(3), later)
    await leave(hall, 1, 3, later)
    await register(hall, 1, member(4), later)
    await register(hall, 1, member(2), later)
    await leave(hall, 1, 4, later)
    await ticks(hall, network, later)

    assert now_of(hall) == {2: OFFERED}


@pytest.mark.parametrize(("days", "asked"), [(6, False), (7, True)])
async def test_after_a_week_somebody_is_asked_again(
    network: Network, days: int, asked: bool
) -> None:
    hall = Hall(1)
    plan = replace(hall.training.plan, withdraw_by=START - timedelta(days=20))
    hall.training = replace(hall.training, plan=plan)
    early = LATE - timedelta(days=9)
    await queue(hall, 1, 2)
    await leave(hall, 1, 1, early)
    await ticks(hall, network, early)
    hall.sends(early)
    await ticks(hall, network, early)
    ends = answer_by(early, hall.training, network)
    await ticks(hall, network, ends)
    await ticks(hall, network, ends + timedelta(days=days))

    assert (now_of(hall) == {2: OFFERED}) is asked


async def test_the_term_waits_for_the_sending(network: Network) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2, 3)
    await leave(hall, 1, 1, LATE)
    await ticks(hall, network, LATE)
    later = LATE + timedelta(days=3)
    await ticks(hall, network, later)

    assert now_of(hall) == {2: OFFERED, 3: WAITS}

    hall.sends(later, State.UNKNOWN)
    await ticks(hall, network, later)

    assert hall.offers[1].sent_at == later


async def test_facts_that_nobody_saw_are_shown_first(network: Network) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2)
    await leave(hall, 1, 1, LATE)
    await ticks(hall, network, LATE)
    found = await moveup_answer.accept(hall, network, 1, member(2), LATE, shown=-1)

    assert found == Unseen(hall.training, None)
    assert now_of(hall) == {2: OFFERED}


async def test_on_the_last_day_all_are_told_and_the_first_has_it(network: Network) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2, 3, 4)
    hall.goes(3, away=True)
    last = START - LAST_DAY
    await leave(hall, 1, 1, last)
    await ticks(hall, network, last)

    assert [(each.kind, each.person_id) for each in hall.letters] == [
        (Kind.SEAT_FREE, 2),
        (Kind.SEAT_FREE, 4),
    ]
    assert isinstance(await take(hall, network, 4, last), Accepted)
    assert isinstance(await take(hall, network, 2, last), Missed)

    await ticks(hall, network, last)

    assert now_of(hall) == {2: WAITS, 3: WAITS, 4: CONFIRMED}
    assert [how for how, _ in hall.ended.values()] == [OfferEnd.ACCEPTED, OfferEnd.TAKEN]


async def test_an_offer_ends_a_day_before_and_keeps_the_place(network: Network) -> None:
    hall = Hall(1)
    await queue(hall, 1, 2, 3)
    almost = START - LAST_DAY - timedelta(hours=1)
    await leave(hall, 1, 1, almost)
    await ticks(hall, network, almost)
    hall.sends(almost)
    before = hall.rows[2].position
    await ticks(hall, network, START - LAST_DAY)

    assert now_of(hall) == {2: WAITS, 3: WAITS}
    assert hall.rows[2].position == before
    assert [each.kind for each in hall.letters[1:]] == [
        Kind.OFFER_ENDED,
        Kind.SEAT_FREE,
        Kind.SEAT_FREE,
    ]


async def test_what_is_off_or_has_begun_ends_all_offers(network: Network) -> None:
    for off, now in ((EventStatus.CANCELLED, LATE), (EventStatus.PUBLISHED, START)):
        hall = Hall(1)
        await queue(hall, 1, 2, 3)
        await leave(hall, 1, 1, LATE)
        await ticks(hall, network, LATE)
        hall.training = replace(hall.training, status=off)
        await ticks(hall, network, now)

        assert [how for how, _ in hall.ended.values()] == [OfferEnd.OFF]
        assert now_of(hall) == {2: WAITS, 3: WAITS}
        assert isinstance(await take(hall, network, 2, now), Missed)
        assert len(hall.letters) == 1


def test_the_last_day_begins_early_if_nobody_would_be_reached_before(network: Network) -> None:
    hall = Hall(1)
    monday = datetime(2027, 3, 15, 8, 0, tzinfo=UTC)
    of = replace(hall.training, plan=replace(hall.training.plan, starts_at=monday))
    saturday_night = datetime(2027, 3, 13, 19, 30, tzinfo=UTC)

    assert last_day(of, network, saturday_night)
    assert not last_day(of, network, saturday_night - timedelta(hours=2))


@pytest.mark.parametrize(
    ("status", "to_all", "away", "ended"),
    [
        (OFFERED, False, False, None),
        (OFFERED, False, True, OfferEnd.UNREACHED),
        (WAITS, False, False, OfferEnd.GIVEN_UP),
        (CONFIRMED, True, False, OfferEnd.GIVEN_UP),
        (WAITS, True, True, OfferEnd.UNREACHED),
        (WAITS, True, False, OfferEnd.TAKEN),
    ],
)
def test_what_ends_an_offer(
    network: Network,
    status: RegistrationStatus,
    to_all: bool,
    away: bool,
    ended: OfferEnd | None,
) -> None:
    own = replace(Registration(1, 1, 1, status, 1), away=away)
    one = Running(SeatOffer(1, 1, to_all, LATE), own, State.SCHEDULED)

    assert verdict(one, Hall(1).training, network, (), LATE) is ended


HALF = timedelta(minutes=30)


@given(start=st.integers(0, 48 * 365), length=st.integers(0, 100))
def test_time_stands_still_while_it_is_quiet(network: Network, start: int, length: int) -> None:
    """Half hour for half hour: only those count in which people may be written to."""
    quiet, zone = network.quiet, network.zone
    at = begins = NOW + start * HALF
    counted = 0
    while counted < length or next_allowed(at, quiet, zone) != at:
        counted += next_allowed(at, quiet, zone) == at
        at += HALF
    ends = after_calm(begins, length * HALF, quiet, zone)

    # What is counted up at the evening may end then, or go on in the morning: it is the same.
    assert next_allowed(ends, quiet, zone) == at


def test_a_term_of_an_afternoon_ends_the_next_morning(network: Network) -> None:
    friday = datetime(2027, 3, 12, 16, 0, tzinfo=UTC)  # five in the afternoon in Neuss
    ends = after_calm(friday, TERM, network.quiet, network.zone)
    saturday = datetime(2027, 3, 13, 17, 0, tzinfo=UTC)

    assert ends == saturday - timedelta(hours=2)  # four in the afternoon
    assert after_calm(saturday, TERM, network.quiet, network.zone) == (
        datetime(2027, 3, 15, 16, 0, tzinfo=UTC)
    )


def test_without_quiet_times_the_term_is_what_it_says(network: Network) -> None:
    never = QuietHours(time(0), time(0), sundays=False)

    for hours in (0, 12, 100):
        length = timedelta(hours=hours)

        assert after_calm(LATE, length, never, network.zone) == LATE + length
