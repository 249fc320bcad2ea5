"""`serve`: the site in the browser while somebody writes it; one loop from a save to a new page."""

from __future__ import annotations

import logging
import signal
import socket
import sys
import threading
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NoReturn

from schaukasten.building.fault import interface_words
from schaukasten.editor.desk.desk import ADDRESS, Desk
from schaukasten.editor.desk_server import DeskServer
from schaukasten.editor.editing import Editing, desk_for
from schaukasten.editor.preview import Preview
from schaukasten.editor.rebuild import Rebuilder
from schaukasten.editor.saves import saves
from schaukasten.editor.site_server import SiteServer
from schaukasten.editor.telling import Teller
from schaukasten.language.messages import Gettext, _
from schaukasten.plugins.pelican_library import init_logging

LAST_PORT = 65535
#: So many ports are tried behind one that is taken.
_TRIES = 20


class _Stopped(BaseException):
    """Somebody has asked for the end; no `except Exception` of a build may swallow it."""


def serve(
    root: Path,
    content: Path,
    port: int,
    today: str | None = None,
    editing: Editing | None = None,
) -> int:
    """Serve the preview of the absolute folder `content` until a signal comes.

    With `editing` also the browser editor, which writes into that folder. Returns 0 then, or 1 if
    no port is free; `port` 0 takes any that is.
    """
    preview = Preview()
    words = interface_words(root / "theme")
    desk = desk_for(editing, root, content, today, preview, words) if editing else None
    server = _server(port, preview, desk)
    if server is None:
        told = _("The ports {port} to {last} are taken.", port=port, last=port + _TRIES)
        print(told.text(words), file=sys.stderr)
        return 1
    init_logging(logging.ERROR, handler=logging.NullHandler())
    with suppress(_Stopped, KeyboardInterrupt):
        _run(root, content, port, today, server)
    return 0


def _run(root: Path, content: Path, port: int, today: str | None, server: SiteServer) -> None:
    """Build and serve until a signal raises; then clean up behind all of it."""
    stopping = _catch_signals()
    with ExitStack() as ending:
        ending.callback(server.server_close)
        ending.callback(server.preview.end)
        rebuilder = Rebuilder(root / "pelicanconf.py", content, today)
        ending.callback(rebuilder.close)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        ending.callback(server.shutdown)
        if isinstance(server, DeskServer):
            ending.callback(server.desk.close)
        words = interface_words(root / "theme")
        _announce(server.server_port, port, words)
        if isinstance(server, DeskServer):
            _announce_desk(server.server_port, content, words)
        teller = Teller(root, content)
        for _save in saves([content, rebuilder.theme], rebuilder.conf):
            started = time.perf_counter()
            result = rebuilder.build()
            # A destructor may have swallowed what the signal raised.
            if stopping.is_set():
                return
            server.preview.show(teller.view(result))
            teller.tell(result, time.perf_counter() - started)


def _announce(port: int, wanted: int, gettext: Gettext) -> None:
    if wanted not in (0, port):
        told = _("Port {port} is taken by another program.", port=wanted)
        print(told.text(gettext), flush=True)
    told = _("Preview: {address} (Ctrl-C ends it)", address=f"http://localhost:{port}/")
    print(told.text(gettext), flush=True)


def _announce_desk(port: int, content: Path, gettext: Gettext) -> None:
    address = f"http://localhost:{port}{ADDRESS}/"
    print(_("Editor: {address}", address=address).text(gettext), flush=True)
    print(
        _("What is saved there is written to {folder}.", folder=content).text(gettext), flush=True
    )


def _server(port: int, preview: Preview, desk: Desk | None) -> SiteServer | None:
    """Listen on the port or on the next free one behind it."""
    for candidate in range(port, min(port + _TRIES, LAST_PORT) + 1):
        if candidate and _answers(candidate):
            continue
        try:
            return DeskServer(candidate, preview, desk) if desk else SiteServer(candidate, preview)
        except OSError:
            continue
    return None


def _answers(port: int) -> bool:
    """Whether a program answers at localhost, perhaps by IPv6: the browser would ask that one."""
    try:
        socket.create_connection(("localhost", port), 0.2).close()
    except OSError:
        return False
    return True


def _catch_signals() -> threading.Event:
    stopping = threading.Event()
    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]

    def stop(_number: int, _frame: object) -> NoReturn:
        # A second one must not interrupt the end.
        for name in names:
            signal.signal(getattr(signal, name), signal.SIG_IGN)
        stopping.set()
        raise _Stopped

    for name in names:
        signal.signal(getattr(signal, name), stop)
    return stopping
