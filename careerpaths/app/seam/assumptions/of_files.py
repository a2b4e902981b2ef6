"""What can be seen in Streamlit's files: its page, its scripts and its Python, without starting any of it."""

from __future__ import annotations

from careerpaths.app.seam import streamlit_files as files
from careerpaths.app.seam.assumptions.assumption import (
    Assumption,
    in_file,
    in_page,
    in_scripts,
    inline_scripts,
    marked,
    settings_known,
    together,
    version,
)

SERVER, ROUTES = "web/server/starlette/starlette_server.py", "web/server/starlette/starlette_routes.py"

OF_FILES = (
    Assumption(
        "page language",
        "The page says once that it is English, and we say which language it is in.",
        "Screen readers read the pages as English.",
        in_page(files.LANGUAGE),
    ),
    Assumption(
        "page title",
        "The page has one title, and we write the page's own.",
        "Until Streamlit runs, every page is called Streamlit.",
        in_page(files.TITLE),
    ),
    Assumption(
        "page without scripts",
        "What is said without scripts stands in noscript elements.",
        "Without scripts a visitor reads English and finds no way to the map as one file.",
        in_page(files.NO_SCRIPT),
    ),
    Assumption(
        "page head",
        "The page has a head, and we add our rules and scripts to it.",
        "Focus ring, print, Back, and the word about a page that does not come.",
        in_page(files.HEAD, files.HEAD_END),
    ),
    Assumption(
        "page root",
        "Streamlit draws in an empty element with the id root.",
        "The map before Streamlit: it comes seconds later.",
        in_page(files.ROOT),
    ),
    Assumption(
        "page entry script",
        "One module script starts Streamlit, and can be imported later.",
        "The map before Streamlit: it comes seconds later.",
        in_page(files.ENTRY),
    ),
    Assumption(
        "page preloads",
        "Streamlit's other scripts are module preloads of the page.",
        "The map's scripts wait for Streamlit's.",
        in_page(files.LATER),
    ),
    Assumption(
        "page typeface",
        "The page names the file of the typeface, whose name is Source Sans.",
        "Head and map are drawn in another typeface until Streamlit runs.",
        together(in_page(files.FONT), in_scripts("Source Sans")),
    ),
    Assumption(
        "page inline scripts",
        "A script in the page is a plain script element, which our content policy allows by its hash.",
        "The browser refuses that script, and perhaps every page with it.",
        inline_scripts,
    ),
    Assumption(
        "chrome",
        "Streamlit's own header, tools, status and skip link have these test ids.",
        "They stand above our own head, with a menu in English.",
        marked("stHeader", "stSkipToContent", "stStatusWidget", "stToolbar"),
    ),
    Assumption(
        "main",
        "The page's content scrolls in one element with this test id.",
        "The skip link, the place on the page when Streamlit takes over, pages on paper.",
        marked("stMain"),
    ),
    Assumption(
        "blocks",
        "The boxes around and in the content have these test ids.",
        "Width and margins, the height of a frame, pages on paper.",
        marked(
            "stApp", "stAppViewContainer", "stColumn", "stHorizontalBlock", "stMainBlockContainer", "stVerticalBlock"
        ),
    ),
    Assumption(
        "fields",
        "Fields and folded parts have these test ids.",
        "The focus ring on fields, targets of 24 px, choices on paper.",
        marked("stCheckbox", "stExpander", "stRadio"),
    ),
    Assumption(
        "keyed containers",
        "A container with a key has a class of that name.",
        "The form for an intranet is printed.",
        in_scripts("st-key-"),
    ),
    Assumption(
        "grey page",
        "While Streamlit waits it shows a grey page, and what has come stands in elements, with these test ids.",
        "A page that has not come is not told from one that has.",
        marked("stAppSkeleton", "stElementContainer"),
    ),
    Assumption(
        "dialog of a lost connection",
        "When the server is away a dialog with a button called Close makes the page inert.",
        "What is typed in Samtal and Planera while the server is away goes nowhere.",
        together(marked("stDialog"), in_scripts('"aria-label":`Close`', "Connection error")),
    ),
    Assumption(
        "history",
        "Streamlit changes the address by history.pushState and hears of Back by popstate.",
        "Back stops between two pages; a change of language.",
        in_scripts("history.pushState(", "popstate"),
    ),
    Assumption(
        "components",
        "A component is a module from a blob, is given its parent element and sets triggers.",
        "Everything: head, map, texts and forms.",
        in_scripts("createObjectURL", "parentElement:", "setTriggerValue:"),
    ),
    Assumption(
        "component text",
        "What has a line break in it is a component's text, and not the name of a file.",
        "Everything: head, map, texts and forms.",
        in_file("components/v2/component_path_utils.py", '"\\n" in s'),
    ),
    Assumption(
        "addresses asked",
        "Streamlit's script asks for health and host-config before it opens its websocket.",
        "Pages do not come: our server answers other addresses with 404.",
        together(
            in_scripts("_stcore/health", "_stcore/host-config"),
            in_file(ROUTES, "ROUTE_HEALTH: ", "{BASE_ROUTE_CORE}/health", "{BASE_ROUTE_CORE}/host-config"),
        ),
    ),
    Assumption(
        "websocket",
        "The websocket is at _stcore/stream.",
        "Pages do not come through the proxy that deploy/nginx.conf describes.",
        together(
            in_scripts("_stcore/stream"),
            in_file("web/server/starlette/starlette_websocket.py", '= "_stcore/stream"'),
        ),
    ),
    Assumption(
        "runtime state",
        "The runtime tells its state, and these are states of it.",
        "/healthz and /readyz, by which a proxy knows when to start the program again.",
        in_file("runtime/runtime.py", "INITIAL = ", "STOPPING = ", "STOPPED = ", "def state(self)"),
    ),
    Assumption(
        "loggers",
        "Every logger of Streamlit's goes through setup_formatter.",
        "Lines of the log are no JSON and may hold what visitors sent.",
        in_file("logger.py", "def setup_formatter(", "    setup_formatter(logger)"),
    ),
    Assumption(
        "application",
        "st.App takes routes, middleware, a lifespan and handlers of faults.",
        "The program does not start.",
        in_file(
            "web/server/starlette/starlette_app.py",
            *("lifespan: (", "routes: Seq", "middleware: Seq", "on_script_error: On", "exception_handlers: Map"),
        ),
    ),
    Assumption(
        "settings",
        "Streamlit knows every setting in .streamlit/config.toml.",
        "Those settings have no effect.",
        settings_known,
    ),
    Assumption(
        "server configuration",
        "Streamlit starts uvicorn itself, and its configuration can be changed before anybody is served.",
        "Silent connections stay and keep visitors out; the server's name is told.",
        in_file(SERVER, "uvicorn.Config("),
    ),
    Assumption(
        "listening socket",
        "Streamlit binds the socket itself, before our program is started.",
        "Every answer waits 40 ms.",
        in_file(SERVER, "socket.socket(family=family)"),
    ),
    Assumption(
        "known faults",
        "Streamlit is the version whose faults of accessibility we know.",
        "The accessibility statement tells of another version's faults (careerpaths/model/known_faults.py).",
        version,
    ),
)
