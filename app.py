"""The server: the Streamlit app, our own addresses beside it, and the headers on every answer.

Run it with `streamlit run app.py`; see README.md.
"""

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from careerpaths import app as pages
from careerpaths.app.error_page import say_sorry
from careerpaths.app.seam.allowed_paths import AllowedAddresses
from careerpaths.app.seam.error_answers import ERROR_HANDLERS
from careerpaths.app.seam.health import HEALTH, REFUSALS
from careerpaths.app.seam.loggers import handle_with
from careerpaths.app.seam.security_headers import SecurityHeaders
from careerpaths.app.seam.served_page import ServedPage
from careerpaths.app.startup import warm
from careerpaths.app.url_table import ROUTES
from careerpaths.json_log import hand_up, keep_journal
from careerpaths.settings import check, tell_of_example
from careerpaths.web.http.allowed_hosts import KnownHosts
from careerpaths.web.http.canonical_address import CanonicalAddress
from careerpaths.web.http.negotiation import PlainEncodings

if st.get_option("server.baseUrlPath"):
    sys.exit("server.baseUrlPath cannot be used: let the proxy take the folder off (deploy/README.md, «In a folder»).")

keep_journal()
handle_with(hand_up)
check()
tell_of_example()
own_routes = [*ROUTES, *HEALTH]
app = st.App(
    Path(pages.__file__).parent / "main.py",
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
