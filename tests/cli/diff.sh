#!/usr/bin/env bash
# What diff prints: for people on paper and on a terminal, for programs.
. "$(dirname "$0")/lib.sh"

# diff_project: two commits of declarations, v1 and v2. Nothing here needs a database but scratch.
diff_project() {
    mkdir -p schema functions views
    printf 'databases: {dev: embedded}\n' >pleat.yaml
    cat >schema/shop.yaml <<'END'
types:
  mood: {enum: [sad, ok]}
tables:
  gone: {columns: {id: int not null, note: text}, primary_key: [id], indexes: [[note]]}
  customer:
    comment: People.
    columns:
      id: int not null
      name: text
      zip: text
    checks:
      zip_form: length(zip) = 5
END
    printf 'create function label(c customer) returns text language sql stable as $$\n  select c.name\n$$;\n' >functions/label.sql
    printf -- '-- those who write\ncreate view writers as\nselect id\nfrom customer;\n' >views/writers.sql
    git_project
    git tag v1
    cat >schema/shop.yaml <<'END'
types:
  mood: {enum: [sad, so_so, ok]}
tables:
  customer:
    comment: |-
      People.
      Not machines.
    columns:
      id: bigint not null
      name: {type: text, not_null: true}
      zip: text
      feels: {type: mood, comment: Today.}
    checks:
      zip_form: length(zip) = 5 and zip ~ '^[0-9]+$' and zip <> '00000' and zip <> '99999' and zip <> '12345'
    indexes:
      - [name]
    privileges:
      public: [select, update]
  visit:
    columns:
      id: bigint generated always as identity
      at: {type: timestamptz, default: now()}
    primary_key: [id]
END
    printf 'create function label(c customer) returns text language sql stable as $$\n  select c.id || c.name\n$$;\n' >functions/label.sql
    printf -- 'create function twice(n int) returns int language sql immutable as $$\n  select n * 2\n$$;\n' >functions/twice.sql
    printf -- '-- those who write\ncreate view writers as\nselect id\nfrom customer\nwhere name <> $$$$;\n' >views/writers.sql
    commit v2
    git tag v2
}

# The checks and types have the form that PostgreSQL gives them; texts are their authors', with the lines of the files.
case_grouped_by_object_in_the_words_of_the_declarations() {
    diff_project
    expect_exit 0 pleat diff git:v1..v2
    cat >expected <<'END'
~ enum type public.mood  (schema/shop.yaml:2)
    + labels: 'so_so'  (after 'sad')
~ table public.customer  (schema/shop.yaml:4)
    ~ comment
        People.
      + Not machines.
    ~ privileges of public: (none) -> [select, update]
    ~ column id: type: integer -> bigint  (:9)
    ~ column name: not_null: false -> true  (:10)
    + column feels: public.mood  (:12)
    + column feels: comment: Today.
    ~ check zip_form: definition  (:14)
      - (length(zip) = 5)
      + ((length(zip) = 5) AND (zip ~ '^[0-9]+$'::text) AND (zip <> '00000'::text) AND (zip <> '99999'::text) AND (zip <> '12345'::text))
    + index customer_name_idx: (name)  (:16)
- table public.gone  (schema/shop.yaml:4)  2 columns, 1 primary key, 1 index
+ table public.visit  (schema/shop.yaml:19)
    + column id: bigint GENERATED ALWAYS AS IDENTITY NOT NULL  (:21)
    + column at: timestamp with time zone DEFAULT now()  (:22)
    + primary key visit_pkey: (id)  (:23)
~ function public.label(public.customer)  (functions/label.sql:1)
    @@ -1,3 +1,3 @@
      create function label(c customer) returns text language sql stable as $$
    -   select c.name
    +   select c.id || c.name
      $$
+ function public.twice(integer)  (functions/twice.sql:1)
    + create function twice(n int) returns int language sql immutable as $$
    +   select n * 2
    + $$
~ view public.writers  (views/writers.sql:2)
    @@ -2,3 +2,4 @@
      create view writers as
      select id
      from customer
    + where name <> $$$$
END
    expect_equal "$(cat expected)" "$(cat "$OUT")"
    # with -v, what goes is told, too; nothing differs from itself
    expect_exit 0 pleat diff git:v1..v2 -v
    expect_match '^    - column note: text  \(:4\)$'
    expect_exit 0 pleat diff git:v2..v2
    expect_equal "" "$(cat "$OUT")"
}

