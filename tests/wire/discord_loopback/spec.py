"""Request bodies checked against Discord's own OpenAPI document.

Used where the document is at hand; it is laxer than the documentation (no totals, no uniqueness),
so it is asked after our own rules. A union of component kinds is rewritten so that `type` picks
the arm: one fault is then reported at its own path instead of once for every arm. Two things that
Discord takes and the document does not have are let through: media channels, ids as numbers.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any, cast

import jsonschema_rs

from .errors import Fault
from .settings import Json

_REF = "#/components/schemas/"
_MEDIA = 16
_NULL: Json = {"type": "null"}


class Spec:
    """The document, its schemas compiled one route at a time when first needed."""

    def __init__(self, document: Json) -> None:
        self._paths: Json = document["paths"]
        self._schemas: Json = document["components"]["schemas"]
        self._rewritten: Json = {}
        self._validators: dict[tuple[str, str], jsonschema_rs.Validator | None] = {}

    @classmethod
    def load(cls, path: Path | None) -> Spec | None:
        """Read the document, once per process; None where the file is not there."""
        return None if path is None or not path.exists() else _load(path)

    def faults(self, method: str, template: str, body: object) -> list[Fault]:
        """Everything the document holds against this body; nothing for a route without one."""
        key = (method, template)
        if key not in self._validators:
            self._validators[key] = self._compile(method, template)
        validator = self._validators[key]
        if validator is None or validator.is_valid(body):
            return []
        return [
            Fault(tuple(error.instance_path), "OPENAPI_SCHEMA", error.message[:300])
            for error in validator.iter_errors(body)
        ]

    def _compile(self, method: str, template: str) -> jsonschema_rs.Validator | None:
        operation = self._paths.get(template, {}).get(method.lower(), {})
        content = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if content is None:
            return None
        schema = self._rewrite(content["schema"])
        root = {"allOf": [schema], "components": {"schemas": self._rewritten}}
        return jsonschema_rs.validator_for(root)

    def _rewrite(self, node: object) -> object:
        if isinstance(node, list):
            return [self._rewrite(item) for item in cast("list[Any]", node)]
        if not isinstance(node, dict):
            return node
        source = cast("Json", node)
        result: Json = {}
        for key, value in source.items():
            arms = self._arms_by_type(value) if key in ("oneOf", "anyOf") else None
            if arms is not None:
                result["allOf"] = [*result.get("allOf", []), *_switch(arms)]
            elif key == "oneOf" and len(value) == 2 and _NULL in value:
                other = next(arm for arm in value if arm != _NULL)
                result |= {"if": _NULL, "else": self._rewrite(other)}
            elif key == "$ref":
                self._include(cast("str", value).removeprefix(_REF))
                result[key] = value
            else:
                result[key] = self._rewrite(value)
        return result

    def _include(self, name: str) -> None:
        if name in self._rewritten:
            return
        self._rewritten[name] = {}  # reserves the name: schemas refer to each other in circles
        schema = self._schemas[name]
        if name == "ChannelTypes":
            schema = {**schema, "oneOf": [*_without_media(schema["oneOf"]), {"const": _MEDIA}]}
        elif name == "SnowflakeType":
            schema = {"anyOf": [schema, {"type": "integer", "minimum": 0}]}
        self._rewritten[name] = self._rewrite(schema)

    def _arms_by_type(self, value: object) -> dict[int, str] | None:
        """The reference for each value of `type`, when that alone tells the arms apart."""
        arms: dict[int, str] = {}
        for arm in cast("list[Json]", value):
            reference = arm.get("$ref")
            if reference is None:
                return None
            schema = self._schemas[reference.removeprefix(_REF)]
            kinds = schema.get("properties", {}).get("type", {}).get("enum")
            if not kinds or arms.keys() & set(kinds):
                return None
            arms |= dict.fromkeys(kinds, reference)
        for reference in arms.values():
            self._include(reference.removeprefix(_REF))
        return arms


def _switch(arms: dict[int, str]) -> list[Json]:
    kinds: Json = {"required": ["type"], "properties": {"type": {"enum": sorted(arms)}}}
    return [
        {"type": "object", **kinds},
        *(
            {
                "if": {"required": ["type"], "properties": {"type": {"const": kind}}},
                "then": {"$ref": reference},
            }
            for kind, reference in arms.items()
        ),
    ]


def _without_media(kinds: list[Json]) -> list[Json]:
    return [kind for kind in kinds if kind["const"] != _MEDIA]


@functools.cache
def _load(path: Path) -> Spec:
    return Spec(json.loads(path.read_bytes()))
