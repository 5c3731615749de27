"""Confidence is a measured rate: it follows the figure's number, rule and scope, and its test on labels is a true one."""

from __future__ import annotations

import pytest

from benchmarks.calibration import Row, expected_calibration_error, fit
from service.analysis.confidence import LEAST, MOST, Rates, confidence_of, rate


def test_a_count_is_surer_than_a_vague_word() -> None:
    assert confidence_of("active:killed", 12, "current") > confidence_of("active:killed", None, "current")


def test_a_rule_that_is_often_wrong_lowers_the_confidence() -> None:
    assert confidence_of("count:killed", 12, "current") < confidence_of("active:killed", 12, "current")


def test_a_rule_never_measured_gets_the_rate_of_its_number() -> None:
    rates = Rates(0.9, {"more": 0.8}, {"known": -0.1}, {})
    assert rate(rates, "more", "new", "current") == 0.8
    assert rate(rates, "more", "known", "current") == 0.7


@pytest.mark.parametrize(("shift", "bound"), [(5.0, MOST), (-5.0, LEAST)])
def test_no_confidence_is_a_certainty(shift: float, bound: float) -> None:
    assert rate(Rates(0.9, {"one": 0.9}, {"odd": shift}, {}), "one", "odd", "current") == bound


@pytest.mark.parametrize(
    ("pairs", "error"),
    [
        ([(0.9, True)] * 9 + [(0.9, False)], 0.0),
        ([(0.9, False)] * 10, 0.9),
        ([(0.55, True), (0.55, False), (1.0, True), (1.0, True)], 0.025),
    ],
)
def test_the_calibration_error_is_the_gap_between_promised_and_kept(pairs: list[tuple[float, bool]], error: float) -> None:
    assert expected_calibration_error(pairs) == pytest.approx(error)


def test_few_figures_of_a_family_move_its_rate_little() -> None:
    many = [Row(f"a{i}", "more", "passive", "current", 0.9, True) for i in range(90)]
    wrong = [Row("b", "more", "rare", "current", 0.9, False)]
    rates = fit([*many, *wrong])
    assert -0.15 < rates.families["rare"] < 0 <= rates.families["passive"] + 0.02
