"""An entry of a long list is named by its label, or by a beginning that leaves no doubt."""

from __future__ import annotations

import pytest

from domain.vocabulary import Topic
from texts.catalogue import Texts
from texts.typed_choice import named


def topics(language: str) -> dict[str, str]:
    return {topic: Texts(language).label("topic", topic) for topic in Topic}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Traumatisierung und ihre Folgen", Topic.TRAUMA),
        ("  traumatisierung. ", Topic.TRAUMA),
        ("Gefährdungseinschätzung", Topic.RISK_ASSESSMENT),
        ("Trauma", Topic.TRAUMA),
        ("Gewalt", None),  # stands in several
        ("Kinderschutz in", None),
        ("Tra", None),
        ("Das Kind ist in Gefahr", None),
        ("", None),
    ],
)
def test_a_topic_by_its_name(text: str, topic: Topic | None) -> None:
    assert named(topics("de"), text) == topic


@pytest.mark.parametrize("language", ["de", "en"])
def test_each_label_names_its_own_topic(language: str) -> None:
    labels = topics(language)

    assert all(named(labels, label) == topic for topic, label in labels.items())
