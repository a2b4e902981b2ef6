"""Choosing a role: a select whose value lives in the address."""

from __future__ import annotations

import streamlit as st

from careerpaths.content.model import Role
from careerpaths.ui import address
from careerpaths.ui.visit import Visit


def choose_role(visit: Visit, label: str, name: str, fallback: Role) -> Role:
    """Show a select of every role; its value is the address's `name`, or the fallback when that is not known."""
    roles = visit.model.roles
    ids = [role.id for role in roles]
    asked = address.choice(name, ids) or fallback.id
    key = f"choose-{name}"
    if st.session_state.get(f"{key}-asked") != asked:  # the address changed under us: Back, or a link
        st.session_state[key] = st.session_state[f"{key}-asked"] = asked
    chosen = st.selectbox(label, ids, key=key, format_func=lambda role_id: _name(visit, role_id), filter_mode=None)
    if chosen != asked:
        st.session_state[f"{key}-asked"] = chosen
        st.query_params[name] = chosen
    return visit.model.role(chosen) or fallback


def say_unknown(visit: Visit, *names: str) -> None:
    """Say kindly that the address asks for a role that the map does not have."""
    ids = [role.id for role in visit.model.roles]
    for value in (address.unknown(name, ids) for name in names):
        if value:
            st.warning(visit.say("There is no role “{id}” on the map, so another one is shown.", id=value))


def _name(visit: Visit, role_id: str) -> str:
    role = visit.model.role(role_id)
    return str(role.name) if role else role_id
