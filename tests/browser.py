"""A headless Chromium over the DevTools protocol's pipe: no driver, no port, no package.

https://chromedevtools.github.io/devtools-protocol/ ; with ``--remote-debugging-pipe`` the browser reads commands from
descriptor 3 and writes answers and events to descriptor 4, each a JSON text ended by a zero byte.
"""

from __future__ import annotations

import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--remote-debugging-pipe", "--window-size=1280,900", "about:blank",
)  # fmt: skip
PATIENCE = 20.0


class BrowserError(Exception):
    """The browser did not start, did not answer, or refused a command."""


def find() -> str | None:
    """The browser's program, where there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """One page. ``errors`` gathers what its console and the browser's log complain of, ``requests`` what it fetched."""

    def __init__(self, program: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="browser", ignore_cleanup_errors=True)
        (commands, self._out), (self._in, answers) = os.pipe(), os.pipe()

        def wire() -> None:  # in the child: what is not 3 or 4 is closed by exec
            ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (commands, answers)]
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self._process = subprocess.Popen(
            [program, f"--user-data-dir={self._folder.name}", *FLAGS],
            close_fds=False, preexec_fn=wire, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(commands)
        os.close(answers)
        self._buffer, self._number, self._session = b"", 0, ""
        self.errors: list[str] = []
        self.requests: list[str] = []
        self._loaded = False
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        self.media("light")

    def close(self) -> None:
        """End the browser and wait for it."""
        try:
            self.send("Browser.close")
            self._process.wait(5)
        except (BrowserError, OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)
        self._folder.cleanup()

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """The result of a command; events on the way are kept."""
        self._number += 1
        own = {"sessionId": self._session} if self._session and not method.startswith(("Target.", "Browser.")) else {}
        message = {"id": self._number, "method": method, "params": params, **own}
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result
            self._event(answer)

    def _next(self) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], max(0.0, deadline - time.monotonic()))
            data = os.read(self._in, 1 << 16) if ready else b""
            if not data:
                raise BrowserError("the browser does not answer")
            self._buffer += data
        text, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(text)
        return answer

    def _event(self, event: dict[str, Any]) -> None:
        method, params = event.get("method"), event.get("params", {})
        if method == "Page.loadEventFired":
            self._loaded = True
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method == "Log.entryAdded":
            self.errors.append(params["entry"]["text"])
        elif method == "Runtime.exceptionThrown":
            self.errors.append(json.dumps(params["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled":
            self.errors.append(json.dumps(params["args"]))
        elif method == "Page.javascriptDialogOpening":
            self.errors.append("dialog: " + params["message"])
            self.send("Page.handleJavaScriptDialog", accept=True)

    def open(self, path: Path) -> None:
        """Load a page of this machine and wait until it is there."""
        self.errors, self.requests, self._loaded = [], [], False
        self.send("Page.navigate", url=path.as_uri())
        while not self._loaded:
            self._event(self._next())

    def run(self, script: str) -> Any:
        """The value of an expression in the page; raises `BrowserError` where it throws."""
        found = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise BrowserError(json.dumps(found["exceptionDetails"]))
        return found["result"].get("value")

    def key(self, key: str) -> None:
        """Press and release a key."""
        for type_ in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=type_, key=key, text=key if type_ == "keyDown" else "")

    def media(self, scheme: str, medium: str = "") -> None:
        """``light`` or ``dark``, on the screen or in ``print``; nothing moves by itself."""
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.send("Emulation.setEmulatedMedia", media=medium, features=features)

    def size(self, width: int, height: int = 900) -> None:
        """The size of the window in CSS pixels."""
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
