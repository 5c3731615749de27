"""Which changes ring: still true, not told before, and let through by the policy."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from service.models import Reading
from service.settings import Policy
from tests.harness.told import arrive, count, line, rings, told, truce

NORTH, SOUTH = "Northland", "Southland"


@dataclass(frozen=True)
class Case:
    """Readings in order of arrival, the alerts they raise, and a policy where it is not the general one."""

    name: str
    arrivals: tuple[Reading, ...]
    rings: tuple[str, ...]
    policy: Policy | None = None


CASES = (
    Case(
        "the number told before stands in the alert, in the words it was told in",
        (
            told("a", 0, count(49, qualifier="at_least", by=NORTH)),
            told("b", 9, count(49, by=NORTH)),
            told("c", 30, count(105, by=NORTH)),
        ),
        ("a: first Northland killed nothing → ≥49", "c: rise Northland killed ≥49 → 105"),
    ),
    Case(
        "a late article never rings for a number that is overtaken",
        (told("b", 30, count(105, by=NORTH)), told("a", 0, count(49, by=NORTH))),
        ("b: first Northland killed nothing → 105",),
    ),
    Case(
        "a late article with a higher number than anybody has rings",
        (told("a", 0, count(49)), told("c", 9, count(50)), told("b", 8, count(80))),
        ("a: first Northland killed nothing → 49", "c: rise Northland killed 49 → 50", "b: rise Northland killed 50 → 80"),
    ),
    Case(
        "the same number of an incident weeks before that arrives late is no repeat of the younger one",
        (told("b", 24 * 40, count(49)), told("a", 0, count(49))),
        ("b: first Northland killed nothing → 49", "a: first Northland killed nothing → 49"),
    ),
    Case(
        "a war's total that is mentioned below other news is no news",
        (told("a", 0, count(7, start=0), count(70_000, scope="cumulative", since="1983", start=150)),),
        ("a: first Northland killed nothing → 7",),
    ),
    Case(
        "a war's total in the headline is news",
        (told("a", 0, count(70_000, scope="cumulative", since="1983", start=150), title="War has killed 70,000, says army"),),
        ("a: first Northland killed since 1983 nothing → 70000",),
    ),
    Case(
        "the total of some weeks is news wherever it stands",
        (told("a", 0, count(101, scope="cumulative", since="in three weeks", start=150)),),
        ("a: first Northland killed since in three weeks nothing → 101",),
    ),
    Case(
        "a total that has grown from what was told is news wherever it stands",
        (
            told("a", 0, count(1100, scope="cumulative", since="the fighting broke"), title="1,100 dead"),
            told("b", 30, count(3000, scope="cumulative", start=150)),
        ),
        (
            "a: first Northland killed since the fighting broke nothing → 1100",
            "b: first Northland killed since ? nothing → 3000",
        ),
    ),
    Case(
        "a headline that rounds and the number below it are one piece of news, the number",
        (told("a", 0, count(100, qualifier="nearly"), count(97, start=60)),),
        ("a: first Northland killed nothing → 97",),
    ),
    Case(
        "what one side declared alone rings again once both agree",
        (
            told("a", 0, ceasefire=[truce("agreed", declared_by=NORTH)]),
            told("b", 48, ceasefire=[truce("agreed", starts="at midnight")]),
        ),
        ("a: truce none → agreed", "b: truce agreed → agreed"),
    ),
    Case(
        "what was agreed in principle rings again once it is signed",
        (
            told("a", 0, ceasefire=[truce("agreed", quote="They agreed in principle to a truce.")]),
            told("b", 140, now="agreed"),
        ),
        ("a: truce none → agreed", "b: truce agreed → agreed"),
    ),
    Case(
        "the same agreement reported for days rings once, one made weeks later rings again",
        (told("a", 0, now="agreed"), told("b", 100, now="agreed"), told("c", 24 * 20, now="agreed")),
        ("a: truce none → agreed", "c: truce agreed → agreed"),
    ),
    Case(
        "as many as so many more are more",
        (told("a", 0, count(958)), told("b", 30, count(1100, qualifier="up_to"))),
        ("a: first Northland killed nothing → 958", "b: rise Northland killed 958 → ≤1100"),
    ),
    Case(
        "an end whose beginning arrives late rings once it has one",
        (told("b", 30, now="ended"), told("a", 0, now="agreed"), told("c", 40, now="ended")),
        ("b: truce agreed → ended",),
    ),
    Case(
        "a late truce state never rings",
        (told("b", 30, now="in_effect"), told("a", 0, now="agreed"), told("c", 40, now="violated")),
        ("b: truce none → in_effect", "c: truce in_effect → violated"),
    ),
    Case(
        "the same number from another outlet is not told again",
        (told("a", 0, count(49)), told("b", 1, count(49)), told("c", 2, count(49, by=NORTH))),
        ("a: first Northland killed nothing → 49",),
    ),
    Case(
        "one article with two rises of one series rings once",
        (told("a", 0, count(49)), told("b", 5, count(60, start=1), count(70, start=90))),
        ("a: first Northland killed nothing → 49", "b: rise Northland killed 49 → 70"),
    ),
    Case(
        "tolls come in the order of kinds, then the truce",
        (
            told(
                "a",
                0,
                count(900, kind="displaced"),
                count(3, kind="captured"),
                count(4, kind="wounded"),
                count(2),
                now="agreed",
            ),
        ),
        (
            "a: first Northland killed nothing → 2",
            "a: first Northland wounded nothing → 4",
            "a: first Northland captured nothing → 3",
            "a: first Northland displaced nothing → 900",
            "a: truce none → agreed",
        ),
    ),
    Case(
        "small steps add up against the number told last",
        (told("a", 0, count(100)), told("b", 1, count(104)), told("c", 2, count(108)), told("d", 3, count(112))),
        ("a: first Northland killed nothing → 100", "d: rise Northland killed 100 → 112"),
        Policy(min_percent=10.0),
    ),
    Case(
        "a least change in people",
        (told("a", 0, count(10)), told("b", 1, count(12)), told("c", 2, count(15))),
        ("a: first Northland killed nothing → 10", "c: rise Northland killed 10 → 15"),
        Policy(min_change=5),
    ),
    Case(
        "a first figure below the least is quiet until it grows, and says then what it was",
        (told("a", 0, count(2)), told("b", 1, count(4)), told("c", 2, count(6))),
        ("c: rise Northland killed 4 → 6",),
        Policy(first_min=5),
    ),
    Case(
        "a rounded headline and the number in the text ring once, with the number",
        (told("a", 0, count(80, qualifier="more_than"), count(84, start=200)),),
        ("a: first Northland killed nothing → 84",),
    ),
    Case(
        "an edit that comes late takes back what was told",
        (
            told("a", 0, count(500)),
            told("b", 9, count(30), places=("Rivertown",)),
            told("a", 5, revision=2),
        ),
        ("a: first Northland killed nothing → 500", "b: revised_down Northland killed 500 → 30"),
    ),
    Case(
        "a number told without its side is not told again when an older article names the side",
        (told("a", 5, count(8, "unspecified")), told("b", 0, count(8))),
        ("a: first unspecified killed nothing → 8",),
    ),
    Case(
        "a new counter is not told as a fall of the old one, even where that got its name later",
        (
            told("a", 0, count(13000, scope="cumulative")),
            told("b", 5, count(12, scope="cumulative", since="2025-10-07")),
            told("c", 9, count(14100, scope="cumulative", since="the war began")),
        ),
        (
            "a: first Northland killed since ? nothing → 13000",
            "b: first Northland killed since 2025-10-07 nothing → 12",
            "c: rise Northland killed since the war began 13000 → 14100",
        ),
    ),
    Case(
        "a running total rings when one of its two leading digits changes, and not each day",
        (
            told("a", 0, count(12300, scope="cumulative", since="the war began")),
            told("b", 24, count(12640, scope="cumulative", since="the war began")),
            told("c", 48, count(12990, scope="cumulative", since="the war began")),
            told("d", 72, count(13010, scope="cumulative", since="the war began")),
        ),
        (
            "a: first Northland killed since the war began nothing → 12300",
            "d: rise Northland killed since the war began 12300 → 13010",
        ),
    ),
    Case(
        "a running total rings at each multiple of the policy's step",
        (
            told("a", 0, count(190, scope="cumulative", since="the war began")),
            told("b", 24, count(201, scope="cumulative", since="the war began")),
            told("c", 48, count(505, scope="cumulative", since="the war began")),
        ),
        (
            "a: first Northland killed since the war began nothing → 190",
            "c: rise Northland killed since the war began 190 → 505",
        ),
        Policy(cumulative_step=250),
    ),
    Case("a muted conflict is silent", (told("a", 0, count(49), now="agreed"),), (), Policy(muted=True)),
    Case(
        "kinds and statuses that are off are silent",
        (told("a", 0, count(49), count(9, kind="wounded"), now="called_for"),),
        ("a: first Northland killed nothing → 49",),
        Policy(kinds=("killed",), ceasefire=("agreed", "violated")),
    ),
    Case(
        "only watched parties ring",
        (told("a", 0, count(49), count(9, SOUTH)),),
        ("a: first Southland killed nothing → 9",),
        Policy(parties=(SOUTH,)),
    ),
    Case(
        "corrections and running totals can be off",
        (
            told("a", 0, count(50, by=NORTH), count(9000, scope="cumulative")),
            told("b", 5, count(40, by=NORTH)),
        ),
        ("a: first Northland killed nothing → 50",),
        Policy(cumulative=False, revised_down=False),
    ),
    Case(
        "an edit before anybody was told is a first",
        (told("a", 6, count(50), revision=2), told("a", 0, count(500))),
        ("a: first Northland killed nothing → 50",),
    ),
    Case(
        "one person hurt or held in passing is no toll, one dead is",
        (told("a", 0, count(1), count(1, kind="wounded", start=50), count(1, kind="captured", start=90)),),
        ("a: first Northland killed nothing → 1",),
    ),
    Case(
        "a war's great number rings once, in whatever story it is repeated",
        (
            told("a", 0, count(1200), count(240, kind="captured", start=50)),
            told(
                "b", 100, count(1200), count(240, kind="captured", start=50), places=("Hillcamp",), words=("camp", "funerals")
            ),
            told("c", 200, count(3), count(1200, scope="cumulative", start=80), places=("Seatown",), words=("port", "rocket")),
        ),
        (
            "a: first Northland killed nothing → 1200",
            "a: first Northland captured nothing → 240",
            "c: first Northland killed nothing → 3",
        ),
    ),
    Case(
        "a count in a feature about how people fare is no news, and the number after it is",
        (
            told("a", 0, count(63), title="‘I’ll never go back’: the families in the hotels"),
            told("b", 5, count(70), title="Toll of raid rises to 70"),
        ),
        ("b: rise Northland killed 63 → 70",),
    ),
    Case(
        "a headline of somebody's words and of dead is news",
        (told("a", 0, count(63), title="'They had no time to run': strike kills families"),),
        ("a: first Northland killed nothing → 63",),
    ),
    Case(
        "a small number that two incidents share by chance rings for both",
        (told("a", 0, count(4)), told("b", 100, count(4), places=("Hillcamp",), words=("camp", "funerals"))),
        ("a: first Northland killed nothing → 4", "b: first Northland killed nothing → 4"),
    ),
    Case(
        "the other side's equal number is news",
        (told("a", 0, count(120)), told("b", 100, count(120, SOUTH), places=("Hillcamp",), words=("camp", "funerals"))),
        ("a: first Northland killed nothing → 120", "b: first Southland killed nothing → 120"),
    ),
    Case(
        "one number that an article states as the day's and as a running total rings once",
        (told("a", 0, count(10), count(10, scope="cumulative", since="the offensive began", start=70)),),
        ("a: first Northland killed nothing → 10",),
    ),
    Case(
        "one dead in a war of tens of thousands is no alert, two are",
        (
            told("a", 0, count(13000, scope="cumulative")),
            told("b", 9, count(1), places=("Hillcamp",), words=("camp", "funerals")),
            told("c", 90, count(2), places=("Seatown",), words=("port", "rocket")),
        ),
        ("a: first Northland killed since ? nothing → 13000", "c: first Northland killed nothing → 2"),
    ),
    Case(
        "the militants of the headline are the group's men of the text, the soldiers are not",
        (
            told(
                "a",
                0,
                count(2, "Hill Army", role="combatant"),
                count(2, "militants", role="combatant", start=40),
                count(2, "Peru", role="combatant", start=80),
            ),
        ),
        ("a: first Hill Army killed nothing → 2", "a: first Peru killed nothing → 2"),
    ),
    Case(
        "stories that merge are not told anew",
        (
            told("a", 0, count(8), places=("Rivertown",), words=("rivertown", "raid")),
            told("c", 20, count(12), places=("Hillcamp",), words=("camp", "funerals")),
            told("b", 10, count(8), places=("Rivertown", "Hillcamp"), words=("rivertown", "raid", "camp", "funerals")),
            told("d", 24, count(12), places=("Hillcamp",), words=("camp", "funerals")),
        ),
        ("a: first Northland killed nothing → 8", "c: first Northland killed nothing → 12"),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_arrivals_raise_exactly_these_alerts(case: Case) -> None:
    assert rings(case.arrivals, policy=case.policy) == list(case.rings)


def test_a_silenced_change_carries_its_reason() -> None:
    readings = (told("b", 30, count(105, by=NORTH)), told("a", 0, count(49, by=NORTH)))
    _, decisions, _ = arrive(readings)
    assert [(line(decision.change).split(":")[0], decision.quiet) for decision in decisions] == [
        ("b", ""),
        ("a", "late: 105 is known since 2026-03-02 12:00"),
    ]


def test_what_was_told_without_its_side_is_quiet_as_told_already() -> None:
    _, decisions, _ = arrive((told("a", 5, count(8, "unspecified")), told("b", 0, count(8))))
    assert [decision.quiet for decision in decisions] == ["", "told already"]


def test_the_same_article_decided_twice_tells_nothing_twice() -> None:
    reading = told("a", 0, count(49), now="agreed")
    assert len(rings((reading, reading))) == 2


def test_an_article_of_which_nothing_changes_leads_to_no_decision() -> None:
    first = told("a", 0, count(49))
    assert arrive((first, replace(first, article="b-1", entry="entry b", ref="b", published=first.published)))[1][1:] == []
