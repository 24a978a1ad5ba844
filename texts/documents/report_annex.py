"""What the annex explains: how each figure is worked out, and what the words mean."""

from __future__ import annotations

from texts.catalogue import Texts
from texts.documents.report_elements import Grid, pairs

#: The figures and tables that are worked out from others, or whose count is not obvious.
FORMULAS = (
    *("A1", "A3", "A4", "A5", "A6", "N1", "B2", "B4", "K1", "C7", "C8", "C9", "C10", "C11"),
    *("C12", "C13", "C14", "C15", "C16", "C17", "D1", "D5", "D2", "D3", "D4", "E1", "E2", "E4"),
    *("E6", "F1L", "G1"),
)
TERMS = (
    *("withdrawal", "exchange-contact", "exchange-date", "isef", "advice", "case-workshop"),
    *("provider", "secrecy", "sector", "hybrid", "quota", "coordination", "law", "median"),
    *("moving-up", "block-seats", "sgb", "attendance", "attendance-unit", "unit", "lead-time"),
)
#: The codes of the two tables.
OF_FORMULAS, OF_TERMS = "X6", "X7"


def formulas(texts: Texts) -> Grid:
    """Return each figure and how it is worked out, in the order of the chapters."""
    rows = ((_name(texts, code), texts.plain(f"report-formula-{code}")) for code in FORMULAS)
    return pairs(texts, OF_FORMULAS, ("figure", "formula"), rows)


def _name(texts: Texts, code: str) -> str:
    figure = f"report-fig-{code}"
    return texts.plain(figure if texts.has(figure) else f"report-table-{code}")


def terms(texts: Texts) -> Grid:
    """Return each term and what it means, by the alphabet of the language."""
    found = [(texts.plain(f"report-term-{t}"), texts.plain(f"report-meaning-{t}")) for t in TERMS]
    rows = sorted(found, key=lambda each: each[0].casefold())
    return pairs(texts, OF_TERMS, ("term", "meaning"), rows)
