"""Files of made-up networks, as their bots would write them, and what stands in a comparison."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.disclosure.cells import Mode
from domain.network import Network
from domain.report.order import Order
from domain.report.structure import Report
from domain.report_compare import Comparison, PrintedReport, compare
from domain.vocabulary import EventFormat, Topic
from tests.report.making import build
from tests.report.small_years import year_of
from tests.story_years import AS_OF, ToldYear
from texts.catalogue import Texts
from texts.documents.report_csv import table_csv
from texts.documents.report_csv_read import read_back
from texts.documents.report_pages import Wishes, compose

TEXTS = Texts(strict=True)


@dataclass(frozen=True)
class Handed:
    """A network's year, its report, and the file of it."""

    year: ToldYear
    report: Report
    file: bytes


def made_up(network: Network, number: int) -> Network:
    """Return a network like another one."""
    return replace(network, slug=f"netz-{number}", county=f"Kreis {number}")


def handed(
    network: Network,
    drawn: dict[str, Any],
    mode: Mode = Mode.SUPPRESS,
    language: str = "de",
    wishes: Wishes | None = None,
) -> Handed:
    """Return what a network hands out of a small year."""
    year = year_of(network, drawn)
    report, _ = build(network, year.material, Order(AS_OF, mode))
    texts = TEXTS.in_language(language)
    pages = compose(texts, network, report, wishes or Wishes(charts=False))
    return Handed(year, report, table_csv(texts, pages))


def course(came: dict[tuple[int, str], int], **facts: Any) -> dict[str, Any]:
    """Return a training as `small_years` draws one."""
    nobody = dict.fromkeys(("absent", "late", "early", "waited", "promoted"), 0)
    known = {"format": EventFormat.SEMINAR, "topic": Topic.BASICS, "units": 4, "month": 5}
    return {**known, "seats": 40, **nobody, "came": came, **facts}


def small(number: int) -> dict[str, Any]:
    """Return a year, another one for each network, with a few people somewhere."""
    few, seat = 1 + number % 4, {"absent": 1 + number % 3, "waited": number % 5}
    courses = [
        course({(0, "school"): 12 + number, (1, "police"): few}, **seat),
        course({(2, "health"): 7 + number % 3, (1, "school"): 9}, month=9, topic=Topic.SCHOOL),
    ]
    return {"courses": courses, "needs": [], "advice": []}


def large(number: int) -> dict[str, Any]:
    """Return a year of which rates are shown, with feedback."""
    courses = [
        course({(0, "school"): 14 + number + n, (1, "health"): 8}, waited=8, promoted=6, late=5,
               month=1 + n)
        for n in range(11)
    ]  # fmt: skip
    return {"courses": courses, "needs": [], "advice": [], "forms": [(4,) * 5, (5,) * 5] * 8}


def compared(files: Sequence[bytes]) -> Comparison:
    """Return the comparison of files."""
    found = compare([printed(file) for file in files])
    assert isinstance(found, Comparison), found
    return found


def printed(file: bytes) -> PrintedReport:
    """Return what is read of a file."""
    found = read_back(file)
    assert isinstance(found, PrintedReport), found
    return found


def rows(file: bytes) -> list[dict[str, str]]:
    """Return the lines of a file."""
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig")), delimiter=";"))
