"""The server: the Streamlit app, our own addresses beside it, and the headers on every answer.

Run it with `streamlit run app.py`; see README.md.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from careerpaths.server.canonical import CanonicalAddress
from careerpaths.server.closed import ClosedDoors
from careerpaths.server.headers import SecurityHeaders
from careerpaths.server.health import HEALTH, REFUSALS
from careerpaths.server.hosts import KnownHosts
from careerpaths.server.journal import keep_journal
from careerpaths.server.page import ServedPage
from careerpaths.server.routes import ROUTES
from careerpaths.server.warm import warm
from careerpaths.ui.trouble import say_sorry

keep_journal()
app = st.App(
    Path(__file__).parent / "careerpaths" / "ui" / "main.py",
    routes=[*ROUTES, *HEALTH],
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(KnownHosts),
        Middleware(ClosedDoors),
        Middleware(CanonicalAddress),
        Middleware(ServedPage),
    ],
    lifespan=warm,
    on_script_error=say_sorry,
    exception_handlers=REFUSALS,
)
