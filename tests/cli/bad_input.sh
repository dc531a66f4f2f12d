#!/usr/bin/env bash
# Bad input and bad luck: one clear error, the right exit status, nothing half written, no server left running.
. "$(dirname "$0")/lib.sh"

# A small project in git on an empty database $db.
project() {
    mkdir -p schema
    cat >schema/a.yaml <<'END'
tables:
  a:
    columns:
      id: int not null
      label: text
    primary_key: [id]
END
    new_db db
    printf 'databases:\n  main: %s\n' "'$(url "$db")'" >pleat.yaml
    git_project
}

# The same with a first revision that is applied.
project_with_revision() {
    project
    expect_exit 0 pleat revision --autogenerate -m first --rev-id f1
    expect_exit 0 pleat upgrade head
    commit first
}

add_column() {
    sed -i "s/^      label: text/&\n      $1/" schema/a.yaml
}

# refuses STATUS REGEX COMMAND...: exactly one error, which says so, and nothing on standard output.
refuses() {
    local status=$1 regex=$2
    shift 2
    expect_exit "$status" "$@"
    expect_match "$regex" "$ERR"
    expect_equal 1 "$(grep -c 'error: ' "$ERR")"
    expect_no_match . "$OUT"
    no_server_left
}

# Nothing of an embedded server runs below the test's own directories.
no_server_left() {
    local left i
    for i in $(seq 50); do
        left=$(scratch_servers)
        [ -n "$left" ] || return 0
        sleep 0.1
    done
    fail "a server is left running:" "$left"
}

# Process ids of postmasters whose data directory is in the run's cache, memory or runtime directory.
scratch_servers() {
    local pid
    for pid in $(grep -lsx postgres /proc/[0-9]*/comm | cut -d/ -f3 || true); do
        if cat "/proc/$pid/cmdline" 2>/dev/null | tr '\0' ' ' | grep -q "$PLEAT_TEST_RUN/\(cache\|data\|run\|memory/pleat\)"; then
            echo "$pid"
        fi
    done
}

wait_for() {
    local i
    for i in $(seq 100); do
        ! eval "$1" || return 0
        sleep 0.1
    done
    fail "waited in vain for: $1"
}

# The command line ------------------------------------------------------------------------------------------------

case_commands_and_options_unknown() {
    refuses 2 'no command "upgrad"' pleat upgrad
    expect_match 'did you mean "upgrade"\?'
    refuses 2 'no command "frobnicate"' pleat frobnicate
    expect_no_match 'did you mean'
    refuses 2 '[Uu]nknown option --autogenrate' pleat revision --autogenrate
    expect_match 'did you mean "?--autogenerate'
    refuses 2 'usage: pleat upgrade REVISION' pleat upgrade
    refuses 2 'Missing argument for -m' pleat revision -m
    refuses 2 'rows -5: no table can have so many' pleat fake --rows -5
    refuses 2 'sql or --stat, not both' pleat diff --sql --stat
    refuses 2 'no option "--verbos"' pleat --verbos check
    expect_match 'did you mean "--verbose"'
    refuses 2 'no command' pleat -C .
    refuses 2 'no color "purple"' pleat check --color purple
    refuses 2 'cannot be read' pleat revision -m $'\xff'
    expect_exit 2 pleat
    expect_exit 0 pleat --help
    expect_exit 0 pleat help
    expect_match 'Usage: pleat COMMAND'
    expect_exit 0 pleat help upgrade
    expect_match 'pleat upgrade .*REVISION'
    refuses 2 'no command or topic "frobnicate"' pleat help frobnicate
    expect_exit 0 pleat help check
    expect_match '^ *pleat check \[OPTION'
    refuses 2 'no command or topic "chekc"' pleat help chekc
    expect_match 'did you mean "check"'
    expect_exit 0 pleat --version
}

