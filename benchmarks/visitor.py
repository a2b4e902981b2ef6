"""A visitor without a browser: opens Streamlit's websocket and speaks its own messages."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

TRIGGERS = "$$STREAMLIT_INTERNAL_KEY_{}__events"  # what Components v2 calls the widget that hears triggers
LONGEST = 60  # seconds until a run that does not end counts as an error


@dataclass
class Visitor:
    """One session: what it has on screen, and the faults it was shown."""

    port: int
    socket: ClientConnection | None = None
    explorer: str = ""
    faults: int = 0
    elements: int = 0
    page: str = field(default="")

    async def arrive(self, query: str = "") -> float:
        """Open the websocket and load a page; return how long its script took, as the visitor sees it."""
        address = f"ws://127.0.0.1:{self.port}/_stcore/stream"
        self.socket = await connect(
            address, subprotocols=[Subprotocol("streamlit")], compression=None, max_size=None, open_timeout=LONGEST
        )
        return await self._run(query, [])

    async def pick(self, role: str) -> float:
        """Press a role on the map; an app without a map is only run again."""
        states = []
        if self.explorer:
            told = [{"event": "picked", "value": {"role": role, "step": None, "view": "map"}}]
            states = [WidgetState(id=TRIGGERS.format(self.explorer), json_trigger_value=json.dumps(told))]
        return await self._run(f"role={role}", states)

    async def leave(self) -> None:
        """Close the websocket."""
        if self.socket is not None:
            await self.socket.close()

    async def _run(self, query: str, states: list[WidgetState]) -> float:
        assert self.socket is not None  # noqa: S101 - nobody runs before arriving
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_script_hash = self.page
        asked.rerun_script.widget_states.widgets.extend(states)
        asked.rerun_script.context_info.url = f"http://127.0.0.1:{self.port}/?{query}"
        asked.rerun_script.context_info.timezone = "Europe/Stockholm"
        began = time.perf_counter()
        await self.socket.send(asked.SerializeToString())
        while not self._heard(ForwardMsg.FromString(await self.socket.recv(decode=False))):
            if time.perf_counter() - began > LONGEST:
                raise TimeoutError
        return time.perf_counter() - began

    def _heard(self, message: ForwardMsg) -> bool:
        """Take in one message; return whether the script's run has ended."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            self.elements += 1
            self.faults += element.WhichOneof("type") in ("exception", "alert")
            if element.WhichOneof("type") == "bidi_component" and element.bidi_component.component_name.endswith(
                "explorer"
            ):
                self.explorer = element.bidi_component.id
        return kind == "script_finished"
