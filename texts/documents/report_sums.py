"""Why the sum of a rounded table is not that of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.disclosure.values import Unit
from texts.catalogue import Texts
from texts.documents.report_elements import Field
from texts.numbers import number


def differing(
    texts: Texts, rows: Sequence[Sequence[Field]], total: Sequence[Field] | None
) -> Iterator[str]:
    """Yield a remark for each column whose printed rows make another sum than is printed."""
    for column, whole in enumerate(total or ()):
        parts = [row[column].number for row in rows]
        told = [part for part in parts if part is not None]
        if whole.number is None or whole.unit is not Unit.PEOPLE or len(told) < len(parts):
            continue
        if (made := sum(told)) != whole.number:
            said = number(made, texts.language)
            yield texts.plain("report-sum-differs", rows=said, total=whole.text)