case_no_project_and_no_database_of_that_name() {
    mkdir empty
    for command in check "upgrade head" "revision -m x" history; do
        refuses 2 'no pleat.yaml in .*empty or above' pleat -C empty $command
        expect_match 'hint: pleat init'
    done
    expect_equal "" "$(ls -A empty)"
    refuses 2 'no directory ".*nowhere"' pleat -C nowhere check
    project
    refuses 2 'no database "prod"' pleat -d prod check
    expect_match 'there are: main'
    refuses 2 'nowhere.yaml' pleat -c nowhere.yaml check
    echo '  production: ${NO_SUCH_VARIABLE}' >>pleat.yaml
    refuses 2 'the environment has no NO_SUCH_VARIABLE' pleat -d production check
}

case_a_configuration_that_is_no_file() {
    local i
    project
    for i in "mkdir pleat.yaml" "mkfifo pleat.yaml" "ln -s pleat.yaml pleat.yaml" "ln -s nowhere pleat.yaml"; do
        rm -rf pleat.yaml
        $i
        refuses 2 'cannot read the configuration: .*pleat.yaml" is not a file' timeout 10 pleat check
    done
}

# What is written must be found again, and nothing else be overwritten.
case_names_of_revision_files() {
    local name
    project
    cp pleat.yaml kept
    for name in '../{rev}.sql' '/tmp/{rev}.sql' 'a/{rev}.sql' '.{rev}.sql' '{rev}' '{date}.sql' '{rev}{reev}.sql'; do
        { cat kept; printf 'revisions: {file: "%s"}\n' "$name"; } >pleat.yaml
        refuses 2 '^pleat.yaml:3:[0-9]+: error: ' pleat revision -m x
    done
    expect_match 'did you mean "\{rev\}"'
    [ ! -e revisions ] || fail "revisions written"
}

case_names_of_revisions_that_are_taken() {
    project
    expect_exit 0 pleat revision -m one --rev-id aa --branch-label "a branch"
    refuses 2 'label "a branch" is taken: revision aa' pleat revision -m two --branch-label "a branch"
    refuses 2 'revision aa exists already' pleat revision -m two --branch-label aa
    refuses 2 'control characters' pleat revision -m two --branch-label $'b\nc'
    refuses 2 'cannot be both' pleat revision -m two --rev-id bb --branch-label bb
    refuses 2 'no revision "zz"' pleat revision -m two --depends-on zz
    expect_exit 0 pleat history
    expect_equal 1 "$(ls revisions | wc -l)"
}

case_the_way_back_to_a_device() {
    project
    mkfifo pipe
    cat pipe >down.sql &
    expect_exit 0 pleat diff --sql --down pipe
    wait
    expect_match 'DROP TABLE' down.sql
    [ -p pipe ] || fail "the pipe was replaced"
    [ ! -e /dev/full ] || refuses 2 'cannot write "/dev/full"' pleat diff --down /dev/full
}

case_format_is_honoured_or_refused() {
    project
    refuses 2 'format' pleat check --format xml
}

# Declarations ----------------------------------------------------------------------------------------------------

# wrong REGEX: what standard input declares is refused at its place, by check, revision and create alike.
wrong() {
    cat >schema/wrong.yaml
    expect_exit 2 pleat check
    expect_match "^schema/wrong.yaml:$1" "$ERR"
    expect_equal 1 "$(grep -c 'error: ' "$ERR")"
    # one of a case shows that the others load declarations as check does
    [ ! -e others_tried ] || return 0
    touch others_tried
    refuses 2 "^schema/wrong.yaml:$1" pleat revision --autogenerate -m x
    [ ! -e revisions ] || fail "revisions written"
    refuses 2 "^schema/wrong.yaml:$1" pleat create
    expect_equal 0 "$(psql_do "$db" "select count(*) from pg_class where relnamespace = 'public'::regnamespace")"
}

case_keys() {
    project
    wrong '3:5: error: .*colums' <<'END'
tables:
  t:
    colums: {id: int}
END
    expect_match 'did you mean "columns"\?'
    wrong '1:1: error: .*tabels' <<<'tabels: {}'
    expect_match 'did you mean "tables"\?'
    wrong '4:7: error: .*"?id"?' <<'END'
tables:
  t:
    columns:
      id: [1, 2]
END
    wrong '2:[36]: error: ' <<'END'
tables:
  t: [a, b]
END
    wrong '5:7: error: .*"?id"?' <<'END'
tables:
  t:
    columns:
      id: int
      id: bigint
END
    wrong '2:3: error: .*public.a' <<'END'
tables:
  a: {columns: {id: int}}
END
    expect_match 'schema/a.yaml:2:3'
}

