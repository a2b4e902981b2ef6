"""The server: the Streamlit app, our own addresses beside it, and the headers on every answer.

Run it with `streamlit run app.py`; see README.md.
"""

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from careerpaths import ui
from careerpaths.server.allowed import AllowedAddresses
from careerpaths.server.canonical import CanonicalAddress
from careerpaths.server.connections import guard_connections
from careerpaths.server.errors import ERROR_HANDLERS
from careerpaths.server.headers import SecurityHeaders
from careerpaths.server.health import HEALTH, REFUSALS
from careerpaths.server.hosts import KnownHosts
from careerpaths.server.journal import keep_journal
from careerpaths.server.negotiation import PlainEncodings
from careerpaths.server.page import ServedPage
from careerpaths.server.routes import ROUTES
from careerpaths.server.warm import warm
from careerpaths.settings import check, tell_of_example
from careerpaths.ui.trouble import say_sorry

if st.get_option("server.baseUrlPath"):
    sys.exit("server.baseUrlPath cannot be used: let the proxy take the folder off (deploy/README.md, «In a folder»).")

keep_journal()
check()
tell_of_example()
guard_connections()
own_routes = [*ROUTES, *HEALTH]
app = st.App(
    Path(ui.__file__).parent / "main.py",
    routes=own_routes,
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(PlainEncodings),
        Middleware(KnownHosts),
        Middleware(AllowedAddresses, routes=own_routes),
        Middleware(CanonicalAddress),
        Middleware(ServedPage),
    ],
    lifespan=warm,
    on_script_error=say_sorry,
    exception_handlers={**ERROR_HANDLERS, **REFUSALS},
)
