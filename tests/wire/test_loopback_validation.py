"""What Discord refuses in a body: each rule with the path where Discord reports it."""

from __future__ import annotations

from typing import Any

import pytest
from discord_loopback import DiscordServer
from discord_loopback.command_rules import bulk_faults, command_faults
from discord_loopback.components import numbered
from discord_loopback.rules import choice_faults, message_faults, modal_faults
from discord_loopback.settings import SPEC_PATH, Json
from discord_loopback.spec import Spec
from wire_peers import RestClient

V2 = 1 << 15


def text(content: str = "x") -> Json:
    """A text display."""
    return {"type": 10, "content": content}


def button(number: int = 0, **changes: object) -> Json:
    """A button with its own custom id."""
    return {"type": 2, "style": 1, "label": "b", "custom_id": f"id{number}"} | changes


def row(*items: Json) -> Json:
    """An action row."""
    return {"type": 1, "components": list(items)}


def select(options: int, **changes: object) -> Json:
    """A select with that many options."""
    listed = [{"label": str(n), "value": str(n)} for n in range(options)]
    return {"type": 3, "custom_id": "s", "options": listed} | changes


def paths(components: list[Json], flags: int = V2) -> list[str]:
    """Where a message of these components is wrong."""
    faults = message_faults({"components": components}, flags=flags)
    return [".".join(map(str, fault.path)) for fault in faults]


GOOD: list[list[Json]] = [
    [text() for _ in range(40)],
    [text("x" * 2000), text("y" * 2000)],
    [row(*(button(n) for n in range(5)))],
    [row(select(25))],
    [{"type": 17, "components": [text(), row(button())]}],
    [{"type": 9, "components": [text()], "accessory": button(label="x" * 80)}],
    [row(button(style=5, custom_id=None, url="https://example.org") | {})],
]
GOOD[-1][0]["components"][0].pop("custom_id")

BAD: list[tuple[list[Json], str]] = [
    ([text() for _ in range(41)], "components"),
    ([{"type": 17, "components": [text() for _ in range(40)]}], "components"),
    ([text("x" * 2000), text("y" * 2001)], "components"),
    ([text("")], "components.0.content"),
    ([button()], "components.0.type"),
    ([row(button(1), button(1))], "components.0.components.1.custom_id"),
    ([row(button(custom_id="x" * 101))], "components.0.components.0.custom_id"),
    ([row(button(label="x" * 81))], "components.0.components.0.label"),
    ([row(*(button(n) for n in range(6)))], "components.0.components"),
    ([row(select(1), button())], "components.0.components"),
    ([row()], "components.0.components"),
    ([row(button(style=5))], "components.0.components.0"),
    ([row(button(url="https://example.org/" + "x" * 500))], "components.0.components.0.url"),
    ([row(select(26))], "components.0.components.0.options"),
    ([row(select(1, placeholder="x" * 151))], "components.0.components.0.placeholder"),
]


@pytest.mark.parametrize("components", GOOD)
def test_what_discord_takes_has_no_fault(components: list[Json]) -> None:
    """The fullest allowed messages pass."""
    assert paths(components) == []


@pytest.mark.parametrize(("components", "path"), BAD)
def test_a_fault_is_reported_at_its_path(components: list[Json], path: str) -> None:
    """One beyond each limit is a fault, found where it is."""
    assert path in paths(components)


@pytest.mark.parametrize(
    ("body", "flags", "path"),
    [
        ({"content": "x" * 2001}, 0, "content"),
        ({"content": "x"}, V2, "content"),
        ({"embeds": [{"title": "x"}]}, V2, "embeds"),
        ({"nonce": "x" * 26}, 0, "nonce"),
        ({"components": [text()]}, 0, "components.0.type"),
        ({"components": [row(button(n)) for n in range(6)]}, 0, "components"),
        ({"embeds": [{"title": "x" * 257}]}, 0, "embeds.0.title"),
        ({"embeds": [{"description": "x" * 4000}] * 2}, 0, "embeds"),
    ],
)
def test_a_message_body_has_limits(body: Json, flags: int, path: str) -> None:
    """Content, nonce and embeds, and what Components V2 excludes."""
    found = [".".join(map(str, fault.path)) for fault in message_faults(body, flags=flags)]
    assert path in found