case_leaves() {
    local leaf
    project
    for leaf in 'int, b int' 'int -- x' 'int); drop table a; --' 'numeric(8' "text default 'x" 'int /* x' 'int; select 1'; do
        wrong '4:(1|2)[0-9]: error: ' <<END
tables:
  t:
    columns:
      id: $leaf
END
    done
    wrong '5:18: error: .*new' <<'END'
tables:
  t:
    columns:
      id: {type: text,
        default: 'new'}
END
    wrong '4:.*: error: .*comma' <<'END'
tables:
  t:
    columns:
      id: {type: numeric(8,2)}
END
    wrong '4:.*: error: ' <<'END'
tables:
  t:
    columns:
      id: intt
END
    wrong '4:3: error: .*"nothing" does not exist' <<'END'
tables:
  t: {columns: {id: int}}
views:
  v: select nothing from t
END
}

case_yaml_footguns() {
    project
    wrong '3:5: error: .*merge' <<'END'
tables:
  u:
    <<: {columns: {id: int}}
END
    wrong '2:6: error: .*anchor' <<'END'
tables:
  t: &t {columns: {id: int}}
END
    wrong '2:.*: error: .*tag' <<'END'
tables:
  t: !!map {columns: {id: int}}
END
    printf 'tables:\n  t\xff: {columns: {id: int}}\n' | wrong '2:4: error: .*UTF-8'
    wrong '2:3: error: .*63' <<END
tables:
  $(printf 'é%.0s' {1..32}): {columns: {id: int}}
END
    {
        echo 'x0: &x0 [a, a, a, a, a, a, a, a, a, a]'
        for i in $(seq 9); do
            echo "x$i: &x$i [*x$((i - 1)), *x$((i - 1)), *x$((i - 1)), *x$((i - 1)), *x$((i - 1)), *x$((i - 1)), *x$((i - 1))]"
        done
    } >schema/wrong.yaml
    expect_exit 2 timeout 10 pleat check
    wrong '3:1: error: ' <<'END'
tables:
  t: {columns: {id: int}}
	tab: x
END
    wrong '[23]:.*: error: not YAML' <<<$'tables:\n  t: {columns: {id: int}'
}

case_footguns_that_are_none() {
    project
    cat >schema/right.yaml <<'END'
types:
  answer: {enum: [yes, no, on, off, 'null', 12:30, 1e3]}
tables:
  t:
    columns:
      no: bool default true
      y: answer default 'no'
      n: int default 12
      at: time default '12:30'
END
    expect_exit 0 pleat create
    expect_equal "yes no on off null 12:30 1e3" \
        "$(psql_do "$db" "select string_agg(enumlabel, ' ' order by enumsortorder) from pg_enum")"
    expect_exit 0 pleat check
}

case_all_mistakes_of_all_files_at_once() {
    project
    printf 'tables:\n  t:\n    colums: {id: int}\n    comment: [1]\n' >schema/one.yaml
    printf 'tables:\n  u:\n    columns:\n      id: int, b int\n' >schema/two.yaml
    mkdir functions
    echo 'drop table a;' >functions/f.sql
    echo 'namin: {}' >>pleat.yaml
    refuses 2 '^pleat.yaml:3:1: error: .*namin' pleat check
    sed -i '$d' pleat.yaml
    expect_exit 2 pleat check
    expect_match '^schema/one.yaml:3:5: error: '
    expect_match '^schema/one.yaml:4:14: error: '
    expect_match '^schema/two.yaml:4:14: error: '
    expect_match '^functions/f.sql:1:1: error: '
    expect_equal 4 "$(grep -c 'error: ' "$ERR")"
    # what only the server knows, also of several files
    rm -r functions schema/one.yaml schema/two.yaml
    printf 'tables:\n  t:\n    columns:\n      id: no_such_type\n' >schema/one.yaml
    printf 'tables:\n  u:\n    columns: {id: int}\n    checks:\n      c: idd > 0\n' >schema/two.yaml
    expect_exit 2 pleat check
    expect_match '^schema/one.yaml:4:.*no_such_type'
    expect_match '^schema/two.yaml:5:.*idd'
    no_server_left
}

