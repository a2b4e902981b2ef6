"""What is wrong in the framework and cannot be mended here: every entry with its reason and where to follow it.

These lists only shrink: a test fails when something listed no longer occurs (browser/test_axe.py for
`KNOWN_FAULTS`, browser/test_console.py for `KNOWN_NOISE`). The faults that concern accessibility are the product's
own, since its accessibility statement tells visitors of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from careerpaths.model.known_faults import KNOWN_FAULTS as KNOWN_FAULTS


@dataclass(frozen=True)
class KnownNoise:
    """An error that the browser's console shows though nothing of ours is wrong."""

    text: str
    """A part of the console's text."""
    address: str
    """The end of the address that the console names."""
    opens: str
    """An address of ours where it occurs."""
    reason: str
    upstream: str

    def is_this(self, text: str, address: str) -> bool:
        """Return whether a console message is this noise."""
        return self.text in text and address.partition("?")[0].endswith(self.address)


_BASE_PATH = (
    "Opened directly on a sub page, Streamlit's client asks for the server under that page's path before it "
    "tries the root: it cannot know whether the app is mounted there."
)
_CLIENT = "streamlit 1.67.0, frontend/connection: doInitPings tries every possible base path"

KNOWN_NOISE = tuple(
    KnownNoise("404 (Not Found)", f"/{page}/_stcore/{asked}", f"/{page}", _BASE_PATH, _CLIENT)
    for page in ("om", "planera", "vagar", "jamfor", "samtal", "overblick")
    for asked in ("health", "host-config")
)