def test_choices_and_modals_have_limits() -> None:
    """25 choices of 100 characters; a title of 45."""
    assert not list(choice_faults([{"name": "x" * 100, "value": "v"}] * 25, ()))
    assert list(choice_faults([{"name": "x", "value": "v"}] * 26, ()))
    assert list(choice_faults([{"name": "x" * 101, "value": "v"}], ()))
    assert list(choice_faults([{"name": "x", "value": "v" * 101}], ()))
    label = {"type": 18, "label": "l", "component": {"type": 4, "style": 1, "custom_id": "c"}}
    modal: Json = {"title": "t" * 45, "custom_id": "m", "components": [label]}
    assert not list(modal_faults(modal, ()))
    assert list(modal_faults(modal | {"title": "t" * 46}, ()))
    assert list(modal_faults(modal | {"components": [label] * 6}, ()))


def command(**changes: object) -> Json:
    """A slash command."""
    return {"name": "paper", "description": "d", "type": 1} | changes


def option(**changes: object) -> Json:
    """A string option."""
    return {"name": "o", "description": "d", "type": 3} | changes


@pytest.mark.parametrize(
    "wrong",
    [
        command(name="Paper"),
        command(name="x" * 33),
        command(name="two words"),
        command(description=""),
        command(description="x" * 101),
        command(options=[option(name=f"o{n}") for n in range(26)]),
        command(options=[option(), option()]),
        command(options=[option(), option(name="p", required=True)]),
        command(options=[option(choices=[{"name": "n", "value": "v"}] * 26)]),
        command(options=[option(choices=[{"name": "n", "value": "v"}], autocomplete=True)]),
        command(name_localizations={"de": "Papier"}),
        command(
            options=[
                option(
                    name=f"o{n}",
                    description="x" * 100,
                    choices=[{"name": "n" * 100, "value": "v" * 100}] * 2,
                )
                for n in range(20)
            ]
        ),
    ],
)
def test_a_command_has_limits(wrong: Json) -> None:
    """Names, descriptions, options, choices and 8,000 characters."""
    assert not list(command_faults(command()))
    assert list(command_faults(wrong))


def test_there_are_at_most_100_commands() -> None:
    """100 slash commands, 15 of each menu, no two with one name."""
    hundred = [command(name=f"c{n}") for n in range(100)]
    menus = [{"name": f"Menu {n}", "type": 3} for n in range(15)]
    assert not list(bulk_faults(hundred + menus))
    assert list(bulk_faults([*hundred, command(name="one-more")]))
    assert list(bulk_faults([*menus, {"name": "One more", "type": 3}]))
    assert list(bulk_faults([command(), command()]))


def test_components_get_ids_in_reading_order() -> None:
    """Given ids stay, the others are counted up around them."""
    shown = numbered([{"type": 17, "components": [text() | {"id": 2}, text()]}, text()])
    assert [shown[0]["id"], *(c["id"] for c in shown[0]["components"]), shown[1]["id"]] == [
        1,
        2,
        3,
        4,
    ]


async def test_a_refusal_looks_like_discords(server: DiscordServer, rest: RestClient) -> None:
    """Code 50035, the faults nested under their path."""
    channel = server.add_guild("Reading group").add_text_channel("papers")
    body: dict[str, Any] = {"flags": V2, "components": [row(button(label="x" * 81))]}
    reply = await rest.send(channel, **body)
    assert (reply.status, reply.code) == (400, 50035)
    fault = reply.body["errors"]["components"]["0"]["components"]["0"]["label"]["_errors"][0]
    assert fault["code"] == "BASE_TYPE_MAX_LENGTH"
    assert server.messages(channel) == []


@pytest.mark.skipif(not SPEC_PATH.exists(), reason="Discord's OpenAPI document is not here")
def test_the_openapi_document_is_asked_too() -> None:
    """A wrong type is found at its exact path; what discord.py sends passes."""
    spec = Spec.load(SPEC_PATH)
    assert spec is not None
    route = ("POST", "/channels/{channel_id}/messages")
    nested = [{"type": 17, "components": [row(button(style=99))]}]
    faults = spec.faults(*route, {"components": nested})
    where = ("components", 0, "components", 0, "components", 0, "style")
    assert [fault.path for fault in faults] == [where]
    assert not spec.faults(*route, {"flags": V2, "components": GOOD[4], "nonce": "n"})
    assert spec.faults(*route, {"components": [{"type": 99}]})[0].path == ("components", 0, "type")
    commands = ("PUT", "/applications/{application_id}/commands")
    pick = option(type=7, channel_types=[0, 5, 16])
    assert not spec.faults(*commands, [command(options=[pick])])
    assert spec.faults(*commands, [command(options=[pick | {"channel_types": [99]}])])
    assert not spec.faults("GET", "/users/@me", None)
    assert Spec.load(None) is None
