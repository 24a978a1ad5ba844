"""The closed lists: their slugs stand in people's data, so they never change."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from domain import vocabulary
from domain.vocabulary import EventFormat, FormatGroup, Sector, Topic

LISTS = [
    value
    for value in vars(vocabulary).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]


@pytest.mark.parametrize("closed_list", LISTS, ids=lambda each: each.__name__)
def test_slugs_are_kebab_case_and_fit_into_a_button(closed_list: type[StrEnum]) -> None:
    for slug in closed_list:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", slug)
        assert len(slug) <= 24
        assert slug.name == slug.value.replace("-", "_").upper()


def test_the_lists_are_complete() -> None:
    sizes = {each.__name__: len(each) for each in LISTS}

    assert sizes == {
        "Topic": 32,
        "FormatGroup": 3,
        "EventFormat": 15,
        "DeliveryMode": 4,
        "Sector": 12,
        "Role": 4,
        "EventStatus": 6,
        "RegistrationStatus": 7,
        "ReminderStage": 7,
        "Procedure": 8,
        "GoalStatus": 4,
        "Announced": 3,
    }


def test_formats_count_where_they_belong() -> None:
    groups = {
        group: {each.value for each in EventFormat if each.group is group} for group in FormatGroup
    }

    assert groups[FormatGroup.EXCHANGE] == {
        "network-meeting",
        "coordination-conference",
        "steering-group",
        "working-group",
        "quality-dialogue",
        "round-table",
    }
    assert groups[FormatGroup.INFORMATION] == {"info-session", "other"}
    assert len(groups[FormatGroup.TRAINING]) == 7


def test_topics_and_sectors_share_slugs_so_labels_need_their_kind() -> None:
    assert {*Topic} & {*Sector} == {"daycare", "school", "other"}
