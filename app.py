"""The server: the Streamlit app, our own addresses beside it, and the headers on every answer.

Run it with `streamlit run app.py`; see README.md.
"""

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from careerpaths import app as pages
from careerpaths.app.error_page import show_error_page
from careerpaths.app.seam.allowed_paths import AllowedAddresses
from careerpaths.app.seam.error_answers import ERROR_HANDLERS
from careerpaths.app.seam.health import HEALTH, REFUSALS
from careerpaths.app.seam.loggers import handle_with
from careerpaths.app.seam.security_headers import SecurityHeaders
from careerpaths.app.seam.served_page import ServedPage
from careerpaths.app.startup import lifespan
from careerpaths.app.url_table import ROUTES
from careerpaths.json_log import configure_logging, hand_up
from careerpaths.settings import check, warn_of_example_model
from careerpaths.web.http.allowed_hosts import AllowedHosts
from careerpaths.web.http.canonical_address import CanonicalAddress
from careerpaths.web.http.negotiation import NormalizedAcceptEncoding

if st.get_option("server.baseUrlPath"):
    sys.exit("server.baseUrlPath cannot be used: let the proxy take the folder off (deploy/README.md, «In a folder»).")

configure_logging()
handle_with(hand_up)
check()
warn_of_example_model()
own_routes = [*ROUTES, *HEALTH]
app = st.App(
    Path(pages.__file__).parent / "main.py",
    routes=own_routes,
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(NormalizedAcceptEncoding),
        Middleware(AllowedHosts),
        Middleware(AllowedAddresses, routes=own_routes),
        Middleware(CanonicalAddress),
        Middleware(ServedPage),
    ],
    lifespan=lifespan,
    on_script_error=show_error_page,
    exception_handlers={**ERROR_HANDLERS, **REFUSALS},
)
