"""Small rules, each as a table: pages, switches, languages, keys, who may see what."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain.announce import audience_of
from domain.announce_audience import Audience, Broadcast, BroadcastState
from domain.deliveries import may_name
from domain.delivery import Kind
from domain.demands import (
    demand,
    demand_filled,
    demand_once,
    demand_range,
    demand_short,
    demand_slug,
    tidy,
)
from domain.feedback import QUESTIONS, Answers, FeedbackItem, answers_until, ask, ask_key, given
from domain.languages import marked, primary, reading_in, travelling, unmarked
from domain.ledger.seal import BEGINNING, digest, line
from domain.message import Button, Document, Message, Style
from domain.network import Network
from domain.paging import Part, nearest, part_of
from domain.person import Person
from domain.picked import number_of, number_picked, switch, switched
from domain.plan_back import Told, take_back, told
from domain.plan_change import Reason, Refused
from domain.plan_told import SEATED, Difference, dates, words
from domain.presence import Marked, Marks
from domain.profile import PAGES, TOPICS_A_PAGE, topics_on, turned
from domain.quiet import next_allowed
from domain.register import ACTIVE
from domain.report_order import (
    FIRST_YEAR,
    NotReadable,
    Request,
    Wanted,
    What,
    is_over,
    known_year,
    moment_key,
    not_readable,
    quarters_begun,
    year_typed,
)
from domain.rights import Act, NamedOne, may
from domain.training import CoHost, Training
from domain.vocabulary import COUNTY_WIDE, EventStatus, Role, Sector, Topic
from tests.domain.test_broadcast import BROADCAST, training
from tests.domain.test_changes import plan_at
from tests.domain.test_membership import person

NOW = datetime(2027, 2, 9, 22, 0, tzinfo=UTC)  # late in the evening


# Pages


@pytest.mark.parametrize(
    ("page", "total", "size", "there"),
    [(0, 0, 5, 0), (-1, 9, 5, 0), (1, 9, 5, 1), (2, 10, 5, 1), (2, 11, 5, 2), (9, 5, 5, 0)],
)
def test_the_nearest_page(page: int, total: int, size: int, there: int) -> None:
    assert nearest(page, total, size) == there


def test_a_page_knows_its_place_in_the_list() -> None:
    part = part_of("abcdefghijklm", 2)

    assert (part.items, part.page, part.total, part.size) == ("klm", 2, 13, 5)
    assert (part.pages, part.first) == (3, 11)
    assert part.made(str.upper) == Part(["K", "L", "M"], 2, 13, 5)
    assert part.holding([1]) == Part([1], 2, 13, 5)
    assert part_of("abcdefghijklm", 0).items == "abcde"


def test_topics_come_in_pages_and_each_on_one() -> None:
    assert [turned(page) for page in (-1, 0, PAGES - 1, PAGES)] == [0, 0, PAGES - 1, PAGES - 1]
    assert [topic for page in range(PAGES) for topic in topics_on(page)] == list(Topic)
    assert len(topics_on(0)) == TOPICS_A_PAGE
    assert topics_on(99) == topics_on(PAGES - 1)


# What a button says


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("999999", 999999),
        ("1000000", None),
        ("0", None),
        ("-1", None),
        ("", None),
        ("٣", None),
        ("1.5", None),
    ],
)
def test_a_number_within_bounds(text: str, number: int | None) -> None:
    assert number_of(text, 1, 10**7) == number
    if number is None:
        with pytest.raises(ValueError, match="is not offered"):
            number_picked(text, 1, 10**7)
    else:
        assert number_picked(text, 1, 10**7) == number


def test_bounds_belong_to_them() -> None:
    assert [number_of(text, 2, 4) for text in "12345"] == [None, 2, 3, 4, None]


def test_a_switch_turns_on_and_off_in_the_order_of_the_offer() -> None:
    offered = ("a", "b", "c")

    assert (switch("+a"), switch("-a-b")) == ((True, "a"), (False, "a-b"))
    assert switched(("c",), "+a", offered) == ("a", "c")
    assert switched(("c", "a"), "-c", offered) == ("a",)
    assert switched(("a",), "+a", offered) == ("a",)
    assert switched(("a",), "-b", offered) == ("a",)
    with pytest.raises(ValueError, match="'a' is no switch"):
        switch("a")
    with pytest.raises(ValueError, match="'' is no switch"):
        switch("")
    with pytest.raises(ValueError, match="'d' is not offered"):
        switched((), "+d", offered)


# Languages


def test_a_language_travels_in_the_buttons() -> None:
    assert [primary(tag) for tag in (" EN_us ", "en-GB", "de", "pt-BR-x")] == [
        "en", "en", "de", "pt"
    ]  # fmt: skip
    assert marked("yes:a", "en") == "yes:a~en"
    assert marked("yes:a~de", "en") == "yes:a~de"
    assert marked("", "en") == ""
    assert unmarked("yes:a~en") == "yes:a"
    assert unmarked("yes:a~e") == "yes:a~e"
    assert travelling("yes:a~en") == "en"
    assert travelling("yes:a") is None


def test_all_buttons_of_a_message_lead_on_in_its_language() -> None:
    message = Message(
        "x", ((Button("A", "a"), Button("B", url="https://b.example")), (Button("C", "c~de"),))
    )

    assert reading_in(message, "en") == replace(
        message,
        buttons=(
            (Button("A", "a~en"), Button("B", url="https://b.example")),
            (Button("C", "c~de"),),
        ),
    )


def test_a_message_survives_the_outbox() -> None:
    whole = Message(
        "x",
        ((Button("A", "a", style=Style.DANGER), Button("B", url="https://b.example")),),
        Document("a.pdf", b"\x00\xff", "application/pdf"),
        "7",
        "Titel",
    )

    assert Message.from_json(whole.to_json()) == whole
    assert whole.to_json() == {
        "text": "x",
        "buttons": [[["A", "a", "", "danger"], ["B", "", "https://b.example", "plain"]]],
        "document": ["a.pdf", "AP8=", "application/pdf"],
        "replaces": "7",
        "force_reply": "Titel",
    }
    assert Message.from_json(Message("", removes=("7", "9")).to_json()).removes == ("7", "9")
    assert Message.from_json(Message("y").to_json()) == Message("y")
    before = {**whole.to_json(), "replaces": 7, "removes": [7, 9]}  # as earlier releases wrote it
    assert Message.from_json(before) == replace(whole, removes=("7", "9"))
    assert Message("y").changing("3") == Message("y", replaces="3")


# What is told


OLD = {"title": "A", "place": "B", "link": "C"}


def test_what_people_believe_is_told_from_what_they_were_told() -> None:
    known: dict[int, Any] = {1: {"title": "Z"}, 2: {"title": "Z", "more": 1}, 3: {"place": "Y"}}
    change = Difference(Kind.CHANGED, OLD, {**OLD, "title": "N"}, known)

    assert change.believed() == [
        ({"title": "Z", "place": "B", "link": "C"}, [1, 2]),
        ({"title": "A", "place": "Y", "link": "C"}, [3]),
    ]


@pytest.mark.parametrize(
    ("new", "whom"),
    [
        ({}, ()),
        ({"title": "N"}, ACTIVE),
        ({"link": "N"}, SEATED),
        ({"link": "N", "place": "N"}, ACTIVE),
    ],
)
def test_a_new_link_concerns_only_who_has_a_seat(new: dict[str, str], whom: object) -> None:
    assert Difference(Kind.CHANGED, OLD, {**OLD, **new}).concerned(OLD) == whom


def test_what_a_notice_tells_of_before() -> None:
    plan = plan_at(NOW)

    assert dates(plan) == {
        "starts_at": "2027-02-09T22:00:00+00:00",
        "ends_at": "2027-02-10T01:00:00+00:00",
    }
    facts = {"title": plan.title, "place": plan.place, "link": plan.link}
    assert words(plan) == {**facts, "mode": plan.mode.value}


# Demands


@dataclass(frozen=True)
class Fields:
    name: str = "a"
    lines: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    topic: Topic = Topic.BASICS
    n: int = 3
    m: int = 3


def test_texts_become_tidy_and_all_else_stays() -> None:
    part = Fields("a\u200b  b ", ("c\u00a0 d", "e"), (1, 2))
    tidy(part)

    assert part == Fields("a b", ("c d", "e"), (1, 2))
    assert type(part.topic) is Topic


def test_each_demand_says_what_is_wrong() -> None:
    demand("x", "not said")
    with pytest.raises(ValueError, match=r"^said$"):
        demand("", "said")
    demand_once("slug", ["a", "b"])
    with pytest.raises(ValueError, match=r"^slug a, c stands there twice; keep one$"):
        demand_once("slug", ["a", "b", "a", "c", "c"])
    demand_filled(Fields(), "name")
    with pytest.raises(ValueError, match=r"^name must not be empty$"):
        demand_filled(Fields(" "), "name")
    demand_short("lines", "ab", 2)
    with pytest.raises(ValueError, match=r"^lines: at most 2 fit, there are 3$"):
        demand_short("lines", "abc", 2)
    demand_range(Fields(), 3, 3)
    demand_range(Fields(m=9), 3, 3, m=(9, 9))
    with pytest.raises(ValueError, match=r"^n must lie between 4 and 9$"):
        demand_range(Fields(m=4), 4, 9)
    with pytest.raises(ValueError, match=r"^m must lie between 1 and 2$"):
        demand_range(Fields(), 3, 3, m=(1, 2))


@pytest.mark.parametrize("slug", ["a", "a-b2", "x" * 24, "a1-2"])
def test_slugs_that_may_be_kept(slug: str) -> None:
    demand_slug(slug)


@pytest.mark.parametrize(
    "slug", ["", "A", "a--b", "a-", "x" * 25, "a123", "a12-3", COUNTY_WIDE, "a b"]
)
def test_slugs_that_may_not(slug: str) -> None:
    with pytest.raises(ValueError, match=r"never more than two digits$"):
        demand_slug(slug)


# Feedback


def test_answers_count_until_the_first_question_may_be_forgotten() -> None:
    assert answers_until(NOW, 7) == NOW + timedelta(days=7)
    assert answers_until(NOW, 30) == NOW + timedelta(days=14)


def test_who_is_asked_is_asked_in_the_morning(network: Network) -> None:
    asked: list[Collection[bool | None] | None] = []

    class Desk:
        plans = attendees = property(lambda self: self)

        async def ask_feedback(
            self,
            training_id: int,
            due_at: datetime,
            expires_at: datetime,
            came: Collection[bool | None] | None = None,
        ) -> int:
            assert training_id == 3
            assert due_at == next_allowed(NOW, network.quiet, network.zone) > NOW
            assert expires_at == answers_until(NOW, network.retention.deliveries_days)
            asked.append(came)
            return 5

        async def marks(self, training_id: int) -> Marks:
            return {("a", "police"): Marked(1, 2)}

    assert asyncio.run(ask(Desk(), network, 3, NOW)) == 5
    assert asyncio.run(ask(Desk(), replace(network, presence=True), 3, NOW)) == 5
    assert asked == [None, (True,)]


def test_the_first_answer_counts_the_form_too() -> None:
    assert given(3, 0, 4) == [
        Answers(3, FeedbackItem.FORM, 0, 1),
        Answers(3, FeedbackItem.USEFUL, 4, 1),
    ]
    assert given(3, 4, 1) == [Answers(3, QUESTIONS[4], 1, 1)]
    assert ask_key(7, 2) == "feedback:7:2"
    for number in (-1, len(QUESTIONS)):
        with pytest.raises(ValueError, match=f"There is no question {number}."):
            given(3, number, 4)
    for score in (0, 6):
        with pytest.raises(ValueError, match=f"useful cannot have the score {score}"):
            given(3, 0, score)
    with pytest.raises(ValueError, match="form cannot have the score 1"):
        Answers(3, FeedbackItem.FORM, 1, 1)


# Seals


def test_a_seal_hangs_on_each_row_their_order_and_the_year_before() -> None:
    rows, made = digest(2027, BEGINNING, ["a", "b"])

    assert rows == 2
    hashed = f"netzbote ledger 2027 {BEGINNING}\na\nb\n".encode()

    assert made == hashlib.sha256(hashed).hexdigest()

    others = {
        digest(2026, BEGINNING, ["a", "b"])[1],
        digest(2027, "1" * 64, ["a", "b"])[1],
        digest(2027, BEGINNING, ["b", "a"])[1],
        digest(2027, BEGINNING, ["ab"])[1],
        digest(2027, BEGINNING, ["a", "b", ""])[1],
    }
    assert len({made, *others}) == 6
    assert digest(2027, BEGINNING, []) == (0, digest(2027, BEGINNING, [])[1])
    assert line(1, None, "a", date(2027, 1, 2)) == "1||a|2027-01-02"


# Who may see what


def test_an_institution_is_named_only_with_enough_members() -> None:
    counts = {("a", "school"): 3}

    assert may_name(counts, ("a", "school"), 3)
    assert not may_name(counts, ("a", "school"), 4)
    assert not may_name(counts, ("b", "school"), 1)
    assert may_name(counts, ("b", "school"), 0)


HOST = training()


@pytest.mark.parametrize(
    ("who", "office", "sees"),
    [
        (person(1, Role.COORDINATOR, HOST.host), "else", True),
        (person(1, Role.COORDINATOR, "own"), "own", True),
        (person(1, Role.COORDINATOR, "own"), "else", False),
        (person(1, Role.LEAD, "own"), "else", False),
        (person(1, Role.SPECIALIST, HOST.host), HOST.host, False),
    ],
)
def test_names_are_seen_by_the_host_and_the_own_office(who: Any, office: str, sees: bool) -> None:
    assert may(who, Act.READ_NAME, NamedOne(HOST, office, 2)) is sees


JOINT = replace(HOST, plan=replace(HOST.plan, co_hosts=(CoHost("with"), CoHost("late", 4))))


@pytest.mark.parametrize(
    ("office", "position", "sees"),
    [
        (HOST.host, 1, True),
        ("with", 1, True),
        ("late", 4, False),
        ("late", 5, True),
        ("else", 5, False),
        ("other", 5, False),
    ],
)
def test_a_co_host_reads_the_names_of_who_registered_since_it_is_one(
    office: str, position: int, sees: bool
) -> None:
    registered = NamedOne(JOINT, "rkn-kaarst", position)

    assert may(person(1, Role.COORDINATOR, office), Act.READ_NAME, registered) is sees
    for role in (Role.SPECIALIST, Role.AUDITOR):
        assert not may(person(1, role, office), Act.READ_NAME, registered)


@pytest.mark.parametrize(
    ("role", "office", "looks_after", "names"),
    [
        (Role.COORDINATOR, HOST.host, True, True),
        (Role.COORDINATOR, "with", True, False),
        (Role.COORDINATOR, "late", True, False),
        (Role.COORDINATOR, "other", False, False),
        (Role.LEAD, "other", True, True),
        (Role.SPECIALIST, HOST.host, False, False),
        (Role.SPECIALIST, "with", False, False),
        (Role.AUDITOR, HOST.host, False, False),
        (Role.AUDITOR, "with", False, False),
    ],
)
def test_all_hosts_look_after_a_training_and_the_first_names_them(
    role: Role, office: str, looks_after: bool, names: bool
) -> None:
    who, draft = person(1, role, office), replace(JOINT, status=EventStatus.DRAFT)

    assert may(who, Act.MANAGE, JOINT) is looks_after
    assert may(who, Act.NAME_HOSTS, JOINT) is names
    assert may(who, Act.MANAGE, draft) is names  # a draft is its first host's alone


@pytest.mark.parametrize(
    ("who", "announces"),
    [
        (person(1, Role.COORDINATOR, HOST.host), True),
        (person(1, Role.COORDINATOR, "own"), False),
        (person(1, Role.LEAD, "own"), True),
        (person(1, Role.SPECIALIST, HOST.host), False),
        (person(1, Role.AUDITOR, HOST.host), False),
    ],
)
def test_a_training_is_announced_by_its_office_and_the_lead(who: Any, announces: bool) -> None:
    assert may(who, Act.MANAGE, HOST) is announces


def test_the_audience_is_what_was_entered() -> None:
    data = {"offices": ["a"], "sectors": ["school"], "subscribers": 1, "again": True}

    assert audience_of({}) == Audience()
    assert audience_of({"whom": "subscribers"}) == Audience(subscribers=True)
    assert audience_of(data) == Audience(("a",), (Sector.SCHOOL,), True, True)


# Taking back


@dataclass
class Trainings:
    known_: bool = False
    gone: list[int] = field(default_factory=list)

    async def lock(self, training_id: int) -> Training | None:
        return HOST if training_id == 1 else None

    async def known(self, training_id: int) -> bool:
        assert training_id == 1
        return self.known_

    async def remove(self, training_id: int) -> None:
        self.gone.append(training_id)


def test_only_what_nobody_knows_of_is_taken_back() -> None:
    quiet, loud = Trainings(), Trainings(known_=True)

    assert asyncio.run(take_back(quiet, 2)) == Refused(Reason.GONE)
    assert asyncio.run(take_back(loud, 1)) == Refused(Reason.KNOWN)
    assert (quiet.gone, loud.gone) == ([], [])
    assert asyncio.run(take_back(quiet, 1)) == HOST
    assert quiet.gone == [1]


def said(state: BroadcastState, total: int = 0) -> Broadcast:
    return replace(BROADCAST, state=state, total=total)


@pytest.mark.parametrize(
    ("of", "announcements", "found"),
    [
        (None, [], Told.OFF),
        (training(EventStatus.DRAFT), [said(BroadcastState.DONE)], Told.OFF),
        (training(EventStatus.CANCELLED), [], Told.OFF),
        (training(EventStatus.CLOSED), [], Told.NOTHING),
        (training(EventStatus.POSTPONED), [], Told.NOTHING),
        (HOST, [], Told.NOTHING),
        (HOST, [said(BroadcastState.CANCELLED)], Told.NOTHING),
        (HOST, [said(BroadcastState.CANCELLED, 2)], Told.ANNOUNCED),
        (HOST, [said(BroadcastState.SCHEDULED)], Told.LATER),
        (HOST, [said(BroadcastState.SCHEDULED), said(BroadcastState.RUNNING)], Told.ANNOUNCED),
        (HOST, [said(BroadcastState.DONE)], Told.ANNOUNCED),
    ],
)
def test_what_the_network_was_told(
    of: Training | None, announcements: list[Broadcast], found: Told
) -> None:
    assert told(of, iter(announcements)) is found


# Asking for a report


@pytest.mark.parametrize(
    ("text", "year"),
    [(" 2027 ", 2027), ("27", None), ("20270", None), ("٢٠٢٧", None), ("jahr", None), ("", None)],
)
def test_a_typed_year_has_four_digits(text: str, year: int | None) -> None:
    assert year_typed(text) == year


def test_years_and_quarters_that_can_be_told() -> None:
    today = date(2027, 7, 1)

    assert [year for year in range(1998, 2030) if known_year(year, today)] == list(
        range(FIRST_YEAR, 2028)
    )
    assert quarters_begun(2027, today) == [1, 2, 3]
    assert quarters_begun(2027, date(2027, 6, 30)) == [1, 2]
    assert quarters_begun(2026, today) == [1, 2, 3, 4]
    assert quarters_begun(2028, today) == []
    assert (is_over(2026, today), is_over(2027, today)) == (True, False)


@pytest.mark.parametrize(
    ("wanted", "internal", "coordinators"),
    [
        (Wanted(2026), False, False),
        (Wanted(2027), False, True),
        (Wanted(2026, office="a"), True, True),
        (Wanted(2026, quarter=1), True, True),
    ],
)
def test_what_stays_within_the_network(wanted: Wanted, internal: bool, coordinators: bool) -> None:
    assert wanted.internal is internal
    assert wanted.for_coordinators(date(2027, 7, 1)) is coordinators


@pytest.mark.parametrize(
    ("who", "wanted", "why"),
    [
        (person(1, Role.SPECIALIST), Wanted(2026), NotReadable.READERS_ONLY),
        (person(1, Role.AUDITOR), Wanted(2026), None),
        (person(1, Role.AUDITOR), Wanted(2027), NotReadable.NOT_OVER),
        (person(1, Role.AUDITOR), Wanted(2026, quarter=1), NotReadable.INTERNAL),
        (person(1, Role.COORDINATOR), Wanted(2027, quarter=1), None),
        (person(1, Role.COORDINATOR), Wanted(2028), NotReadable.NO_YEAR),
        (person(1, Role.COORDINATOR, office="a"), Wanted(2026, office="a"), None),
        (person(1, Role.LEAD, office="a"), Wanted(2026, office="b"), NotReadable.INTERNAL),
        (
            person(1, Role.LEAD, office=COUNTY_WIDE),
            Wanted(2026, office=COUNTY_WIDE),
            NotReadable.INTERNAL,
        ),
    ],
)
def test_who_may_have_what_of_a_year(who: Person, wanted: Wanted, why: NotReadable | None) -> None:
    assert not_readable(who, wanted, date(2027, 7, 1)) is why


def test_a_request_is_known_by_its_number_and_part() -> None:
    request = Request(3, 1, Wanted(2026, What.FIGURES), "de")

    assert request.key("pdf") == "report:3:pdf"
    assert request.moment == moment_key(3) == "report:3:moment"
