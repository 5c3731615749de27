"""What a good configuration leads to."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path

import pytest

from service.config import load_settings
from service.config.positions import key_lines
from service.settings import FetchSettings, Policy, PollSettings, QuietHours, WebSettings, WorkSettings
from tests.harness.configs import write

SHIPPED = Path(__file__).resolve().parents[3] / "config"


def test_without_a_settings_file_every_option_has_its_default(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path), tmp_path / "var", {})
    assert settings.poll == PollSettings()
    assert settings.fetch == FetchSettings()
    assert settings.work == WorkSettings()
    assert settings.web == WebSettings()
    assert settings.policy == Policy()
    assert (settings.log_format, settings.log_level) == ("auto", "info")
    assert (settings.database_url, settings.redis_url) == ("", "")
    assert (settings.config_dir, settings.data_dir) == (tmp_path, tmp_path / "var")


def test_durations_and_sizes_may_be_numbers_or_texts_with_a_unit(tmp_path: Path) -> None:
    text = (
        '[poll]\nfloor = "90 s"\nceiling = "2h"\nsilent_after = "7 days"\nbackoff_cap = 60\n'
        '[fetch]\ntimeout = "1.5 min"\nfeed_bytes = "2 MiB"\npage_bytes = "500 kB"\n[work]\nlease = 300\ncpu_seconds = "1 min"\n'
    )
    settings = load_settings(write(tmp_path, settings=text), tmp_path, {})
    assert (settings.poll.floor, settings.poll.ceiling, settings.poll.silent_after) == (90.0, 7200.0, 604800.0)
    assert settings.poll.backoff_cap == 60.0
    assert (settings.fetch.timeout, settings.fetch.feed_bytes, settings.fetch.page_bytes) == (90.0, 2 * 2**20, 500_000)
    assert settings.work.cpu_seconds == 60


def test_a_conflicts_policy_is_laid_over_the_general_one(tmp_path: Path) -> None:
    text = (
        '[alerts]\nkinds = ["killed"]\nmin_change = 5\nwindow = "5 min"\nmax_age = 0\n'
        '[[alerts.conflict]]\nid = "armenia-azerbaijan"\nmin_change = 50\nparties = ["armenia", "Azerbaijan"]\n'
    )
    settings = load_settings(write(tmp_path, settings=text), tmp_path, {})
    general, own = settings.policy, settings.policy_for("armenia-azerbaijan")
    assert (general.kinds, general.min_change, general.window, general.max_age) == (("killed",), 5, 300.0, 0.0)
    assert (own.kinds, own.min_change, own.window) == (("killed",), 50, 300.0)
    assert own.parties == ("Armenia", "Azerbaijan"), "a party's id means its name"
    assert settings.policy_for("anything-else") == general


def test_quiet_hours_are_a_span_of_the_day_and_a_zone_and_a_conflict_can_do_without(tmp_path: Path) -> None:
    text = (
        '[alerts]\nquiet_hours = "22:00 - 06:30"\nquiet_zone = "Asia/Tbilisi"\n'
        '[[alerts.conflict]]\nid = "armenia-azerbaijan"\nquiet_hours = "none"\n'
    )
    settings = load_settings(write(tmp_path, settings=text), tmp_path, {})
    assert settings.policy.quiet_hours == QuietHours(time(22), time(6, 30), "Asia/Tbilisi")
    assert settings.policy_for("armenia-azerbaijan").quiet_hours is None


def test_an_empty_array_of_ceasefire_statuses_silences_ceasefires(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, settings="[alerts]\nceasefire = []\n"), tmp_path, {}).policy.ceasefire == ()


def test_variables_that_are_no_secrets_win_over_the_file(tmp_path: Path) -> None:
    text = '[web]\nhost = "::1"\nport = 9000\n[log]\nlevel = "error"\nformat = "json"\n'
    environ = {"WEB_HOST": "0.0.0.0", "WEB_PORT": "8080", "LOG_LEVEL": "DEBUG", "LOG_FORMAT": "console"}
    settings = load_settings(write(tmp_path, settings=text), tmp_path, environ)
    assert (settings.web.host, settings.web.port) == ("0.0.0.0", 8080)
    assert (settings.log_level, settings.log_format) == ("debug", "console")
    settings = load_settings(write(tmp_path, settings=text), tmp_path, {})
    assert (settings.web.host, settings.web.port, settings.log_level) == ("::1", 9000, "error")


def test_variables_may_have_other_names(tmp_path: Path) -> None:
    text = (
        '[storage]\ndatabase_url_env = "WATCH_DB"\n'
        '[[destination]]\nkind = "webhook"\nurl = "http://receiver:8080/"\nsecret_env = "MY_KEY"\n'
    )
    environ = {"WATCH_DB": "sqlite:///x.db", "MY_KEY": "whsec_" + "A" * 32, "DATABASE_URL": "postgresql://ignored/x"}
    settings = load_settings(write(tmp_path, settings=text), tmp_path, environ)
    assert settings.database_url == "sqlite:///x.db"
    assert [(d.name, d.url, d.secret) for d in settings.destinations] == [
        ("webhook", "http://receiver:8080/", environ["MY_KEY"])
    ]


def test_a_file_as_windows_editors_write_it_is_read(tmp_path: Path) -> None:
    text = "\ufeff[poll]\r\nconcurrency = 3\r\n".encode()
    assert load_settings(write(tmp_path, settings=text), tmp_path, {}).poll.concurrency == 3


@pytest.mark.parametrize(
    "entry", ["127.0.0.1:8081", "feeds.intranet", "feeds.intranet:80", "10.0.0.0/8", "::1", "[::1]:8080", "fd00::/8"]
)
def test_what_the_guard_may_let_through(tmp_path: Path, entry: str) -> None:
    assert load_settings(write(tmp_path, settings=f'[fetch]\nallow = ["{entry}"]\n'), tmp_path, {}).fetch.allow == (entry,)


def test_lines_are_those_of_keys_elements_and_tables_in_any_way_to_write_toml() -> None:
    text = '''\
# a comment with "quotes" and [brackets]
a.b = 1
"c d" = """
two = 2
"""
e = [ # comment ]
  "x",
  { f = "}", g = 2 },
]
h = { i = [1, 2],
      j = 3 }
[[k]]
l = 'a # no comment'
[[k.m]]
n = 1
[[k]]
[k.o."p.q"]
r = 1979-05-27T07:32:00Z # at last
'''.replace("h = { i = [1, 2],\n      j = 3 }", "h = { i = [1,\n2], j = 3 }")
    lines = key_lines(text)
    expected = {
        ("a", "b"): 2, ("c d",): 3, ("e",): 6, ("e", 0): 7, ("e", 1, "g"): 8, ("h", "i", 1): 11, ("h", "j"): 11, ("k",): 12,
        ("k", 0, "l"): 13,
        ("k", 0, "m", 0, "n"): 15, ("k", 1): 16, ("k", 1, "o", "p.q"): 17, ("k", 1, "o", "p.q", "r"): 18,
    }  # fmt: skip
    assert {path: lines.get(path) for path in expected} == expected


# --- the configuration that is shipped ---------------------------------------------------------------------------


def test_the_shipped_configuration_is_good_and_broad() -> None:
    settings = load_settings(SHIPPED, Path("var"), {})
    assert len(settings.feeds) >= 30
    assert len(settings.conflicts) >= 25
    assert all(feed.url.startswith("https://") for feed in settings.feeds)
    assert {feed.trust for feed in settings.feeds} == {"primary", "established", "unrated"}
    assert all(feed.language.split("-")[0] == "en" for feed in settings.feeds)


def test_what_the_shipped_settings_call_a_default_is_the_default(tmp_path: Path) -> None:
    text = (SHIPPED / "settings.toml").read_text(encoding="utf-8")
    told = _without_examples(text)
    said = {match[1] for match in re.finditer(r"(?m)^([a-z_]+) = ", told)}
    settings = load_settings(write(tmp_path, settings=told), tmp_path, {})
    assert "first_wounded" in said  # one line a kind makes first_of
    assert (settings.poll, settings.fetch, settings.work, settings.web, settings.policy) == (
        PollSettings(), FetchSettings(), WorkSettings(), WebSettings(), Policy(),
    )  # fmt: skip
    for kind in (PollSettings, FetchSettings, WorkSettings, Policy):
        assert set(kind.__dataclass_fields__) <= said | {"first_of"}, (
            f"options of {kind.__name__} that settings.toml does not tell of"
        )


def _without_examples(text: str) -> str:
    """The shipped settings with every option taken out of its comment, but without the example tables."""
    lines = []
    example = False
    for line in text.splitlines():
        if line.startswith("# [["):
            example = True
        elif line.startswith(("# ---", "[")):
            example = False
        if not example:
            lines.append(re.sub(r"^# (?=[a-z_]+ = )", "", line))
    return "\n".join(lines)
