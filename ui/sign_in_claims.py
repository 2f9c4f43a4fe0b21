"""Whether somebody who signed in may see what the office keeps: judged by the claims of the sign-in and the clock.

The claims are those of the ID token, whose signature is checked when it comes (OpenID Connect Core 1.0, 3.1.3.7).
Everything that time or a setting can change afterwards is judged here, again on every run of a page.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Reason = Literal["not signed in", "wrong issuer", "wrong audience", "no times", "not yet valid", "expired", "no role"]


@dataclass(frozen=True, slots=True)
class SignInSettings:
    """Who signs people in for whom, and which claim holds the role that may see the files of the office.

    `skew`: seconds by which the clocks of the provider and of this server may differ.
    """

    client_id: str
    issuer: str
    claim: str
    role: str
    skew: float


@dataclass(frozen=True, slots=True)
class MaySee:
    """Leave to see the files of the office, given by `judge` alone and for one run alone.

    `until`: when it ends at the latest (seconds since 1970), for what is made after the run.
    """

    until: float


@dataclass(frozen=True, slots=True)
class Refused:
    """No leave, and why."""

    reason: Reason


def judge(claims: Mapping[str, object], now: float, settings: SignInSettings) -> MaySee | Refused:
    """Tell whether these claims are leave to see the files of the office at `now` (seconds since 1970)."""
    if claims.get("is_logged_in") is not True:
        return Refused("not signed in")
    if not _same_issuer(claims.get("iss"), settings.issuer):
        return Refused("wrong issuer")
    if not _is_for(claims, settings.client_id):
        return Refused("wrong audience")
    times = _times(claims)
    if times is None:
        return Refused("no times")
    begins, ends = times
    if begins > now + settings.skew:
        return Refused("not yet valid")
    if ends + settings.skew <= now:
        return Refused("expired")
    if settings.role not in _texts(_claim(claims, settings.claim)):
        return Refused("no role")
    return MaySee(ends + settings.skew)


def _same_issuer(given: object, wanted: str) -> bool:
    """Compare without the slash at the end: where the issuer is found by its address, that is lost."""
    return isinstance(given, str) and given.rstrip("/") == wanted.rstrip("/")


def _is_for(claims: Mapping[str, object], client_id: str) -> bool:
    party = claims.get("azp")
    return client_id in _texts(claims.get("aud")) and (party is None or party == client_id)


def _times(claims: Mapping[str, object]) -> tuple[float, float] | None:
    """Return from when and until when the claims count; None where the end is not said or a time is no number."""
    ends = _time(claims.get("exp"))
    begins = [_time(claims[name]) for name in ("iat", "nbf") if claims.get(name) is not None]
    known = [begin for begin in begins if begin is not None]
    if ends is None or len(known) < len(begins):
        return None
    return max(known, default=-math.inf), ends


def _time(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None


def _claim(claims: Mapping[str, object], name: str) -> object:
    """Return the claim of that name, else what the name leads to step by step: "realm_access.roles"."""
    if name in claims:
        return claims[name]
    found: object = claims
    for step in name.split("."):
        if not isinstance(found, Mapping):
            return None
        found = found.get(step)
    return found


def _texts(value: object) -> tuple[object, ...]:
    """A claim with one value may be a text or a list; a text is one value, never cut at blanks or commas."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list | tuple) else ()
