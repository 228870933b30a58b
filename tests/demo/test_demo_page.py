"""`paperboy demo`: the start page, its rooms, the next morning, and the end."""

from __future__ import annotations

import re
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from demo_process import demo_here, staying_up
from playwright.async_api import Page, async_playwright, expect

from bot.demo.browser import QUIET, find_browser

BROWSER = find_browser()
ROOMS = ("papers", "general", "max", "ada")
in_a_browser = pytest.mark.skipif(BROWSER is None, reason="there is no browser here")

_COMPOSER = "#channel-composer-input"
_MESSAGES = ".channel-message"
_SETTLED = re.compile("^(Preview ready|Action completed|Viewport updated)$")


async def test_the_start_page_leads_to_every_room_and_to_the_next_morning() -> None:
    """Each link opens a room on one port; the next morning brings a digest into one. Ctrl-C ends it
    with a room open.
    """
    async with staying_up() as running, aiohttp.ClientSession() as web:
        async with web.get(running.address) as page:
            text = await page.text()
        assert "Friday 21 August 2026, 09:00 in Berlin" in text
        assert all(f'href="/open/{room}"' in text for room in ROOMS)
        opened: set[str] = set()
        for room in ROOMS:
            async with web.get(f"{running.address}open/{room}", allow_redirects=False) as answer:
                assert answer.status == 302
                opened.add(answer.headers["Location"].partition("#")[0])
        (rooms,) = opened
        async with web.get(rooms) as room:
            assert "SimCord" in await room.text()
        async with web.post(f"{running.address}morning") as page:
            text = await page.text()
        assert "<b>Something came to #papers.</b>" in text
        assert text.count("Monday") == 1
        async with web.get(f"{running.address}open/nowhere") as page:
            assert page.status == 404
            assert "There is no such room." in await page.text()
        async with web.get(f"{running.address}paperboy.png") as face:
            assert (await face.read()).startswith(b"\x89PNG")
        ended = await running.stop(signal.SIGINT)
    assert ended.code == 0
    assert "Traceback" not in ended.out + ended.err


async def test_a_signal_ends_the_demo_at_once_and_cleanly() -> None:
    """SIGTERM ends it within three seconds, with a room open, without a complaint."""
    async with staying_up() as running:
        async with (
            aiohttp.ClientSession() as web,
            web.get(f"{running.address}open/papers") as room,
        ):
            assert room.status == 200
        ended = await running.stop(signal.SIGTERM)
    assert ended.code == 0
    assert "Traceback" not in ended.out + ended.err


