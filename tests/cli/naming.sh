#!/usr/bin/env bash
# Names by convention: what is declared without a name is called by a template, and is what it is under another name too.
. "$(dirname "$0")/lib.sh"

# Database $db is what schema/t.yaml says, made by PostgreSQL's own naming, and pleat.yaml has the templates of $1.
project() {
    new_db db
    mkdir schema
    cat >schema/t.yaml <<'END'
tables:
  t:
    columns: {id: int not null, a: int, day: date not null}
    primary_key: [id, day]
    unique: [[a, day]]
    checks: [a > 0]
    indexes: [[a]]
    partition_by: range (day)
    partitions: {t1: default}
  u:
    columns: {id: int, day: date}
    foreign_keys: ["(id, day) references t (id, day)"]
END
    expect_exit 0 pleat create -d "$(url "$db")" .
    cat >pleat.yaml <<END
databases: {it: "$(url "$db")"}
default: it
naming: $1
END
}

case_a_changed_template_renames_nothing() {
    project '{pk: "pk_{table}", uq: "uq_{table}_{columns}", ck: "ck_{table}_{columns}", ix: "ix_{table}_{columns}", fk: "fk_{table}_{columns}"}'
    expect_exit 0 pleat check
    expect_match '^in sync$'
    # what is new is named by it, and what changes keeps its name
    sed -i 's/a > 0/a > 1/; s/    indexes: \[\[a\]\]/    indexes: [[a], [day]]/' schema/t.yaml
    expect_exit 0 pleat diff --sql
    expect_match 'CREATE INDEX ix_t_day'
    expect_no_match 'ix_t_a |pk_t|uq_t|fk_u'
}

case_unless_it_is_to() {
    project '{rename_existing: true, pk: "pk_{table}", uq: "uq_{table}_{columns}", ck: "ck_{table}_{columns}", ix: "ix_{table}_{columns}", fk: "fk_{table}_{columns}"}'
    dump "$db" >before.dump
    expect_exit 0 pleat diff --sql --down down.sql
    cp "$OUT" up.sql
    expect_no_match 'DROP|CREATE|ADD' up.sql
    expect_match 'ALTER INDEX public.t_a_idx RENAME TO ix_t_a;' up.sql
    expect_match 'RENAME CONSTRAINT t_pkey TO pk_t;' up.sql
    psql -X -q -v ON_ERROR_STOP=1 -d "$db" -f up.sql
    expect_exit 0 pleat check
    psql -X -q -v ON_ERROR_STOP=1 -d "$db" -f down.sql
    dump "$db" >after.dump
    same_dump before.dump after.dump
}

run_cases "$@"
