"""An entry of a long list is named by its label, or by a beginning that leaves no doubt."""

from __future__ import annotations

import pytest

from domain.vocabulary import Topic
from texts.catalogue import Texts
from texts.typed_choice import named


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
    assert named(Texts(), "topic", Topic, text) == topic


@pytest.mark.parametrize("language", ["de", "en"])
def test_each_label_names_its_own_topic(language: str) -> None:
    texts = Texts(language)

    assert all(named(texts, "topic", Topic, texts.label("topic", each)) == each for each in Topic)