case_stat() {
    diff_project
    expect_exit 1 pleat diff git:v1..v2 --stat --exit-code
    cat >expected <<'END'
 ~ enum type public.mood                  | ~1
 ~ table public.customer                  | +2 ~4, lines +1
 - table public.gone                      | -4
 + table public.visit                     | +3
 ~ function public.label(public.customer) | lines +1 -1
 + function public.twice(integer)         | lines +3
 ~ view public.writers                    | lines +3 -2
 7 objects: 2 new, 4 changed, 1 gone
END
    sed -i 's/^\( ~ view .*lines\) .*/\1 +3 -2/' "$OUT" # of PostgreSQL's own text, which differs between versions
    expect_equal "$(cat expected)" "$(cat "$OUT")"
    expect_exit 0 pleat diff git:v2..v2 --stat
    expect_equal "" "$(cat "$OUT")"
}

# expect_document EXPRESSION...: what was printed is as the published schema says, and each is true of it.
expect_document() {
    python3 - "$SOURCE_ROOT/docs/schemas/diff.schema.json" "$OUT" "$@" <<'END' || fail "not so in:" "$(cat "$OUT")"
import json, jsonschema, sys
schema, document = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.Draft202012Validator(schema).validate(document)
by_name = {(c["change"], c["address"]): c for c in document["changes"]}
for expression in sys.argv[3:]:
    assert eval(expression), expression
END
}

case_a_document_as_the_schema_says() {
    diff_project
    expect_exit 1 pleat diff git:v1..v2 --format json --exit-code
    expect_document 'document["from"] == "git:v1" and document["to"] == "git:v2"' \
        'document["counts"]["rename"] == 0 and sum(document["counts"].values()) == len(document["changes"])' \
        'len({c["id"] for c in document["changes"]}) == len(document["changes"])' \
        'by_name["alter", "public.customer.name"]["details"] == [{"key": "not_null", "of": None, "old": None, "new": "true"}]' \
        'by_name["alter", "public.customer.name"]["line"] == 10 and by_name["alter", "public.customer.name"]["file"] == "schema/shop.yaml"' \
        'by_name["alter", "public.customer.name"]["object"] == {"kind": "table", "name": "customer", "address": "public.customer"}' \
        '[p["kind"] for p in by_name["create", "public.visit"]["parts"]] == ["table", "column", "column", "primary_key"]' \
        'by_name["create", "public.visit"]["parts"][3]["definition"] == "(id)"' \
        'by_name["create", "public.twice(integer)"]["parts"][0]["definition"].endswith("$$")' \
        'by_name["drop", "public.gone"]["file"] == "schema/shop.yaml"'
    expect_exit 0 pleat diff git:v2..v2 --format json
    expect_document 'document["changes"] == []'
    expect_exit 2 pleat diff git:v1..v2 --format json --sql
    expect_exit 2 pleat diff git:v1..v2 --format json --stat
    # the schema does not allow just anything
    pleat diff git:v1..v2 --format json | sed 's/"change" : "drop"/"change" : "gone"/' >"$OUT"
    ! (expect_document) >/dev/null 2>&1 || fail "the schema allows anything"
}

# The id says what happens to which object; the fingerprint also knows the values.
case_ids_stay() {
    diff_project
    pleat diff git:v1..v2 --format json >first
    pleat diff git:v1..v2 --format json >again
    cmp first again
    sed -i 's/length(zip) = 5 and/length(zip) = 6 and/; /visit:/,$d' schema/shop.yaml
    pleat diff git:v1 schema --format json >other
    python3 - first other <<'END'
import json, sys
first, other = ({c["address"]: c for c in json.load(open(name))["changes"]} for name in sys.argv[1:])
assert other.keys() < first.keys()
for address, change in other.items():
    assert change["id"] == first[address]["id"], address
    assert (change["fingerprint"] == first[address]["fingerprint"]) == (address != "public.customer.zip_form"), address
END
}

case_no_password_is_told() {
    new_db db
    printf 'databases: {dev: embedded}\n' >pleat.yaml
    mkdir schema
    expect_exit 0 pleat diff "postgresql://postgres:secret@/$db?host=$PGHOST" schema --format json
    expect_no_match secret
    expect_document 'document["changes"] == []'
}

# on_terminal ROWS COLUMNS COMMAND...: what a terminal shows is in $OUT. Its status is the command's.
on_terminal() {
    python3 - "$OUT" "$@" <<'END'
import fcntl, os, pty, struct, subprocess, sys, termios
ours, theirs = pty.openpty()
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", int(sys.argv[2]), int(sys.argv[3]), 0, 0))
done = subprocess.Popen(sys.argv[4:], stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL)
os.close(theirs)
said = b""
try:
    while part := os.read(ours, 4096):
        said += part
except OSError:
    pass
open(sys.argv[1], "wb").write(said.replace(b"\r\n", b"\n"))
sys.exit(done.wait())
END
}

