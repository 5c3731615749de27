"""Which IP addresses are somewhere on the public internet, and what the others are.

``ipaddress.is_global`` of Python 3.11 says yes to multicast, 6to4, NAT64, ``::127.0.0.1`` and ``fec0::``, so the tables are
written out here, after the IANA special-purpose address registries (RFC 6890 and its successors).
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network
from typing import Literal

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# "inside" may be opened by naming a host in the allow-list; "metadata" and "never" only by naming the address itself.
Reach = Literal["inside", "metadata", "never"]

_SPECIAL: tuple[tuple[str, str, Reach], ...] = (
    # the instance metadata and platform services of clouds come first: they lie inside wider ranges
    ("169.254.169.254/32", "a cloud metadata address", "metadata"),
    ("169.254.170.2/32", "a cloud metadata address", "metadata"),
    ("100.100.100.200/32", "a cloud metadata address", "metadata"),
    ("168.63.129.16/32", "a cloud metadata address", "metadata"),
    ("192.0.0.192/32", "a cloud metadata address", "metadata"),
    ("fd00:ec2::254/128", "a cloud metadata address", "metadata"),
    ("fd20:ce::254/128", "a cloud metadata address", "metadata"),
    ("0.0.0.0/8", "an address of this machine", "never"),
    ("10.0.0.0/8", "a private address", "inside"),
    ("100.64.0.0/10", "a carrier-grade NAT address", "inside"),
    ("127.0.0.0/8", "a loopback address", "inside"),
    ("169.254.0.0/16", "a link-local address", "never"),
    ("172.16.0.0/12", "a private address", "inside"),
    ("192.0.0.0/24", "a reserved address", "never"),
    ("192.0.2.0/24", "an address for documentation", "never"),
    ("192.88.99.0/24", "a 6to4 relay address", "never"),
    ("192.168.0.0/16", "a private address", "inside"),
    ("198.18.0.0/15", "an address for benchmarks", "never"),
    ("198.51.100.0/24", "an address for documentation", "never"),
    ("203.0.113.0/24", "an address for documentation", "never"),
    ("224.0.0.0/4", "a multicast address", "never"),
    ("240.0.0.0/4", "a reserved address", "never"),
    ("::/128", "an address of this machine", "never"),
    ("::1/128", "a loopback address", "inside"),
    ("::ffff:0:0/96", "an IPv4-mapped address", "never"),
    ("::ffff:0:0:0/96", "an IPv4-translated address", "never"),
    ("::/96", "an IPv4-compatible address", "never"),
    ("64:ff9b::/96", "a NAT64 address", "never"),
    ("64:ff9b:1::/48", "a NAT64 address", "never"),
    ("100::/64", "a discard-only address", "never"),
    ("2001::/32", "a Teredo address", "never"),
    ("2001::/23", "a reserved address", "never"),
    ("2001:db8::/32", "an address for documentation", "never"),
    ("2002::/16", "a 6to4 address", "never"),
    ("3fff::/20", "an address for documentation", "never"),
    ("fc00::/7", "a private address", "inside"),
    ("fe80::/10", "a link-local address", "never"),
    ("fec0::/10", "a site-local address", "never"),
    ("ff00::/8", "a multicast address", "never"),
)
_TABLE: tuple[tuple[Network, str, Reach], ...] = tuple((ip_network(net), what, reach) for net, what, reach in _SPECIAL)
_GLOBAL_UNICAST = IPv6Network("2000::/3")  # all that IANA gives out of IPv6; what is neither here nor above is reserved


def special(address: Address) -> tuple[str, Reach] | None:
    """What is special about an address, in words, and who may open it; None for a plain public one."""
    for network, what, reach in _TABLE:
        if address in network:  # False across versions
            return what, reach
    if isinstance(address, IPv6Address) and address not in _GLOBAL_UNICAST:
        return "a reserved address", "never"
    return None