case_references_that_lead_nowhere() {
    project
    wrong '4:.*: error: .*nowhere' <<'END'
tables:
  t:
    columns: {id: int}
    foreign_keys: {fk: (id) references nowhere (id)}
END
    wrong '3:.*: error: .*stamps' <<'END'
tables:
  t:
    include: [stamps]
    columns: {id: int}
END
    wrong '2:.*: error: .*no_such_extension' <<'END'
extensions:
  no_such_extension: {}
END
}

# It would never be compared, and taken for done.
case_a_schema_that_is_not_managed() {
    project
    wrong '2:10: error: table other.t .*"other" is not managed' <<<$'schema: other\ntables: {t: {columns: {id: int}}}'
    wrong '1:10: error: table pg_catalog.t' <<<'tables: {pg_catalog.t: {columns: {id: int}}}'
    wrong '1:11: error: schema other' <<<'schemas: {other: {}}'
    echo 'external: {other.t: {columns: {id: int}}}' >schema/wrong.yaml
    expect_exit 1 pleat check
}

# A body that holds the like of a directive says nothing of the file.
# The trigger that keeps old and new columns in step would break every write of the application.
case_a_way_back_to_a_column_that_is_not_there() {
    project_with_revision
    add_column 'title: {type: text, backfill: label, backfill_down: {lable: title}}'
    refuses 2 '^schema/a.yaml:[0-9]+:7: error: backfill_down: table public.a has no column "lable"' \
        pleat revision --autogenerate -m second
    sed -i 's/lable/label/' schema/a.yaml
    expect_exit 0 pleat revision --autogenerate -m second
}

case_a_directive_is_a_comment() {
    project
    mkdir functions
    printf 'create function f() returns text language sql as $$ select 1::text\n-- pleat: schema other\n$$;\n' >functions/f.sql
    expect_exit 1 pleat check
    expect_match 'function public.f\(\)'
    sed -i '1i-- pleat: schema other' functions/f.sql
    refuses 2 '^functions/f.sql:2:1: error: function other.f\(\)' pleat check
}

case_files_that_are_none() {
    local i
    project
    mkdir functions
    for i in "ln -s f.sql" "mkfifo" "ln -s nowhere"; do
        $i functions/f.sql
        refuses 2 '"functions/f.sql" is ' timeout 10 pleat check
        rm functions/f.sql
    done
}

# In folders that other tools have, declarations would be passed by without a word.
case_files_where_none_are_read() {
    mkdir -p domains procs triggers functions/lab views schema/lab
    printf 'schemas: [public]\n' >pleat.yaml
    printf "create type s as enum ('a');\n" | tee domains/a.sql domains/b.sql domains/c.sql schema/lab/x.sql triggers/t.sql >/dev/null
    printf 'create procedure p() language sql as $$ $$;\n' >procs/p.sql
    printf 'views: {}\n' >views/v.yaml
    expect_exit 0 pleat diff revisions schema
    expect_match '^domains/a.sql: warning: not read: it declares nothing \(nor are 2 more in "domains/"\)$'
    expect_match 'hint: move it to types/'
    expect_match '^procs/p.sql: warning: not read'
    expect_match 'hint: move it to functions/'
    expect_match '^triggers/t.sql: warning'
    expect_match 'hint: declare it under "triggers" in a file of schema/'
    expect_match '^views/v.yaml: warning'
    expect_match '^schema/lab/x.sql: warning'
    expect_exit 0 pleat -q diff revisions schema
    expect_equal "" "$(cat "$ERR")"
    rm -r domains procs triggers views schema/lab
    mkdir seeds
    printf 'insert into t values (1);\n' >seeds/t.sql
    expect_exit 0 pleat diff revisions schema
    expect_equal "" "$(cat "$ERR")"
}

