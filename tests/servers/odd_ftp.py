"""A stand-in for FTP servers with manners that none of Debian's has; no server that anybody runs.

It knows what the publisher needs, over TLS, in one folder. A manner is a word (`MANNERS`).
"""

from __future__ import annotations

import shutil
import socket
import socketserver
import ssl
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.servers.certificate import certificate

MANNERS = {
    "abrupt": "ends data without TLS's close_notify",
    "cuts": "the same, and tells of half a file that it is whole",
    "halves": "keeps half of each file, and ends as it should",
    "german": "says all in German, the path behind words",
    "windows": "lists as Windows does, and takes -a for a name",
    "mute": "hides names with a dot, knows neither SIZE nor MLSD",
    "nods": "hides names with a dot, says yes to every RNFR",
    "makes": "hides names with a dot, knows no SIZE, makes missing folders where RNTO leads",
    "netware": "begins a list with its sum in German, and writes it as no other",
    "hopeful": "says 450 of what is not there, 431 of folders",
    "busy": "says 450 to the first of a site's files",
    "keeps": "forbids to delete",
    "kicks": "lets anyone in, and ends all but two at their first command",
    "full": "answers 530 to a third login",
    "echoes": "repeats a password that is wrong, and a command for a CI",
    "plain": "knows no TLS",
}
USER, PASSWORD = "w0123", "Geheim & 1986"


@dataclass
class OddServer:
    root: Path
    manner: str
    certificates: Path
    context: ssl.SSLContext
    port: int = 0
    is_busy: bool = True
    #: Logins at present, and the commands of all.
    inside: list[object] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)

    def address(self, folder: str) -> str:
        return f"ftps://{USER}@localhost:{self.port}{folder}"


