"""Who holds a training, in words: names of offices bend in no sentence of ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.network import Network
from domain.training import CoHost, Training
from domain.vocabulary import COUNTY_WIDE
from tests.report.builders import training
from texts.catalogue import Texts
from texts.plan_hosts import invites, names, together, who_reads, who_reads_whom

TEXTS = Texts()
WHOLE = "Netzwerk Kinderschutz im Rhein-Kreis Neuss"


def held_by(host: str, *others: str) -> Training:
    one = replace(training(1), host=host)
    return replace(one, plan=replace(one.plan, co_hosts=tuple(map(CoHost, others))))


@pytest.mark.parametrize(
    ("hosts", "line"),
    [
        (["rkn-kaarst"], "Jugendamt der Stadt Kaarst"),
        ([COUNTY_WIDE], WHOLE),
        (
            ["rkn-kaarst", "rkn-kreis"],
            "Gemeinsam veranstaltet von den Jugendämtern Kaarst und Rhein-Kreis Neuss",
        ),
        (
            ["rkn-neuss", "rkn-kaarst", "rkn-dormagen"],
            "Gemeinsam veranstaltet von den Jugendämtern Stadt Neuss, Kaarst und Dormagen",
        ),
        (
            [COUNTY_WIDE, "rkn-kaarst"],
            f"Gemeinsam veranstaltet. Beteiligt sind: {WHOLE}, Jugendamt der Stadt Kaarst",
        ),
    ],
)
def test_a_card_says_who_holds_it(network: Network, hosts: list[str], line: str) -> None:
    assert invites(TEXTS, network, held_by(*hosts)) == line


def test_what_one_office_holds_says_nothing_of_others(network: Network) -> None:
    alone, joint = held_by("rkn-kaarst"), held_by("rkn-kaarst", "rkn-neuss")
    told = (who_reads, who_reads_whom)

    assert [each(TEXTS, alone) for each in told] == [[], []]
    assert [len(each(TEXTS, joint)) for each in told] == [1, 1]
    assert together(TEXTS, network, alone) == []
    assert together(TEXTS, network, joint) == [invites(TEXTS, network, joint)]
    assert names(network, joint) == "Jugendamt der Stadt Kaarst, Jugendamt der Stadt Neuss"
