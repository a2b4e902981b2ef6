"""Which assumptions do not hold, in one line of the log: the names, and what stops working."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from careerpaths.app.seam.assumptions.of_files import OF_FILES
from careerpaths.app.seam.streamlit_files import INSTALLED, Installation

LOG = logging.getLogger(__name__)


def broken(one: Installation) -> dict[str, list[str]]:
    """Return the names of the assumptions that do not hold in an installation, each with what is missing."""
    found = {assumed.name: list(assumed.check(one)) for assumed in OF_FILES if assumed.check}
    return {name: missing for name, missing in found.items() if missing}


def sentence(one: Installation, missing: Mapping[str, Sequence[str]]) -> str:
    """Return what the log says where assumptions do not hold; `missing` is what is missing of each, by its name."""
    failed = [assumed for assumed in OF_FILES if assumed.name in missing]
    named = "; ".join(f"{assumed.name} ({', '.join(missing[assumed.name])})" for assumed in failed)
    stops = " ".join(dict.fromkeys(assumed.otherwise for assumed in failed))
    number = f"{len(failed)} of {len(OF_FILES)}"
    return f"{one.version}: {number} assumptions do not hold: {named}. What stops working: {stops}"


def tell(counts: Mapping[str, int]) -> None:
    """Log a warning where assumptions do not hold; `counts` says how many there were of what was looked up at start."""
    missing = broken(INSTALLED) | {name: ["none found"] for name, count in counts.items() if not count}
    if missing:
        LOG.warning(sentence(INSTALLED, missing))
