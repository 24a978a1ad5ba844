"""What a network must be, and what it knows of its places: each demand and both sides of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from domain.contacts import ContactPoint
from domain.network import (
    LONGEST_BEFORE,
    LONGEST_KEPT,
    MOST_MUNICIPALITIES,
    MOST_OFFICES,
    Body,
    Defaults,
    Municipality,
    Network,
    Office,
    Partner,
    ReminderRule,
    ReportRules,
    Retention,
    Thresholds,
)
from domain.vocabulary import COUNTY_WIDE, ReminderStage, Sector

TOWN = Municipality("05162000", "Stadt")
OFFICE = Office("aa", "Jugendamt Stadt", "Stadt", (TOWN,))
NEXT = Office("bb", "Jugendamt Land", "Land", (Municipality("05162001", "Ort"),))
POLICE = Partner(Sector.POLICE, "Kreispolizei")
NETWORK = Network(
    slug="rkn",
    name="Netzwerk",
    short="N",
    county="Beispielkreis",
    established=2022,
    legal_form="Netzwerk",
    lead="Jugendamt Stadt",
    landesjugendamt="LVR",
    timezone="Europe/Berlin",
    offices=(OFFICE, NEXT),
    contact=ContactPoint("post@kreis.example"),
    report=ReportRules("Bericht", "Netzwerk"),
    partners=(POLICE,),
    bodies=(Body("Steuerung", "lenkt"),),
)


def refused(value: Any, because: str, **changed: Any) -> None:
    """Check that a change of a value is refused for this reason."""
    with pytest.raises(ValueError, match=because):
        replace(value, **changed)


def test_texts_are_one_line_without_what_nobody_sees() -> None:
    odd = "A\u200b  B"

    assert replace(TOWN, name=odd).name == "A B"
    assert replace(OFFICE, label=odd).label == "A B"
    assert replace(POLICE, label=odd).label == "A B"
    assert replace(NETWORK.bodies[0], task=odd).task == "A B"
    assert replace(NETWORK.contact, phone=odd).phone == "A B"
    assert replace(NETWORK.report, publisher=(odd,)).publisher == ("A B",)
    assert replace(NETWORK, legal_form=odd).legal_form == "A B"


def test_parts_that_are_refused() -> None:
    refused(TOWN, "^ags '0516200' must have eight digits$", ags="0516200")
    refused(TOWN, "^name must not be empty$", name=" ")
    refused(OFFICE, "never more than two digits", slug="A")
    refused(OFFICE, "^an office needs at least one municipality$", municipalities=())
    refused(OFFICE, "^label must not be empty$", label="")
    refused(OFFICE, "^short_label must not be empty$", short_label="")
    refused(
        OFFICE,
        r"^municipalities: at most 100 fit, there are 101$",
        municipalities=(TOWN,) * (MOST_MUNICIPALITIES + 1),
    )
    for empty in ({"name": ""}, {"task": ""}):
        refused(NETWORK.bodies[0], "^a body needs a name and a task$", **empty)
    rule = ReminderRule(ReminderStage.ONE_DAY, 1)
    for days in (-31, 61):
        refused(rule, "^days_before must lie between -30 and 60$", days_before=days)
    for days in (-30, 60):
        assert replace(rule, days_before=days).days_before == days
    contact = NETWORK.contact
    for mail in ("post", "post@kreis", "a b@kreis.example"):
        refused(contact, f"^mail '{mail}' must be a mail address$", mail=mail)
    refused(contact, "^phone: at most 60 fit, there are 61$", phone="1" * 61)
    assert replace(contact, phone="1" * 60).phone
    assert contact.is_placeholder
    assert not replace(contact, mail="post@kreis.de").is_placeholder
    assert len(replace(OFFICE, municipalities=(TOWN,) * MOST_MUNICIPALITIES).municipalities) == 100


def test_numbers_have_ranges() -> None:
    defaults: Any = Defaults()
    for name in ("deadline_days", "withdrawal_days", "release_days"):
        assert getattr(replace(defaults, **{name: 0}), name) == 0
        assert getattr(replace(defaults, **{name: LONGEST_BEFORE}), name) == 365
        refused(defaults, f"^{name} must lie between 0 and 365$", **{name: -1})
        refused(defaults, f"^{name} must lie between 0 and 365$", **{name: 366})
    for capacity in (1, 2000):
        assert replace(defaults, capacity=capacity).capacity == capacity
    for capacity in (0, 2001):
        refused(defaults, "^capacity must lie between 1 and 2000$", capacity=capacity)
    twice = (ReminderRule(ReminderStage.ONE_DAY, 1), ReminderRule(ReminderStage.ONE_DAY, 2))
    refused(defaults, "^reminder stage one-day stands there twice", reminders=twice)


def test_days_of_keeping_have_ranges() -> None:
    kept = Retention()
    for days in (0, LONGEST_KEPT + 1):
        refused(kept, "^deliveries_days must lie between 1 and 3650$", deliveries_days=days)
    for days in (1, LONGEST_KEPT):
        assert replace(kept, deliveries_days=days).deliveries_days == days
    between = "^inactive_warning_days must lie between 0 and inactive_days$"
    refused(kept, between, inactive_warning_days=(365,))
    refused(kept, between, inactive_warning_days=(7, 0))
    refused(kept, r"^inactive_warning_days: at most 10 fit", inactive_warning_days=(1,) * 11)
    assert replace(kept, inactive_warning_days=(1,) * 9 + (364,)).inactive_warning_days[-1] == 364


def test_thresholds_have_ranges() -> None:
    limits = Thresholds()
    for rate in (-0.1, 1.1):
        refused(limits, "^waitlist_rate must be a fraction between 0 and 1$", waitlist_rate=rate)
    for rate in (0.0, 1.0):
        assert replace(limits, waitlist_rate=rate).waitlist_rate == rate
    for n, said in ((-1, "0 and 1000"), (1001, "0 and 1000")):
        refused(limits, f"^lead_days must lie between {said}$", lead_days=n)
    for n in (0, 1000):
        assert replace(limits, lead_days=n).lead_days == n
    for n in (0, 101):
        refused(limits, "^top_needs must lie between 1 and 100$", top_needs=n)
    for n in (1, 100):
        assert replace(limits, top_needs=n).top_needs == n
    refused(limits, "^enough_attendances must lie between 0 and 100000$", enough_attendances=-1)
    refused(limits, "between 0 and 100000$", enough_attendances=100_001)
    assert replace(limits, enough_attendances=100_000, silent_quarters=0)


def test_rules_of_the_report() -> None:
    rules = NETWORK.report

    refused(rules, "^small_cell must be at least 3$", small_cell=2)
    refused(rules, "^small_cell must lie between 3 and 100$", small_cell=101)
    for cell in (3, 100):
        assert replace(rules, small_cell=cell).small_cell == cell
    refused(rules, "^title must not be empty$", title="")
    refused(rules, "^author must not be empty$", author="")
    refused(rules, "^publisher: at most 20 fit, there are 21$", publisher=("x",) * 21)
    assert len(replace(rules, publisher=("x",) * 20).publisher) == 20
    refused(
        rules, r"^template must be a Word file that ends in .docx$", template=Path("vorlage.doc")
    )
    assert replace(rules, template=Path("vorlage.DOCX")).template


def test_what_a_network_must_have() -> None:
    for name in ("name", "short", "county", "lead"):
        refused(NETWORK, f"^{name} must not be empty$", **{name: ""})
    for year in (1989, 2101):
        refused(NETWORK, "^established must be a year from 1990 to 2100$", established=year)
    for year in (1990, 2100):
        assert replace(NETWORK, established=year).established == year
    refused(NETWORK, "never more than two digits", slug="123")
    refused(NETWORK, "^short: at most 60 fit, there are 61$", short="x" * 61)
    assert replace(NETWORK, short="x" * 60).short
    for zone in ("Mond/Meer", "../etc", "x" * 99):
        refused(NETWORK, f"^time zone '{zone[:60]}' is not known$", timezone=zone)
    assert replace(NETWORK, timezone="Asia/Tokyo").zone.key == "Asia/Tokyo"


def office(number: int, **changed: Any) -> Office:
    town = Municipality(f"{5_000_000 + number:08}", f"Ort {number}")
    return replace(Office(f"o-{number}", f"Amt {number}", f"O {number}", (town,)), **changed)


def test_institutions_stand_there_once() -> None:
    sixty = tuple(office(n) for n in range(10, 10 + MOST_OFFICES))

    assert replace(NETWORK, offices=sixty).offices == sixty
    refused(NETWORK, "^offices: at most 60 fit, there are 61$", offices=(*sixty, office(80)))
    refused(NETWORK, "^a network needs at least one office$", offices=())
    for name, said in (
        ("slug", "office slug"),
        ("label", "office label"),
        ("short_label", "office short_label"),
        ("municipalities", "ags"),
    ):
        other = office(2, **{name: getattr(OFFICE, name)})
        refused(NETWORK, f"^{said} .* stands there twice; keep one$", offices=(OFFICE, other))
    namesake = office(2, municipalities=(Municipality("05162009", "Stadt"),))
    refused(NETWORK, "^municipality Stadt stands there twice", offices=(OFFICE, namesake))
    body = NETWORK.bodies[0]
    refused(NETWORK, "^body Steuerung stands there twice", bodies=(body, body))
    fifty = tuple(Body(f"B {n}", "x") for n in range(50))
    assert replace(NETWORK, bodies=fifty).bodies == fifty
    refused(NETWORK, "^bodies: at most 50 fit, there are 51$", bodies=(*fifty, body))
    refused(NETWORK, "^partner of sector police stands there twice", partners=(POLICE, POLICE))
    office_only = (Sector.YOUTH_OFFICE,)
    refused(
        NETWORK, "^sector youth-office stands there twice", sectors=office_only * 2, partners=()
    )
    refused(NETWORK, "^sectors must contain youth-office$", sectors=(Sector.POLICE,))
    refused(NETWORK, "^sectors must contain those of the partners: police$", sectors=office_only)


def test_a_town_and_its_county_are_told_apart() -> None:
    said = "could be town or county; write 'Stadt {}'$"

    refused(NETWORK, f"^'Ort' {said.format('Ort')}", county="Kreis Ort")
    refused(NETWORK, f"^'Land' {said.format('Land')}", county="Land Neuland")
    assert replace(NETWORK, county="Kreis Neuland").county


def test_offices_partners_and_institutions_are_found() -> None:
    assert NETWORK.find_office("bb") == NETWORK.office("bb") == NEXT
    assert NETWORK.find_office(COUNTY_WIDE) is None
    with pytest.raises(KeyError, match="cc"):
        NETWORK.office("cc")
    assert NETWORK.partner(Sector.POLICE) == POLICE
    assert NETWORK.partner(Sector.SCHOOL) is None

    few = replace(NETWORK, sectors=(Sector.YOUTH_OFFICE, Sector.POLICE))

    assert few.has_institution("aa", Sector.YOUTH_OFFICE)
    assert few.has_institution("aa", Sector.POLICE)
    assert not few.has_institution("aa", Sector.SCHOOL)
    assert not few.has_institution("cc", Sector.POLICE)
    assert few.has_institution(COUNTY_WIDE, Sector.POLICE)
    assert not few.has_institution(COUNTY_WIDE, Sector.YOUTH_OFFICE)


@pytest.mark.parametrize(
    ("office_slug", "sector", "label"),
    [
        ("aa", Sector.YOUTH_OFFICE, "Jugendamt Stadt"),
        ("aa", Sector.POLICE, "Feld, Stadt"),
        (COUNTY_WIDE, Sector.POLICE, "Kreispolizei"),
        (COUNTY_WIDE, Sector.SCHOOL, "Feld, kreisweit"),
    ],
)
def test_how_an_institution_is_called(office_slug: str, sector: Sector, label: str) -> None:
    assert NETWORK.institution_label(office_slug, sector, "Feld", "kreisweit") == label
    with pytest.raises(KeyError):
        NETWORK.institution_label("cc", sector, "Feld", "kreisweit")
