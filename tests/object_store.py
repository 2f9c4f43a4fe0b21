"""An S3 server of the tests' own on this machine, which can be stopped and started again at the same address."""

import importlib
import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

_moto: Any = importlib.import_module("moto.server")
_filesystems: Any = importlib.import_module("pyarrow.fs")


class ObjectStore:
    """A running S3 server; what it holds is lost when it ends, not when it stops."""

    def __init__(self) -> None:
        # Its line for every request would drown what a failed test says.
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self._server = _moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        self._server.start()
        host, self._port = self._server.get_host_and_port()
        self.endpoint = f"http://{host}:{self._port}"

    def stop(self) -> None:
        """Answer no more."""
        self._server.stop()

    def start_again(self) -> None:
        """Answer again at the same address, with all that was held."""
        self._server = _moto.ThreadedMotoServer(ip_address="127.0.0.1", port=self._port, verbose=False)
        self._server.start()

    def new_bucket(self, name: str) -> str:
        """Make a bucket and return the address of a release in it."""
        store, _ = _filesystems.FileSystem.from_uri(f"s3://{name}/?allow_bucket_creation=true")
        store.create_dir(name)
        return f"s3://{name}/release"

    def copy(self, source: str, target: str) -> None:
        """Copy one object to another address, as a person's own tool would."""
        store, path = _filesystems.FileSystem.from_uri(source)
        store.copy_file(path, urlsplit(target).netloc + urlsplit(target).path)

    def delete(self, address: str) -> None:
        """Delete one object."""
        store, path = _filesystems.FileSystem.from_uri(address)
        store.delete_file(path)


@pytest.fixture(scope="session")
def object_store_server() -> Iterator[ObjectStore]:
    """The server, one for all tests of a process."""
    server = ObjectStore()
    yield server
    server.stop()


@pytest.fixture
def object_store(object_store_server: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> ObjectStore:
    """The server, with what names it and its credentials in the environment, as a deployment has them."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_ENDPOINT_URL", object_store_server.endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "tests")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "of this machine only")
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    return object_store_server


@pytest.fixture
def address(object_store: ObjectStore, request: pytest.FixtureRequest) -> str:
    """The address of a release in a bucket of this test alone."""
    name = "".join(letter if letter.isalnum() else "-" for letter in request.node.name.lower())
    return object_store.new_bucket(f"{name[:50].strip('-')}-bucket")
