"""A stand-in for the servers that hosts put in front of Apache: it decrypts, and asks by http."""

from __future__ import annotations

import http.client
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.servers.apache import Apache


@contextmanager
def front(apache: Apache, name: str, told: Mapping[str, str]) -> Iterator[str]:
    """Run it with the certificate of `apache`; gives its address, which leads to the site `name`.

    It asks by that name, and says `told` of each visitor.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = http.client.HTTPConnection("127.0.0.1", apache.http_port, timeout=20)
            asked.request("GET", self.path, headers={"Host": name, **told})
            answer = asked.getresponse()
            body = answer.read()
            self.send_response(answer.status)
            for field, value in answer.getheaders():
                if field.lower() == "location":
                    # Its own port is no usual one.
                    for public in (name, name.removeprefix("www.")):
                        value = value.replace(f"https://{public}/", f"{address}/")
                if field.lower() not in ("date", "server", "connection", "keep-alive"):
                    self.send_header(field, value)
            self.end_headers()
            self.wfile.write(body)
            asked.close()

        def log_message(self, format: str, *args: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(apache.folder / "certificate.pem", apache.folder / "key.pem")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    address = f"https://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
