"""A page as a browser sees it: what it asks for, what it complains of, and what scripts find."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

SECONDS = 60


class Visit(NamedTuple):
    """What came of loading a page; `found` are the values of the expressions, by name."""

    requests: list[str]
    complaints: list[str]
    found: dict[str, Any]


def visit(page: Path, folder: Path, expressions: Mapping[str, str]) -> Visit:
    """Return what a headless browser makes of a page, its profile in `folder`."""
    return asyncio.run(asyncio.wait_for(_visit(page, folder, expressions), SECONDS))


async def _visit(page: Path, folder: Path, expressions: Mapping[str, str]) -> Visit:
    from choreographer import Browser

    requests: list[str] = []
    complaints: list[str] = []

    async def request(event: Any) -> None:
        requests.append(event["params"]["request"]["url"])

    async def complaint(event: Any) -> None:
        complaints.append(str(event["params"]))

    async with Browser(tmp_dir=str(folder)) as browser:
        tab = await browser.create_tab()
        tab.subscribe("Network.requestWillBeSent", request)
        for name in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"):
            tab.subscribe(name, complaint)
        for domain in ("Network", "Runtime", "Log", "Page"):
            await tab.send_command(f"{domain}.enable")
        loaded = tab.subscribe_once("Page.loadEventFired")
        await tab.send_command("Page.navigate", {"url": page.as_uri()})
        await loaded
        found = {name: await _value(tab, text) for name, text in expressions.items()}
    return Visit(requests, complaints, found)


async def _value(tab: Any, expression: str) -> Any:
    asked = {"expression": expression, "returnByValue": True, "awaitPromise": True}
    answer = await tab.send_command("Runtime.evaluate", asked)
    assert "exceptionDetails" not in answer["result"], answer
    return answer["result"]["result"].get("value")
