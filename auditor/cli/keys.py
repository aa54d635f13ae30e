"""One key from the terminal, without Enter."""

from __future__ import annotations

import sys


def key() -> str:
    """The next key as a letter; ``q`` for Escape and the end of input. Raises ``KeyboardInterrupt`` for Ctrl-C."""
    pressed = _pressed()
    if pressed == "\x03":
        raise KeyboardInterrupt
    return "q" if pressed in ("", "\x04", "\x1b") else pressed.lower()


if sys.platform == "win32":

    def _pressed() -> str:
        import msvcrt

        return msvcrt.getwch()

else:

    def _pressed() -> str:
        import os
        import termios
        import tty

        handle = sys.stdin.fileno()
        held = termios.tcgetattr(handle)
        try:
            tty.setraw(handle)
            data = os.read(handle, 32)  # an arrow key sends several bytes
        finally:
            termios.tcsetattr(handle, termios.TCSADRAIN, held)
        return data.decode("utf-8", "replace")[:1]
