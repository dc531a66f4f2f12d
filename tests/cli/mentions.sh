#!/usr/bin/env bash
# Bodies are strings to PostgreSQL: that one names what a change drops is told before the revision is written.
. "$(dirname "$0")/lib.sh"

case_bodies_that_name_what_goes() {
    new_db old
    new_db new
    psql_do "$old" "create table t (id int, gone int, kept int); create table away (a int); create table other (gone int);
                    create function f() returns bigint language sql as 'select count(gone) from t';
                    create function g() returns void language plpgsql as \$\$ begin execute 'delete from \"away\"'; end \$\$;
                    create function fine() returns bigint language sql as 'select count(kept) from t -- gone';
                    create function elsewhere() returns bigint language sql as 'select count(gone) from other'"
    pg_dump -s -d "$old" | psql -X -q -o /dev/null -d "$new"
    psql_do "$new" "alter table t drop column gone; drop table away"
    expect_exit 0 pleat diff "$(url "$old")" "$(url "$new")"
    expect_match '^warning: the body of function public.f\(\) names column public.t.gone, which is dropped$'
    expect_match '^warning: the body of function public.g\(\) names table public.away, which is dropped$'
    expect_no_match 'fine|elsewhere'
    expect_equal 2 "$(grep -c warning "$ERR")"
}

run_cases "$@"
