"""The allow-list: hosts and networks that the guard lets through although they are private or on an unusual port.

An entry opens what it names and nothing else:

    feeds.intranet        this host on the usual ports; it may resolve to loopback and private addresses
    feeds.intranet:8081   this host on this port
    127.0.0.1:8081        this address, written just so in the URL, on this port
    10.1.0.0/16           these addresses, under any name, on the usual ports
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from service.errors import ConfigError
from service.fetch.addresses import Address, Network, Reach
from service.fetch.hosts import canonical_host

USUAL_PORTS = frozenset({80, 443})


@dataclass(frozen=True, slots=True)
class AllowList:
    """``hosts`` are (host, port) with port None for the usual ones; hosts in the canonical form of the guard."""

    hosts: frozenset[tuple[str, int | None]] = frozenset()
    networks: tuple[Network, ...] = ()

    def opens_port(self, host: str, port: int) -> bool:
        """Whether a URL with this host may name this port."""
        return port in USUAL_PORTS or (host, port) in self.hosts

    def opens_address(self, host: str, port: int, address: Address, reach: Reach) -> bool:
        """Whether this special address may be connected to under this host and port.

        A host's name opens loopback and private addresses only: a name can come to point anywhere, so link-local,
        metadata and translated addresses need an entry with the address or network itself.
        """
        if port in USUAL_PORTS and any(address in network for network in self.networks):
            return True
        if (host, port) in self.hosts or (port in USUAL_PORTS and (host, None) in self.hosts):
            return reach == "inside" or host == str(address)
        return False


def allow_list(entries: Iterable[str]) -> AllowList:
    """Read the entries of [fetch] allow; ConfigError for one that names neither host nor network."""
    hosts: set[tuple[str, int | None]] = set()
    networks: list[Network] = []
    for entry in entries:
        try:
            if "/" in entry:
                networks.append(ip_network(entry))
            else:
                hosts.add(_host_and_port(entry))
        except ValueError:
            raise ConfigError(
                f"allow entry {entry!r} cannot be used; allowed: a host, host:port or network, "
                "like feeds.intranet, 127.0.0.1:8081, 10.1.0.0/16"
            ) from None
    return AllowList(frozenset(hosts), tuple(networks))


def _host_and_port(entry: str) -> tuple[str, int | None]:
    try:
        return str(ip_address(entry)), None
    except ValueError:
        parts = urlsplit(f"//{entry}")
    host = canonical_host(parts.hostname or "")
    if host is None or parts.netloc != entry or "@" in entry:
        raise ValueError(entry)
    return host, parts.port
