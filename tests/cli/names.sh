#!/usr/bin/env bash
# Names that need care go through the whole loop unharmed: reflected, created, changed, and changed back.
. "$(dirname "$0")/lib.sh"

# new_db for a database that holds the SQL of a here-document.
new_db_of() {
    local name=$1
    cat >"$name.sql"
    new_db "$name" "$name.sql"
}

# round_trip DB: reflected, created again, and the revision that reflect wrote applied, it is the same. Leaves the
# declarations in r/.
round_trip() {
    local copy made
    expect_exit 0 pleat reflect -d "$(url "$1")" --out r
    expect_exit 0 no_scratch_nor_cache pleat check -d "$(url "$1")" r
    expect_match '^in sync$'
    new_db copy
    expect_exit 0 pleat create -d "$(url "$copy")" r
    same_dump "$1" "$copy"
    expect_exit 0 pleat check -d "$(url "$copy")" r
    new_db made
    expect_exit 0 pleat -C r -d "$(url "$made")" upgrade head
    same_dump "$1" "$made"
}

# change FROM TO [SED]: a database FROM becomes what TO is, by revisions made of TO's declarations, and then what it was
# (but for lines that SED takes away).
change() {
    local from=$1 to=$2 count
    dump "$from" >before.dump
    rm -rf project other
    expect_exit 0 pleat reflect -d "$(url "$from")" --out project
    expect_exit 0 pleat reflect -d "$(url "$to")" --out other --no-revision
    expect_exit 0 pleat -C project -d "$(url "$from")" stamp head
    for part in schema functions views types; do
        rm -rf "project/$part"
        [ ! -d "other/$part" ] || mv "other/$part" "project/$part"
    done
    # the privileges of a role that is named nowhere would be left alone
    ! grep -q 'roles: \[\]' other/pleat.yaml || sed -i "s/^  roles:.*/$(grep '^  roles:' project/pleat.yaml | sed 's/[&\/]/\\&/g')/" other/pleat.yaml
    mv other/pleat.yaml project/pleat.yaml
    expect_exit 0 pleat -C project -d "$(url "$from")" revision --autogenerate -m change --rev-id c4a9
    count=$(ls project/revisions | wc -l)
    [ "$count" -gt 1 ] || fail "no revision"
    expect_exit 0 pleat -C project -d "$(url "$from")" upgrade heads --both-phases
    same_dump "$from" "$to"
    expect_exit 0 pleat -C project -d "$(url "$from")" check
    expect_match '^in sync$'
    expect_exit 0 pleat -C project -d "$(url "$from")" history
    [ ! -e project/revisions/*_c4a9c_* ] || expect_exit 0 pleat -C project -d "$(url "$from")" downgrade contract@-1
    [ ! -e project/revisions/*_c4a9_* ] || expect_exit 0 pleat -C project -d "$(url "$from")" downgrade expand@-1
    dump "$from" | sed "${3:-}" >after.dump
    same_dump before.dump after.dump
}

ROLE='"c_ Röle ""q"" '"'x'"'"'
new_role() {
    start_server
    psql_do postgres "do \$do\$ begin create role $ROLE; exception when duplicate_object then null; end \$do\$"
}

# Every kind of object has a name of every kind somewhere; $1 is put in where the second database is different.
weird() {
    local column='' label='' check='0' body='select 1' when='distinct' comment="it''s" unique='' index=''
    local grant='select' nullable='' default="it''s" view='' argument='' sequence=1 reference='cascade' domain="a''b"
    if [ "${1:-}" = changed ]; then
        column="\"new col\"\"umn's\" \"Ty'pe ü\" default 'say \"x\"'"
        label=", 'last ''one'''"
        check='"- x"' body="select 2 -- ; \$\$ '" when='not distinct' comment='is not "so" \'
        unique=', "{}"' index=', "no"' grant='update' nullable='not null' default='new
line'
        view=', "new
line"' argument=", \"more ärgs\" \"Ty'pe ü\" default 'NULL'" sequence=7 reference='set null' domain='b"c'
    fi
    cat <<END
create schema "Sche ma.""a""";
set search_path = "Sche ma.""a""";
create type "Ty'pe ü" as enum ('a b', 'it''s', 'say "x"'$label, 'new
line', 'NULL', 'Straße', 'a,b', 'true');
create domain "select" as text constraint "ch""eck dot.ted" check (value <> '$domain');
create type "comp osite" as ("a b" int, "order" text);
create sequence "seq'uence 1" start $sequence;
create table "Table ""quoted"" 'single'. dot
newline" (
    "Id" bigint generated always as identity,
    "select" "select" not null default 'x''y',
    "col umn" "Ty'pe ü" default '$default',
    "with""quote" text default E'back\\\\slash' $nullable,
    "new
line" int,
    "ünïcödé" int,
    "a.b" "comp osite",
    "12:30" int, "no" boolean, "~" int, "- x" int, "#" int, "{}" int,
    ${column:+$column,}
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" int default nextval('"seq''uence 1"'),
    constraint "PK ey" primary key ("Id"),
    constraint "uni""que" unique ("with""quote", "new
line"$unique),
    constraint "chk 'x'" check ("ünïcödé" > $check and "select" <> 'it''s "so"')
);
create table "user" (
    "table" bigint references "Table ""quoted"" 'single'. dot
newline" ("Id") on delete $reference, "user" int primary key
);
create index "Index; drop" on "user" ("table") where "user" > 1;
create index "ÿyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" on "Table ""quoted"" 'single'. dot
newline" (lower("with""quote"), ("new
line" + 1)$index);
create function "Fun ction""s"("Arg ""1""" int, "in" text default 'it''s'$argument) returns int language sql as \$f\$
    select 1 /* \$\$ ; ' */
\$f\$;
create function "body"() returns int language sql as \$f\$
$body
\$f\$;
create function "user"() returns trigger language plpgsql as \$body\$ begin return new; end \$body\$;
create trigger "Trig ger.'x'" before update of "select" on "Table ""quoted"" 'single'. dot
newline" for each row when (new."Id" is $when from old."Id") execute function "user"();
create view "Vi ew""" as select "Id" as "I d", "select"$view from "Table ""quoted"" 'single'. dot
newline";
create materialized view "order" as select 1 as "group";
create unique index "order by" on "order" ("group");
comment on table "user" is E'$comment a "comment"\\nwith: colon # and \\\\ tab\\t.';
comment on column "Table ""quoted"" 'single'. dot
newline"."new
line" is ' leading space, $comment ';
grant $grant on "user" to $ROLE;
grant $grant ("user") on "user" to $ROLE;
grant execute on function "body"() to $ROLE;
grant usage on schema "Sche ma.""a""" to $ROLE;
END
}

case_names_of_all_kinds() {
    local plain changed
    new_role
    new_db_of plain < <(weird)
    new_db_of changed < <(weird changed)
    round_trip "$plain"
    rm -r r
    round_trip "$changed"
    change "$plain" "$changed" "/^    'last ''one''',\$/d"
}

# The enum's labels stay the same here: then the way back leads to the same, too.
case_there_and_back_from_nothing() {
    local empty full
    new_role
    new_db empty
    new_db_of full < <(weird)
    psql_do "$empty" 'create schema "Sche ma.""a"""'
    change "$empty" "$full"
    change "$full" "$empty"
}

case_one_name_for_everything() {
    local one two
    new_db_of one <<'END'
create schema "table";
create table "table"."table" ("table" int constraint "table" check ("table" > 0));
create function "table"."table"("table" "table"."table") returns int language sql as 'select 1';
create trigger "table" before insert on "table"."table" execute function suppress_redundant_updates_trigger();
END
    new_db_of two <<'END'
create schema "table";
create table "table"."table" ("table" bigint constraint "table" check ("table" > 1), "Table" int);
create index "table_" on "table"."table" ("table", "Table");
create function "table"."table"("table" "table"."table") returns int language sql as 'select 2';
END
    sed -i '/suppress_redundant/d' one.sql
    round_trip "$one"
    change "$one" "$two"
}

# What YAML takes for something else, and what file systems and shells do not like.
case_names_that_are_no_file_names() {
    local one two name
    for name in '.' '..' '../../up' '/etc/x' 'a/b' '-rf' '*' '~' '%s%n' '$HOME' '`id`' 'null' 'Null' 'yes' '0x1F' \
        '1e3' '=' '<<' '? q' '! tag' '&anchor' '*alias' '| pipe' '@at' 'a: b' 'a #b' ' lead' 'trail ' $'tab\there' '\n' \
        '{token}' 'A' 'a' 'ａ' '́combining' '🐘' ':name' ":'name'" '{node}' '/*' '--' '$$' '\quit'; do
        printf 'create table "%s" ("%s" int, constraint "c%s" check ("%s" <> 0)); create index "i%s" on "%s" ("%s");\n' \
            "$name" "$name" "$name" "$name" "$name" "$name" "$name" >>first.sql
        printf 'create type "t%s" as enum ($$%s$$);\n' "$name" "${name/\$\$/}" >>first.sql
        printf 'create function "f%s"() returns int language sql as $_$select 1 -- %s$_$;\n' "$name" "$name" >>first.sql
        printf "comment on table \"%s\" is '%s';\n" "$name" "${name//\'/\'\'}" >>first.sql
    done
    sed 's/<> 0/<> 1/; s/select 1/select 2/; s/" int,/" bigint,/' first.sql >second.sql
    sed -i "s/ is '/ is 'of /" second.sql
    new_db one first.sql
    new_db two second.sql
    round_trip "$one"
    change "$one" "$two"
    expect_equal "" "$(find "$PLEAT_TEST_RUN" -name 'up*' -newer first.sql ! -path '*/case.*')"
}

# Every kind, with what templates, scripts and psql take for their own; the revisions also run by psql alone.
case_hostile_names_of_all_kinds() {
    local one two names played file
    names=($'new\nline\n' $'\r' '{name}[x?y]' '$$ :name' $'x\n-- pleat: downgrade\nBEGIN;\nCOMMIT;\n\\quit\n'
        '%I /*range*/ true' "'\"\\" "$(printf 'é%.0s' {1..29})" 'drop table' '-- pleat: schema x')
    "$CLI_TESTS/hostile_names.py" before "${names[@]}" >before.sql
    "$CLI_TESTS/hostile_names.py" after "${names[@]}" >after.sql
    new_db one before.sql
    new_db two after.sql
    round_trip "$one"
    new_db played
    psql -X -q -v ON_ERROR_STOP=1 -d "$played" -f "$(ls r/revisions/*.sql)" >/dev/null
    same_dump "$one" "$played"
    change "$one" "$two"
    for file in project/revisions/*_c4a9_* project/revisions/*_c4a9c_*; do
        psql -X -q -d "$played" -f "$file" >/dev/null
    done
    same_dump "$played" "$two"
}

# A column that two others go into: the trigger, the backfill, and the way back, each with names of that kind.
# nothing_obeyed COMMAND...: whatever it says, no terminal obeys any of it, and no order of reading is turned.
nothing_obeyed() {
    "$@" >"$OUT" 2>"$ERR" </dev/null || true
    [ -s "$OUT" ] || [ -s "$ERR" ] || fail "nothing is said: $*"
    ! LC_ALL=C grep -aP '\x1b|\x07|\xc2\x9b|\xe2\x80\xae' "$OUT" "$ERR" >/dev/null || fail "raw control characters: $*" "$(cat -v "$OUT" "$ERR" | head -n 20)"
}

case_names_that_a_terminal_would_obey() {
    new_db db
    psql -X -q -d "$db" <<'END'
create table U&"evil\001b[31m\000a::error::x\202e" (U&"a\001b]0;title\0007b" int, U&"\202etext" text, U&"c\009b2J" int check (U&"c\009b2J" > 0));
create view U&"v\009b2J" as select 1 as U&"x\000ay";
create function U&"f\001b[2J"() returns int language sql as $$ select 1 $$;
END
    printf 'databases: {db: "%s"}\ndefault: db\n' "$(url "$db")" >pleat.yaml
    expect_exit 0 pleat reflect
    git_project
    expect_exit 0 pleat stamp head
    local format file
    nothing_obeyed pleat log "$(pleat __complete -- log public.f | head -n 1 | cut -f 1)"
    for file in schema/* functions/* views/*; do
        nothing_obeyed pleat blame "$file"
    done
    nothing_obeyed pleat fake --force --rows 3
    expect_match '^public."evil\\e\[31m\\n::error::x\\u202e": 3 rows$'
    nothing_obeyed pleat test
    git checkout -q -b more
    psql_do "$db" "alter table U&\"evil\\001b[31m\\000a::error::x\\202e\" add z int"
    for format in text github gitlab sarif junit; do
        nothing_obeyed pleat check --format "$format"
        expect_match 'evil\\{1,2}e\[31m\\{1,2}n::error::x\\{1,2}u202e'
    done
    nothing_obeyed pleat diff
    nothing_obeyed pleat diff --stat
    sed -i 's/: integer/: bigint/' schema/*.yaml
    expect_exit 0 pleat revision --autogenerate --from revisions -m change
    nothing_obeyed pleat report --markdown
    nothing_obeyed pleat report --html
    nothing_obeyed pleat lint
    nothing_obeyed pleat test --format junit
    nothing_obeyed pleat upgrade head
}

case_a_merge_with_hostile_names() {
    local db name one two
    for name in '$pleat$ {value}' $'x\n-- pleat: downgrade\n\\quit' '/*range*/ true'; do
        rm -rf schema revisions
        mkdir schema
        new_db db
        printf 'databases: {main: "%s"}\n' "$(url "$db")" >pleat.yaml
        one='\"1'${name//$'\n'/\\n}'\"' two='\"2'${name//$'\n'/\\n}'\"'
        one=${one//\\quit/\\\\quit} two=${two//\\quit/\\\\quit}
        printf '%s\n' 'tables:' "  \"$one\":" '    columns:' '      id: int not null' "      \"$one\": text not null" \
            "      \"$two\": text not null" '    primary_key: [id]' >schema/t.yaml
        expect_exit 0 pleat revision --autogenerate -m one
        expect_exit 0 pleat upgrade head
        psql_do "$db" "insert into \"1$name\" values (1, 'abc', 'd')"
        printf '%s\n' 'tables:' "  \"$one\":" '    columns:' '      id: int not null' '      whole:' '        type: text' \
            '        not_null: true' "        backfill: \"$one || $two\"" '        backfill_down:' \
            "          \"$one\": substr(whole, 1, 3)" "          \"$two\": substr(whole, 4)" '    primary_key: [id]' >schema/t.yaml
        expect_exit 0 pleat revision --autogenerate -m two
        expect_exit 0 pleat upgrade expand@head
        psql_do "$db" "insert into \"1$name\" (id, \"1$name\", \"2$name\") values (2, 'efg', 'h')"
        expect_exit 0 pleat upgrade contract@head
        expect_exit 0 pleat check
        expect_equal "abcd efgh" "$(psql_do "$db" "select string_agg(whole, ' ' order by id) from \"1$name\"")"
        expect_exit 0 pleat downgrade contract@-1
        expect_exit 0 pleat downgrade expand@-1
        expect_equal "abc+d efg+h" \
            "$(psql_do "$db" "select string_agg(\"1$name\" || '+' || \"2$name\", ' ' order by id) from \"1$name\"")"
    done
}

case_63_bytes_everywhere() {
    local one two long
    long=$(printf 'é%.0s' {1..31})
    new_db_of one <<END
create table "${long}t" ("${long}c" int, constraint "${long}k" check ("${long}c" > 0));
create index "${long}i" on "${long}t" ("${long}c");
create function "${long}f"() returns int language sql as 'select 1';
create type "${long}e" as enum ('${long}l');
END
    new_db_of two <<END
create table "${long}t" ("${long}c" int, "${long}d" int, constraint "${long}k" check ("${long}c" > 1));
create index "${long}i" on "${long}t" ("${long}c", "${long}d");
create function "${long}f"() returns int language sql as 'select 2';
create type "${long}e" as enum ('${long}l');
END
    round_trip "$one"
    change "$one" "$two"
}

run_cases "$@"