case_as_wide_as_the_terminal() {
    diff_project
    PAGER='' on_terminal 24 60 pleat diff git:v1..v2 --color never
    expect_match '^    ~ check zip_form: definition  \(:14\)$'
    python3 - "$OUT" <<'END'
import sys
lines = open(sys.argv[1]).read().splitlines()
at = lines.index("    ~ check zip_form: definition  (:14)")
assert lines[at + 2].startswith("      + ((length(zip) = 5)") and lines[at + 3].startswith("          "), lines[at:]
assert all(len(line) <= 60 for line in lines[at : at + 6]), lines
assert " ".join(line.strip() for line in lines[at + 2 : at + 6]).startswith("+ ((length(zip) = 5) AND (zip ~ '^[0-9]+$'::text) AND"), lines
END
    # each line has colors of its own: a pager takes them back at its end
    PAGER=cat on_terminal 24 60 pleat diff git:v1..v2
    python3 - "$OUT" <<'END'
import re, sys
text = open(sys.argv[1]).read()
assert "\033[1m\033[33m~ table public.customer\033[0m" in text
for line in text.splitlines():
    marks = re.findall("\033\\[(\\d+)m", line)
    assert not marks or marks[-1] == "0", line
END
    NO_COLOR=1 PAGER=cat on_terminal 24 60 pleat diff git:v1..v2
    expect_no_match $'\e'
}

case_a_pager_on_a_terminal_alone() {
    diff_project
    printf '#!/bin/sh\necho "LESS=$LESS" >%s/seen\ncat >>%s/seen\n' "$PWD" "$PWD" >less
    chmod +x less
    local given="env -u PAGER -u LESS PATH=$PWD:$PATH"
    $given pleat diff git:v1..v2 >plain
    [ ! -e seen ] || fail "a pager for a file"
    on_terminal 24 80 $given pleat diff git:v1..v2 --color never
    expect_match '^LESS=FRX$' seen
    expect_match '^- table public.gone ' seen
    expect_no_match '.'
    rm seen
    on_terminal 24 80 $given pleat diff git:v2..v2
    on_terminal 24 80 $given pleat diff git:v1..v2 --format json
    [ ! -e seen ] || fail "a pager for nothing, or for a program"
    PAGER='grep -c table' on_terminal 24 80 pleat diff git:v1..v2
    expect_equal "$(grep -c table plain)" "$(cat "$OUT")"
    PLEAT_PAGER=cat PAGER='grep -c table' on_terminal 24 80 pleat diff git:v1..v2
    expect_match '[+] table public.visit'
    # whoever has read enough leaves; the status is still that of the command
    local status=0
    PAGER='head -n 1' on_terminal 24 80 pleat diff git:v1..v2 --exit-code || status=$?
    expect_equal 1 "$status"
    expect_equal 1 "$(wc -l <"$OUT")"
    status=0
    PAGER=nothing_of_that_name on_terminal 24 80 pleat diff git:v1..nothing || status=$?
    expect_equal 2 "$status"
    expect_match 'error: '
}

# The real one leaves when all fits the screen.
case_less() {
    diff_project
    [ -x /usr/bin/less ] || skip "no less"
    TERM=xterm on_terminal 200 100 env -u PAGER -u LESS pleat diff git:v1..v2 --stat
    expect_match '7 objects: 2 new'
}

# PostgreSQL chooses the names; which declaration a part comes from is told by what both name.
case_parts_without_names_have_lines() {
    mkdir schema
    printf 'databases: {dev: embedded}\n' >pleat.yaml
    cat >schema/t.yaml <<'END'
tables:
  t:
    columns: {a: int, b: text, c: int}
    primary_key: [a]
    indexes:
      - (b)
      - (b, c)
      - (lower(b))
    unique:
      - [c]
    checks:
      - a > c
      - a > 0
      - length(b) > 3
    foreign_keys:
      - (c) references t (a)
END
    git_project
    git rm -q schema/t.yaml && git commit -qm none
    expect_exit 0 pleat diff git:HEAD..git:HEAD~1
    for line in 'primary key t_pkey.*:4' 'index t_b_idx.*:6' 'index t_b_c_idx.*:7' 'index t_lower_idx.*:8' 'unique constraint t_c_key.*:10' \
        'check t_check.*:12' 'check t_a_check.*:13' 'check t_b_check.*:14' 'foreign key t_c_fkey.*:16'; do
        expect_match "^ *\\+ $line\\)"
    done
}

run_cases "$@"
