"""The way to a host: refused connections, certificates, and the proxy that the environment names."""

import shutil
import subprocess
from pathlib import Path

import pytest
from gathering_tools import WORKBOOK, files_in, gather_one
from http_server import Publisher, running_publisher


def test_refused_connection(raw: Path) -> None:
    with running_publisher() as gone:
        address = gone.address("/a.xlsx")
    outcome = gather_one(address, raw)
    assert outcome.reason == "unreachable"
    assert "takes no connection" in outcome.message
    assert "Tried 3 time(s)." in outcome.message
    assert files_in(raw) == set()


def test_certificates_are_checked_against_the_bundle_of_the_environment(
    tmp_path: Path, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed: no certificate to try")
    pem, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    options = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    command = [openssl, *options, "-keyout", str(key), "-out", str(pem), *subject]
    subprocess.run(command, check=True, capture_output=True)
    both = tmp_path / "both.pem"
    both.write_bytes(key.read_bytes() + pem.read_bytes())
    monkeypatch.setenv("NO_PROXY", "localhost")
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    monkeypatch.delenv("CURL_CA_BUNDLE", raising=False)
    with running_publisher(both) as secured:
        secured.file("/a.xlsx", WORKBOOK)
        address = secured.address("/a.xlsx", "localhost")
        outcome = gather_one(address, raw)
        assert outcome.reason == "certificate"
        assert "REQUESTS_CA_BUNDLE" in outcome.message
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(pem))
        assert gather_one(address, raw).state == "new"


def test_the_proxy_of_the_environment_is_asked(
    publisher: Publisher, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.file("http://publisher.invalid/a.xlsx", WORKBOOK)
    monkeypatch.setenv("http_proxy", publisher.address(""))
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert gather_one("http://publisher.invalid/a.xlsx", raw).state == "new"