class _Session(socketserver.StreamRequestHandler):
    odd: OddServer

    def handle(self) -> None:
        self.renamed = Path()
        self.data = socket.socket()
        self.folder = "/"
        with suppress(OSError, EOFError, ValueError):
            self.say(220, "Guten Tag", "Ready")
            while line := self.rfile.readline().decode("utf-8").strip("\r\n"):
                self.odd.commands.append(line)
                verb, _, argument = line.partition(" ")
                if self.is_too_many(verb):
                    self.say(421, "Zu viele Verbindungen", "Too many connections")
                    break
                getattr(self, verb.lower(), self.unknown)(argument)
        if self in self.odd.inside:
            self.odd.inside.remove(self)

    def is_too_many(self, verb: str) -> bool:
        late = self.odd.manner == "kicks" and self in self.odd.inside[2:]
        return late and verb not in ("PBSZ", "PROT")

    def say(self, code: int, german: str, english: str) -> None:
        text = german if self.odd.manner == "german" else english
        self.request.sendall(f"{code} {text}\r\n".encode())

    def place(self, argument: str) -> Path:
        path = argument if argument.startswith("/") else f"{self.folder}/{argument}"
        return self.odd.root / path.strip("/")

    def unknown(self, _argument: str) -> None:
        self.say(500, "Unbekannter Befehl", "Unknown command")

    def auth(self, argument: str) -> None:
        if self.odd.manner == "plain":
            self.unknown(argument)
            return
        self.say(234, "Gut", "Fine")
        self.request = self.odd.context.wrap_socket(self.request, server_side=True)
        self.rfile = self.request.makefile("rb")

    def user(self, _argument: str) -> None:
        self.say(331, "Kennwort?", "Password?")

    def pass_(self, argument: str) -> None:
        if self.odd.manner == "full" and len(self.odd.inside) == 2:
            self.say(530, "Zu viele", "Sorry, the maximum number of clients is connected")
            return
        if argument != PASSWORD:
            self.say(530, "Nein", f"::error::{argument.upper()} ##vso[x] \x1b[2J is wrong")
            return
        self.odd.inside.append(self)
        self.say(230, "Willkommen", "Welcome")

    def pwd(self, _argument: str) -> None:
        self.say(257, f'Das Verzeichnis ist "{self.folder}"', f'"{self.folder}"')

    def cwd(self, argument: str) -> None:
        if not self.place(argument).is_dir():
            self.say(431 if self.odd.manner == "hopeful" else 550, "Geht nicht", "No")
            return
        self.folder = argument
        self.say(250, "Gut", "Fine")

    def no(self) -> None:
        hopeful = self.odd.manner == "hopeful"
        self.say(450 if hopeful else 550, "Geht nicht", "No")

    def ok(self, _argument: str = "") -> None:
        self.say(200, "Gut", "Fine")

    type = pbsz = prot = site = ok

    def size(self, argument: str) -> None:
        path = self.place(argument)
        if self.odd.manner in ("mute", "makes"):
            self.unknown(argument)
            return
        if not path.is_file():
            self.no()
            return
        self.say(213, str(path.stat().st_size), str(path.stat().st_size))

    def mkd(self, argument: str) -> None:
        self.attempt(257, lambda: self.place(argument).mkdir())

    def rmd(self, argument: str) -> None:
        self.attempt(250, lambda: self.place(argument).rmdir())

    def dele(self, argument: str) -> None:
        if self.odd.manner == "keeps":
            self.no()
            return
        self.attempt(250, lambda: self.place(argument).unlink())

    def rnfr(self, argument: str) -> None:
        self.renamed = self.place(argument)
        if not self.renamed.exists() and self.odd.manner != "nods":
            self.no()
            return
        self.say(350, "Und wohin?", "Where to?")

    def rnto(self, argument: str) -> None:
        to = self.place(argument)
        if self.odd.manner == "makes":
            to.parent.mkdir(parents=True, exist_ok=True)
        self.attempt(250, lambda: self.renamed.replace(to))

    def attempt(self, code: int, change: object) -> None:
        try:
            change()  # type: ignore[operator]
        except OSError:
            self.no()
            return
        self.say(code, "Gut", "Fine")

    def pasv(self, _argument: str) -> None:
        self.data = socket.create_server(("127.0.0.1", 0))
        high, low = divmod(self.data.getsockname()[1], 256)
        self.say(227, f"Passiv (127,0,0,1,{high},{low})", f"Passive (127,0,0,1,{high},{low})")

    @contextmanager
    def transfer(self) -> Iterator[ssl.SSLSocket]:
        self.say(150, "Los", "Go")
        plain, _address = self.data.accept()
        self.data.close()
        with self.odd.context.wrap_socket(plain, server_side=True) as data:
            yield data
            if self.odd.manner not in ("abrupt", "cuts"):
                data.unwrap()
        self.say(226, "Fertig", "Done")

    def retr(self, argument: str) -> None:
        if not self.place(argument).is_file():
            self.no()
            return
        with self.transfer() as data:
            data.sendall(self.place(argument).read_bytes())

    def stor(self, argument: str) -> None:
        if self.odd.manner == "busy" and "/incoming/" in argument and self.odd.is_busy:
            self.odd.is_busy = False
            self.say(450, "Belegt", "Busy")
            return
        with self.transfer() as data:
            raw = b"".join(iter(lambda: data.recv(2**16), b""))
            raw = raw[: len(raw) // 2] if self.odd.manner in ("cuts", "halves") else raw
            self.place(argument).write_bytes(raw)

    def list(self, argument: str) -> None:
        if self.odd.manner == "windows" and argument:
            self.no()
            return
        hides = self.odd.manner in ("mute", "nods", "makes")
        files = [path for path in self.place("").iterdir() if not hides or path.name[0] != "."]
        with self.transfer() as data:
            sum_ = "insgesamt 8\r\n" if self.odd.manner == "netware" else ""
            data.sendall((sum_ + "".join(map(self.line, files))).encode())

    def line(self, path: Path) -> str:
        size = path.stat().st_size
        if self.odd.manner == "windows":
            what = "<DIR>" if path.is_dir() else size
            return f"11-22-26  12:00PM  {what:>20} {path.name}\r\n"
        if self.odd.manner == "netware":
            kind = "d" if path.is_dir() else "-"
            return f"{kind} [RWCEAFMS] supervisor {size:>10} Nov 22 12:00 {path.name}\r\n"
        return f"{'d' if path.is_dir() else '-'}rw-r--r-- 1 u g {size} Nov 22 12:00 {path.name}\r\n"


setattr(_Session, "pass", _Session.pass_)


@contextmanager
def odd_ftp(manner: str) -> Iterator[OddServer]:
    """Run it on a free port, with an empty folder `html` in its root."""
    folder = Path(tempfile.mkdtemp(prefix="odd-ftp-"))
    made, key = certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    (folder / "root/html").mkdir(parents=True)
    odd = OddServer(folder / "root", manner, made, context)
    handler = type("Session", (_Session,), {"odd": odd})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as running:
        running.daemon_threads = True
        odd.port = running.server_address[1]
        threading.Thread(target=running.serve_forever, daemon=True).start()
        try:
            yield odd
        finally:
            running.shutdown()
            running.block_on_close = False
            shutil.rmtree(folder)
