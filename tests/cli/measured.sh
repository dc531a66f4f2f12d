#!/usr/bin/env bash
# What the proof measures of each step stands in a revision's header, and in what programs read.
. "$(dirname "$0")/lib.sh"

# The document that the last command has printed, of which each Python expression is true. "of(PHASE, WAY)": a text for each
# step of the revision of that phase: relation:lock:rw, r where it is rewritten, s where it is scanned, k where that is
# known and not measured, and the number of partitions.
expect_steps() {
    python3 - "$OUT" "$@" <<'PYTHON' || fail "not so in:" "$(cat "$OUT")"
import json, sys
document = json.load(open(sys.argv[1]))
def text(impact):
    short = "".join(word[0] for word in impact["lock"].split())
    flags = "r" * impact["rewrites"] + "s" * impact["scans"] + "k" * impact["known"] + str(impact["partitions"] or "")
    return f"{impact['relation'].removeprefix('public.')}:{short}:{flags}"
def of(phase, way="upgrade"):
    found = [revision for revision in document["revisions"] if revision["phase"] == phase]
    assert len(found) == 1, [revision["phase"] for revision in document["revisions"]]
    return [" ".join(map(text, step["measured"])) for step in found[0][way] if step["step"] is not None]
for expression in sys.argv[2:]:
    assert eval(expression), (expression, [(phase, way, of(phase, way)) for phase in ("expand", "contract") for way in ("upgrade", "downgrade")])
PYTHON
}

# measured_project SQL: a project on a database that holds this much, and a baseline that it has.
measured_project() {
    new_db shop
    psql_do "$shop" "$1"
    expect_exit 0 pleat reflect -d "$(url "$shop")" --out .
    printf 'databases: {shop: "%s"}\ndefault: shop\n' "$(url "$shop")" >pleat.yaml
    expect_exit 0 pleat stamp head
}

case_each_step_of_both_ways() {
    measured_project "create table customer (id int primary key, name text); create table sale (id int primary key, note varchar(10))"
    cat >schema/customer.yaml <<'YAML'
tables:
  customer:
    columns: {id: integer NOT NULL, name: text NOT NULL, email: text}
    primary_key: [id]
    indexes: [(name)]
YAML
    cat >schema/sale.yaml <<'YAML'
tables:
  sale:
    columns: {id: integer NOT NULL, note: numeric, customer_id: integer}
    primary_key: [id]
    foreign_keys: ["(customer_id) references customer"]
  fresh:
    columns: {id: integer}
    indexes: [(id)]
YAML
    expect_exit 0 pleat revision --autogenerate -m change --format json --in-place
    # An index is built beside everything else; what is new itself is nobody's yet, and does not count.
    expect_steps 'sorted(of("expand")) == ["", "customer:AE:", "customer:SUE:sk", "sale:AE:"]' \
        'sorted(of("expand", "downgrade")) == ["customer:AE:", "customer:SUE:k", "fresh:AE:", "sale:AE:"]' \
        '"customer:SUE:s" in of("contract")' 'any("sale:AE:r" in step for step in of("contract"))' 'any("sale:AE:r" in step for step in of("contract", "downgrade"))' \
        'any("customer:SRE:" in step and "sale:" in step for step in of("contract"))'
    cp "$OUT" written
    expect_match '^-- pleat: measured [0-9]+ public.customer \(SHARE UPDATE EXCLUSIVE, scan, known\)$' revisions/*_expand_*.sql
    expect_match '^-- pleat: measured down [0-9]+ .*public.sale \(ACCESS EXCLUSIVE, rewrite\)$' revisions/*_contract_*.sql
    expect_match '^-- public.sale +change type of note +ACCESS EXCLUSIVE, rewrites the table$' revisions/*_contract_*.sql
    expect_match '^-- +with SHARE ROW EXCLUSIVE on public.customer' revisions/*_contract_*.sql
    expect_match '^-- public.customer +set not null of name +ACCESS EXCLUSIVE, instant; SHARE UPDATE EXCLUSIVE, reads the whole table$' revisions/*_contract_*.sql

    # The header says it to whoever reads the file later, and the runner is not disturbed by it.
    expect_exit 0 pleat show contract@head --format json
    python3 -c 'import json, sys
written, shown = (json.load(open(path))["revisions"] for path in sys.argv[1:])
assert [one for one in written if one["phase"] == "contract"] == shown' written "$OUT"
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat revision --autogenerate -m nothing --format json
    expect_steps 'document["revisions"] == []'
}

# A part of a type is looked for in all tables that have columns of it.
case_a_check_of_a_domain() {
    measured_project "create domain email as text check (value ~ '@'); create table sale (id int, receipt email)"
    sed -i 's/^\( *\)email_check:.*/&\n\1email_is_short: length(VALUE) < 200/' schema/*.yaml
    expect_exit 0 pleat revision --autogenerate -m short
    expect_match '^-- pleat: measured 1 public.sale \(SHARE, scan\)$' revisions/*_contract_*.sql
    expect_match 'with SHARE on public.sale, reads the whole table' revisions/*_contract_*.sql
}

case_partitions_are_counted() {
    measured_project "create table day (d date not null, x int) partition by range (d);
        create table day_1 partition of day for values from ('2026-01-01') to ('2026-02-01'); create table day_2 partition of day default;
        create table other (d date not null, x int) partition by range (d)"
    sed -i 's/x: integer/x: bigint/' schema/*.yaml
    sed -i 's/^  other:$/&\n    comment: theirs/' schema/other.yaml
    expect_exit 0 pleat revision --autogenerate --in-place -m change --format json
    # Nobody has seen what happens to partitions that are not there: what the kind claims stands in for it.
    expect_steps 'any("day:AE: day:AE:r2" in step for step in of("contract"))' 'any("other:AE:rk" in step for step in of("contract"))'
}

case_hand_written_steps_are_not_known() {
    measured_project "create table t (id int)"
    expect_exit 0 pleat revision -m mine --format json
    printf 'domains:\n  word: {type: text}\n' >schema/word.yaml
    expect_exit 0 pleat show expand@head --format json
    python3 -c 'import json, sys
assert all(step["measured"] is None for step in json.load(open(sys.argv[1]))["revisions"][0]["upgrade"])' "$OUT"
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat revision --autogenerate -m more --format json
    expect_match '^-- pleat: measured nothing$' revisions/*_more.sql
    python3 -c 'import json, sys
assert all(step["measured"] == [] for step in json.load(open(sys.argv[1]))["revisions"][0]["upgrade"])' "$OUT"
    expect_exit 0 pleat revision --amend -m other --format json
    python3 -c 'import json, sys
assert [one["message"] for one in json.load(open(sys.argv[1]))["revisions"]] == ["other"]' "$OUT"
}

run_cases "$@"
