"""The added chapter on exchange between institutions: contacts by pair, topic, format, length."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from domain.disclosure.values import missing, things
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
from domain.network import Network
from domain.report.blocks import Rows, by_shown, people_table, text
from domain.report.facts import Facts
from domain.report.structure import (
    Block,
    Chapter,
    Chart,
    Figure,
    Item,
    Label,
    Note,
    Section,
    Table,
)
from domain.vocabulary import Sector, Topic

_OTHERS = Party("sector", Sector.OTHER.value)


def exchange(facts: Facts, view: View) -> Chapter:
    """Return the chapter «Fachlicher Austausch»; contacts are protected like people."""
    counted = facts.counted(Series.PAIR)
    if not counted:
        return Chapter("exchange", (Section("exchange", (Note("report-no-contacts"),)),))
    topics = by_shown(view, "contact-topic", facts.counted(Series.TOPIC), Topic)
    formats = by_shown(view, "contact-format", facts.counted(Series.FORMAT), ContactFormat)
    whole = "contacts"
    blocks: tuple[Block, ...] = (
        Note("report-contacts"),
        Figure("K1", view(whole)),
        matrix(facts, view),
        Note("report-matrix-self"),
        silent(facts),
        Note("report-silent"),
        people_table(
            "K4", view, "topic", "contact-topic", topics, whole, "topic", count="contacts"
        ),
        _of("K5", view, "contact-format", Series.FORMAT, facts, formats),
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
    return Table(made.code, made.columns, made.rows, made.total, Chart.COLUMN)


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
    return Table("K2", columns, rows, None, Chart.HEAT)


def _cell(view: View, there: Sequence[Party], row: int, column: int) -> Item:
    """Show each pair once, below the diagonal and on it; an office cannot meet itself."""
    if column > row:
        return missing()
    name = f"pair/{pair(there[row], there[column])}"
    if name in view:
        return view(name)
    return text("impossible") if row == column and there[row].kind == "office" else things(0)


def never_met(facts: Facts) -> list[tuple[Party, Party]]:
    """Return the pairs of institutions that noted no exchange in the year, each once.

    «Others» are whoever fits nowhere else: that nobody spoke with them is nothing to find.
    """
    met = set(facts.counted(Series.PAIR))
    everyone = named(facts.network)
    return [both for both in combinations(everyone, 2) if pair(*both) not in met]


def named(network: Network) -> list[Party]:
    """Return the institutions of which it says something that they noted no exchange."""
    return [party for party in institutions(network) if party != _OTHERS]


def silent(facts: Facts) -> Table:
    """K3: pairs that noted no exchange, each under the institution that stands first in K2."""
    missed: dict[Party, list[Party]] = {}
    for one, other in never_met(facts):
        missed.setdefault(one, []).append(other)
    rows: Rows = tuple(
        (Label("party", one.key), Label("parties", " ".join(p.key for p in others)))
        for one, others in missed.items()
    )
    return Table("K3", (text("col-institution"), text("col-no-contact")), rows)


def without_exchange(facts: Facts) -> list[Party]:
    """Return the institutions that noted no exchange with anybody in the year, as K2 shows."""
    heard = {party for key in facts.counted(Series.PAIR) for party in parties(key)}
    return [party for party in named(facts.network) if party not in heard]
