"""Mozilla's Firefox as Debian has it → one window, driven by its own protocol (Marionette).

Playwright drives only a Firefox that it has changed itself, and geckodriver is in no Debian. The
protocol is one TCP connection: the length of a message, a colon, and JSON: `[0, number, command,
parameters]`, answered by `[1, number, error, result]`.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: It says nothing to its maker, and looks for nothing of its own.
_PREFERENCES: dict[str, object] = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "intl.accept_languages": "de-DE, de",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    # All but this machine is behind a proxy that does not answer.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
_PATIENCE = 60


class Failed(Exception):
    """What the browser says of a command that failed."""


class Firefox:
    def __init__(self, program: Path, profile: Path):
        port = _free_port()
        preferences = _PREFERENCES | {"marionette.port": port}
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in preferences.items()]
        (profile / "user.js").write_text("".join(lines), "utf-8")
        self._process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--profile", profile, "--marionette"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"HOME": str(profile), "MOZ_DISABLE_AUTO_SAFE_MODE": "1"},
        )
        self._number = 0
        self._socket = _connected(port)
        self._answers = self._socket.makefile("rb")
        self._message()
        self.ask(
            "WebDriver:NewSession", capabilities={"alwaysMatch": {"pageLoadStrategy": "eager"}}
        )

    def ask(self, command: str, **parameters: object) -> Any:
        """Give a command; raises Failed."""
        self._number += 1
        told = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(told), told))
        _kind, number, error, result = self._message()
        assert number == self._number
        if error:
            raise Failed(f"{command}: {error['error']}: {error['message']}")
        return result

    def open(self, address: str) -> None:
        self.ask("WebDriver:Navigate", url=address)

    def run(self, script: str, *arguments: object) -> Any:
        """Run the body of a function in the page, outside of its policy; gives what it returns."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=list(arguments))["value"]

    def element(self, selector: str) -> str:
        """The element that a selector finds, as soon as there is one."""
        return self._patiently(lambda: self._element(selector))

    def click(self, selector: str) -> None:
        """Click as soon as one can."""
        self._patiently(lambda: self.ask("WebDriver:ElementClick", id=self._element(selector)))

    def type(self, selector: str, text: str) -> None:
        """Type into a field; into one for a file, its path."""
        self._patiently(
            lambda: self.ask("WebDriver:ElementSendKeys", id=self._element(selector), text=text)
        )

    def _element(self, selector: str) -> str:
        found = self.ask("WebDriver:FindElement", using="css selector", value=selector)
        return next(iter(found["value"].values()))

    def _patiently(self, step: Callable[[], Any]) -> Any:
        end = time.monotonic() + _PATIENCE / 6
        while True:
            try:
                return step()
            except Failed:
                if time.monotonic() > end:
                    raise
            time.sleep(0.05)

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(20)

    def _message(self) -> Any:
        size = b""
        while (letter := self._answers.read(1)) != b":":
            assert letter, "the browser has ended"
            size += letter
        return json.loads(self._answers.read(int(size)))


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), _PATIENCE)
        except OSError:
            assert time.monotonic() < end, "the browser does not answer"
            time.sleep(0.1)
