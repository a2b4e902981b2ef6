"""Widgets whose value is a query parameter of the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from careerpaths.app import address
from careerpaths.app.page_context import Visit, current_visit
from careerpaths.app.seam import plain_text
from careerpaths.app.seam.components import component
from careerpaths.model.model import Role

MADE = "choices-made"
NOTHING: Mapping[str, str] = MappingProxyType({})

_PICKER = component("picker", "picker.js", html='<div class="role-field"></div>', isolate_styles=False)


def choose(
    label: str,
    name: str,
    options: Sequence[str],
    fallback: str,
    said: Callable[[str], str],
    show: Callable[..., str],
    also: Mapping[str, str] = NOTHING,
    **settings: Any,
) -> str:
    """Show a control of several options; its value is the address's `name`, or the fallback when that is none of them.

    `said` returns an option in words; `show` is the control, and `settings` are Streamlit's own. A choice writes
    `also` into the address, and takes out of it what is empty there.
    """
    asked = address.known_value(name, options) or fallback
    key = f"choose-{name}"
    if st.session_state.get(f"{key}-asked") != asked:  # the address changed under us: Back, or a link
        st.session_state[key] = st.session_state[f"{key}-asked"] = asked
        _chosen_by_hand().pop(name, None)
    return show(label, options, key=key, format_func=said, on_change=_note, args=(name, also), **settings)


def choose_typed(
    label: str,
    name: str,
    names: Mapping[str, str],
    fallback: str,
    also: Mapping[str, str] = NOTHING,
    other_names: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> str:
    """Show a field with a choice in it, in which one can type: without accents, with one letter wrong, another name."""
    return choose(label, name, list(names), fallback, names.__getitem__, partial(_pick, other_names), also)


def choose_role(visit: Visit, label: str, name: str, fallback: Role, also: Mapping[str, str] = NOTHING) -> Role:
    """Show a field with a role in it."""
    names = {role.id: str(role.name) for role in visit.model.roles}
    aliases = {role.id: role.aliases for role in visit.model.roles}
    return visit.model.role(choose_typed(label, name, names, fallback.id, also, aliases)) or fallback


def _pick(
    other_names: Mapping[str, Sequence[str]],
    label: str,
    options: Sequence[str],
    key: str,
    format_func: Callable[[str], str],
    on_change: Callable[..., None],
    args: tuple[object, ...],
) -> str:
    """Show the field; a choice is written down as a widget's of Streamlit's would be, and the page run again."""
    say = current_visit().say
    chosen: str = st.session_state[key]
    offered = [{"id": one, "name": format_func(one), "aliases": [*other_names.get(one, ())]} for one in options]
    words = {"hint": say("Type, or choose in the list"), "none": say("Nothing here is called “{text}”.")}
    data = {"id": key, "label": label, "chosen": chosen, "roles": offered, **words}
    _PICKER(f"{key}-field", data, picked=partial(_picked, key, options, partial(on_change, *args)))
    return chosen


def _picked(key: str, options: Sequence[str], on_change: Callable[[], None]) -> None:
    """Write down what was chosen in the field, as a widget of Streamlit's would."""
    picked = _answer(f"{key}-field")
    if picked in options:
        st.session_state[key] = picked
        on_change()


def _answer(field: str) -> str:
    """Return what the browser has said was chosen in a field."""
    return str(st.session_state[field].picked["role"])


def warn_of_unknown_role(visit: Visit, *names: str) -> None:
    """Show a warning for each role in the address that the map does not have."""
    for value in unknown_roles(visit, *names):
        plain_text.warning(visit.say("There is no role “{id}” on the map, so another one is shown.", id=value))


def unknown_roles(visit: Visit, *names: str) -> tuple[str, ...]:
    """Return the values of these parameters that are no role of the model, shortened."""
    ids = [role.id for role in visit.model.roles]
    return tuple(value for name in names if (value := address.unknown_value(name, ids)))


def _note(name: str, also: Mapping[str, str]) -> None:
    """Write a choice into the address, and earlier ones again, which a run in between may not have sent yet."""
    made = _chosen_by_hand()
    made[name] = st.session_state[f"choose-{name}"]
    here = {each: value for each, value in made.items() if f"choose-{each}" in st.session_state}
    st.session_state.update({f"choose-{each}-asked": value for each, value in here.items()})
    told = {**st.query_params.to_dict(), **here, **also}
    st.query_params.from_dict({each: value for each, value in told.items() if value})  # all at once: one step of Back


def _chosen_by_hand() -> dict[str, str]:
    """Return the choices made on this page since the address last changed, by parameter."""
    page = urlsplit(st.context.url or "").path
    made: dict[str, str] = st.session_state.setdefault(f"{MADE} {page}", {})
    return made
