"""Our tables of ninjs against IPTC's schemas: for every version the same properties, types, words and requirements."""

import json

import pytest

from articles.importing.iptc.ninjs_versions import SHAPES
from articles.importing.iptc.shapes import Again, AnyOf, Listing, Number, Object, Text
from tests.conformance.corpora import corpus
from tests.conformance.table import ALL

TARGETS = {ALL: 1.0}
VERSIONS = [version for version in SHAPES if "dev" not in version]
GEO = "GeoJSON"
SLIPS = {"recurrenceDates"}
"""The schema asks for what is a list and a string at once, which nothing is."""


@pytest.fixture(scope="module")
def schemas(row):
    folder = corpus("schemas") / "ninjs"
    found = {version: json.loads((folder / f"ninjs-schema_{version}.json").read_text("utf-8")) for version in VERSIONS}
    row.files = len(found)
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_a_table_says_what_the_schema_says(schemas, row, version):
    schema = schemas[version]
    differences = list(_differences(schema, SHAPES[version], schema, ()))
    row.count("versions", not differences)
    assert differences == []


def _differences(schema, shape, root, path):
    if isinstance(shape, Again):
        shape = shape.shape
    if path[-2:] == ("associations", "[]") and "properties" in schema:
        yield from _association(schema, shape, path)  # a document within a document
        return
    schema, extra = _resolved(schema, root)
    if schema is root and path:
        return  # a document within a document
    kind = schema.get("type")
    if isinstance(shape, AnyOf) and "anyOf" in schema and "properties" in schema:
        for one in shape.shapes:
            yield from _properties(schema, one, root, path, extra)
    elif isinstance(shape, AnyOf):
        if len(shape.shapes) != len(schema.get("anyOf", [])):
            yield path, "anyOf"
    elif isinstance(shape, Text):
        if (kind, schema.get("enum", [])) != ("string", list(shape.choices)):
            yield path, schema
        if (shape.pattern is not None) != ("pattern" in schema):
            yield path, "pattern"
    elif isinstance(shape, Number):
        told = ("integer" if shape.is_whole else "number", shape.least, shape.most)
        if told != (kind, schema.get("minimum"), schema.get("maximum")):
            yield path, schema
    elif isinstance(shape, Listing):
        if kind != "array" and path[-1] not in SLIPS:
            yield path, "array"
        elif "items" in schema:
            yield from _differences(schema["items"], shape.of, root, (*path, "[]"))
    elif GEO not in schema.get("$ref", ""):
        yield from _properties(schema, shape, root, path, extra)


def _association(schema, shape, path):
    """Its own properties, and what it must have, beside those of any document."""
    if not set(schema["properties"]) <= set(shape.properties) or set(schema["required"]) != set(shape.required):
        yield path, "association"


def _properties(schema, shape, root, path, extra):
    if not isinstance(shape, Object) or schema.get("type", "object") != "object":
        yield path, "object"
        return
    told = {**schema.get("properties", {}), **extra.get("properties", {})}
    required = {*_required(schema), *extra.get("required", [])}
    if not path and "1.0" in root.get("id", "") and told["uri"].get("required"):
        required.add("uri")  # as JSON Schema, draft 3, tells it
    if set(told) != set(shape.properties):
        yield path, set(told) ^ set(shape.properties)
    if set(schema.get("patternProperties", {})) != {f"^{pattern}+" for pattern in shape.like}:
        yield path, "patternProperties"
    if required != set(shape.required):
        yield path, required
    told_closed = (schema.get("additionalProperties"), *(one.get("unevaluatedProperties") for one in (schema, extra)))
    if (False in told_closed) == shape.is_open:
        yield path, "additionalProperties"
    either = {name for one in schema.get("oneOf", []) for name in one["required"]}
    if either != set(shape.either) and "anyOf" not in schema:
        yield path, "oneOf"
    for name in set(told) & set(shape.properties):
        yield from _differences(told[name], shape.properties[name], root, (*path, name))
    for pattern, one in schema.get("patternProperties", {}).items():
        yield from _differences(one, shape.like[pattern[1:-1]], root, (*path, pattern))


def _required(schema):
    told = schema.get("required", [])
    return told if isinstance(told, list) else []


def _resolved(schema, root):
    """The schema that a reference leads to, and what is said beside the reference."""
    reference = schema.get("$ref", "")
    if reference.startswith("#/"):
        found = root
        for name in reference[2:].split("/"):
            found = found[name]
        return found, schema
    if reference and GEO not in reference:
        return root, {}
    return schema, {}
