#!/usr/bin/env bash
# The JSON Schemas that editors check and complete YAML with (docs/schemas).
. "$(dirname "$0")/lib.sh"

DECLARATIONS=$SOURCE_ROOT/docs/schemas/declarations.schema.json
CONFIGURATION=$SOURCE_ROOT/docs/schemas/configuration.schema.json

valid() {
    "$CLI_TESTS/schemas.py" "$@"
}

# Everything that PostgreSQL has, as reflect writes it, and the project that is written by hand.
case_declarations_are_valid() {
    local file role
    new_db db
    for role in case_owner case_reader "Case Role" case_superuser; do
        psql_do "$db" "do \$\$ begin create role \"$role\"; exception when duplicate_object then end \$\$"
    done
    psql -X -q -d "$db" -c "set allow_in_place_tablespaces = on" -c "create tablespace \"Case space\" location ''" >/dev/null 2>&1 || true
    for file in "$SOURCE_ROOT"/tests/cases/everything/[1-8]*.sql; do
        psql -X -q -v ON_ERROR_STOP=1 -v pg14=true -v pg15=true -v pg16=false -v pg17=false -v pg18=false -d "$db" -f "$file" >/dev/null
    done
    printf 'databases: {db: "%s"}\ndefault: db\nschemas: %s\n' "$(url "$db")" \
        "$(psql_do "$db" "select json_agg(nspname) from pg_namespace where nspname !~ '^pg_|information_schema|^pleat'")" >pleat.yaml
    expect_exit 0 pleat reflect --no-revision
    [ "$(find schema -name '*.yaml' | wc -l)" -gt 20 ] || fail "too little is reflected"
    valid "$DECLARATIONS" $(find schema "$SOURCE_ROOT/schemas/crashstats/schema" -name '*.yaml')
    valid "$CONFIGURATION" pleat.yaml "$SOURCE_ROOT/schemas/crashstats/pleat.yaml"
}

# Forms that reflect does not write: blocks of docs/declarations.md, and words that YAML takes for something else.
case_forms_by_hand_are_valid() {
    python3 - "$SOURCE_ROOT/docs/declarations.md" <<'END'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
kinds = r"    (schema|types|tables|default_privileges|publications|mixins|subscriptions|functions|member_privileges|external):"
blocks = [b for b in re.split(r"\n(?=\S)", text) if re.search("^" + kinds, b, re.M)]
count = 0
for block in blocks:
    lines = [line[4:] for line in block.splitlines() if line.startswith("    ") or not line.strip()]
    body = "\n".join(lines)
    start = re.search("^" + kinds[4:], body, re.M)
    count += 1
    open(f"doc{count}.yaml", "w").write(body[start.start():] + "\n")
assert count >= 9, count
END
    cat >forms.yaml <<'END'
tables:
  t:
    columns:
      a: {type: text, default: null, comment: on}
      b: {type: boolean, default: true, comment: 12}
    checks: [true, {name: c, definition: b}]
    unique: {u: [a]}
    include: m
  empty:
extensions:
  citext:
types: {e: {enum: [no, 1, {name: new, renamed_from: old}]}, c: {composite: {x: int}}}
END
    valid "$DECLARATIONS" doc*.yaml forms.yaml
    # what is valid to an editor is to pleat
    mkdir -p p/schema
    printf 'mixins: {m: {}}\n' | cat - forms.yaml >p/schema/forms.yaml
    printf 'databases: {dev: embedded}\n' >p/pleat.yaml
    expect_exit 0 pleat -C p diff schema schema
}

# Each is one mistake: the schema and pleat refuse it.
case_mistakes_are_not() {
    local mistake number=0
    while IFS= read -r mistake; do
        number=$((number + 1))
        mkdir -p "p$number/schema"
        printf '%s\n' "$mistake" >"p$number/schema/x.yaml"
        printf 'databases: {dev: embedded}\n' >"p$number/pleat.yaml"
        ! valid "$DECLARATIONS" "p$number/schema/x.yaml" >/dev/null || fail "the schema allows $mistake"
        expect_exit 2 pleat -C "p$number" diff schema schema
    done <<'END'
table: {t: {columns: {a: int}}}
tables: {t: {colums: {a: int}}}
tables: {t: {columns: {a: {typ: int}}}}
tables: {t: {columns: {a: {type: int, not_null: maybe}}}}
tables: {t: {columns: {a: {type: int, statistics: many}}}}
tables: {t: {columns: {a: int}, primary_key: {columns: [a], nam: x}}}
tables: {t: {columns: {a: int}, indexes: x}}
tables: {t: {columns: {a: int}, comment: [x]}}
tables: {t: {columns: {a: int}, privileges: [x]}}
tables: {t: {columns: {a: int}, partitions: managed}}
tables: [t]
types: {m: {enum: [a], labls: [b]}}
types: {m: {enumeration: [a]}}
types: {m: {enum: {a: b}}}
views: {v: {definition: select 1 as a, materialised: true}}
functions: {"f()": {keep_prior: sure}}
END
    [ "$number" -gt 10 ]
}

