#!/usr/bin/env python3
"""Are YAML files as a JSON Schema says? schemas.py SCHEMA FILE...: prints what is wrong, exit status 1 then.

Scalars are read as YAML 1.2 has them, which is how editors do: no dates, and "no" is a text.
"""
import json
import re
import sys

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """The core schema of YAML 1.2."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(f"^(?:{pattern})$"), list(first))


def faults(validator, path):
    with open(path, encoding="utf-8") as file:
        document = yaml.load(file, Core)
    for error in validator.iter_errors(document):
        deepest = error
        while deepest.context:
            deepest = max(deepest.context, key=lambda inner: len(inner.absolute_path))
        yield f"{path}: {'/'.join(map(str, deepest.absolute_path))}: {deepest.message}"


def main(schema, *paths):
    with open(schema, encoding="utf-8") as file:
        rules = json.load(file)
    jsonschema.Draft7Validator.check_schema(rules)
    found = [fault for path in paths for fault in faults(jsonschema.Draft7Validator(rules), path)]
    print("\n".join(found))
    return bool(found) or not paths


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
