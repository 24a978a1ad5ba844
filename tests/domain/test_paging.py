"""Pages of a list: together they are the list, and there is always a nearest one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.paging import part_of

numbers = st.lists(st.integers(), max_size=20)


@given(numbers, st.integers(1, 7))
def test_all_pages_together_are_the_list(items: list[int], size: int) -> None:
    pages = part_of(items, 0, size).pages
    parts = [part_of(items, page, size) for page in range(pages)]

    assert [each for part in parts for each in part.items] == items
    assert [part.first for part in parts] == list(range(1, len(items) + 1, size))[:pages] or [1]
    assert all(part.total == len(items) for part in parts)


@given(numbers, st.integers(1, 7), st.integers())
def test_a_page_that_is_not_there_is_the_nearest(items: list[int], size: int, page: int) -> None:
    part = part_of(items, page, size)

    assert 0 <= part.page < part.pages
    assert part.page == page or (page < 0 and part.page == 0) or page > part.page
    assert part.items or not items
