"""Years played once for all tests of the report, in both networks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.network_file import load
from domain.network import Network
from tests.story_years import NETWORKS, StoryYear, once, played
from texts.catalogue import Texts
from texts.documents.report_elements import Pages
from texts.documents.report_files import Form, render
from texts.documents.report_pages import Wishes, compose


@pytest.fixture(scope="session")
def story_year(network: Network) -> StoryYear:
    """Return the second of two played years of the small network."""
    return played(network, years=2)


@pytest.fixture(scope="session", params=NETWORKS)
def story(request: pytest.FixtureRequest) -> StoryYear:
    """Return the second of two played years of each network."""
    return played(load(request.param), years=2)


@pytest.fixture(scope="session")
def pages(story_year: StoryYear) -> Pages:
    """Return the report of the played year with its charts, marked as a sample."""
    network, report = story_year.network, story_year.report
    return once("pages", lambda _: compose(Texts(), network, report, Wishes(sample=True)))


@pytest.fixture(scope="session")
def made(pages: Pages) -> Callable[[Form], bytes]:
    """Return what makes a form of this report; each is made once, the first time it is wanted."""
    return lambda form: once(form.value, lambda _: render(form, Texts(), pages))