case_configuration() {
    awk '/^    databases:/ { on = 1 } on && !/^    / { exit } on { print substr($0, 5) }' \
        "$SOURCE_ROOT/docs/configuration.md" >pleat.yaml
    expect_match 'max_lag' pleat.yaml
    valid "$CONFIGURATION" pleat.yaml
    # all keys of the schema are pleat's, and all keys of the page are the schema's
    python3 - "$CONFIGURATION" "$SOURCE_ROOT/docs/configuration.md" <<'END'
import json, re, sys
schema = json.load(open(sys.argv[1]))["properties"]
keys = [(key, inner) for key, value in schema.items() for inner in value.get("properties", {None: 0})]
page = re.findall(r"`([a-z_.]+)`", " ".join(re.findall(r"^\| (`.*?) \|", open(sys.argv[2]).read().split("## scratch")[0], re.M)))
for name in page:
    key, _, inner = name.partition(".")
    assert key in schema and (not inner or inner in schema[key]["properties"]), name
by_key = {}
for key, inner in keys:
    by_key.setdefault(key, []).append(inner)
with open("all.yaml", "w") as out:
    for key, inners in by_key.items():
        out.write(f"{key}:\n" + "".join(f"  {inner}: x\n" for inner in inners if inner))
END
    mkdir revisions
    expect_exit 2 pleat -c all.yaml heads
    expect_no_match 'unknown key'
    printf 'runs: {}\n' >all.yaml
    expect_exit 2 pleat -c all.yaml heads
    expect_match 'unknown key'
    local mistake
    for mistake in 'runs: {}' 'run: {retries: many}' 'run: {lock_timeout: 800}' 'run: {backoff: 1s}' 'schemas: []' 'databases: {}' \
        'revisions: {file: "a/{rev}.sql"}' 'revisions: {file: x.sql}' 'manage: {owners: maybe}' 'lint: {severity: {PL101: off}}' \
        'lint: {severity: {PL1: error}}' 'lint: {allow: [{reason: x}]}' 'naming: {key: x}' 'ignore: {table: x}'; do
        printf '%s\n' "$mistake" >wrong.yaml
        ! valid "$CONFIGURATION" wrong.yaml >/dev/null || fail "the schema allows $mistake"
    done
}

# The server that most editors have, from npm, once for a build directory.
need_language_server() {
    local place=$BUILD_ROOT/yaml-language-server
    command -v npm >/dev/null || skip "no npm to install a YAML language server with"
    SERVER=$place/node_modules/.bin/yaml-language-server
    [ -x "$SERVER" ] || timeout 120 npm install --silent --no-audit --no-fund --prefix "$place" yaml-language-server@1.15.0 >/dev/null 2>&1 ||
        skip "npm cannot install yaml-language-server"
}

case_a_language_server_checks_and_completes() {
    need_language_server
    local schema="# yaml-language-server: \$schema=$DECLARATIONS"
    printf '%s\ntables:\n  t:\n    comment: x\n    \n    columns:\n      a: int\n      b: {type: int, not_null: true}\n    primary_key: [a]\n' "$schema" >right.yaml
    "$CLI_TESTS/language_server.py" "$SERVER" right.yaml 5 4 >"$OUT"
    expect_no_match '^[0-9]+:'
    expect_match '^completion: indexes$'
    expect_match '^completion: foreign_keys$'
    expect_match '^completion: renamed_from$'
    printf '%s\ntables:\n  t:\n    colums:\n      a: int\n' "$schema" >wrong.yaml
    "$CLI_TESTS/language_server.py" "$SERVER" wrong.yaml >"$OUT"
    expect_match '^4: .*colums'
    printf '# yaml-language-server: $schema=%s\nrun:\n  lock_timeout: 800\n  \n' "$CONFIGURATION" >pleat.yaml
    "$CLI_TESTS/language_server.py" "$SERVER" pleat.yaml 4 2 >"$OUT"
    expect_match '^3: '
    expect_match '^completion: max_lag$'
}

run_cases "$@"
