#!/usr/bin/env bash
# Bodies of routines are tried while a plan is proved: what would break after expand or contract is told with its line.
. "$(dirname "$0")/lib.sh"

# Declarations from standard input; $db has them.
project() {
    mkdir -p schema functions
    printf 'databases:\n  dev: embedded\nschemas: [public]\n' >pleat.yaml
    cat >schema/t.yaml <<'END'
tables:
  log:
    columns:
      at: timestamptz
      what: text
  t:
    columns:
      id: bigint not null
      kept: integer
      gone: integer
    primary_key: [id]
END
    cat >functions/f.sql
    new_db db
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m first
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
}

drop_gone() {
    sed -i '/gone: integer/d' schema/t.yaml
}

autogenerate() {
    expect_exit "$1" pleat -v -d "$(url "$db")" revision --autogenerate -m second "${@:2}"
}

# Where the server has plpgsql_check it is asked; these bodies have in them what it does not see either way.
PLPGSQL=$(
    cat <<'END'
create function report() returns void language plpgsql as $$
declare
    n bigint;
    row_of t%rowtype;
    r record;
begin
    select count(*) into n from t where kept > 0;
    for r in select id, gone from t where kept = n loop
        insert into log (what)
        values (r.gone::text);
    end loop;
    execute 'select gone from t';
end $$;
END
)

case_in_sql_after_contract() {
    project <<'END'
create function total() returns bigint language sql as $$
    select sum(kept) +
           sum(gone)
    from t
$$;
create function fine() returns bigint language sql as $$ select sum(kept) from t -- gone
$$;
END
    drop_gone
    autogenerate 1
    expect_match '^functions/f.sql:3:1: error: PL801: the body of function public.total\(\) fails after contract: column "gone" does not exist$'
    expect_match '^no revision was written: it would break 1 body$'
    expect_no_match 'PL801.*fine'
    expect_no_match 'warning: the body of function public.total' # more has been told
    expect_equal '' "$(find revisions -name '*second*')"
}

case_the_body_changes_along() {
    project <<'END'
create function total() returns bigint language sql as $$ select sum(gone) from t $$;
END
    drop_gone
    echo 'create function total() returns bigint language sql as $$ select sum(kept) from t $$;' >functions/f.sql
    autogenerate 0
    expect_no_match PL801
    expect_exit 0 pleat -d "$(url "$db")" upgrade --both-phases head
}

case_a_new_body_that_names_what_is_not_there() {
    project <<'END'
create function f() returns void language sql as '';
END
    cat >functions/f.sql <<'END'
create function f() returns void language sql as '';
create function g() returns bigint language sql as $$
    select t.knept from t
$$;
create function h() returns void language plpgsql as $$
begin
    if true then
        perform 1
    end if
end $$;
create function later() returns bigint language sql as $$ select count(*) from made_by_the_application $$;
END
    autogenerate 1
    expect_match '^functions/f.sql:3:1: error: PL801: the body of function public.g\(\) fails after expand: column t.knept does not exist$'
    expect_match '^functions/f.sql:[0-9]+:1: error: PL801: the body of function public.h\(\) fails after expand: syntax error'
    expect_no_match 'later\(\) fails'
}

case_pl_pgsql() {
    project <<<"$PLPGSQL"
    drop_gone
    autogenerate 1
    expect_match '^functions/f.sql:8:1: error: PL801: the body of function public.report\(\) fails after contract: .*gone'
}

# As on a server without plpgsql_check: each statement by itself, and what is not looked at is counted.
case_pl_pgsql_by_its_statements() {
    project <<<"$PLPGSQL"
    drop_gone
    export PLEAT_WITHOUT_PLPGSQL_CHECK=1
    autogenerate 1
    expect_match '^functions/f.sql:8:1: error: PL801: the body of function public.report\(\) fails after contract: column "gone" does not exist$'
    expect_match '3 of 4 statements'
}

