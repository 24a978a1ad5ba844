"""The real catalogue: complete in both languages, and HTML that Telegram accepts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from domain import vocabulary
from domain.delivery import State
from domain.exchange import ContactFormat, ContactLength
from domain.feedback import QUESTIONS
from domain.ledger.correction import Reason
from domain.protocol_rows import Goal
from domain.vocabulary import COUNTY_WIDE, Procedure, Sector
from texts.catalogue import Texts, languages

GERMAN = Texts(strict=True)
KINDS = {
    "topic": vocabulary.Topic,
    "format": vocabulary.EventFormat,
    "format-group": vocabulary.FormatGroup,
    "mode": vocabulary.DeliveryMode,
    "sector": vocabulary.Sector,
    "role": vocabulary.Role,
    "event-status": vocabulary.EventStatus,
    "registration-status": vocabulary.RegistrationStatus,
    "reminder-stage": vocabulary.ReminderStage,
    "goal-status": vocabulary.GoalStatus,
    "delivery-state": State,
    "contact-format": ContactFormat,
    "contact-length": ContactLength,
    "feedback": QUESTIONS,
    "goal": Goal,
    "procedure": Procedure,
    "correction-reason": Reason,
}
TELEGRAM_TAGS = {"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"}


class Tags(HTMLParser):
    """Notes each tag, and which are still open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def sample(texts: Texts, text_id: str, value: str | int) -> str:
    return texts(text_id, **dict.fromkeys(texts.variables(text_id), value))


def test_there_are_texts_in_both_languages() -> None:
    assert languages() == ("de", "en")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", KINDS)
def test_every_slug_has_a_label(language: str, kind: str) -> None:
    texts = GERMAN.in_language(language)

    assert all(texts.label(kind, slug) for slug in KINDS[kind])
    assert texts.label("office", COUNTY_WIDE)


@pytest.mark.parametrize("kind", KINDS)
def test_labels_of_one_kind_differ(kind: str) -> None:
    labels = [GERMAN.label(kind, slug) for slug in KINDS[kind]]

    assert len(labels) == len(set(labels))


def test_labels_are_the_agreed_ones() -> None:
    assert GERMAN.label("topic", "risk-assessment") == "Gefährdungseinschätzung (§ 8a SGB VIII)"
    assert GERMAN.label("format", "specialist-day") == "Fachtag"
    assert GERMAN.label("sector", Sector.PUBLIC_ORDER) == "Ordnungs- und Rettungsdienste"
    assert GERMAN.label("registration-status", "offered") == "Nachrückangebot"


@pytest.mark.parametrize("language", languages())
def test_all_languages_say_the_same_things_with_the_same_values(language: str) -> None:
    texts = GERMAN.in_language(language)

    assert texts.ids() == GERMAN.ids()
    assert {each: texts.variables(each) for each in texts.ids()} == {
        each: GERMAN.variables(each) for each in GERMAN.ids()
    }


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("value", ["<b>&", 1, 1234])
def test_texts_are_html_that_telegram_accepts(language: str, value: str | int) -> None:
    texts = GERMAN.in_language(language)
    for text_id in sorted(texts.ids()):
        said = sample(texts, text_id, value)
        tags = Tags(said)

        assert said.strip() == said, text_id
        assert 1 <= len(said) <= 4096, text_id
        assert tags.seen <= TELEGRAM_TAGS, text_id
        assert not tags.open, text_id
        assert not re.search(r"&(?!(amp|lt|gt|quot);)", said), text_id


@pytest.mark.parametrize(
    "unwanted",
    [
        r"\w[*:_]in(nen)?\b|\wInnen\b",
        r"\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|[Ee]uch)\b",
    ],
    ids=["special gender characters", "informal address"],
)
def test_wording_has_nothing_unwanted(unwanted: str) -> None:
    found = {text_id for text_id in GERMAN.ids() if re.search(unwanted, sample(GERMAN, text_id, 2))}

    assert not found
