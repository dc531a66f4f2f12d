#!/usr/bin/env bash
# partitions: unmanaged: others make and drop them; what is declared of the table above reaches them all.
. "$(dirname "$0")/lib.sh"

case_others_make_the_partitions() {
    new_db db
    cat >pleat.yaml <<END
databases: {it: "$(url "$db")"}
default: it
END
    mkdir schema
    cat >schema/crash.yaml <<'END'
tables:
  crash:
    columns: {id: bigint not null, day: date not null, signature: text}
    primary_key: [id, day]
    partition_by: range (day)
    partitions: unmanaged
END
    git_project
    expect_exit 0 pleat revision --autogenerate -m first
    expect_exit 0 pleat upgrade head
    psql_do "$db" "create table crash_a partition of crash for values from ('2026-01-01') to ('2026-02-01');
                   create table crash_b partition of crash default partition by list (day);
                   create table crash_b1 partition of crash_b default;
                   alter table crash_a add check (id > 0);
                   insert into crash values (1, '2026-01-05', 's'), (2, '2026-05-05', 't')"
    expect_exit 0 no_scratch pleat check
    expect_match '^in sync$'
    expect_exit 0 pleat diff
    expect_equal "" "$(cat "$OUT")"

    dump "$db" >before.dump
    sed -i 's/signature: text/&, build: int/; s/^    primary_key/    indexes: [[signature]]\n    checks: {short: length(signature) < 100}\n&/' schema/crash.yaml
    expect_exit 0 pleat revision --autogenerate -m more --rev-id m1
    expect_no_match 'crash_[ab]' <(cat revisions/*_m1*)
    expect_exit 0 pleat upgrade expand@head
    psql_do "$db" "create table crash_c partition of crash for values from ('2026-02-01') to ('2026-03-01')"
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat check
    expect_match '^in sync$'
    psql_do "$db" "drop table crash_c"
    expect_exit 0 pleat downgrade contract@-1
    expect_exit 0 pleat downgrade expand@-1
    dump "$db" >after.dump
    same_dump before.dump after.dump
}

case_the_table_goes_with_them() {
    new_db db
    cat >pleat.yaml <<END
databases: {it: "$(url "$db")"}
default: it
END
    mkdir schema
    printf 'tables:\n  t: {columns: {a: int}, partition_by: list (a), partitions: unmanaged}\n  u: {columns: {a: int}}\n' >schema/t.yaml
    git_project
    expect_exit 0 pleat revision --autogenerate -m first
    expect_exit 0 pleat upgrade head
    psql_do "$db" "create table t1 partition of t for values in (1)"
    sed -i '/  t:/d' schema/t.yaml
    # nobody says any more that others look after t1
    expect_exit 0 pleat revision --autogenerate -m gone --rev-id g1
    expect_match 'DROP TABLE public.t1' <(cat revisions/*_g1c_*)
    expect_exit 0 pleat upgrade head --both-phases
    expect_exit 0 pleat check
}

run_cases "$@"
