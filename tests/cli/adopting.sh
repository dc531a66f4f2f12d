#!/usr/bin/env bash
# A database that another migration tool has run so far: its journal is left alone, whatever the declarations say.
. "$(dirname "$0")/lib.sh"

# As Alembic makes it, and a table of the user's.
alembic() {
    cat <<'END'
create table alembic_version (version_num varchar(32) not null, constraint alembic_version_pkc primary key (version_num));
insert into alembic_version values ('ae1027a6acf');
create table account (id bigint generated always as identity primary key, name text not null);
END
}

# As Flyway 10 makes it.
flyway() {
    cat <<'END'
create table flyway_schema_history (installed_rank int not null, version varchar(50), description varchar(200) not null,
    type varchar(20) not null, script varchar(1000) not null, checksum int, installed_by varchar(100) not null,
    installed_on timestamp not null default now(), execution_time int not null, success boolean not null,
    constraint flyway_schema_history_pk primary key (installed_rank));
create index flyway_schema_history_s_idx on flyway_schema_history (success);
create table account (id bigint generated always as identity primary key, name text not null);
END
}

# As Sqitch makes it, but for comments and checks; the registry's name is the user's to choose.
sqitch() {
    cat <<END
create schema "$1";
set search_path to "$1";
create table releases (version real primary key, installed_at timestamptz not null default clock_timestamp(),
    installer_name text not null, installer_email text not null);
create table projects (project text primary key, uri text unique, created_at timestamptz not null default clock_timestamp(),
    creator_name text not null, creator_email text not null);
create table changes (change_id text primary key, script_hash text, change text not null,
    project text not null references projects (project) on update cascade, note text not null default '',
    committed_at timestamptz not null default clock_timestamp(), committer_name text not null, committer_email text not null,
    planned_at timestamptz not null, planner_name text not null, planner_email text not null, unique (project, script_hash));
create table tags (tag_id text primary key, tag text not null, project text not null references projects (project),
    change_id text not null references changes (change_id), note text not null default '',
    committed_at timestamptz not null default clock_timestamp(), committer_name text not null, committer_email text not null,
    planned_at timestamptz not null, planner_name text not null, planner_email text not null, unique (project, tag));
create table dependencies (change_id text not null references changes (change_id) on delete cascade, type text not null,
    dependency text not null, dependency_id text references changes (change_id), primary key (change_id, dependency));
create table events (event text not null, change_id text not null, change text not null,
    project text not null references projects (project), note text not null default '', requires text[] not null default '{}',
    conflicts text[] not null default '{}', tags text[] not null default '{}',
    committed_at timestamptz not null default clock_timestamp(), committer_name text not null, committer_email text not null,
    planned_at timestamptz not null, planner_name text not null, planner_email text not null,
    primary key (change_id, committed_at));
reset search_path;
create table account (id bigint generated always as identity primary key, name text not null);
END
}

# journal DB PATTERN: its tables with their rows.
journal() {
    pg_dump -d "$1" -t "$2" | sed -E '/^\\(un)?restrict /d'
}

# adopt FILE LINE JOURNAL: what LINE says is left alone; JOURNAL is found in no file and is there after all is undone.
adopt() {
    new_db db "$1"
    local before
    before=$(journal "$db" "$3")
    expect_exit 0 pleat reflect -d "$(url "$db")" --out p
    expect_match "^left alone: $2\$" "$ERR"
    ! grep -rn -E 'alembic|flyway|sqitch|registry|dependencies' p || fail "declared after all"
    expect_exit 0 pleat -C p -d "$(url "$db")" stamp head
    expect_exit 0 pleat -C p -d "$(url "$db")" check --strict
    expect_match '^in sync$'
    printf '      note: text\n' >note
    sed -i '/^      name: text/r note' p/schema/account.yaml
    expect_exit 0 pleat -C p -d "$(url "$db")" revision --autogenerate -m note
    ! grep -rn -i -E 'drop (table|schema)' p/revisions --include '*note*' || fail "drops what is not ours"
    expect_match 'ADD COLUMN note' "$(echo p/revisions/*note*)"
    expect_exit 0 pleat -C p -d "$(url "$db")" upgrade heads
    expect_exit 0 pleat -C p -d "$(url "$db")" check --strict
    expect_exit 0 pleat -C p -d "$(url "$db")" downgrade base
    expect_equal "$before" "$(journal "$db" "$3")"
    new_db other
    expect_exit 0 pleat -C p -d "$(url "$other")" create
    expect_equal account "$(psql_do "$other" "select string_agg(relname, ' ') from pg_class where relkind = 'r' and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pleat')")"
}

case_alembic() {
    alembic >a.sql
    adopt a.sql 'table public.alembic_version, where Alembic remembers what it applied' alembic_version
}

case_flyway() {
    flyway >a.sql
    adopt a.sql 'table public.flyway_schema_history, where Flyway remembers what it applied' flyway_schema_history
}

case_sqitch() {
    sqitch sqitch >a.sql
    adopt a.sql 'schema sqitch, where Sqitch remembers what it applied' 'sqitch.*'
}

case_sqitch_with_a_registry_of_another_name() {
    sqitch 'My registry' >a.sql
    adopt a.sql 'schema "My registry", where Sqitch remembers what it applied' '"My registry".*'
}

case_one_that_was_declared_is_managed() {
    alembic >a.sql
    new_db db a.sql
    mkdir -p p/schema
    cp /dev/null p/pleat.yaml
    cat >p/schema/all.yaml <<'END'
tables:
  account:
    columns:
      id: bigint generated always as identity primary key
      name: text not null
  alembic_version:
    columns:
      version_num: varchar(40) not null
    primary_key: {name: alembic_version_pkc, definition: [version_num]}
END
    expect_exit 0 pleat -C p diff "$(url "$db")" schema
    expect_match 'alembic_version'
    expect_no_match 'account'
}

case_a_table_of_that_name_alone_is_the_users() {
    echo 'create table alembic_version (note text)' >a.sql
    new_db db a.sql
    expect_exit 0 pleat reflect -d "$(url "$db")" --out p
    expect_no_match 'left alone'
    [ -e p/schema/alembic_version.yaml ] || fail "it is not declared"
}

case_two_databases_are_compared_whole() {
    alembic >a.sql
    new_db full a.sql
    new_db empty
    expect_exit 0 pleat diff "$(url "$empty")" "$(url "$full")" --sql
    expect_match 'CREATE TABLE public.alembic_version'
}

run_cases