# What a star has is known where it is taken out of a record.
case_records_of_queries_and_cursors() {
    project <<'END'
create function by_query() returns bigint language plpgsql as $$
declare r record;
begin
    select * into strict r from t limit 1;
    return r.kept + r.gone;
end $$;
create function by_cursor() returns void language plpgsql as $$
declare c cursor for select * from t;
begin
    for r in c loop
        perform r.kept, r.gone;
    end loop;
end $$;
create function fine() returns void language plpgsql as $$
declare r record;
begin
    select 1 as gone into r;
    loop
        exit when r.gone > 3;
        select * into r from t;
    end loop;
end $$;
END
    drop_gone
    export PLEAT_WITHOUT_PLPGSQL_CHECK=1
    autogenerate 1
    expect_match '^functions/f.sql:5:1: error: PL801: the body of function public.by_query\(\) fails after contract: column r.gone does not exist$'
    expect_match '^functions/f.sql:11:1: error: PL801: the body of function public.by_cursor\(\) fails after contract: column r.gone does not exist$'
    expect_match '^no revision was written: it would break 2 bodies$'
}

case_a_trigger_names_a_column_of_its_table() {
    project <<'END'
create function note() returns trigger language plpgsql as $$
begin
    if new.kept is null then
        new.kept := 0;
    end if;
    new.gone := coalesce(old.gone, 0);
    return new;
end $$;
END
    cat >>schema/t.yaml <<'END'
    triggers:
      note: before update on t for each row execute function note()
END
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m trigger
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
    drop_gone
    autogenerate 1
    expect_match '^functions/f.sql:6:1: error: PL801: the body of function public.note\(\) fails after contract: '
    PLEAT_WITHOUT_PLPGSQL_CHECK=1 autogenerate 1
    expect_match '^functions/f.sql:6:1: error: PL801: the body of function public.note\(\) fails after contract: '
}

# The oldest and the newest server have no plpgsql_check here.
case_on_other_servers() {
    local major bin
    for major in 13 18; do
        bin=$("$SOURCE_ROOT/tools/servers" "$major" 2>&1) || skip "$bin"
        "$CLI_TESTS/run-dir" start-server "$PLEAT_TEST_RUN" "$major"
        export PGHOST=$PLEAT_TEST_RUN/pg$major "PLEAT_PG_BIN_$major=$bin"
        rm -rf revisions
        project <<<"$PLPGSQL"
        echo 'create function total() returns bigint language sql as $$ select sum(gone) from t $$;' >>functions/f.sql
        expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m total
        expect_exit 0 pleat -d "$(url "$db")" upgrade heads
        drop_gone
        autogenerate 1
        expect_match '^functions/f.sql:8:1: error: PL801: the body of function public.report\(\) fails after contract: column "gone" does not exist$'
        expect_match '^functions/f.sql:14:1: error: PL801: the body of function public.total\(\) fails after contract: column "gone" does not exist$'
        expect_match '3 of 4 statements'
        expect_match '^no revision was written: it would break 2 bodies$'
    done
}