# Of types as of all else: every mistake of every file in one run, at its line.
case_types_that_cannot_be() {
    project
    mkdir types
    printf "create type e as enum ('a', b);\n\ncreate type f (input = g);\ncreate view v as select 1;\n" >types/a.sql
    printf "create domain d as text\n  check value <> '';\ncreate type e as enum ('a'" >types/b.sql
    expect_exit 2 pleat check
    expect_match "^types/a.sql:1:29: error: a label is a text in single quotes$"
    expect_match "^types/a.sql:3:1: error: only AS ENUM \(...\), AS \(...\) and AS RANGE \(...\) are read of types$"
    expect_match '^types/a.sql:4:1: error: no statement for a file under types/: "create view v as select 1"$'
    expect_match "^types/b.sql:2:3: error: CHECK without a condition in parentheses$"
    expect_match '^types/b.sql:3:1: error: a "\(" that is never closed$'
    rm types/b.sql
    printf 'create domain d as no_such_type;\n' >types/a.sql
    refuses 2 '^types/a.sql:1:1: error: domain public.d: type "no_such_type" does not exist' pleat check
    printf 'create domain d as text unique;\n' >types/a.sql
    refuses 2 '^types/a.sql:1:1: error: domain public.d: ' pleat check
}

case_a_role_that_the_server_does_not_have() {
    project
    cat >>schema/a.yaml <<'END'
    privileges:
      c_no_such_role: [select]
END
    # scratch has a stub of it; the real server has not
    refuses 3 'c_no_such_role' pleat create
    expect_equal 0 "$(psql_do "$db" "select count(*) from pg_class where relnamespace = 'public'::regnamespace")"
    expect_exit 0 pleat revision --autogenerate -m first
    expect_exit 3 pleat upgrade head
    expect_match 'role "c_no_such_role" does not exist'
}

# Servers ---------------------------------------------------------------------------------------------------------

case_servers_that_do_not_answer() {
    project
    refuses 3 'nosuchhost' pleat check -d 'postgresql://me:s3cret@nosuchhost.invalid/x'
    expect_no_match s3cret
    refuses 3 '127.0.0.1' pleat check -d 'host=127.0.0.1 port=1 dbname=x password=s3cret'
    expect_no_match s3cret
    refuses 3 'does not exist' pleat check -d "$(url no_such_database)"
    refuses 2 'invalid URI query parameter: "sslmood"' pleat check -d "$(url "$db")&sslmood=x"
    local mistyped
    for mistyped in "host=x password='s3cret" postgresql://me:s3cret mysql://me:s3cret@h/x POSTGRES://me:s3cret@h/x \
        me:s3cret@h/x "password=s3cret passwrd=x"; do
        refuses 2 'connection string' pleat check -d "$mistyped"
        expect_no_match s3cret
        refuses 2 'connection string' pleat diff "$mistyped"
        expect_no_match s3cret
    done
}

case_a_wrong_password() {
    local bin port=$((20000 + $$ % 20000))
    new_db any
    psql_do postgres "set password_encryption = 'scram-sha-256'; drop role if exists c_scram; create role c_scram login password 'r1ght'"
    cp "$PLEAT_TEST_RUN/pg/data/pg_hba.conf" hba.kept
    { echo "local all c_scram scram-sha-256"; cat hba.kept; } >"$PLEAT_TEST_RUN/pg/data/pg_hba.conf"
    psql_do postgres "select pg_reload_conf()" >/dev/null
    mkdir p
    echo 'tables: {}' >a.yaml
    mkdir -p p/schema && mv a.yaml p/schema && : >p/pleat.yaml
    expect_exit 3 pleat -C p check -d "postgresql://c_scram:wr0ng@/$any?host=${PGHOST//\//%2F}"
    cp "$OUT" out.kept; cp "$ERR" err.kept
    expect_exit 3 pleat -C p check -v -d "host=$PGHOST user=c_scram dbname=$any"
    expect_match 'no password'
    expect_exit 0 pleat -C p check -d "postgresql://c_scram:r1ght@/$any?host=${PGHOST//\//%2F}"
    expect_no_match r1ght
    cp hba.kept "$PLEAT_TEST_RUN/pg/data/pg_hba.conf"
    psql_do postgres "select pg_reload_conf()" >/dev/null
    expect_match 'password authentication failed' err.kept
    expect_no_match wr0ng err.kept
}

