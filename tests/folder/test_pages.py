"""All pages of the folder: drafts, norms with their state, and nothing named that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.folder.proofs import FOLDER, missing_files, missing_tests, pages, read, table_under

DRAFT = (
    "*Entwurf. Vor der Verwendung durch die Verantwortlichen und ihre Datenschutzbeauftragten zu "
    "prüfen.*"
)
STATE = re.compile(r"vor Verwendung prüfen|geprüft am 20\d\d-\d\d-\d\d")
LAWS = "DSGVO|DSG NRW|LPVG NRW|SGB VIII|Landeskinderschutzgesetz NRW|LKSchG NRW|KKG|StGB"
#: A norm as a text names it: the article, what stands between, and its law.
NORM = re.compile(
    rf"(Art\.|§)\s(\d+[a-z]?)(?:\s(?:Abs\.|Buchst\.|Nr\.)\s[0-9a-z]+)*\s({LAWS})".replace(
        " ", r"\s"
    )
)
MENTION = re.compile(r"(?:Art\.|§§?)\s\d+[a-z]?")
#: Drafts of agreements number their own paragraphs.
OWN_PARAGRAPHS = {"muster-art-26.md", "muster-art-28.md"}
#: Every file that the folder must have; others may be added.
DEMANDED = {
    "README.md", "verzeichnis.md", "datenfelder.md", "massnahmen.md", "schwellwertanalyse.md",
    "folgenabschaetzung.md", "loeschkonzept.md", "hinweise-art-13.md", "muster-art-26.md",
    "muster-art-28.md", "telegram.md", "vorfaelle.md", "personalrat.md", "checkliste.md",
    "einwilligung/README.md",
}  # fmt: skip

every = pytest.mark.parametrize(
    "page", pages(), ids=lambda page: page.relative_to(FOLDER).as_posix()
)


def named(text: str) -> set[str]:
    """Return the norms that a text names, each as `Art. 30 DSGVO`."""
    return {f"{sign} {number} {' '.join(law.split())}" for sign, number, law in NORM.findall(text)}


def loose(text: str) -> list[str]:
    """Return the articles and paragraphs that stand without their law."""
    whole = {match.start() for match in NORM.finditer(text)}
    return [each[0] for each in MENTION.finditer(text) if each.start() not in whole]


def test_the_folder_is_whole() -> None:
    there = {page.relative_to(FOLDER).as_posix() for page in pages()}
    listed = read(FOLDER / "README.md")

    assert there >= DEMANDED
    for name in DEMANDED - {"README.md"}:
        assert f"({name})" in listed, name


@every
def test_a_page_is_a_draft(page: Path) -> None:
    lines = read(page).splitlines()

    assert lines[0].startswith("# ")
    assert lines[2] == DRAFT


@every
def test_each_norm_says_whether_it_was_checked(page: Path) -> None:
    text = read(page)
    body, _, end = text.partition("\n## Normen\n")
    listed = {}
    if "\n|" in end:
        listed = {row[0]: row[2] for row in table_under(text, "## Normen")}

    assert named(body) <= set(listed)
    assert all(STATE.fullmatch(state) for state in listed.values())
    if page.name not in OWN_PARAGRAPHS:
        assert loose(body.split("\n", 1)[1]) == []


def test_a_norm_without_its_law_is_found() -> None:
    said = "Nach Art. 6 Abs. 1 Buchst. e DSGVO und § 72 Abs. 3 Nr. 2 LPVG NRW, aber auch Art. 9."

    assert named(said) == {"Art. 6 DSGVO", "§ 72 LPVG NRW"}
    assert loose(said) == ["Art. 9"]


@every
def test_what_a_page_names_is_there(page: Path) -> None:
    text = read(page)

    assert missing_tests(text) == []
    assert missing_files(page, text) == []


@every
def test_a_gap_says_who_fills_it_and_no_table_is_torn(page: Path) -> None:
    widths = set()
    for line in [*read(page).splitlines(), ""]:
        if line.startswith("|"):
            widths.add(line.count("|"))
        else:
            assert len(widths) <= 1, line
            widths = set()
    assert not re.search(r"(?<!_)_{1,5}(?!_)\s", read(page)), "a gap has six lines"
