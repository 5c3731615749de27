"""Retry-After in both its forms, and robots.txt as it is found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from service.errors import FetchError
from service.fetch.answers import retry_after
from service.fetch.guard import Target
from service.fetch.robots import RobotsCache, Rules, product, robots_url, rules_of

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PAGE = Target("https://example.org/news/1?x=/robots", "https", "example.org", 443)
AGENT = "EscalationWatch"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Sun, 22 Nov 2026 12:05:00 GMT", 300.0),
        ("Sunday, 22-Nov-26 12:05:00 GMT", 300.0),
        ("Sun Nov 22 12:05:00 2026", 300.0),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0.0),
        ("Sun, 22 Nov 2099 11:00:00 GMT", 86400.0),
        ("99999999999999999999", 86400.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("Sun, 99 Nov 2026 99:00:00 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_at_most_a_day(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


def allowed(robots: bytes, path: str, agent: str = AGENT) -> bool:
    target = Target(f"https://example.org{path}", "https", "example.org", 443)
    try:
        rules_of(robots, agent).check(target, agent)
    except FetchError as error:
        return not (error.permanent and "https://example.org/robots.txt asks robots not to" in error.message)
    return True


@pytest.mark.parametrize(
    ("robots", "path", "may"),
    [
        (b"", "/a", True),
        (b"User-agent: *\nDisallow: /", "/a", False),
        (b"User-agent: *\nDisallow:", "/a", True),
        (b"User-agent: *\nDisallow: /private", "/news", True),
        (b"User-agent: *\nDisallow: /\nAllow: /news", "/news/1", True),
        (b"User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        (b"User-agent: Googlebot\nDisallow: /", "/a", True),
        (b"User-agent: escalationwatch\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        (b"User-agent: Googlebot\nUser-agent: EscalationWatch\nDisallow: /", "/a", False),
        (b"User-agent: *\nDisallow: /\n\nUser-agent: EscalationWatch\nAllow: /", "/a", True),
        (b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /a\r\n", "/a", False),
        (b"<!doctype html><title>404</title>User-agent: *\nDisallow: /", "/a", True),
        (b"\xff\xfe\x00\x01 rubbish", "/a", True),
    ],
)
def test_robots_txt_says_what_may_be_read(robots: bytes, path: str, may: bool) -> None:
    assert allowed(robots, path) is may


def test_a_robots_txt_of_ten_thousand_names_and_rules_is_read_in_no_time() -> None:
    names = b"".join(b"User-agent: bot%d\n" % n for n in range(10_000))
    rules = b"".join(b"Disallow: /%d\n" % n for n in range(10_000))
    assert allowed(names + rules, "/5")
    assert not allowed(b"User-agent: *\n" + rules, "/5")


def test_a_site_whose_robots_txt_is_away_counts_as_closed_for_now() -> None:
    with pytest.raises(FetchError, match=r"https://example\.org/robots\.txt could not be had \(answered 503\)") as error:
        Rules(closed="answered 503").check(PAGE, AGENT)
    assert not error.value.permanent


def test_rules_are_kept_for_their_time_and_survive_an_outage_of_robots_txt() -> None:
    now = [NOW]
    cache = RobotsCache(3600, lambda: now[0])
    assert cache.fresh(PAGE) is None
    rules = cache.keep(PAGE, rules_of(b"User-agent: *\nDisallow: /", AGENT))
    now[0] += timedelta(seconds=3599)
    assert cache.fresh(PAGE) is rules
    now[0] += timedelta(seconds=2)
    assert cache.fresh(PAGE) is None
    assert cache.keep(PAGE, Rules(closed="answered 503")) is rules
    assert cache.fresh(PAGE) is rules


def test_a_closed_site_is_asked_again_after_five_minutes() -> None:
    now = [NOW]
    cache = RobotsCache(86400, lambda: now[0])
    cache.keep(PAGE, Rules(closed="answered 503"))
    now[0] += timedelta(seconds=299)
    assert cache.fresh(PAGE) is not None
    now[0] += timedelta(seconds=2)
    assert cache.fresh(PAGE) is None


def test_the_cache_forgets_the_oldest_of_more_than_two_thousand_sites() -> None:
    cache = RobotsCache(86400, lambda: NOW)
    sites = [Target(f"https://s{n}.example/", "https", f"s{n}.example", 443) for n in range(2001)]
    for site in sites:
        cache.keep(site, Rules())
    assert cache.fresh(sites[0]) is None
    assert cache.fresh(sites[1]) is not None


def test_robots_txt_lies_at_the_root_of_the_origin() -> None:
    assert robots_url(PAGE) == "https://example.org/robots.txt"
    assert robots_url(Target("http://[2606::1]:81/a", "http", "2606::1", 81)) == "http://[2606::1]:81/robots.txt"
    assert product("EscalationWatch/0.1 (+https://example.org)") == AGENT
