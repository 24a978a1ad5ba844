"""The handbooks say what is: their pictures, their buttons and their commands are there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from domain.channel import in_chat
from domain.person import Person
from domain.vocabulary import Role, Sector
from handlers.menu import commands
from tests.guides.jobs import JOBS
from tests.guides.steps import Job, Says, Taps

ROOT = Path(__file__).parents[2]
BOOKS = {
    book: (ROOT / f"docs/handbuch-{book}.md").read_text(encoding="utf-8")
    for book in ("koordination", "fachkraft")
}
WHOLE = "\n".join(BOOKS.values())
#: Who reads which handbook.
WHO = {"koordination": {"Kaarst"}, "fachkraft": {"Neuss", "Dormagen", "Polizei"}}
_PICTURE = re.compile(r'<img src="pictures/([a-z-]+)\.png" width="320" alt="([^"]+)">')
_BUTTON = re.compile(r"«([^»]+)»")
_COMMAND = re.compile(r"`/([a-z]+)`")


def sections(book: str) -> dict[str, str]:
    """Return what stands below each heading of a handbook."""
    parts = re.split(r"^## (.+)$", book, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


SECTIONS = {heading: text for book in BOOKS.values() for heading, text in sections(book).items()}


def said() -> list[re.Pattern[str]]:
    """Return what stands in one line of the German texts, ready to be looked for."""
    found = []
    for path in (ROOT / "texts" / "de").glob("*.ftl"):
        for line in re.findall(r"^[\w-]+ = (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE):
            fixed = re.split(r"\{[^}]*\}", line)
            if sum(len(part.strip()) for part in fixed) > 2:
                found.append(re.compile(".+".join(map(re.escape, fixed))))
    return found


def pressed(text: str) -> list[str]:
    """Return the buttons and commands of the line that tells how it is done."""
    told = text.partition("**So geht es:**")[2].partition("\n\n")[0]
    return [
        button or f"/{command}"
        for button, command in re.findall(f"{_BUTTON.pattern}|{_COMMAND.pattern}", told)
    ]


def played(job: Job) -> list[str]:
    """Return what the job's person presses and writes."""
    deeds = [step.what for step in job.steps]
    return [
        deed.label if isinstance(deed, Taps) else deed.text
        for deed in deeds
        if isinstance(deed, (Taps, Says))
    ]


def in_order(wanted: list[str], there: list[str]) -> bool:
    """Return whether all that is there as well comes in the same order."""
    rest = iter(there)
    return all(any(one == each for each in rest) for one in wanted if one in there)


def test_each_picture_is_there_and_shown_once() -> None:
    shown = [name for name, _ in _PICTURE.findall(WHOLE)]
    there = {path.stem for path in (ROOT / "docs" / "pictures").iterdir()}

    assert sorted(shown) == sorted(there)
    assert WHOLE.count("<img ") == len(shown)


def test_the_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in (ROOT / "docs" / "pictures").iterdir()}

    assert sum(sizes.values()) < 1_500_000
    assert {name: size for name, size in sizes.items() if size > 120_000} == {}


def test_each_job_has_its_heading_and_its_pictures() -> None:
    assert sorted(SECTIONS) == sorted(job.heading for job in JOBS)
    for job in JOBS:
        assert [name for name, _ in _PICTURE.findall(SECTIONS[job.heading])] == job.shots, job
    for book, text in BOOKS.items():
        assert {job.who for job in JOBS if job.heading in sections(text)} <= WHO[book]


@pytest.mark.parametrize("book", BOOKS)
def test_the_contents_lead_to_the_headings_in_their_order(book: str) -> None:
    listed = re.findall(r"^- \[(.+)\]\(#(.+)\)$", BOOKS[book], re.MULTILINE)
    links = {heading: heading.lower().replace(",", "").replace(" ", "-") for heading, _ in listed}

    assert dict(listed) == links
    assert [heading for heading, _ in listed] == list(sections(BOOKS[book]))


def test_each_button_is_called_so() -> None:
    patterns = said()
    unknown = [
        button
        for button in _BUTTON.findall(WHOLE)
        if not any(pattern.fullmatch(button) for pattern in patterns)
    ]

    assert unknown == []
    assert not any(pattern.fullmatch("Knopf, den es nie gab") for pattern in patterns)


def test_what_is_told_is_what_is_played_in_this_order() -> None:
    told = {job.heading: pressed(SECTIONS[job.heading]) for job in JOBS}
    wrong = {job.heading for job in JOBS if not in_order(told[job.heading], played(job))}

    assert wrong == set()
    assert not in_order(["«b»", "«a»"], ["«a»", "«b»"])


@pytest.mark.parametrize(
    ("role", "books"),
    [(Role.SPECIALIST, ("fachkraft",)), (Role.COORDINATOR, ("koordination", "fachkraft"))],
)
def test_each_command_is_explained_and_none_is_made_up(role: Role, books: tuple[str, ...]) -> None:
    day = date(2027, 3, 12)
    person = Person(1, in_chat(1), role, "a", Sector.YOUTH_OFFICE, "de", None, 1, day, day)
    known = set(commands(person))
    named = {name for book in books for name in _COMMAND.findall(BOOKS[book])}

    assert known - named == set()
    assert named - known == set()


def test_a_heading_is_one_screen() -> None:
    """A phone shows some 500 signs beside a picture; sentences are short as in the chat."""
    for heading, text in SECTIONS.items():
        words = _PICTURE.sub("", text)
        sentences = re.split(r"[.:→]\s", words.replace("\n", " "))

        assert len(words) < 560, heading
        assert max(len(sentence.split()) for sentence in sentences) <= 15, heading
