"""Names of others that were shown in a chat leave it again: when, how, and what if they stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.channel import TELEGRAM
from domain.delivery import Kind, Letter
from domain.letters import NAMES, names_left, names_out
from domain.manage import names_gone_by
from domain.message import Message
from domain.splitting import split
from tests.domain.test_delivery import NOW, delivery
from tests.domain.years import event

GONE_BY = NOW + timedelta(hours=3)
WITH_NAMES = replace(delivery(), id=12, person_id=34, message=Message("Namen", gone_by=GONE_BY))
LATEST, LATE = timedelta(hours=47), timedelta(hours=1)


def test_names_are_taken_out_when_their_time_has_come() -> None:
    assert names_out(WITH_NAMES, "56") == Letter(
        key="names-out:12",
        kind=Kind.REMOVAL,
        due_at=GONE_BY,
        person_id=34,
        facts={NAMES: True},
        message=Message("", removes=("56",)),
        channel=TELEGRAM,
    )


def test_where_no_names_came_none_are_taken_out() -> None:
    assert names_out(WITH_NAMES, None) is None
    assert names_out(replace(WITH_NAMES, message=Message("Gruß")), "56") is None
    assert names_out(replace(WITH_NAMES, message=None), "56") is None


def test_who_keeps_names_in_the_chat_is_told_so() -> None:
    removal = replace(WITH_NAMES, facts={NAMES: True})

    assert names_left(removal, NOW) == Letter(
        key="names-left:12",
        kind=Kind.ALERT,
        due_at=NOW,
        person_id=34,
        facts={"about": "names-left"},
    )
    assert names_left(replace(WITH_NAMES, facts={NAMES: False}), NOW) is None
    assert names_left(replace(WITH_NAMES, facts={"card": True}), NOW) is None


def test_names_stay_to_the_end_of_what_they_are_for() -> None:
    of = event(1)
    ends = of.plan.ends_at
    soon, long_before = ends - timedelta(hours=46), ends - timedelta(hours=48)

    assert names_gone_by(of, soon) == ends
    assert names_gone_by(of, long_before) == long_before + LATEST
    assert names_gone_by(of, ends) == ends + LATE
    assert names_gone_by(None, NOW) == NOW + LATEST


def test_each_part_of_a_list_of_names_leaves_the_chat() -> None:
    whole = Message("x" * (2 * TELEGRAM.longest_text + 1), gone_by=GONE_BY)

    assert [each.gone_by for each in split(whole, TELEGRAM)] == [GONE_BY] * 3
