"""Texts of a network's file are fit to be shown wherever they come out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.network import Body, Network
from texts import menus
from texts.catalogue import Texts


def test_what_nobody_sees_in_a_networks_texts_is_taken_out(network: Network) -> None:
    hurt = "Amt\u202e  der\u200b\nStadt\x07 U\u0308"
    fine = "Amt der Stadt Ü"
    office = replace(network.offices[0], label=hurt, short_label=hurt)
    rules = replace(network.report, title=hurt, author=hurt, publisher=(hurt,), basis=hurt)
    made = replace(
        network,
        name=hurt,
        offices=(office, *network.offices[1:]),
        bodies=(Body(hurt, hurt),),
        report=rules,
        partners=tuple(replace(each, label=hurt) for each in network.partners),
    )
    found = [
        *(made.name, made.offices[0].label, made.offices[0].short_label),
        *(made.report.title, made.report.author, *made.report.publisher, made.report.basis),
        *(made.bodies[0].name, made.bodies[0].task),
        *(each.label for each in made.partners),
    ]

    assert set(found) == {fine}


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_long_name_keeps_no_description_back(network: Network, language: str) -> None:
    texts = Texts(language)
    long_name = replace(network, name="Netzwerk Kinderschutz der Städte " + "und Gemeinden " * 18)

    assert network.name in menus.descriptions(texts, network)[1]
    for most, said in zip((512, 120), menus.descriptions(texts, long_name), strict=True):
        assert len(said) <= most
        assert said.startswith(network.short)
