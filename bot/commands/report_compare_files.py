"""Shows and writes a comparison of reports: for the screen, and as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from domain.report_compare import Comparison
from texts.catalogue import Texts
from texts.documents.report_compare import compare_csv, compose, screen
from texts.documents.report_html import html
from texts.documents.report_pdf import pdf
from texts.documents.report_xlsx import xlsx
from texts.documents.whole import write_whole


def shown(comparison: Comparison, language: str) -> str:
    """Return the comparison for a screen."""
    texts = Texts().in_language(language)
    return screen(compose(texts, comparison))


def written(
    comparison: Comparison, language: str, folder: Path, forms: Iterable[str]
) -> list[Path]:
    """Write the comparison in some forms; return the paths. Raises OSError."""
    texts = Texts().in_language(language)
    pages = compose(texts, comparison)
    makers: dict[str, Callable[[], bytes]] = {
        "pdf": lambda: pdf(texts, pages),
        "html": lambda: html(texts, pages).encode(),
        "xlsx": lambda: xlsx(texts, pages),
        "csv": lambda: compare_csv(texts, comparison),
    }
    folder.mkdir(0o700, parents=True, exist_ok=True)
    name = "-".join((texts.plain("compare-file"), *map(str, comparison.years)))
    return [write_whole(folder / f"{name}.{form}", makers[form]()) for form in forms]
