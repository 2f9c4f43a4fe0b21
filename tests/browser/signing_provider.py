"""A provider of OpenID Connect that signs what no honest one would: wrong audience, wrong key, times that are over.

Whoever comes is sent back at once, signed in; `changed` says what the next ID token claims in place of what is right.
"""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey


@dataclass
class SigningProvider:
    """A running provider: where it answers, what its next token claims otherwise, and whether it signs with its key."""

    url: str = ""
    claims: dict[str, Any] = field(default_factory=dict[str, Any])
    changed: dict[str, Any] = field(default_factory=dict[str, Any])
    with_own_key: bool = True


@contextmanager
def running_signing_provider(claims: dict[str, Any]) -> Iterator[SigningProvider]:
    """Run the provider for one person of these claims, in this process."""
    provider = SigningProvider(claims=claims)
    own_key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
    other_key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
    nonces: dict[str, str] = {}

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(asked.query).items()}
            if asked.path == "/.well-known/openid-configuration":
                self._send({
                    "issuer": provider.url,
                    "authorization_endpoint": f"{provider.url}/authorize",
                    "token_endpoint": f"{provider.url}/token",
                    "jwks_uri": f"{provider.url}/keys",
                    "id_token_signing_alg_values_supported": ["RS256"],
                })  # fmt: skip
            elif asked.path == "/keys":
                self._send({"keys": [own_key.as_dict(private=False)]})
            else:
                code = f"code-{len(nonces)}"
                nonces[code] = query["nonce"]
                self.send_response(302)
                back = urlencode({"code": code, "state": query["state"]})
                self.send_header("Location", f"{query['redirect_uri']}?{back}")
                self.send_header("Content-Length", "0")
                self.end_headers()

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            now = int(time.time())
            right = {
                "iss": provider.url,
                "aud": "dashboard",
                "iat": now,
                "exp": now + 600,
                "nonce": nonces[form["code"][0]],
            }
            given = {**right, **provider.claims, **provider.changed}
            key = own_key if provider.with_own_key else other_key
            token = jwt.encode({"alg": "RS256", "kid": "one"}, given, key)
            self._send({"token_type": "Bearer", "expires_in": 600, "access_token": "unused", "id_token": token})

        def _send(self, answer: dict[str, Any]) -> None:
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
