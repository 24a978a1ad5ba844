"""The added chapter on exchange between institutions: contacts by pair, topic, format, length."""

from __future__ import annotations

from collections.abc import Sequence

from domain.disclosure.values import Shown, missing, things
from domain.disclosure.view import View
from domain.exchange import (
    ContactFormat,
    ContactLength,
    Party,
    Series,
    institutions,
    pair,
    parties,
)
from domain.report.blocks import Rows, people_table, text
from domain.report.facts import Facts
from domain.report.structure import Block, Chapter, Chart, Figure, Label, Note, Section, Table


def exchange(facts: Facts, view: View) -> Chapter:
    """Return the chapter «Fachlicher Austausch»; contacts are protected like people."""
    counted = facts.counted(Series.PAIR)
    if not counted:
        return Chapter("exchange", (Section("exchange", (Note("report-no-contacts"),)),))
    topics = sorted(facts.counted(Series.TOPIC))
    whole = "contacts"
    blocks: tuple[Block, ...] = (
        Note("report-contacts"),
        Figure("K1", view(whole)),
        matrix(facts, view),
        silent(facts),
        people_table(
            "K4", view, "topic", "contact-topic", topics, whole, "topic", count="contacts"
        ),
        _of("K5", view, "contact-format", Series.FORMAT, facts, list(ContactFormat)),
        _of("K6", view, "contact-length", Series.LENGTH, facts, list(ContactLength)),
        months(view),
    )
    return Chapter("exchange", (Section("exchange", blocks),))


def _of(
    code: str, view: View, kind: str, series: Series, facts: Facts, slugs: Sequence[str]
) -> Table:
    known = facts.counted(series)
    there = [str(slug) for slug in slugs if slug in known]
    return people_table(code, view, kind, kind, there, "contacts", kind, count="contacts")


def months(view: View) -> Table:
    """K7: contacts by month."""
    made = people_table(
        "K7",
        view,
        "month",
        "contact-month",
        map(str, range(1, 13)),
        "contacts",
        "month",
        count="contacts",
    )
    return Table(made.code, made.columns, made.rows, made.total, Chart.COLUMN, people=True)


def matrix(facts: Facts, view: View) -> Table:
    """K2: contacts by pair of institutions, both of which had any; no sums of rows."""
    involved = {party for key in facts.counted(Series.PAIR) for party in parties(key)}
    there = [party for party in institutions(facts.network) if party in involved]
    there += sorted(involved - set(there))
    rows: Rows = tuple(
        (
            Label("party", one.key),
            *(_cell(view, there, row, column) for column in range(len(there))),
        )
        for row, one in enumerate(there)
    )
    columns = (text("col-institution"), *(Label("party", party.key) for party in there))
    return Table("K2", columns, rows, None, Chart.HEAT, people=True)


def _cell(view: View, there: Sequence[Party], row: int, column: int) -> Shown:
    """Show each pair once, below the diagonal and on it."""
    if column > row:
        return missing()
    name = f"pair/{pair(there[row], there[column])}"
    return view(name) if name in view else things(0)


def never_met(facts: Facts) -> list[tuple[Party, Party]]:
    """Return the pairs of institutions that noted no exchange in the year."""
    met = set(facts.counted(Series.PAIR))
    everyone = institutions(facts.network)
    return [
        (one, other)
        for index, one in enumerate(everyone)
        for other in everyone[index + 1 :]
        if pair(one, other) not in met
    ]


def silent(facts: Facts) -> Table:
    """K3: pairs with a youth office that never met, by the office."""
    missed: dict[Party, list[Party]] = {}
    for one, other in never_met(facts):
        if one.kind == "office":
            missed.setdefault(one, []).append(other)
    rows: Rows = tuple(
        (Label("party", one.key), Label("parties", " ".join(p.key for p in others)))
        for one, others in missed.items()
    )
    return Table("K3", (text("col-institution"), text("col-no-contact")), rows)


def without_exchange(facts: Facts) -> list[Party]:
    """Return the institutions that noted no exchange with anybody in the year, as K2 shows."""
    heard = {party for key in facts.counted(Series.PAIR) for party in parties(key)}
    return [party for party in institutions(facts.network) if party not in heard]
