"""The settings of the sign-in: without all of them the files of the office are shown to nobody, and the log says so."""

import logging
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.runtime.secrets import Secrets

from ui.sign_in_claims import SignInSettings
from ui.sign_in_settings import NotSetUp, own_results_folder, settings_of, sign_in_settings, tell_of_own_results

AUTH = {
    "redirect_uri": "https://chiso.tinh.example/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "dashboard",
    "client_secret": "secret",
    "server_metadata_url": "https://id.tinh.example/realms/so/.well-known/openid-configuration",
}


def _settings(own: dict[str, Any] | None = None, **auth: object) -> SignInSettings | NotSetUp:
    kept = {name: value for name, value in {**AUTH, **auth}.items() if value is not None}
    return settings_of({"auth": kept, "own_results": {"role": "xem-noi-bo", **(own or {})}})


def test_the_issuer_is_that_of_the_address_where_none_is_named() -> None:
    assert _settings() == SignInSettings("dashboard", "https://id.tinh.example/realms/so", "roles", "xem-noi-bo", 30)
    other = {"issuer": "https://sts.example/1", "claim": "groups", "clock_skew_seconds": 0}
    assert _settings(other) == SignInSettings("dashboard", "https://sts.example/1", "groups", "xem-noi-bo", 0)


@pytest.mark.parametrize(
    ("missing", "own", "auth"),
    [
        ("auth.client_id", {}, {"client_id": None}),
        ("auth.client_secret", {}, {"client_secret": " "}),
        ("auth.cookie_secret of at least 32 characters", {}, {"cookie_secret": "short"}),
        ("auth.redirect_uri that begins with https://", {}, {"redirect_uri": "http://a.example/oauth2callback"}),
        ("auth.redirect_uri that ends with /oauth2callback", {}, {"redirect_uri": "https://a.example/"}),
        ("auth.server_metadata_url that begins with https://", {}, {"server_metadata_url": "http://id.example/x"}),
        ("auth.server_metadata_url that begins with https://", {}, {"server_metadata_url": "http://[::1"}),
        ("own_results.role", {"role": ""}, {}),
        ("own_results.role", {"role": ["xem-noi-bo"]}, {}),
        ("own_results.clock_skew_seconds from 0 to 300", {"clock_skew_seconds": 86_400}, {}),
        ("own_results.clock_skew_seconds from 0 to 300", {"clock_skew_seconds": "30"}, {}),
    ],
)
def test_what_is_missing_is_named(missing: str, own: dict[str, Any], auth: dict[str, object]) -> None:
    assert _settings(own, **auth) == NotSetUp((missing,))


def test_no_tables_at_all_miss_everything() -> None:
    found = settings_of({"auth": "yes"})
    assert isinstance(found, NotSetUp)
    assert {"auth.cookie_secret", "own_results.role"} < set(found.missing)


def test_without_secrets_the_log_says_once_that_nobody_sees_the_folder(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    class NoSecrets(Secrets):
        def _parse(self) -> Any:
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(st, "secrets", NoSecrets())
    assert sign_in_settings() == NotSetUp(("secrets.toml",))
    monkeypatch.delenv("DASHBOARD_OWN_RESULTS", raising=False)
    with caplog.at_level(logging.WARNING, logger="dashboard"):
        tell_of_own_results()
        assert caplog.messages == []
        monkeypatch.setenv("DASHBOARD_OWN_RESULTS", str(tmp_path))
        tell_of_own_results()
    (message,) = caplog.messages
    assert message.startswith("DASHBOARD_OWN_RESULTS names a folder, but its files are shown to nobody: ")
    assert message.endswith("; missing: secrets.toml")


def test_the_folder_is_that_of_the_setting() -> None:
    assert own_results_folder({}) is None
    assert own_results_folder({"DASHBOARD_OWN_RESULTS": " "}) is None
    assert own_results_folder({"DASHBOARD_OWN_RESULTS": "/srv/noi-bo"}) == Path("/srv/noi-bo")