case_a_database_that_may_only_be_read() {
    project
    expect_exit 0 pleat revision --autogenerate -m first
    commit first
    psql_do postgres "alter database \"$db\" set default_transaction_read_only = on"
    expect_exit 1 pleat check
    refuses 3 'read-only' pleat upgrade head
    refuses 3 'read-only' pleat stamp head
    refuses 3 'read-only' pleat create
    expect_equal 0 "$(psql_do "$db" "select count(*) from pg_namespace where nspname = 'pleat'")"
}

# git -------------------------------------------------------------------------------------------------------------

# Routines whose prior bodies are asked for: with git or without, a revision is written.
routine() {
    mkdir -p functions
    printf 'create function f() returns int language sql as $$\n    select %s -- %s\n$$;\n' "$1" "$2" >functions/f.sql
}

prior_body_is() {
    routine 2 new
    expect_exit 0 pleat revision --autogenerate -m second --rev-id f2
    expect_match "$1" revisions/*_f2_*
    expect_exit 0 pleat upgrade head
    expect_exit 0 pleat downgrade -1
    expect_exit 0 pleat upgrade head
}

project_with_routine() {
    project
    routine 1 old
    commit "a routine"
    expect_exit 0 pleat revision --autogenerate -m first --rev-id f1
    expect_exit 0 pleat upgrade head
}

case_prior_bodies_with_git() {
    project_with_routine
    prior_body_is '^-- prior body: functions/f.sql, blob'
}

case_no_git_at_all() {
    project_with_routine
    rm -rf .git
    prior_body_is '^-- prior body: '
    expect_no_match 'blob' revisions/*_f2_*
}

case_an_empty_repository() {
    project_with_routine
    rm -rf .git
    git init -q
    prior_body_is '^-- prior body: '
    expect_no_match 'blob' revisions/*_f2_*
}

case_a_shallow_clone() {
    project_with_routine
    routine 1 "old, edited"
    commit edited
    git clone -q --depth 1 "file://$PWD" clone 2>/dev/null
    cp -r revisions clone/
    cd clone
    prior_body_is '^-- prior body: '
}

case_a_repository_of_another_user() {
    [ "$(id -u)" -eq 0 ] || skip "only root can give files away"
    project_with_routine
    chown -R nobody: .
    routine 2 new
    expect_exit 1 pleat check
    refuses 2 'belongs to another user' pleat revision --autogenerate -m second
    expect_match "hint: .*safe.directory"
    git config --global --add safe.directory "$PWD"
    expect_exit 0 pleat revision --autogenerate -m second --rev-id f2
    expect_match '^-- prior body: functions/f.sql, blob' revisions/*_f2_*
}

case_a_dirty_tree_is_what_is_meant() {
    project_with_routine
    routine 3 "not committed"
    add_column "more: int"
    expect_exit 0 pleat revision --autogenerate -m second --rev-id f2
    expect_match 'not committed' revisions/*_f2_*
    expect_match '^-- prior body: functions/f.sql, blob' revisions/*_f2_*
}

# Revisions -------------------------------------------------------------------------------------------------------

case_an_applied_revision_that_was_edited() {
    project_with_revision
    sed -i 's/CREATE TABLE/CREATE TABLE IF NOT EXISTS/' revisions/*_f1_*
    pleat revision -m next >/dev/null
    refuses 2 'f1.*(edited|changed)' pleat upgrade heads
    refuses 2 'f1.*(edited|changed)' pleat downgrade base
    expect_exit 0 pleat upgrade heads --allow-edited
    # comments do not count
    git checkout -q revisions
    sed -i '3i-- a remark' revisions/*_f1_*
    expect_exit 0 pleat upgrade heads
}

case_several_heads_and_missing_parents() {
    project_with_revision
    add_column "more: int"
    expect_exit 0 pleat revision --autogenerate -m one --rev-id aa
    sed 's/revision aa/revision bb/' revisions/*_aa_* >revisions/20990101_bb_expand_two.sql
    refuses 2 'heads' pleat upgrade head
    expect_match 'aa'
    expect_match 'bb'
    refuses 2 'heads' pleat revision -m three
    rm revisions/*_bb_*
    sed -i 's/after f1/after 0dd/' revisions/*_aa_*
    refuses 2 '0dd' pleat upgrade head
    refuses 2 '0dd' pleat history
    # of a mistake in one file, what comes after it says nothing
    sed -i 's/after 0dd/after f1/' revisions/*_aa_*
    sed -i '/^.quit/d' revisions/*_f1_*
    refuses 2 'no ".quit" above the downgrade' pleat upgrade heads
    expect_no_match 'is not there'
    git checkout -q revisions
    sed -i '/^.quit/d' revisions/*_aa_* # not applied yet: whoever checks the project wants to know
    refuses 2 'no ".quit" above the downgrade' pleat check
    rm revisions/*_aa_*
    refuses 2 'no revision "zz"' pleat upgrade zz
    cp revisions/*_f1_* revisions/copy.sql
    refuses 2 'f1' pleat upgrade head
}

case_a_database_that_is_not_up_to_date() {
    project_with_revision
    add_column "more: int"
    expect_exit 0 pleat revision --autogenerate -m one
    add_column "even_more: int"
    refuses 2 'not up to date' pleat revision --autogenerate -m two
    expect_match 'hint: .*upgrade'
    expect_equal 2 "$(ls revisions | wc -l)"
}

# SQL that stands alone in a revision of its own, after the first.
hand_written() {
    cat >"revisions/20990101_${1}_expand_by_hand.sql" <<END
-- pleat: revision $1 expand after f1
-- pleat: message by hand
\\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE by_hand (id int);
$2;
COMMIT;
\\quit
-- pleat: downgrade
BEGIN;
DROP TABLE by_hand;
COMMIT;
END
}

case_a_statement_that_fails() {
    project_with_revision
    hand_written ee "SELECT 1 / 0"
    expect_exit 3 pleat upgrade head
    expect_match 'revision ee, step .*division by zero'
    expect_equal "" "$(psql_do "$db" "select to_regclass('by_hand')")"
    hand_written ee "SELECT 1"
    expect_exit 0 pleat upgrade head
}

case_two_runs_at_once() {
    local first second
    project_with_revision
    hand_written ee "SELECT pg_sleep(3)"
    pleat upgrade head >first.log 2>&1 &
    first=$!
    wait_for "psql_do '$db' \"select 1 from pg_stat_activity where query ~ 'pg_sleep\\(3' and datname = current_database() and pid <> pg_backend_pid()\" | grep -q 1"
    second=0
    timeout 60 pleat upgrade head >second.log 2>&1 || second=$?
    wait "$first"
    # it waited, and then there was nothing left to do; or it said who is at work
    case $second in
        0) ;;
        2|3) expect_match 'another|runs|holds' second.log ;;
        *) fail "exit status $second" "$(cat second.log)" ;;
    esac
    expect_exit 0 pleat current --check-heads
    expect_equal 1 "$(psql_do "$db" "select count(*) from pleat.version where id = 'ee'")"
}

case_interrupted_in_the_middle_of_an_upgrade() {
    local pid status=0
    project_with_revision
    hand_written ee "SELECT pg_sleep(60)"
    # a background job of a script ignores SIGINT: env gives it back
    env --default-signal=INT pleat upgrade head >log 2>&1 &
    pid=$!
    wait_for "psql_do '$db' \"select 1 from pg_stat_activity where query ~ 'pg_sleep\\(60' and datname = current_database() and pid <> pg_backend_pid()\" | grep -q 1"
    kill -INT "$pid"
    wait "$pid" || status=$?
    expect_equal 130 "$status"
    expect_match 'interrupted' log
    wait_for "[ \"\$(psql_do '$db' \"select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()\")\" = 0 ]"
    expect_equal "" "$(psql_do "$db" "select to_regclass('by_hand')")"
    hand_written ee "SELECT 1"
    expect_exit 0 pleat upgrade head
    expect_exit 0 pleat current --check-heads
}

# Declarations that take the scratch server a while.
slow_declarations() {
    cat >functions/slow.sql <<'END'
create function slow() returns int language plpgsql immutable as $$ begin perform pg_sleep(60); return 1; end $$;
END
    cat >schema/slow.yaml <<'END'
tables:
  parted:
    columns: {id: int}
    partition_by: range (id)
    partitions: {part: for values from (slow()) to (2)}
END
}

case_interrupted_while_scratch_runs() {
    local pid status=0 signal
    project
    mkdir functions
    slow_declarations
    for signal in INT TERM; do
        status=0
        env --default-signal=INT pleat check >log 2>&1 &
        pid=$!
        wait_for '[ -n "$(scratch_servers)" ]'
        sleep 1
        kill -0 "$pid" || fail "it did not wait" "$(cat log)"
        kill "-$signal" "$pid"
        wait "$pid" || status=$?
        [ "$status" -eq 130 ] || [ "$status" -eq 143 ] || fail "exit status $status" "$(cat log)"
        no_server_left
    done
}

case_killed_while_scratch_runs() {
    local pid
    project
    mkdir functions
    slow_declarations
    pleat check >log 2>&1 &
    pid=$!
    wait_for '[ -n "$(scratch_servers)" ]'
    sleep 1
    kill -0 "$pid" || fail "it did not wait" "$(cat log)"
    kill -KILL "$pid"
    wait "$pid" || true
    no_server_left
    wait_for '[ -z "$(find "$PLEAT_SCRATCH_DIR/" -type d -name "scratch-*")" ]'
}

# Disks -----------------------------------------------------------------------------------------------------------

case_a_full_disk_below_revisions() {
    [ "$(id -u)" -eq 0 ] || skip "only root can mount"
    project
    mkdir revisions
    mount -t tmpfs -o size=4k tmpfs revisions || skip "no mounts here"
    trap 'umount "$CASE_DIR/revisions"' EXIT
    head -c 4096 /dev/zero >revisions/.filler
    for i in $(seq 40); do
        add_column "column_number_$i: text not null default 'a rather long text'"
    done
    refuses 2 'No space left' pleat revision --autogenerate -m first
    expect_equal ".filler" "$(ls -A revisions)"
}

case_a_full_disk_below_the_cache() {
    [ "$(id -u)" -eq 0 ] || skip "only root can mount"
    mkdir cache
    pleat init p
    mount -t tmpfs -o size=2m tmpfs cache || skip "no mounts here"
    trap 'umount "$CASE_DIR/cache"' EXIT
    chmod 755 "$CASE_DIR"
    XDG_CACHE_HOME=$PWD/cache refuses 2 'No space left|free disk space' pleat -C p check
    expect_match 'make room below ".*cache/pleat/postgres", or set XDG_CACHE_HOME'
    expect_equal "" "$(find cache -name 'pg*' -type d)"
}

case_a_full_disk_below_the_scratch_server() {
    [ "$(id -u)" -eq 0 ] || skip "only root can mount"
    project
    mkdir scratch
    mount -t tmpfs -o size=2m tmpfs scratch || skip "no mounts here"
    trap 'umount "$CASE_DIR/scratch"' EXIT
    chmod 755 "$CASE_DIR"
    PLEAT_SCRATCH_DIR=$PWD/scratch refuses 2 'No space left|free disk space' pleat check
    expect_match 'make room below ".*scratch/pleat/postgres", or set PLEAT_SCRATCH_DIR'
    expect_equal "" "$(find scratch -name 'scratch-*' -type d)"
}

case_a_folder_of_revisions_that_cannot_be_written() {
    project
    echo 'not a folder' >revisions
    refuses 2 'revisions' pleat revision --autogenerate -m first
    refuses 2 'revisions' pleat upgrade head
    rm revisions
    mkdir revisions
    [ "$(id -u)" -eq 0 ] && chattr +i revisions 2>/dev/null || chmod 555 revisions
    trap 'chattr -i revisions 2>/dev/null || true; chmod 755 revisions' EXIT # a bare Debian has no chattr
    ! touch revisions/x 2>/dev/null || { rm revisions/x; skip "root writes everywhere here"; }
    refuses 2 'revisions' pleat revision --autogenerate -m first
    expect_equal "" "$(ls -A revisions)"
}

case_reflect_does_not_overwrite() {
    project_with_revision
    cp -r schema kept
    refuses 2 'exist' pleat reflect
    diff -r schema kept
}

run_cases "$@"
