#!/usr/bin/env bash
# Routines whose arguments change: what the old application calls goes on being there.
. "$(dirname "$0")/lib.sh"

project() {
    mkdir -p schema functions
    printf 'databases:\n  dev: embedded\nschemas: [public]\n' >pleat.yaml
    cat >functions/f.sql
    new_db db
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m first
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
}

case_an_argument_with_a_default_comes_at_once() {
    project <<'END'
create function f(a int) returns int language sql as $$ select a $$;
create function g() returns int language sql as $$ select f(1) $$;
END
    cat >functions/f.sql <<'END'
create function f(a int, b int default 0) returns int language sql as $$ select a + b $$;
create function g() returns int language sql as $$ select f(1) $$;
END
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m second
    expect_equal '' "$(find revisions -name '*contract*second*')"
    expect_exit 0 pleat -d "$(url "$db")" upgrade expand@head
    expect_equal '1|1|3' "$(psql_do "$db" 'select g(), f(1), f(1, 2)')"
    expect_exit 0 pleat -d "$(url "$db")" check --strict
    expect_exit 0 pleat -d "$(url "$db")" downgrade expand@-1
    expect_equal '1' "$(psql_do "$db" 'select f(1)')"
}

case_an_argument_with_a_default_goes_in_contract() {
    project <<'END'
create function f(a int, b int default 0) returns int language sql as $$ select a + b $$;
END
    echo 'create function f(a int) returns int language sql as $$ select a $$;' >functions/f.sql
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m second
    expect_equal '' "$(find revisions -name '*expand*second*')"
    expect_exit 0 pleat -d "$(url "$db")" upgrade contract@head
    expect_equal '1' "$(psql_do "$db" 'select f(1)')"
    expect_exit 0 pleat -d "$(url "$db")" check --strict
}

case_other_arguments_come_beside_the_old_ones() {
    project <<'END'
create function f(a int) returns int language sql as $$ select a $$;
END
    echo 'create function f(a int, b int) returns int language sql as $$ select a $$;' >functions/f.sql
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m second
    expect_exit 0 pleat -d "$(url "$db")" upgrade expand@head
    expect_equal '1|1' "$(psql_do "$db" 'select f(1), f(1, 2)')"
    expect_exit 0 pleat -d "$(url "$db")" upgrade contract@head
    expect_exit 0 pleat -d "$(url "$db")" check --strict
}

case_a_new_default_comes_at_once_a_new_name_later() {
    project <<'END'
create function f(a int, b int) returns int language sql as $$ select a $$;
create function g(int, text) returns int language sql as $$ select 1 $$;
create function h(a int) returns int language sql as $$ select a $$;
END
    cat >functions/f.sql <<'END'
create function f(a int, b int default 3) returns int language sql as $$ select a $$;
create function g(n int, t text default '') returns int language sql as $$ select 1 $$;
create function h(other int) returns int language sql as $$ select other $$;
END
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m second
    expect_exit 0 pleat -d "$(url "$db")" upgrade expand@head
    expect_equal '1|1|1|1' "$(psql_do "$db" "select f(1), f(1, 2), g(1), h(a => 1)")"
    expect_exit 0 pleat -d "$(url "$db")" upgrade contract@head
    expect_equal '1' "$(psql_do "$db" "select h(other => 1)")"
    expect_exit 0 pleat -d "$(url "$db")" check --strict
}

