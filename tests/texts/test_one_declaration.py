"""A form is data: a question added to its declaration is asked, imported, shown and on the page."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from domain.network import Network
from talk.form import DONE, Form, Question, Review, Setting
from talk.plan import PLAN
from texts.catalogue import Texts
from texts.documents.programme_cells import read_row
from texts.documents.programme_file import columns, heading, read_programme
from texts.documents.programme_template import workbook
from texts.faces import Page
from texts.form_page import form_page
from texts.forms import card
from texts.plan import Planning
from texts.posted import read_posted

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
TEXTS = Texts()


class Small(Planning):
    """The words of planning, for a form that asks less."""

    def head(self, _page: Page) -> str:
        return ""

    def button(self, texts: Texts, at: Setting, question: Question, value: str) -> str:
        return "Fertig" if value == DONE else Planning.button(self, texts, at, question, value)


def of(name: str) -> Question:
    return next(each for each in PLAN.questions if each.name == name)


SMALL = Form("plan", (of("title"), of("mode"), Review("preview", lines=True)))
SAID = {"title": "Ein Titel", "mode": "in-person"}
#: A question of each kind that may be added, a cell that answers it, and one that does not.
ADDED = [
    ("topic", "Grundlagen des Kinderschutzes", "?"),
    ("place", "Rathaus", "x"),
    ("seats", "30", "viele"),
    ("units", "4", "401"),
    ("sectors", "Polizei", "?"),
    ("reminders", "am Vortag", "?"),
    ("accessibility", "Höranlage", "?"),
    ("description", "Worum es geht", "x" * 701),
    ("speakers", "Fachstelle", "Az.: 12 aus Neuss"),
    ("cost", "kostenfrei", "x" * 101),
    ("contact", "Koordinierungsstelle Kinderschutz, Kaarst", "?"),
    ("minimum", "8", "viele"),
    ("approval", "Nötig", "?"),
    ("hosts", "Jugendamt der Stadt Neuss", "?"),
]


def larger(name: str) -> Form:
    first, second, review = SMALL.questions
    return replace(SMALL, questions=(first, second, of(name), review))


@pytest.fixture
def at(network: Network) -> Setting:
    return Setting(None, network, NOW, SAID)


def shown(form: Form, at: Setting, question: Question) -> tuple[str, list[str]]:
    message = card(Page(TEXTS, Small(form), question, at, 7))
    return message.text, [button.label for row in message.buttons for button in row]


@pytest.mark.parametrize(("name", "cell", "wrong"), ADDED)
def test_an_added_question_is_asked_and_has_a_line_of_the_preview(
    at: Setting, name: str, cell: str, wrong: str
) -> None:
    form, label = larger(name), TEXTS.plain(f"plan-name-{name}")
    before = shown(SMALL, at, SMALL.questions[-1])
    after = shown(form, at, form.questions[-1])

    following = form.questions[-1] if of(name).unasked else of(name)

    assert SMALL.after(of("mode"), at) == SMALL.questions[-1]
    assert form.after(of("mode"), at) == following
    asked = Planning(form).ask(Page(TEXTS, Small(form), of(name), at, 7))

    assert asked.split("\n")[0] in shown(form, at, of(name))[0]
    assert label not in before[1]
    assert label in after[1]
    assert form.change(form.questions[-1], name, at) is not None


def test_a_question_that_is_left_at_its_default_has_its_line_all_the_same(at: Setting) -> None:
    left = {each.name for each in PLAN.questions if each.unasked}
    questions, form = PLAN.questions, PLAN
    dated = {"title": "T", "topic": "basics", "format": "seminar", "place": None}
    said = at.saying({**dated, "day": "20270312", "start": "-0900", "end": "--1230"})
    review = form.questions[-1]
    asked, at_first = [], at.saying({"mode": "in-person"})
    question = form.first(at.saying({}))
    while question is not None:
        asked.append(question.name)
        question = form.after(question, at_first)

    assert asked == ["title", "topic", "format", "place", "day", "start", "end", "preview"]
    assert form.after(next(e for e in questions if e.name == "end"), said) == review

    text, labels = shown(form, said, review)

    for line in ("Durchführung: Präsenz", "Plätze: 20 Plätze", "UE: 4", "Für: alle"):
        assert line in text
    assert "Anmeldeschluss: Fr., 26.02.2027, 23:59 Uhr" in text
    assert {"mode", "seats", "deadline", "units", "sectors", "description"} <= left
    assert {TEXTS.plain(f"plan-name-{name}") for name in left} <= set(labels)
    assert "Schritt 2 von 6" in card(Page(TEXTS, Planning(form), form.questions[1], said, 7)).text


@pytest.mark.parametrize(("name", "cell", "wrong"), ADDED)
def test_an_added_question_is_a_column_of_the_file_with_its_error_line(
    at: Setting, name: str, cell: str, wrong: str
) -> None:
    form = larger(name)

    assert columns(form) == [*columns(SMALL), name]

    book = load_workbook(io.BytesIO(workbook(form)))
    sheet = book.worksheets[0]
    headings = [each.value for each in sheet[1]]

    assert headings == [heading(each) for each in columns(form)]
    assert heading(name) in [each.value for each in book.worksheets[1]["A"]]

    for row, text in ((3, cell), (4, wrong)):
        for place, value in enumerate(("Ein Titel", "Präsenz", text), 1):
            sheet.cell(row, place, value)
    target = io.BytesIO()
    book.save(target)
    programme = read_programme(target.getvalue(), "programm.xlsx", form)
    asked = at.saying({})
    (right, fine), (_, problems) = [read_row(Small(form), row, asked) for row in programme.rows]

    assert (programme.faults, fine) == ((), [])
    assert name in right.answers
    assert [(each.column, each.place) for each in problems] == [(heading(name), "C4")]


@pytest.mark.parametrize(("name", "cell", "wrong"), ADDED)
def test_an_added_question_is_a_field_of_the_page(
    at: Setting, name: str, cell: str, wrong: str
) -> None:
    form, asked = larger(name), at.saying({})
    small, large = (form_page(TEXTS, Small(each), asked) for each in (SMALL, form))
    given = {"title": ["Ein Titel"], "mode": ["in-person"]}
    sent = read_posted(TEXTS, Small(form), asked, {**given, name: ["<wrong>\n"]})

    assert f'name="{name}"' not in small
    assert f'name="{name}"' in large
    assert sent.errors.keys() <= {name}
    assert set(sent.at.answers) - {name} == {"title", "mode"}
