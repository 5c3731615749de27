"""Which URLs and addresses may be asked: hostile ones never, and the allow-list opens only what it names."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address

import pytest

from service.errors import BlockedAddress, ConfigError, FetchError
from service.fetch.addresses import special
from service.fetch.allow import allow_list
from service.fetch.guard import Guard, shown
from service.fetch.hosts import canonical_host

PUBLIC = "93.184.215.14"

HOSTILE_URLS = (
    # loopback in every spelling that some program reads as 127.0.0.1
    "http://127.0.0.1/", "http://127.1/", "http://127.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.0.0.1/",
    "http://0x7f.1/", "http://017700000001/", "http://0177.0.0.1/", "http://0177.0.0.01/", "http://00000127.0.0.1/",
    "http://127.0.0.1./", "http://127.255.255.254/", "http://127.000.000.001/", "http://0/", "http://0.0.0.0/", "http://0x0/",
    "http://[::1]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::]/", "http://[::1%25lo]/", "http://[::1%lo]/",
    # the same with other digits and dots
    "http://127。0。0。1/", "http://127．0．0．1/", "http://127｡0｡0｡1/", "http://１２７.０.０.１/", "http://①②⑦.⓪.⓪.①/",
    "http://１２７。０。０。１/", "http://127%2e0%2e0%2e1/", "http://%31%32%37.0.0.1/", "http://٣.٣.٣.٣/",
    # IPv4 inside IPv6
    "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[::ffff:0:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/", "http://[64:ff9b::8.8.8.8]/", "http://[64:ff9b:1::1]/", "http://[2002:7f00:1::]/",
    "http://[2002:c0a8:101::1]/", "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
    # private, link-local, shared, reserved
    "http://10.0.0.1/", "http://10.255.255.255/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.1.1/",
    "http://100.64.0.1/", "http://100.127.255.254/", "http://169.254.1.1/", "http://198.18.0.1/", "http://192.0.0.1/",
    "http://192.0.2.1/", "http://198.51.100.7/", "http://203.0.113.9/", "http://192.88.99.1/", "http://224.0.0.1/",
    "http://239.255.255.250/", "http://240.0.0.1/", "http://255.255.255.255/", "http://[fc00::1]/", "http://[fd12:3456::1]/",
    "http://[fe80::1]/", "http://[fec0::1]/", "http://[ff02::1]/", "http://[100::1]/", "http://[2001:db8::1]/",
    "http://[3fff::1]/", "http://[4000::1]/", "http://[2001:10::1]/",
    # what clouds tell their machines
    "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://168.63.129.16/", "http://100.100.100.200/",
    "http://0xa9fea9fe/", "http://2852039166/", "http://169.254.170.2/v2/credentials", "http://192.0.0.192/opc/v2/",
    # hosts that hide
    "http://user@example.org/", "http://user:secret@example.org/", "http://example.org@127.0.0.1/", "http://127.0.0.1@example.org/",
    "http://example.org\\@127.0.0.1/", "http://127.0.0.1\\.example.org/", "http://example.org:80@127.0.0.1/", "http://@example.org/",
    "http://exam\u200bple.org/", "http://example.org\u202e/", "http://exam\tple.org/", "http://exam ple.org/", "http://example.org\r\nHost:a/",
    "http:///etc/passwd", "http://", "http://.example.org/", "http://example..org/", "http://[::1", "http://[not-an-address]/",
    "http://" + "a" * 64 + ".org/", "http://" + "a." * 130 + "org/", "http://℀.example/", "http://*.example.org/",
    "http://example.org/\ud800",
    # schemes and ports
    "file:///etc/passwd", "ftp://example.org/", "gopher://example.org:70/_", "dict://127.0.0.1:6379/info", "javascript:alert(1)",
    "data:text/html,hi", "jar:http://example.org!/", "ws://example.org/", "//example.org/", "example.org", "", "HTTP//example.org",
    "http://example.org:22/", "http://example.org:6379/", "http://example.org:8080/", "http://example.org:0/",
    "http://example.org:99999/", "http://example.org:-1/", "http://example.org:８０８０/", "https://example.org:25/",
    "http://example.org/" + "a" * 5000,
)  # fmt: skip


def guard_with(*allow: str, answers: dict[str, Sequence[str]] | None = None) -> Guard:
    async def resolve(host: str, port: int) -> Sequence[str]:
        return (answers or {}).get(host, ())

    return Guard(allow_list(allow), resolve)


def test_there_are_at_least_sixty_hostile_urls() -> None:
    assert len(set(HOSTILE_URLS)) >= 60


@pytest.mark.parametrize("url", HOSTILE_URLS, ids=ascii)
def test_a_hostile_url_is_refused_before_anything_is_looked_up(url: str) -> None:
    with pytest.raises(BlockedAddress) as refusal:
        guard_with().check_url(url)
    assert refusal.value.permanent
    assert "secret" not in refusal.value.message


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("http://Example.ORG", "http://example.org/"),
        ("https://example.org:443/a?b=c#d", "https://example.org/a?b=c"),
        ("http://example.org:443/", "http://example.org:443/"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/ü"),
        ("https://example.org./feed", "https://example.org/feed"),
        ("https://8.8.8.8/", "https://8.8.8.8/"),
        ("https://[2606:4700:4700:0::1111]/", "https://[2606:4700:4700::1111]/"),
        ("https://my_feed.example.org/", "https://my_feed.example.org/"),
        ("https://fa.example.org/نیم‌فاصله", "https://fa.example.org/نیم‌فاصله"),
        ("https://ｅｘａｍｐｌｅ.org/", "https://example.org/"),
    ],
)
def test_a_public_url_passes_in_its_one_form(url: str, clean: str) -> None:
    assert guard_with().check_url(url).url == clean


@pytest.mark.parametrize(
    "bad",
    [
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "::1",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "fd00::1",
        "224.0.0.9",
        "2002:a00:1::",
        "0.0.0.0",
    ],
)
@pytest.mark.parametrize("place", ["first", "last", "only"])
async def test_a_name_is_refused_where_any_of_its_addresses_is_bad(bad: str, place: str) -> None:
    answers = {"first": [bad, PUBLIC], "last": [PUBLIC, bad], "only": [bad]}[place]
    with pytest.raises(BlockedAddress, match=r"rebind\.example"):
        await guard_with(answers={"rebind.example": answers}).addresses("rebind.example", 443)


async def test_a_public_name_gives_its_addresses_once_each() -> None:
    guard = guard_with(answers={"example.org": [PUBLIC, PUBLIC, "2606:4700:4700::1111"]})
    assert await guard.addresses("example.org", 443) == (PUBLIC, "2606:4700:4700::1111")


async def test_a_name_without_address_is_an_error_that_says_so() -> None:
    with pytest.raises(FetchError, match=r"nowhere\.example: the name has no address") as error:
        await guard_with().addresses("nowhere.example", 443)
    assert not isinstance(error.value, BlockedAddress)


async def test_a_resolver_that_fails_is_an_error_that_says_so() -> None:
    async def resolve(host: str, port: int) -> Sequence[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(FetchError, match="cannot be resolved"):
        await Guard(allow_list(()), resolve).addresses("nowhere.example", 443)


async def test_a_resolver_that_answers_rubbish_is_an_error() -> None:
    with pytest.raises(FetchError, match="no IP address"):
        await guard_with(answers={"odd.example": ["not-an-address"]}).addresses("odd.example", 443)


# --- the allow-list ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "url"),
    [
        ("127.0.0.1:8081", "http://127.0.0.1:8081/feed"),
        ("127.0.0.1", "http://127.0.0.1/feed"),
        ("127.0.0.1", "https://127.0.0.1/feed"),
        ("[::1]:8081", "http://[::1]:8081/feed"),
        ("::1", "http://[::1]/feed"),
        ("10.1.0.0/16", "http://10.1.2.3/feed"),
        ("fd00::/8", "http://[fd00::7]/feed"),
        ("169.254.169.254", "http://169.254.169.254/"),
        ("feeds.example.org:8080", "http://feeds.example.org:8080/"),
        ("Feeds.Example.org:8080", "http://feeds.example.ORG:8080/"),
    ],
)
def test_the_allow_list_opens_what_it_names(entry: str, url: str) -> None:
    assert guard_with(entry).check_url(url).url


@pytest.mark.parametrize(
    ("entry", "url"),
    [
        ("127.0.0.1:8081", "http://127.0.0.1:8082/"),
        ("127.0.0.1:8081", "http://127.0.0.1/"),
        ("127.0.0.1:8081", "http://127.0.0.2:8081/"),
        ("127.0.0.1:8081", "http://[::ffff:127.0.0.1]:8081/"),
        ("127.0.0.1:8081", "http://2130706433:8081/"),
        ("127.0.0.1:8081", "ftp://127.0.0.1:8081/"),
        ("127.0.0.1:8081", "http://me@127.0.0.1:8081/"),
        ("127.0.0.1", "http://127.0.0.1:6379/"),
        ("10.1.0.0/16", "http://10.2.0.1/"),
        ("10.1.0.0/16", "http://10.1.0.1:6379/"),
        ("feeds.example.org", "http://feeds.example.org:8080/"),
        ("feeds.example.org:8080", "http://other.example.org:8080/"),
        ("example.org:8080", "http://feeds.example.org:8080/"),
        ("localhost", "http://127.0.0.1/"),
    ],
)
def test_the_allow_list_opens_nothing_else(entry: str, url: str) -> None:
    with pytest.raises(BlockedAddress):
        guard_with(entry).check_url(url)


@pytest.mark.parametrize(
    ("entries", "host", "port", "answer", "opens"),
    [
        (["feeds.intranet"], "feeds.intranet", 80, "10.0.0.5", True),
        (["feeds.intranet"], "feeds.intranet", 443, "127.0.0.1", True),
        (["feeds.intranet"], "other.intranet", 80, "10.0.0.5", False),
        (["feeds.intranet:8081"], "feeds.intranet", 8081, "10.0.0.5", True),
        (["feeds.intranet:8081"], "feeds.intranet", 80, "10.0.0.5", False),
        (["feeds.intranet"], "feeds.intranet", 80, "169.254.169.254", False),
        (["feeds.intranet"], "feeds.intranet", 80, "fd00:ec2::254", False),
        (["feeds.intranet"], "feeds.intranet", 80, "fe80::1", False),
        (["feeds.intranet"], "feeds.intranet", 80, "::ffff:10.0.0.5", False),
        (["10.0.0.0/24"], "any.example", 80, "10.0.0.5", True),
        (["10.0.0.0/24"], "any.example", 80, "10.0.1.5", False),
        (["10.0.0.0/24"], "any.example", 6379, "10.0.0.5", False),
        (["127.0.0.1:8081"], "rebind.example", 8081, "127.0.0.1", False),
    ],
)
async def test_a_name_in_the_allow_list_opens_private_addresses_and_no_others(
    entries: list[str], host: str, port: int, answer: str, opens: bool
) -> None:
    guard = guard_with(*entries, answers={host: [answer]})
    if opens:
        assert await guard.addresses(host, port) == (answer,)
    else:
        with pytest.raises(BlockedAddress):
            await guard.addresses(host, port)


@pytest.mark.parametrize("entry", ["10.0.0.1/8", "http://intranet", "a b", "", "user@host:80", "host:port", "1.2.3.0/33"])
def test_an_entry_that_names_nothing_is_a_configuration_error(entry: str) -> None:
    with pytest.raises(ConfigError, match="allowed: a host, host:port or network"):
        allow_list([entry])


# --- words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://user:pw@example.org/a", "https://example.org/a"),
        ("https://example.org/a?token=abc&page=2", "https://example.org/a?token=***&page=2"),
        ("https://example.org/a?API_KEY=abc", "https://example.org/a?API_KEY=***"),
        ("https://example.org/\x1b[31mred\n", "https://example.org/?[31mred?"),
        ("https://u:p@[broken/", "https://[broken/"),
        ("https://example.org/" + "a" * 1000, "https://example.org/" + "a" * 279 + "…"),
    ],
)
def test_a_url_is_shown_without_secrets_and_control_characters(url: str, text: str) -> None:
    assert shown(url) == text


@pytest.mark.parametrize(
    "public", ["1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.32.0.1", "2a00:1450::1", "2606:4700::1"]
)
def test_public_addresses_are_nothing_special(public: str) -> None:
    assert special(ip_address(public)) is None


def test_a_host_without_a_form_is_none() -> None:
    assert canonical_host("xn--") is None
    assert canonical_host("1.2.3.4.5") is None
    assert canonical_host("0x7f.example") == "0x7f.example"