# Everything that a body can be made of, and nothing that breaks: no finding, by either way.
case_nothing_is_told_of_what_is_in_order() {
    project <<'END'
create procedure all_of_it(x int, inout y text, "Odd" numeric default 1) language plpgsql as $body$
#variable_conflict use_column
<<outermost>>
declare
    n int not null default 3;
    fixed constant text := 'x';
    z text collate "C" := 'a;b' || $1;
    same x%type;
    also alias for $1;
    whole t%rowtype;
    p log;
    r record;
    q record;
    list int[] = array[1, 2];
    c cursor (least int) for select id, kept from t where kept > least;
    rc refcursor;
begin
    create temp table scratch_pad (a int) on commit drop;
    insert into scratch_pad select 1;
    select * into strict whole from t where id = all_of_it.x limit 1;
    whole.kept := whole.kept + also;
    p.what = 1; p := row(now(), 'x');
    list[1] := 7;
    for i in reverse 10 .. n * 2 by 2 loop
        continue when i = 3;
        exit;
    end loop;
    for r in select kept as k, id from t where kept > x order by 1 loop
        for q in select t.id as other from t where t.kept = r.k loop
            update t set kept = r.k + q.other where id = r.id returning kept into n;
            raise notice '%, %', r.k, q.other using hint = 'h' || r.k;
        end loop;
    end loop;
    for r in c(5) loop perform r.kept; end loop;
    for r in execute 'select 1 as one' loop perform r.one; end loop;
    foreach same in array list loop perform same; end loop;
    case x when 1, 2 then z := 'low'; else null; end case;
    case when x > 1 then z := 'high'; end case;
    while n < 2 loop exit when found; end loop;
    <<inner>>
    declare x text := outermost.n::text;
    begin
        perform length(x) from t;
        with w as (delete from t where kept < 0 returning id) select count(*) into same from w;
    exception when others or sqlstate '22012' then
        get stacked diagnostics z = message_text;
        raise warning '%', sqlerrm;
    end inner;
    open c(3); fetch c into r; close c;
    open rc for select id from t; move rc;
    insert into t (id, kept) values (x, "Odd") on conflict (id) do update set kept = excluded.kept;
    lock table t in share mode;
    call all_of_it(x, y);
    commit;
end outermost $body$;
create function tabled(wanted int) returns table (id bigint, much int) language plpgsql as $$
begin
    return query select t.id, t.kept from t where t.kept = wanted;
    for id, much in select t.id, t.kept from t loop return next; end loop;
    assert wanted > 0, 'must be more';
    return;
end $$;
END
    sed -i 's/kept: integer/kept: bigint/; s/gone: integer/gone: bigint/; s/what: text/what: text\n      more: text/' schema/t.yaml
    sed -i 's/much int)/much bigint)/' functions/f.sql
    autogenerate 0 --rev-id a
    expect_no_match PL801
    rm revisions/*_second.sql
    PLEAT_WITHOUT_PLPGSQL_CHECK=1 autogenerate 0 --rev-id a
    expect_no_match PL801
    expect_match ' 41 of 47 statements of those in PL/pgSQL'
}

# A name that two schemas have: which is meant is the caller's affair.
case_a_name_in_two_schemas_is_not_judged() {
    project <<'END'
create function total() returns bigint language sql as $$ select sum(gone) from t $$;
END
    sed -i 's/\[public\]/[public, other]/' pleat.yaml
    printf 'schemas: {other: {}}\ntables: {other.t: {columns: {gone: integer}}}\n' >schema/other.yaml
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m other
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
    drop_gone
    autogenerate 0
    expect_no_match PL801
}

case_severity_exceptions_and_a_reason() {
    project <<'END'
create function total() returns bigint language sql as $$ select sum(gone) from t $$;
END
    drop_gone
    autogenerate 0 --allow-broken-bodies 'nothing calls it'
    expect_match 'PL801'
    expect_match '^written all the same: nothing calls it$'
    rm revisions/*_second.sql
    printf 'lint: {severity: {PL801: warning}}\n' >>pleat.yaml
    autogenerate 0
    expect_match 'warning: PL801'
    rm revisions/*_second.sql
    sed -i 's/^lint.*/lint: {allow: [{rule: broken-body, object: public.total*, reason: it goes next week}]}/' pleat.yaml
    autogenerate 0
    expect_no_match '(error|warning): PL801'
}

case_amend_looks_as_well() {
    project <<'END'
create function total() returns bigint language sql as $$ select sum(gone) from t $$;
END
    sed -i 's/what: text/what: text\n      more: text/' schema/t.yaml
    autogenerate 0
    drop_gone
    expect_exit 1 pleat revision --amend
    expect_match 'PL801'
    expect_no_match 'DROP COLUMN gone' "$(ls revisions/*second.sql)"
}

run_cases "$@"
