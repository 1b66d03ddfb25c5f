"""What a process has for all its requests."""

from dataclasses import dataclass, field

from app.auth.external import ExternalTokens
from app.auth.keys import KeyRingFile
from app.auth.tokens import VerifiedTokens
from app.boundary.policy import Policy
from app.database.engines import Databases
from app.gate.rates import RateLimits
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Services:
    """Settings, keys, databases and policy, made at start-up and closed at shutdown."""

    settings: Settings
    policy: Policy
    keys: KeyRingFile
    databases: Databases
    rates: RateLimits = field(repr=False)
    tokens: VerifiedTokens = field(repr=False)
    external: ExternalTokens = field(repr=False)
