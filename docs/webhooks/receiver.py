#!/usr/bin/env python3
"""A ready receiver of Phối Hợp's webhooks: this one file, Python 3.8 or later, nothing else.

  python3 receiver.py --secret whsec_… [--secret whsec_…] [--key whpk_…] [--port 9090] [--file seen.ndjson]
                     [--origin NAME]

Two secrets while one is being rotated. Without --secret and --key they come from the environment, WEBHOOK_SECRETS and
WEBHOOK_KEYS, separated by spaces. Python's own library has no Ed25519: signatures v1a are verified where the package
`cryptography` is installed, and otherwise only v1 counts. --origin answers the handshake of the sender with that name.
It listens on loopback: TLS is the matter of the proxy in front of it.
"""
import argparse
import base64
import hashlib
import hmac
import json
import os
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None

TOLERANCE_SECONDS = 300
MOST_BYTES = 1_000_000


def decoded(prefix, text, least, most):
    """The key is what the text stands for, not the text."""
    try:
        key = base64.b64decode(text[len(prefix):], validate=True)
    except ValueError:
        key = b""
    if not text.startswith(prefix) or not least <= len(key) <= most:
        raise ValueError(f"not {prefix} and the base64 of {least} to {most} bytes: {text[:8]}…")
    return key


class Inbox:
    """What has come, a line each, on disk before it is acknowledged.

    A database table with the webhook-id as its key does it better. One process a file.
    """

    def __init__(self, path):
        self.lock = threading.Lock()
        self.file = open(path, "a+b", buffering=0)
        self.file.seek(0)
        content = self.file.read()
        # A line that was cut off by a crash was not acknowledged: it comes again.
        self.end = content.rfind(b"\n") + 1
        self.file.truncate(self.end)
        self.seen = {json.loads(line)["id"] for line in content[:self.end].splitlines()}

    def add(self, webhook_id, body):
        """The line that was written, nothing if the id had come before; and how many have come."""
        with self.lock:
            if webhook_id in self.seen:
                return None, len(self.seen)
            # JSON has line breaks between its parts only; there a space does as well.
            event = body.replace(b"\r", b" ").replace(b"\n", b" ")
            line = b'{"id":"' + webhook_id.encode() + b'","event":' + event + b"}"
            try:
                left = memoryview(line + b"\n")
                while left:
                    left = left[self.file.write(left):]
                os.fsync(self.file.fileno())
            except OSError:
                self.file.truncate(self.end)
                raise
            self.end += len(line) + 1
            self.seen.add(webhook_id)
            return line.decode(), len(self.seen)


class Verifier:
    def __init__(self, secrets, keys):
        self.secrets = [decoded("whsec_", secret, 24, 64) for secret in secrets]
        raw = [decoded("whpk_", key, 32, 32) for key in keys]
        if not self.secrets and not raw:
            raise ValueError("--secret whsec_… or --key whpk_… is wanted")
        if raw and Ed25519PublicKey is None:
            if not self.secrets:
                raise ValueError("--key wants the package cryptography: pip install cryptography")
            print("the package cryptography is not installed: v1a is ignored, v1 counts", file=sys.stderr)
            raw = []
        self.keys = [Ed25519PublicKey.from_public_bytes(key) for key in raw]

    def fault(self, headers, body):
        """What is wrong with the call; nothing if it is genuine."""
        webhook_id = once(headers, "webhook-id")
        timestamp = once(headers, "webhook-timestamp")
        if not re.fullmatch("[A-Za-z0-9_-]{1,128}", webhook_id):
            return "webhook-id is missing or malformed"
        if not re.fullmatch("[0-9]{1,12}", timestamp):
            return "webhook-timestamp is missing or no number of seconds"
        if abs(int(time.time()) - int(timestamp)) > TOLERANCE_SECONDS:
            return "webhook-timestamp is more than five minutes off; is your clock right?"
        signed = f"{webhook_id}.{timestamp}.".encode() + body
        if any(self.matches(entry, signed) for entry in once(headers, "webhook-signature").split(" ")):
            return None
        return "no webhook-signature matches"

    def matches(self, entry, signed):
        """One entry of the list: v1 by one of the secrets, v1a by one of the keys; others are not ours."""
        version, _, text = entry.partition(",")
        try:
            given = base64.b64decode(text, validate=True)
        except ValueError:  # no base64, or not even ASCII
            return False
        if version == "v1":
            return any(
                hmac.compare_digest(hmac.new(secret, signed, hashlib.sha256).digest(), given)
                for secret in self.secrets
            )
        if version == "v1a":
            return any(self.signed_by(key, given, signed) for key in self.keys)
        return False

    @staticmethod
    def signed_by(key, given, signed):
        try:
            key.verify(given, signed)
            return True
        except InvalidSignature:
            return False


def once(headers, name):
    """A header that must be there once; empty otherwise."""
    values = headers.get_all(name, [])
    return values[0] if len(values) == 1 else ""


def say(text):
    sys.stdout.write(text + "\n")  # in one piece: other threads write, too
    sys.stdout.flush()


class Handler(BaseHTTPRequestHandler):
    timeout = 15

    def do_POST(self):
        length = self.headers.get("content-length", "")
        if not re.fullmatch("[0-9]{1,9}", length):
            return self.answer(411, "a Content-Length is wanted")
        if int(length) > MOST_BYTES:
            return self.answer(413, "too large")
        body = self.rfile.read(int(length))
        fault = self.server.verifier.fault(self.headers, body)
        if fault:
            say(f"refused   {fault}")
            return self.answer(401, fault)
        webhook_id = self.headers["webhook-id"]
        try:
            line, processed = self.server.inbox.add(webhook_id, body)
        except OSError as e:
            say(f"failed    {e}")
            return self.answer(500, "not stored")  # it will come again
        self.send_response(204)
        self.send_header("webhook-processed", str(processed))
        self.end_headers()
        # Here your work begins: after the answer, from the file, at your own pace.
        say(f"received  {line}" if line else f"again     {webhook_id}")

    def do_OPTIONS(self):
        origin = self.server.origin
        if not origin or self.headers.get("webhook-request-origin", "").lower() != origin.lower():
            return self.answer(405, "POST only")
        self.send_response(204)
        self.send_header("WebHook-Allowed-Origin", origin)
        self.send_header("WebHook-Allowed-Rate", "*")
        self.end_headers()

    def answer(self, status, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("content-type", "text/plain; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """One line an event is enough."""


def main():
    parser = argparse.ArgumentParser(description="Receives Phối Hợp's webhooks.")
    parser.add_argument("--secret", action="append", default=[], help="whsec_…; twice while rotating")
    parser.add_argument("--key", action="append", default=[], help="whpk_…, the sender's public key")
    parser.add_argument("--port", type=int, default=9090)
    parser.add_argument("--file", default="seen.ndjson")
    parser.add_argument("--origin", help="whose handshake to answer")
    given = parser.parse_args()
    if not given.secret and not given.key:
        given.secret = os.environ.get("WEBHOOK_SECRETS", "").split()
        given.key = os.environ.get("WEBHOOK_KEYS", "").split()
    try:
        verifier = Verifier(given.secret, given.key)
    except ValueError as e:
        parser.error(str(e))
    server = ThreadingHTTPServer(("127.0.0.1", given.port), Handler)
    server.verifier = verifier
    server.origin = given.origin
    server.inbox = Inbox(given.file)
    say(f"listening on http://127.0.0.1:{server.server_port}/")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
