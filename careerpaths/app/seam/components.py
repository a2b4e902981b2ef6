"""Components of ours, in the forms in which Streamlit takes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from careerpaths.browser.assemble import assembled
from careerpaths.browser.files import FILES


def component(name: str, script: str, html: str = "<div></div>", **settings: Any) -> Callable[..., Any]:
    """Return a function that shows a component: `show(key, data, "go")` returns what was triggered, as `result.go`.

    `settings` are Streamlit's own. Without a line break Streamlit takes `html` for the name of a file.
    """
    made = st.components.v2.component(
        f"karriarkartan_{name}",
        html=html.replace("><", ">\n<"),
        js=assembled(FILES[script]),
        **settings,
    )

    def show(key: str, data: Mapping[str, object], *triggers: str, **heard: Callable[[], None]) -> Any:
        """Show it; `heard` are called when triggers of these names come, before the page is run again.

        The data stand in a list, since in a bare dict Streamlit looks for tables.

        It loads pandas and pyarrow to do so, half a second and 80 MB, as soon as a value is a list or a dict.
        """
        told: dict[str, Any] = {f"on_{one}_change": heard.get(one, _nothing) for one in (*triggers, *heard)}
        return made(key=key, data=[data], **told)

    return show


def _nothing() -> None:
    """Let Streamlit tell of a trigger at all."""
