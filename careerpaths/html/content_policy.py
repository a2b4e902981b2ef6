"""The content security policies, one for each kind of page: what a browser may run, fetch and show for it."""

from __future__ import annotations

import base64
import hashlib
from enum import Enum

from careerpaths import settings

_NOTHING = {"default-src": "'none'"}
_STATEMENT = {**_NOTHING, "style-src": "'self'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'"}


class Page(Enum):
    """The kinds of page, each with its rules; `{scripts}` and `{styles}` are hashes of what stands in the page."""

    APP = {  # noqa: RUF012 - the value of a member
        "default-src": "'self'",
        # Streamlit's page has one inline script and ours one (by hash); Components v2 loads ours from blob:.
        "script-src": "'self' blob: {scripts}",
        # No script in an attribute, whatever a text in the model says.
        "script-src-attr": "'none'",
        # Streamlit styles itself with inline rules.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        # What may stand in a frame of ours is our own map.
        "frame-src": "'self'",
        # The product plays nothing and has no plugin.
        "media-src": "'none'",
        "object-src": "'none'",
        "worker-src": "'self' blob:",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    STATEMENT = _STATEMENT
    # It tells its host page its height: the only script, and only there.
    FRAMED_STATEMENT = {**_STATEMENT, "script-src": "'self'"}  # noqa: RUF012
    WAITING = _NOTHING
    # Its own scripts and rules, by hash, and nothing from anywhere.
    SINGLE_FILE = {  # noqa: RUF012
        **_NOTHING,
        "script-src": "{scripts}",
        "style-src": "{styles}",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def policy(page: Page, scripts: str = "", styles: str = "") -> str:
    """Return the policy of a kind of page, as a document's head can name it."""
    rules: dict[str, str] = page.value
    return "; ".join(f"{name} {rule.format(scripts=scripts, styles=styles)}" for name, rule in rules.items())


def sent(written: str) -> str:
    """Return a policy as a header names it: also who may frame us, the site itself and whom the settings name."""
    return "; ".join((written, " ".join(("frame-ancestors 'self'", *settings.frame_ancestors()))))


def hashed(*pieces: str) -> str:
    """Return the names by which a policy allows pieces of script or style that stand in a page."""
    digests = (hashlib.sha256(piece.encode()).digest() for piece in pieces)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
