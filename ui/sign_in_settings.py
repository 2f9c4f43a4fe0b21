"""The settings of the folder of own results and of the sign-in that it needs; without all of them it is not shown.

DASHBOARD_OWN_RESULTS names the folder. `.streamlit/secrets.toml` (or what `secrets.files` of Streamlit names) holds
Streamlit's own `[auth]` and, beside it, `[own_results]`: role, claim ("roles"), issuer (else that of the provider's
address), clock_skew_seconds (30). docs/deployment.md has an example.
"""

import hashlib
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from ui.sign_in_claims import SignInSettings

LOG = logging.getLogger("dashboard")

SETTING = "DASHBOARD_OWN_RESULTS"
SHORTEST_COOKIE_SECRET = 32

_DISCOVERY = "/.well-known/openid-configuration"
_AUTH = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}
_LARGEST_SKEW = 300.0


@dataclass(frozen=True, slots=True)
class NotSetUp:
    """What is missing in the settings of the sign-in, or cannot be used: each in words for the keeper of the server."""

    missing: tuple[str, ...]


def own_results_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the folder of the server with files of own results; None where no setting names one."""
    named = environment.get(SETTING, "").strip()
    return Path(named) if named else None


def sign_in_settings() -> SignInSettings | NotSetUp:
    """Return the settings of the sign-in as secrets.toml has them now."""
    try:
        held = st.secrets.to_dict()
    except (StreamlitSecretNotFoundError, OSError):
        return NotSetUp(("secrets.toml",))
    return settings_of(held)


def settings_of(secrets: Mapping[str, Any]) -> SignInSettings | NotSetUp:
    """Judge the tables `auth` and `own_results` of the secrets."""
    auth, own = (_table(secrets, name) for name in ("auth", "own_results"))
    missing = [f"auth.{name}" for name in _AUTH if not _text(auth, name)]
    if not missing:
        missing += [
            f"auth.{name} that begins with https://"
            for name in ("redirect_uri", "server_metadata_url")
            if not _is_safe(_text(auth, name))
        ]
        if not _text(auth, "redirect_uri").endswith("/oauth2callback"):
            missing.append("auth.redirect_uri that ends with /oauth2callback")
        if len(_text(auth, "cookie_secret")) < SHORTEST_COOKIE_SECRET:
            missing.append(f"auth.cookie_secret of at least {SHORTEST_COOKIE_SECRET} characters")
    if not _text(own, "role"):
        missing.append("own_results.role")
    skew = own.get("clock_skew_seconds", 30)
    if isinstance(skew, bool) or not isinstance(skew, int | float) or not 0 <= skew <= _LARGEST_SKEW:
        missing.append(f"own_results.clock_skew_seconds from 0 to {_LARGEST_SKEW:.0f}")
    if missing:
        return NotSetUp(tuple(missing))
    return SignInSettings(
        client_id=_text(auth, "client_id"),
        issuer=_text(own, "issuer") or _text(auth, "server_metadata_url").removesuffix(_DISCOVERY),
        claim=_text(own, "claim") or "roles",
        role=_text(own, "role"),
        skew=float(skew),
    )


def mark_of(name: str) -> str:
    """Return what stands for the name of a file in an address: the same in every process, telling nothing of the name.

    Raises KeyError where there is no cookie secret, without which no file is shown either.
    """
    secret = str(st.secrets["auth"]["cookie_secret"]).encode()
    return hashlib.blake2b(name.encode(), key=secret[: hashlib.blake2b.MAX_KEY_SIZE], digest_size=8).hexdigest()


def tell_of_own_results() -> None:
    """Log, once at the start, where the folder is named and its files cannot be shown; names no file and no secret."""
    folder = own_results_folder()
    if folder is None:
        return
    settings = sign_in_settings()
    if isinstance(settings, NotSetUp):
        LOG.warning(
            "%s names a folder, but its files are shown to nobody: sign-in is not set up; missing: %s",
            SETTING,
            ", ".join(settings.missing),
        )
    elif not folder.is_dir():
        LOG.warning("%s names a folder that is not there or cannot be read", SETTING)


def _table(secrets: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = secrets.get(name)
    return found if isinstance(found, Mapping) else {}


def _text(table: Mapping[str, Any], name: str) -> str:
    found = table.get(name)
    return found.strip() if isinstance(found, str) else ""


def _is_safe(address: str) -> bool:
    """Over plain HTTP anybody on the way could sign in as somebody else; within this machine there is no way."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _THIS_MACHINE)
    )
