#!/usr/bin/env bash
# pleat fmt --canonical: leaves as PostgreSQL deparses them, and nothing else.
. "$(dirname "$0")/lib.sh"

# project NAME: schema/t.yaml from standard input, in a database of that name.
project() {
    new_db "$1"
    mkdir -p schema
    cat >schema/t.yaml
    printf 'databases: {main: "%s"}\n' "$(url "${!1}")" >pleat.yaml
}

# Twice changes no more than once, and the database never sees it.
canonical() {
    expect_exit 0 pleat check
    expect_exit 1 pleat fmt --canonical --check
    expect_exit 0 pleat fmt --canonical
    expect_exit 0 pleat fmt --canonical --check
    expect_equal "" "$(cat "$OUT")"
    expect_exit 0 pleat fmt --check
    expect_exit 0 pleat check
    expect_match '^in sync$'
}

case_crashstats() {
    local db
    new_db db
    psql_do postgres "create role crash_app; create role crash_report" 2>/dev/null || true
    cp -r "$SOURCE_ROOT"/schemas/crashstats/{schema,functions,views,pleat.yaml} .
    sed -i "s|^default: dev|default: main|; s|^  dev: embedded|  main: '$(url "$db")'|" pleat.yaml
    expect_exit 0 pleat create
    grep -rhoE '# .*' schema | sort >comments.before
    canonical
    grep -rhoE '# .*' schema | sort >comments.after
    cmp comments.before comments.after
    diff -r functions "$SOURCE_ROOT/schemas/crashstats/functions"
    diff -r views "$SOURCE_ROOT/schemas/crashstats/views"
    expect_match '^      status: character varying\(20\) DEFAULT .NEW.::character varying NOT NULL$' schema/bugs.yaml
    expect_match '^      - \(bug_id\) REFERENCES public.bug\(id\) ON DELETE CASCADE$' schema/bugs.yaml
    expect_match 'release_id: integer NOT NULL REFERENCES public.product_release\(id\) ON DELETE CASCADE$' schema/reporting.yaml
    expect_match '^  - \[signature\]|^      - \[signature\]$' schema/crashes.yaml
    expect_match '^    include: \[stamps\]$' schema/crashes.yaml
}

case_what_stays() {
    local db
    project db <<'END'
mixins:
  marks:
    columns:
      mark: {type: int, default: 1 + 1}
tables:
  # the table
  old_t:
    renamed_from: t
    include: [marks]
    columns:
      id: serial primary key    # beside
      a: int /* why */ default 1
      b: text compression pglz not null
      c: {type: int8, not_null: true, backfill: a+1}
      d: varchar(5) check (d > 'a') constraint other unique references u (x) on delete cascade
      e:
        definition: int4 default 5
    indexes:
      - [a, b]
      - ["lower(b)", a]
  u:
    include: [marks]
    columns: {x: varchar(5) primary key, y: "int references u2 (z)"}
  u2:
    columns: {z: int unique, w: varchar(5) references u}
types:
  pair: {composite: {left: int, "Right one": "varchar(3)[]"}}
END
    expect_exit 0 pleat create
    canonical
    expect_equal "$(cat <<'END'
types:
  pair: {composite: {left: integer, Right one: "character varying(3)[]"}}

mixins:
  marks:
    columns:
      mark: {type: integer, default: (1 + 1)}

tables:
  # the table
  old_t:
    renamed_from: t
    include: [marks]
    columns:
      id: serial primary key  # beside
      a: int /* why */ default 1
      b: text compression pglz not null
      c: {type: bigint, not_null: true, backfill: a+1}
      d: character varying(5) CHECK (((d)::text > 'a'::text)) CONSTRAINT other unique REFERENCES public.u(x) ON DELETE CASCADE
      e:
        definition: integer DEFAULT 5
    indexes:
      - [a, b]
      - [lower(b), a]
  u:
    include: [marks]
    columns: {x: character varying(5) NOT NULL primary key, y: integer REFERENCES public.u2(z)}
  u2:
    columns: {z: integer unique, w: character varying(5) REFERENCES public.u(x)}
END
)" "$(cat schema/t.yaml)"
}

case_odd_names() {
    local db
    project db <<'END'
schema: public
domains:
  "select": "varchar(9) default 'it''s' check (value <> 'a: b # c')"
tables:
  "Ta ble": {columns: {"select": '"select"', "co'l \"umn\"": int default 1+1, '"a.b"': "int4 references \"Ta ble\" (\"#\")", "#": int primary key}}
  "line\nbreak":
    columns:
      "new\nline": bool not null   # kept
      "ünï": "numeric(5, 2)[]"
    checks:
      "ch\"eck": |
        "new
        line" or
          "ünï"[1] between 1 and 2
    indexes:
      - (upper("ünï"::text)) where "new
        line"
    triggers:
      "t r": before update of "ünï" on "line
        break" for each row execute function suppress_redundant_updates_trigger()
END
    sed -i '/^  "select": "varchar/s/ check.*/", checks: {c: "value <> '"'a: b # c'"'"}}/; s/^  "select": "varchar/  "select": {type: "varchar/; s/ default .it..s."/", default: "'"'it''s'"'"/' schema/t.yaml
    sed -i '/^    indexes:/,$d' schema/t.yaml
    expect_exit 0 pleat create
    canonical
    expect_match 'character varying\(9\)' schema/t.yaml
    expect_match 'boolean NOT NULL  # kept' schema/t.yaml
    expect_match 'REFERENCES public."Ta ble"\("#"\)' schema/t.yaml
}

case_what_cannot_be_made_real() {
    local db
    project db <<'END'
tables:
  t: {columns: {a: int,
    b: int}}
END
    printf 'tables:\n  u: {columns: {a: int default nothing()}}\n' >schema/u.yaml
    cp -r schema before
    expect_exit 2 pleat fmt --canonical
    expect_match 'schema/u.yaml:2:[0-9]+: error: .*nothing'
    diff -r schema before
    printf 'tables:\n  u: {columns: {a: int default "}}\n' >schema/u.yaml
    expect_exit 2 pleat fmt --canonical schema/t.yaml
    diff schema/t.yaml before/t.yaml
}

# Only the files that are named, though all are made real.
case_named_files() {
    local db
    project db <<'END'
tables:
  t: {columns: {a: int}}
END
    printf 'tables:\n  u: {columns: {a: int, b: pair}}\n' >schema/u.yaml
    printf 'types:\n  pair: {composite: {x: int}}\n' >schema/types.yaml
    expect_exit 0 pleat fmt --canonical schema/u.yaml
    expect_equal "schema/u.yaml" "$(cat "$OUT")"
    expect_match 'a: integer, b: public.pair' schema/u.yaml
    expect_match 'a: int\}' schema/t.yaml
}

run_cases "$@"
