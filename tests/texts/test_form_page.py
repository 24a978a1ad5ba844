"""A form as a page: each question has its field, what comes back is what the chat would take."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from domain.network import Network
from talk.form import Setting
from talk.plan import PLAN
from texts.catalogue import Texts, languages
from texts.faces import Page
from texts.form_page import form_page
from texts.plan import FACE
from texts.posted import Posted, read_posted
from texts.typed_answers import typed

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
TEXTS = Texts()
FILLED: Posted = {
    "title": ['Gespräche <führen> & "verstehen"'],
    "topic": ["neglect"],
    "format": ["seminar"],
    "mode": ["in-person"],
    "place": ["Rathaus"],
    "link": [""],
    "day": ["12.3.27 9-12:30"],
    "start": [""],
    "end": [""],
    "seats": ["dreißig Plätze"],
    "deadline": ["10.3.27 12 Uhr"],
    "units": [""],
    "sectors": ["school", "police"],
    "reminders": ["one-week", "one-day"],
    "description": ["Erste Zeile.\r\nZweite  Zeile."],
    "speakers": ["Fachstelle <Kinderschutz>"],
    "cost": ["kostenfrei"],
    "contact": ["neuss-contact"],
    "minimum": ["8"],
    "approval": ["yes"],
    "hosts": ["rkn-neuss"],
    "preview": ["publish"],
}
ANSWERS = {
    "title": 'Gespräche <führen> & "verstehen"',
    "topic": "neglect",
    "format": "seminar",
    "mode": "in-person",
    "place": "Rathaus",
    "day": "20270312",
    "start": "-0900",
    "end": "--1230",
    "sessions": [],
    "seats": 30,
    "deadline": "2027-03-10T11:00:00+00:00",
    "units": 4,
    "sectors": ["school", "police"],
    "reminders": ["one-week", "one-day"],
    "accessibility": [],
    "description": "Erste Zeile.\nZweite Zeile.",
    "speakers": "Fachstelle <Kinderschutz>",
    "cost": "kostenfrei",
    "contact": "neuss-contact",
    "minimum": 8,
    "approval": "yes",
    "hosts": ["rkn-neuss"],
    "preview": "publish",
}


@pytest.fixture
def at(network: Network) -> Setting:
    return Setting(None, network, NOW, {})


@dataclass
class Seen(HTMLParser):
    """What stands on a page: its fields, what names them, and all of its words."""

    fields: dict[str, list[dict[str, str | None]]] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    legends: int = 0
    ids: list[str] = field(default_factory=list)
    described: set[str] = field(default_factory=set)
    words: str = ""

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "textarea":
            given["type"] = "text"
        if tag in {"input", "button", "textarea"}:
            self.fields.setdefault(str(given["name"]), []).append(given)
        if tag == "label" and given.get("for"):
            self.labels.add(str(given["for"]))
        self.legends += tag == "legend"
        if given.get("id"):
            self.ids.append(str(given["id"]))
        self.described |= set((given.get("aria-describedby") or "").split())

    def handle_data(self, data: str) -> None:
        self.words += data


def seen(page: str) -> Seen:
    found = Seen()
    found.feed(page)
    return found


@pytest.mark.parametrize("language", languages())
def test_every_question_has_its_field_and_every_field_its_name(at: Setting, language: str) -> None:
    page = seen(form_page(Texts(language), FACE, at))
    written = {name for name, of in page.fields.items() if of[0].get("type") == "text"}
    chosen = {
        name for name, of in page.fields.items() if of[0].get("type") in {"radio", "checkbox"}
    }

    assert {each.name for each in PLAN.questions} == set(page.fields)
    assert written <= page.labels
    assert len(chosen) == page.legends
    assert len(page.ids) == len(set(page.ids))
    assert page.described <= set(page.ids)


def test_what_comes_back_is_what_the_chat_takes(at: Setting) -> None:
    sent = read_posted(TEXTS, FACE, at, FILLED)

    assert sent.errors == {}
    assert sent.at.answers == ANSWERS


def test_what_is_left_empty_is_as_usual_or_missing(at: Setting) -> None:
    needed = {name: FILLED[name] for name in ("title", "topic", "format", "mode", "day")}
    sent = read_posted(TEXTS, FACE, at, needed)

    assert sent.errors == {}
    assert sent.at.answers["place"] is None
    assert sent.at.answers["seats"] == at.network.defaults.capacity
    assert sent.at.answers["deadline"] == "2027-02-26T22:59:00+00:00"

    nothing = read_posted(TEXTS, FACE, at, {"title": [" "]})
    missing = ["title", "topic", "format", "day"]

    assert list(nothing.errors) == missing
    assert set(nothing.errors.values()) == {"Bitte füllen Sie dieses Feld aus."}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("title", "Ab"),
        ("place", "x" * 200),
        ("day", "31.2.27 9-12"),
        ("day", "8.2.27 9-12"),
        ("day", "9-12"),
        ("day", "12.3.27 12-9"),
        ("seats", "0"),
        ("seats", "zwölf <12>"),
        ("seats", "4,5"),
        ("units", "401"),
        ("deadline", "13.3.27"),
        ("deadline", "1.2.27"),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_the_chat(at: Setting, name: str, text: str) -> None:
    sent = read_posted(TEXTS, FACE, at, {**FILLED, name: [text]})
    before = at.saying({n: said for n, said in ANSWERS.items() if n != name})
    question = next(each for each in PLAN.questions if each.name == name)
    setting = PLAN.until(question, before.answers) if name == "day" else before.answers
    page = Page(TEXTS, FACE, question, at.saying(setting), 1)
    said = typed(page, text)
    in_chat = said if isinstance(said, str) else FACE.refused(page, getattr(said, "text_id", ""))

    assert sent.errors == {name: in_chat}

    shown = form_page(TEXTS, FACE, at, sent)
    there = seen(shown)
    (entered,) = there.fields[name]

    assert in_chat.replace("\n", "<br>") in shown
    assert (entered["value"], entered["aria-invalid"]) == (text, "true")
    assert "Eine Angabe fehlt oder ist falsch." in there.words
    for other in ("title", "place", "seats", "deadline"):
        if other != name:
            assert there.fields[other][0]["value"] == FILLED[other][0]
    checked = {f["value"] for each in there.fields.values() for f in each if "checked" in f}
    assert checked == {
        *("neglect", "seminar", "in-person", "school", "police", "one-week", "one-day"),
        *("neuss-contact", "yes", "rkn-neuss"),
    }


def test_what_nobody_would_take_for_an_answer_is_said_to_be_none(at: Setting) -> None:
    for name, text in (("seats", "viele"), ("day", "demnächst"), ("deadline", "bald")):
        sent = read_posted(TEXTS, FACE, at, {**FILLED, name: [text]})

        assert sent.errors == {name: "Diese Angabe lässt sich nicht lesen."}


def test_what_hangs_on_a_wrong_date_is_not_called_wrong_too(at: Setting) -> None:
    parts = {"day": ["31.2.27"], "start": ["9:15"], "end": [""]}
    sent = read_posted(TEXTS, FACE, at, {**FILLED, **parts})

    assert list(sent.errors) == ["day"]


def test_what_may_mean_several_is_asked_back_and_can_be_sent_as_it_was_shown(at: Setting) -> None:
    sent = read_posted(TEXTS, FACE, at, {**FILLED, "day": ["nächsten Freitag 9-12:30"]})
    asked, *meant = sent.errors["day"].split("\n")

    assert "passt auf mehrere Termine" in asked
    assert meant[1] == "Fr., 19.02.2027, 09:00–12:30 Uhr"

    again = read_posted(TEXTS, FACE, at, {**FILLED, "day": [meant[1]], "deadline": ["15.2.27"]})

    assert again.errors == {}
    assert again.at.answers["day"] == "20270219"


def test_what_a_page_does_not_offer_is_refused_and_nothing_acts(at: Setting) -> None:
    forged: Posted = {
        **FILLED,
        "topic": ["<script>"],
        "sectors": ["nobody"],
        "title": ['"><script>alert(1)</script>'],
    }
    sent = read_posted(TEXTS, FACE, at, forged)

    assert set(sent.errors) == {"topic", "sectors"}
    assert set(sent.errors.values()) == {"Diese Auswahl ist nicht mehr aktuell."}
    assert "<script" not in form_page(TEXTS, FACE, at, sent)


def test_an_answer_that_does_not_apply_is_left_aside(at: Setting) -> None:
    online: Posted = {**FILLED, "mode": ["online"], "link": ["konferenz.example/raum"]}
    sent = read_posted(TEXTS, FACE, at, online)

    assert "place" not in sent.at.answers
    assert sent.at.answers["link"] == "https://konferenz.example/raum"