@pytest.mark.usefixtures("logs_given_back")
def test_a_taken_port_is_named() -> None:
    """A port that somebody has is said at once, with the option that chooses another."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = demo_here("--port", str(port))
    assert ended.code == 1
    assert f"Port {port} is taken; choose another with --port." in ended.out
    assert "Traceback" not in ended.out + ended.err


@asynccontextmanager
async def _browsing() -> AsyncIterator[Page]:
    """A page of a real browser; an error in its scripts fails the test."""
    faults: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=BROWSER, args=list(QUIET), chromium_sandbox=False
        )
        page = await browser.new_page(viewport={"width": 1200, "height": 1000})
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        yield page
        await browser.close()
    assert faults == []


async def _enter(page: Page, room: str, viewer: str | None = None) -> None:
    await page.get_by_role("link", name=room).click()
    await expect(page.locator(_COMPOSER)).to_be_visible()
    if viewer is not None:
        await page.select_option("#viewer-picker", label=viewer)
        await expect(page.locator("#action-status")).to_have_text(_SETTLED)


async def _command(page: Page, name: str) -> None:
    await page.locator(_COMPOSER).click()
    await page.keyboard.type(f"/{name}")
    await expect(page.locator("#command-picker-listbox")).to_contain_text(f"/{name}")
    await page.keyboard.press("Enter")
    await expect(page.locator(".command-chip")).to_contain_text(name)


@in_a_browser
async def test_a_person_reads_looks_up_subscribes_and_gets_their_papers() -> None:
    """From the start page: a digest's number, a misspelt title, a subscription, its message."""
    async with staying_up() as running, _browsing() as page:
        await page.goto(running.address)
        await _enter(page, "#papers", "Max")
        messages = page.locator(_MESSAGES)
        await expect(messages).to_have_count(1)
        digest = messages.first
        await expect(digest).to_contain_text("Papers · Fri 21 Aug")
        await expect(digest.locator(".message-author")).to_have_text("Paperboy")
        await digest.get_by_role("button", name="4", exact=True).click()
        await expect(messages).to_have_count(2)
        await expect(messages.last).to_contain_text("Only you can see this")
        await expect(messages.last).to_contain_text("arXiv 2608.18565")

        await page.go_back()
        await _enter(page, "#general", "Max")
        await _command(page, "paper")
        await page.keyboard.type("attention is all you ned")
        choice = page.get_by_role("option", name=re.compile("Attention Is All You Need"))
        await choice.click()
        await page.locator("#send-message").click()
        await expect(messages.last).to_contain_text("Ashish Vaswani")

        await _command(page, "subscribe")
        await page.locator("#send-message").click()
        await expect(messages.last).to_contain_text("daily at 09:00, Europe/Berlin")
        await messages.last.get_by_role("button", name="What…").click()
        form = page.locator("#modal-root")
        await form.get_by_role("textbox").first.fill("agents | robots")
        await form.get_by_role("button", name="Submit").click()
        await expect(messages.last).to_contain_text("agents | robots")
        await messages.last.get_by_role("button", name="Subscribe", exact=True).click()
        await expect(messages.last).to_contain_text("Subscribed.")

        await page.goto(running.address)
        await page.get_by_role("button", name="Let it be the next morning").click()
        await expect(page.get_by_role("status")).to_contain_text("Max's direct messages")
        await _enter(page, "Max's direct messages")
        await expect(messages.last).to_contain_text("About agents | robots")
        await messages.last.get_by_role("button", name="Unsubscribe").click()
        await expect(messages.last).to_contain_text("Nothing comes from it any more")
        ended = await running.stop()
    assert ended.code == 0
    assert "Traceback" not in ended.out + ended.err


@in_a_browser
async def test_a_refusal_is_an_answer_and_a_tab_left_behind_comes_back() -> None:
    """No title is refused without alarm; a reload leads an old tab to the room that is open."""
    async with staying_up() as running, _browsing() as page:
        await page.goto(running.address)
        await _enter(page, "#general", "Ada")
        await _command(page, "paper")
        await page.keyboard.type(" ")
        await page.locator("#send-message").click()
        await expect(page.locator(_MESSAGES).last).to_contain_text("No title was given")
        await expect(page.locator("#inspector-count")).to_be_hidden()
        async with (
            aiohttp.ClientSession() as web,
            web.get(f"{running.address}open/papers") as room,
        ):
            assert room.status == 200
        await expect(page.locator("#action-status")).to_contain_text("unavailable")
        await page.reload()
        await expect(page.locator("#channel-name")).to_have_text("papers")


@in_a_browser
async def test_the_start_page_fits_a_telephone_in_light_and_dark() -> None:
    """Nothing is wider than 360 points, and the letters stand out from the ground either way."""
    async with staying_up() as running, _browsing() as page:
        await page.set_viewport_size({"width": 360, "height": 740})
        grounds: set[str] = set()
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme)
            await page.goto(running.address)
            width = await page.evaluate("document.documentElement.scrollWidth")
            assert width <= 360
            colours = await page.evaluate(
                "(style => [style.color, style.backgroundColor])(getComputedStyle(document.body))"
            )
            ink, ground = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in colours)
            assert abs(ink - ground) > 450
            grounds.add(colours[1])
        assert len(grounds) == 2
