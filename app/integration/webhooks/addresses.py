"""Where a webhook may go: which URLs are taken, and which addresses are connected to.

A URL is chosen by an integrator and called from inside our network. So a name is judged by its form alone when it is
registered (whether it leads anywhere, and where, is told nobody), and what it leads to is judged at each attempt.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from app.common.problem import InvalidValue

MOST_CHARACTERS = 2000
HTTPS_PORT = 443
FIRST_FREE_PORT = 1024
"""Below it lie other services; only that of https is a receiver's."""
LAST_PORT = 65535

_PLAIN = re.compile(r"[!-~]+", re.ASCII)
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.ASCII)
_MOST_OF_NAME = 253
_INSIDE = frozenset({"localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "test", "invalid"})
"""Top-level names that lead to nobody on the outside."""

_GLOBAL_UNICAST = ip_network("2000::/3")
_NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            # IPv4: this network, private, shared (CGNAT), loopback, link-local, protocol assignments, documentation,
            # 6to4 relays, benchmarking, multicast, reserved.
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
            *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
            *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
            # IPv6 within 2000::/3: protocol assignments with Teredo, documentation, 6to4, documentation.
            *("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
        ),
    )
)


class UrlForm(InvalidValue):
    """No URL that we would call."""

    code = "url_form"
    message_en = "Must be an absolute URL in plain characters, such as https://cases.example.org/hooks."
    message_da = "Skal være en hel URL i almindelige tegn, fx https://sager.example.org/hooks."


class UrlScheme(InvalidValue):
    """Without TLS."""

    code = "url_scheme"
    message_en = "Must begin with https://."
    message_da = "Skal begynde med https://."


class UrlCredentials(InvalidValue):
    """A user or a password in it."""

    code = "url_credentials"
    message_en = "Must hold no user name or password."
    message_da = "Må ikke indeholde brugernavn eller adgangskode."


class UrlFragment(InvalidValue):
    """A fragment, which is sent nowhere."""

    code = "url_fragment"
    message_en = "Must have no fragment (#)."
    message_da = "Må ikke have et fragment (#)."


class UrlPort(InvalidValue):
    """Another service's port."""

    code = "url_port"
    message_en = "The port must be 443, or between 1024 and 65535."
    message_da = "Porten skal være 443 eller mellem 1024 og 65535."


class UrlHost(InvalidValue):
    """A name that cannot be a receiver's on the outside, or an address in another spelling than its own."""

    code = "url_host"
    message_en = "The host must be a full public name or a plain address."
    message_da = "Værten skal være et fuldt offentligt navn eller en almindelig adresse."


class UrlAddress(InvalidValue):
    """An address that is not the whole internet's."""

    code = "url_address"
    message_en = "The address is not a public one."
    message_da = "Adressen er ikke offentlig."


@dataclass(frozen=True, slots=True)
class Target:
    """What of a URL is connected to, and asked for."""

    scheme: str
    host: str
    port: int
    path: str
    """With the query."""

    @property
    def authority(self) -> str:
        """As `Host` says it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        default = HTTPS_PORT if self.scheme == "https" else 80
        return host if self.port == default else f"{host}:{self.port}"


def is_public(address: str) -> bool:
    """Whether an address is one of the internet's own, in no form that stands for another.

    IPv6 is global unicast (2000::/3) alone: so neither IPv4-mapped nor -compatible, NAT64, link- or site-local, unique
    local nor multicast; and of those no 6to4 and no Teredo.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and (found.scope_id is not None or found not in _GLOBAL_UNICAST):
        return False
    within = any(found.version == each.version and found in each for each in _NOT_PUBLIC)
    return not within and found.is_global and not found.is_multicast


def is_loopback(address: str) -> bool:
    """This machine, in its plain forms."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return found == IPv6Address("::1") or (isinstance(found, IPv4Address) and found.is_loopback)


def may_connect(address: str, *, local: bool) -> bool:
    """Whether to connect to what a name has led to.

    Args:
        local: this machine too (the demo's).
    """
    return is_public(address) or (local and is_loopback(address))


def target_of(url: str, *, local: bool) -> Target:
    """Read a URL; nothing is looked up.

    Args:
        local: take http and this machine too (the demo's).

    Raises:
        InvalidValue: one of those above, which never holds the URL.
    """
    if len(url) > MOST_CHARACTERS or not _PLAIN.fullmatch(url) or "\\" in url:
        raise UrlForm
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UrlForm from error
    if parts.scheme != "https" and not (local and parts.scheme == "http"):
        raise UrlScheme
    if "@" in parts.netloc:
        raise UrlCredentials
    if "#" in url:
        raise UrlFragment
    if not parts.hostname or parts.netloc.endswith(":"):
        raise UrlHost
    host = _host(parts.hostname, bracketed=parts.netloc.startswith("["), local=local)
    default = HTTPS_PORT if parts.scheme == "https" else 80
    if port is not None and not (port == default or FIRST_FREE_PORT <= port <= LAST_PORT):
        raise UrlPort
    path = parts.path or "/"
    return Target(
        parts.scheme, host, default if port is None else port, f"{path}?{parts.query}" if parts.query else path
    )


def _host(host: str, *, bracketed: bool, local: bool) -> str:
    labels = host.lower().split(".")
    if bracketed or labels[-1].isdigit() or labels[-1].startswith("0x"):
        return _literal(host, bracketed=bracketed, local=local)
    if len(host) > _MOST_OF_NAME or not all(_LABEL.fullmatch(each) for each in labels):
        raise UrlHost
    if local and labels == ["localhost"]:
        return "localhost"
    if len(labels) == 1 or labels[-1] in _INSIDE:
        raise UrlHost
    return ".".join(labels)


def _literal(host: str, *, bracketed: bool, local: bool) -> str:
    try:
        # Dotted decimal without leading zeros, or IPv6: not 0x7f.1, 0177.0.0.1 or 2130706433.
        found = ip_address(host)
    except ValueError as error:
        raise UrlHost from error
    if bracketed != isinstance(found, IPv6Address):
        raise UrlHost
    if not may_connect(host, local=local):
        raise UrlAddress
    return str(found)
