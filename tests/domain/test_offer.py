"""What somebody looks for: each filter narrows, and says before how many it would leave."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.network import Network
from domain.offer import Filter, OnOffer, Search, Sought, first_of, in_charge, month_of, towns
from domain.vocabulary import DeliveryMode, Sector, Topic
from tests.domain.years import NETWORK

STARTS = datetime(2027, 1, 31, 23, 30, tzinfo=UTC)
TOPICS = [Topic.TRAUMA, Topic.BASICS]


def offers(network: Network) -> st.SearchStrategy[list[OnOffer]]:
    """Return small offers in which every filter finds something and leaves something out."""
    one = st.builds(
        OnOffer,
        id=st.integers(1, 99),
        topic=st.sampled_from(TOPICS),
        mode=st.sampled_from(DeliveryMode),
        starts_at=st.integers(0, 3).map(lambda n: STARTS + n * timedelta(days=20)),
        sectors=st.sampled_from([(), (Sector.POLICE,), (Sector.SCHOOL,)]),
        hosts=st.lists(
            st.sampled_from([office.slug for office in network.offices]),
            min_size=1,
            max_size=3,
            unique=True,
        ),
    )
    return st.lists(one, max_size=8)


def searches(network: Network) -> st.SearchStrategy[Sought]:
    return st.builds(
        Sought,
        topic=st.sampled_from([None, *TOPICS]),
        month=st.sampled_from([None, month_of(date(2027, 2, 1)), month_of(date(2027, 3, 1))]),
        online=st.booleans(),
        everyone=st.booleans(),
        town=st.sampled_from([None, *(town.ags for town, _ in towns(network)[:4])]),
    )


@pytest.mark.long
@given(st.data())
def test_what_a_filter_would_leave_is_what_it_leaves(network: Network, data: st.DataObject) -> None:
    offered, sought = data.draw(offers(network)), data.draw(searches(network))
    search = Search(network, Sector.SCHOOL, sought, offered)

    def found(**changed: object) -> int:
        values = {name: getattr(sought, name) for name in Sought.__dataclass_fields__}
        now = Sought(**{**values, **changed})
        return len(Search(network, Sector.SCHOOL, now, offered).found)

    assert all(found(topic=each) == n for each, n in search.topics().items())
    assert all(found(month=each) == n for each, n in search.months().items())
    assert all(found(town=t.ags) == search.hosts()[office.slug] for t, office in towns(network))
    assert search.elsewhere == (0 if sought.everyone else found(everyone=True) - len(search.found))


@given(st.data())
def test_a_filter_taken_off_never_finds_less(network: Network, data: st.DataObject) -> None:
    offered, sought = data.draw(offers(network)), data.draw(searches(network))
    found = Search(network, Sector.SCHOOL, sought, offered).found
    for each in Filter:
        wider = Search(network, Sector.SCHOOL, sought.without(each), offered).found

        assert {id(one) for one in found} <= {id(one) for one in wider}


@given(st.dates(date(2000, 1, 1), date(2999, 12, 31)))
def test_months_follow_each_other_without_a_gap(day: date) -> None:
    first = first_of(month_of(day))

    assert (first.year, first.month, first.day) == (day.year, day.month, 1)
    assert month_of(first - timedelta(days=1)) == month_of(first) - 1


def test_the_month_is_the_one_on_the_wall(network: Network) -> None:
    """Half past eleven at night in UTC is the next day in Berlin."""
    one = OnOffer(1, Topic.TRAUMA, DeliveryMode.ONLINE, STARTS, (), ("rkn-neuss",))
    search = Search(network, Sector.SCHOOL, Sought(), [one])

    assert list(search.months()) == [month_of(date(2027, 2, 1))]


FEBRUARY, MARCH = month_of(date(2027, 2, 1)), month_of(date(2027, 3, 1))
ALL_SET = Sought(Topic.TRAUMA, FEBRUARY, online=True, everyone=False, town="00000001")
OFFERED = [
    OnOffer(1, Topic.TRAUMA, DeliveryMode.ONLINE, STARTS, (), ("a",)),
    OnOffer(2, Topic.BASICS, DeliveryMode.IN_PERSON, STARTS, (Sector.SCHOOL,), ("b", "a")),
    OnOffer(3, Topic.TRAUMA, DeliveryMode.HYBRID, STARTS + timedelta(days=30), (), ("b",)),
    OnOffer(4, Topic.BASICS, DeliveryMode.SELF_PACED, STARTS, (Sector.POLICE,), ("a",)),
]


def test_each_filter_is_taken_off_alone() -> None:
    assert {each: ALL_SET.without(each) for each in Filter} == {
        Filter.TOPIC: Sought(None, FEBRUARY, online=True, town="00000001"),
        Filter.MONTH: Sought(Topic.TRAUMA, None, online=True, town="00000001"),
        Filter.ONLINE: Sought(Topic.TRAUMA, FEBRUARY, online=False, town="00000001"),
        Filter.SECTOR: Sought(Topic.TRAUMA, FEBRUARY, True, True, "00000001"),
        Filter.TOWN: Sought(Topic.TRAUMA, FEBRUARY, online=True, town=None),
    }
    assert ALL_SET.without(Filter.ONLINE).online is False
    assert ALL_SET.without(Filter.SECTOR).everyone is True
    assert ALL_SET.filters == (Filter.TOPIC, Filter.MONTH, Filter.ONLINE, Filter.TOWN)
    assert Sought(everyone=True).filters == ()


def test_each_filter_leaves_what_it_says() -> None:
    def ids(sought: Sought) -> list[int]:
        return [each.id for each in Search(NETWORK, Sector.SCHOOL, sought, OFFERED).found]

    assert ids(Sought()) == [1, 2, 3]
    assert ids(Sought(everyone=True)) == [1, 2, 3, 4]
    assert ids(Sought(topic=Topic.BASICS)) == [2]
    assert ids(Sought(month=MARCH)) == [3]
    assert ids(Sought(online=True)) == [1, 3]
    assert ids(Sought(town="00000003")) == [2, 3]
    assert ids(Sought(town="99999999")) == []


def test_each_list_of_values_says_how_many_there_are() -> None:
    search = Search(NETWORK, Sector.SCHOOL, Sought(topic=Topic.TRAUMA), OFFERED)

    assert search.topics() == {Topic.TRAUMA: 2, Topic.BASICS: 1}
    assert search.months() == {FEBRUARY: 1, MARCH: 1}
    assert search.hosts() == {"a": 1, "b": 1}
    assert Search(NETWORK, Sector.SCHOOL, Sought(), OFFERED).elsewhere == 1


def test_who_is_in_charge_of_a_town_is_known_by_its_key() -> None:
    a, b = NETWORK.offices

    assert towns(NETWORK) == [
        (a.municipalities[0], a),
        (b.municipalities[0], b),
        (b.municipalities[1], b),
    ]
    assert in_charge(NETWORK, "00000003") == (b.municipalities[1], b)
    assert in_charge(NETWORK, "99999999") is None
