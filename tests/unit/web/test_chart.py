"""The geometry of the toll chart."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.models import Value
from service.web.chart import HEIGHT, WIDTH, charts
from tests.harness.samples import AT, NOW, history, key, toll


def test_each_kind_has_a_chart_and_each_series_a_line() -> None:
    found = charts(history().changes, NOW)
    assert [(c.title, [line.label for line in c.lines]) for c in found] == [
        ("Killed", ["Armenia: soldiers killed", "Azerbaijan: soldiers killed"]),
        ("Displaced", ["Armenia: civilians displaced"]),
        ("Wounded", ["Azerbaijan: soldiers wounded"]),
    ]


def test_a_higher_number_stands_higher_and_a_later_one_further_right() -> None:
    (killed, *_) = charts(history().changes, NOW)
    dots = killed.lines[0].dots
    assert [dot.x for dot in dots] == sorted(dot.x for dot in dots)
    assert [dot.y for dot in dots] == sorted((dot.y for dot in dots), reverse=True)
    assert dots[0].words == "13 Sep 2022, 14:05 UTC: at least 49, Armenia"


def test_a_range_has_an_extent() -> None:
    wounded = next(c for c in charts(history().changes, NOW) if c.title == "Wounded")
    (dot,) = wounded.lines[0].dots
    assert dot.y_high < dot.y < dot.y_low


def test_turns_of_the_ceasefire_are_marked() -> None:
    (killed, *_) = charts(history().changes, NOW)
    assert [(mark.words, mark.tone) for mark in killed.marks] == [
        ("13 Sep 2022, 20:05 UTC: ceasefire agreed", "good"),
        ("14 Sep 2022, 07:05 UTC: ceasefire violated", "bad"),
        ("15 Sep 2022, 13:05 UTC: ceasefire in effect", "good"),
    ]


def test_lines_beyond_what_can_be_told_apart_are_counted() -> None:
    many = [toll(series=key("killed", f"Side {n}"), at=AT + timedelta(hours=n)) for n in range(9)]
    (chart,) = charts(many, NOW)
    assert (len(chart.lines), chart.left_out) == (6, 3)


def test_no_change_no_chart() -> None:
    assert charts([], NOW) == ()


@given(
    st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**6), st.integers(0, 3 * 10**9)), min_size=1, max_size=20),
    st.integers(-(10**9), 10**9),
)
def test_everything_drawn_is_inside_the_picture(points: list[tuple[int, int, int]], ahead: int) -> None:
    changes = [
        toll(id=str(n), at=AT + timedelta(seconds=at), after=Value(low, low + width))
        for n, (low, width, at) in enumerate(points)
    ]
    (chart,) = charts(changes, AT + timedelta(seconds=ahead))
    for line in chart.lines:
        for dot in line.dots:
            assert 0 <= dot.x <= WIDTH
            assert 0 <= dot.y_high <= dot.y <= dot.y_low <= HEIGHT
    assert all(0 <= tick.at <= WIDTH for tick in chart.x_ticks)
    assert 1 <= len(chart.y_ticks) <= 7
    assert len(chart.x_ticks) <= 12


@pytest.mark.parametrize(("highest", "top"), [(0, "1"), (1, "1"), (7, "8"), (135, "150"), (2750, "3,000"), (15207, "20,000")])
def test_the_scale_ends_at_a_round_number(highest: int, top: str) -> None:
    (chart,) = charts([toll(after=Value(highest, highest))], NOW)
    assert chart.y_ticks[-1].words == top