# What OUT arguments give is a result as any other, though both are "record".
case_other_results_come_in_contract() {
    project <<'END'
create function f(a int, out b int, out c text) language sql as $$ select a, 'x' $$;
create function one(a int, out b int) language sql as $$ select a $$;
create procedure p(a int, inout b int default 1) language plpgsql as $$ begin b := a; end $$;
END
    cat >functions/f.sql <<'END'
create function f(a int, out b int, out d text) language sql as $$ select a, 'y' $$;
create function one(a int, out n int) language sql as $$ select a $$;
create procedure p(a int, inout b int default 2) language plpgsql as $$ begin b := a + 1; end $$;
END
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m second
    expect_match 'function public.f\(integer\) returns record \(OUT b integer, OUT c text\) until the contract revision'
    expect_no_match 'function public.p'
    expect_exit 0 pleat -d "$(url "$db")" upgrade expand@head
    expect_equal '1|x|1' "$(psql_do "$db" 'select b, c, (select b from one(1)) from f(1)')"
    expect_equal '5' "$(psql_do "$db" 'call p(4)')"
    expect_exit 0 pleat -d "$(url "$db")" upgrade contract@head
    expect_equal '1|y|1' "$(psql_do "$db" 'select b, d, (select n from one(1)) from f(1)')"
    expect_exit 0 pleat -d "$(url "$db")" check --strict
    expect_exit 0 pleat -d "$(url "$db")" downgrade contract@-1
    expect_equal '1|x' "$(psql_do "$db" 'select b, c from f(1)')"
}

prior_of() {
    psql_do "$db" "select string_agg(proname, ' ' order by proname) from pg_proc where proname like '$1\\_\\_%'"
}

case_a_prior_body_is_kept_until_the_contract() {
    project <<'END'
create function f(a int) returns int language sql as $$ select 1 $$;
create procedure p() language plpgsql as $$ begin raise notice 'old'; end $$;
create function kept(int) returns int language sql as $$ select 1 $$;
create aggregate agg(int) (sfunc = int4pl, stype = int, initcond = '0');
END
    cat >functions/f.sql <<'END'
-- What it was is called by the old application.
-- pleat: keep_prior
create function f(a int) returns int language sql as $$ select 2 $$;
create procedure p() language plpgsql as $$ begin raise notice 'new'; end $$;
create function kept(int) returns int language sql as $$ select 2 $$;
-- pleat: keep_prior
create aggregate agg(int) (sfunc = int4pl, stype = int, initcond = '7');
END
    printf 'functions:\n  kept(integer): {keep_prior: true, comment: Kept.}\nprocedures:\n  p(): {keep_prior: true}\n' >schema/f.yaml
    psql_do "$db" 'create role kept_caller' || true
    psql_do "$db" 'revoke execute on function kept(int) from public'
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m second
    expect_exit 0 pleat -d "$(url "$db")" upgrade expand@head
    prior=$(prior_of kept)
    expect_equal '1|2' "$(psql_do "$db" "select $prior(0), kept(0)")"
    expect_equal f "$(psql_do "$db" "select has_function_privilege('kept_caller', '$prior(int)', 'execute')")"
    expect_equal 'NOTICE:  old' "$(psql_do "$db" "call $(prior_of p)()" 2>&1)"
    expect_equal '1|8' "$(psql_do "$db" "select $(prior_of agg)(1), agg(1)")"
    expect_match "keep the prior body as $prior +no lock" revisions/*expand_second*
    expect_exit 0 pleat -d "$(url "$db")" upgrade contract@head
    expect_equal '|||' "$(prior_of f)|$(prior_of kept)|$(prior_of p)|$(prior_of agg)"
    expect_exit 0 pleat -d "$(url "$db")" check --strict
    expect_exit 0 pleat -d "$(url "$db")" downgrade contract@-1
    expect_equal '1|2' "$(psql_do "$db" "select $prior(0), kept(0)")"
    expect_exit 0 pleat -d "$(url "$db")" downgrade expand@-1
    expect_equal '|1' "$(prior_of kept)|$(psql_do "$db" 'select kept(0)')"
}

case_a_prior_body_is_kept_of_routines_alone() {
    project <<<'create function f() returns int language sql as $$ select 1 $$;'
    printf 'tables:\n  t: {columns: {a: int}, keep_prior: true}\n' >schema/t.yaml
    expect_exit 2 pleat -d "$(url "$db")" check
    expect_match 'schema/t.yaml:2:38: error: keep_prior is for routines: a table has no body'
}

run_cases "$@"
