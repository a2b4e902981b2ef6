"""The server: the Streamlit app, our own addresses beside it, and the headers on every answer.

Run it with `streamlit run app.py`; see README.md.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from careerpaths import ui
from careerpaths.server.closed import ClosedDoors
from careerpaths.server.headers import SecurityHeaders
from careerpaths.server.health import HEALTH, REFUSALS
from careerpaths.server.hosts import KnownHosts
from careerpaths.server.journal import keep_journal
from careerpaths.server.page import ServedPage
from careerpaths.server.routes import ROUTES
from careerpaths.server.warm import warm
from careerpaths.settings import check, tell_of_example
from careerpaths.ui.trouble import say_sorry

keep_journal()
check()
tell_of_example()
app = st.App(
    Path(ui.__file__).parent / "main.py",
    routes=[*ROUTES, *HEALTH],
    middleware=[Middleware(SecurityHeaders), Middleware(KnownHosts), Middleware(ClosedDoors), Middleware(ServedPage)],
    lifespan=warm,
    on_script_error=say_sorry,
    exception_handlers=REFUSALS,
)
