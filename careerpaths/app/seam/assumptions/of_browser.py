"""What only a browser can tell: each has a test of its name in tests/browser/test_assumptions.py."""

from __future__ import annotations

from careerpaths.app.seam.assumptions.assumption import Assumption

OF_BROWSER = (
    Assumption(
        "two entries in the history",
        "A change of page writes two entries in the history, first the query and then the page.",
        "Nothing, but travel.js may be simpler.",
    ),
    Assumption(
        "popstate is heard",
        "Streamlit reads the address anew when it hears of a step in the history.",
        "A change of language shows the old language, or loads the page anew.",
    ),
    Assumption(
        "language is left alone",
        "Streamlit does not write the page's language when it runs.",
        "Screen readers read the pages as English.",
    ),
    Assumption(
        "main scrolls",
        "The content scrolls in its main element, and the document does not.",
        "The place on the page when Streamlit takes over from the early map.",
    ),
    Assumption(
        "fields have their parts",
        "A choice is a group with an input, a box to tick a label with an input, a folded part details.",
        "The focus ring on fields, and choices on paper.",
    ),
    Assumption(
        "component stands in a shadow",
        "A component draws in a shadow root of its own where styles are isolated, else in the page.",
        "Rules of the head and of the map reach into each other.",
    ),
    Assumption(
        "nothing else is asked",
        "A page asks for Streamlit's static files, health, host-config and the websocket, and nothing else.",
        "A part of the page is answered with 404.",
    ),
    Assumption(
        "grey page comes",
        "While the websocket does not answer, the grey page is what the content is.",
        "A page that has not come is not told from one that has.",
    ),
    Assumption(
        "page is inert behind the dialog",
        "When the connection is lost the dialog comes and the root is inert.",
        "Nothing, but Samtal and Planera need not close it (talk_component.js).",
    ),
)
