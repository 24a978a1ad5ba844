"""How the institution of a person is called, and whether a list could say one name twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from domain.network import Network
from domain.typed import one_line
from domain.vocabulary import COUNTY_WIDE, Sector
from talk.form import Question, Setting
from talk.headcount import Headcount
from talk.institutions import OFFICE, SECTOR, places
from texts.catalogue import Texts
from texts.faces import Face

#: So much of a label is seen on a phone's button.
SEEN = 40

Named = list[tuple[str, str]]


def institution(texts: Texts, network: Network, office: str, sector: Sector) -> str:
    """Return the plain name of an institution; KeyError if the network has no such office."""
    whole = texts.label("office", COUNTY_WIDE)
    return network.institution_label(office, sector, texts.label("sector", sector), whole)


def district(texts: Texts, network: Network, slug: str) -> str:
    """Return how a district is called where one's own is asked for."""
    whole = slug == COUNTY_WIDE
    return texts.plain("join-county-wide") if whole else network.office(slug).short_label


def district_or_slug(texts: Texts, network: Network, slug: str) -> str:
    """Return how a district is called in a list; one no longer known by its slug."""
    office = network.find_office(slug)
    if slug == COUNTY_WIDE:
        return texts.label("office", slug)
    return office.short_label if office else slug


class OfInstitutions(Face):
    """How a form reads that asks for an institution."""

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        if isinstance(question, Headcount):
            return institution(texts, at.network, value[0], Sector(value[1]))
        if question.name == OFFICE.name:
            return district_or_slug(texts, at.network, value)
        if question.name == SECTOR.name:
            return institution(texts, at.network, at.answers["office"], Sector(value))
        return Face.label(self, texts, at, question, value)


@dataclass(frozen=True, slots=True)
class Twins:
    """Two entries of one list that people could not tell apart, and how both are called."""

    one: str
    other: str
    label: str


def twins(texts: Texts, network: Network) -> Twins | None:
    """Return two entries that would stand in one list under one name, None if there are none."""
    for named, seen in (
        (_districts(texts, network), SEEN),
        (_offices(texts, network), SEEN),
        (_institutions(texts, network), None),
    ):
        known: dict[str, str] = {}
        for entry, label in named:
            shown = one_line(label).casefold()[:seen]
            if (one := known.setdefault(shown, entry)) != entry:
                return Twins(one, entry, label)
    return None


def _sectors(texts: Texts, network: Network) -> Named:
    """Return the partner sectors; a youth office is asked for by its own name."""
    partners = [each for each in network.sectors if each is not Sector.YOUTH_OFFICE]
    return [(f"sector {each}", texts.label("sector", each)) for each in partners]


def _districts(texts: Texts, network: Network) -> Named:
    """Return what stands where a district is asked for, or a partner of an exchange."""
    offices = [
        (f"offices[{n}].short_label", each.short_label) for n, each in enumerate(network.offices, 1)
    ]
    whole = texts.label("office", COUNTY_WIDE), texts.plain("join-county-wide")
    return [*offices, *(("the whole county", each) for each in whole), *_sectors(texts, network)]


def _offices(texts: Texts, network: Network) -> Named:
    """Return what stands where a youth office or a partner's sector is asked for."""
    offices = [(f"offices[{n}].label", each.label) for n, each in enumerate(network.offices, 1)]
    elsewhere = ("another institution", texts.plain("access-elsewhere"))
    return [*offices, elsewhere, *_sectors(texts, network)]


def _institutions(texts: Texts, network: Network) -> Named:
    """Return what stands in lists of institutions."""
    return list(_each_institution(texts, network))


def _each_institution(texts: Texts, network: Network) -> Iterator[tuple[str, str]]:
    entries = {each.slug: f"offices[{n}]" for n, each in enumerate(network.offices, 1)}
    partners = {each.sector: f"partners[{n}].label" for n, each in enumerate(network.partners, 1)}
    for sector in network.sectors:
        for office, entry in entries.items():
            named = f"{entry}.label" if sector is Sector.YOUTH_OFFICE else f"{entry} ({sector})"
            yield named, institution(texts, network, office, sector)
        if network.has_institution(COUNTY_WIDE, sector):
            whole = partners.get(sector, f"the whole county ({sector})")
            yield whole, institution(texts, network, COUNTY_WIDE, sector)


def in_order(network: Network, found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return institutions in the order of all lists; what the network no longer has comes last."""
    rank = {place: at for at, place in enumerate(places(network))}
    return sorted(found, key=lambda place: (rank.get(place, len(rank)), place))
