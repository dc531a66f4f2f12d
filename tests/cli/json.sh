#!/usr/bin/env bash
# What programs read (docs/json.md), and what a terminal shows of a long step.
. "$(dirname "$0")/lib.sh"

# What the last command has printed is JSON Lines ("events") of which each Python expression is true.
expect_events() {
    python3 - "$OUT" "$@" <<'END' || fail "not so in:" "$(cat "$OUT")"
import json, re, sys
events = [json.loads(line) for line in open(sys.argv[1])]
names = [event["event"] for event in events]
only = lambda name: [event for event in events if event["event"] == name]
assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", event["time"]) for event in events), "time"
for expression in sys.argv[2:]:
    assert eval(expression), expression
END
}

# The same of one document ("document").
expect_document() {
    python3 - "$OUT" "$@" <<'END' || fail "not so in:" "$(cat "$OUT")"
import json, sys
document = json.load(open(sys.argv[1]))
for expression in sys.argv[2:]:
    assert eval(expression), expression
END
}

# json_project DB: every kind of step that is told of.
json_project() {
    mkdir revisions
    cat >pleat.yaml <<END
databases: {shop: "$(url "$1")"}
default: shop
run: {lock_timeout: 300ms, retries: 1, backoff: 10ms..20ms, backfill_batch: 10, backfill_time: 0s}
END
    cat >revisions/1_customer.sql <<'END'
-- pleat: revision a100 expand
-- pleat: message customers
-- pleat: label shop
\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE customer (id int PRIMARY KEY, name text);
INSERT INTO customer SELECT g, 'n' || g FROM generate_series(1, 35) g;
CREATE TABLE day (d date) PARTITION BY RANGE (d);
CREATE TABLE day_1 PARTITION OF day FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE day_2 PARTITION OF day DEFAULT;
COMMIT;
ALTER TABLE customer ADD COLUMN label text;
ANALYZE customer;
-- pleat: backfill customer
UPDATE customer SET label = name || left(pg_sleep(0.01)::text, 0) WHERE label IS NULL AND /*range*/ true;
-- pleat: each partition of day
CREATE INDEX ON {partition} (d);
-- pleat: verify all are filled
SELECT NOT EXISTS (SELECT FROM customer WHERE label IS NULL);
\quit
-- pleat: downgrade
DROP TABLE customer, day;
END
}

# add_revision ID PARENT SQL
add_revision() {
    printf -- '-- pleat: revision %s expand after %s\n-- pleat: message %s\n\\set ON_ERROR_STOP on\nBEGIN;\n%s\nCOMMIT;\n\\quit\n-- pleat: downgrade\n' \
        "$1" "$2" "of $1" "$3" >"revisions/$1.sql"
}

case_a_run_as_events() {
    new_db db
    json_project "$db"
    expect_exit 0 pleat upgrade head --format json
    expect_equal "" "$(cat "$ERR")"
    expect_events \
        'names[:4] == ["run_started", "run_planned", "revision_started", "step_started"]' \
        'names[-2:] == ["revision_done", "run_done"]' \
        'events[0]["command"] == "upgrade" and events[0]["to"] == "head" and events[0]["database"] == "shop"' \
        'events[1]["revisions"] == ["a100"]' \
        'events[2]["number"] == events[2]["of"] == 1 and events[2]["phase"] == "expand" and events[2]["steps_done"] == 0' \
        '[(e["step"], e["kind"]) for e in only("step_done")] == list(enumerate(["transaction", "statement", "statement", "backfill", "partitions", "verify"], 1))' \
        'all(e["file"] == "revisions/1_customer.sql" and e["line"] > 0 for e in only("step_started"))' \
        'only("step_started")[3]["subject"] == "customer" and "/*range*/" in only("step_started")[3]["statement"]' \
        '[(e["unit"], e["done"], e["total"], e["rows_changed"], e["seconds_left"]) for e in only("progress") if e["kind"] == "backfill"][-1] == ("rows", 35, 35, 35, 0)' \
        '[(e["done"], e["total"], e["partition"]) for e in only("progress") if e["unit"] == "partitions"][-1] == (2, 2, "public.day_2")' \
        'only("step_done")[3]["rows_changed"] == 35 and only("step_done")[4]["partitions"] == 2' \
        'all(e["seconds"] >= 0 for e in only("step_done") + only("revision_done") + only("run_done"))' \
        'events[-1]["revisions"] == 1'
    expect_exit 0 pleat upgrade head --format json
    expect_events 'names == ["run_started", "run_done"] and events[1]["revisions"] == 0'
    expect_exit 0 pleat downgrade base --format json
    expect_events 'only("revision_started")[0]["direction"] == "down"'
    expect_exit 2 pleat upgrade head --sql --format json
    expect_match 'sql prints a script'
}

case_failures() {
    new_db db
    json_project "$db"
    add_revision a200 a100 $'SELECT 1;\nCOMMIT;\nBEGIN;\nCOMMENT ON COLUMN customer.nix\n  IS \'x\';'
    expect_exit 3 pleat upgrade head --format json
    expect_match '^statement: COMMENT ON COLUMN customer.nix IS ' "$ERR"
    expect_match '^place: revisions/a200.sql:8$' "$ERR"
    expect_events \
        'names[-1] == "failed" and names.count("failed") == 1 and "run_done" not in names' \
        'events[-1]["revision"] == "a200" and events[-1]["step"] == events[-1]["steps"] == 2' \
        'events[-1]["sqlstate"] == "42703" and events[-1]["fault"] == "server"' \
        'events[-1]["statement"] == "COMMENT ON COLUMN customer.nix\n  IS '"'x'"'"' \
        'events[-1]["file"] == "revisions/a200.sql" and events[-1]["line"] == 8 and events[-1]["hint"] is None' \
        'events[-1]["message"].startswith("revision a200, step 2: column ")' \
        'events[-1]["revisions"] == 1'
    expect_exit 0 pleat current --format json
    expect_document 'document["unfinished"] == {"revision": "a200", "direction": "up", "steps_done": 1}'
    expect_exit 2 pleat upgrade nowhere --format json
    expect_events 'names == ["run_started", "failed"] and events[1]["fault"] == "input" and "step" not in events[1]'
    expect_exit 3 pleat upgrade head --format json -d 'host=/nowhere dbname=shop password=secret'
    expect_no_match secret
    expect_events 'names == ["run_started", "failed"] and events[0]["database"] == "dbname=shop host=/nowhere"'
}

# block DB MODE: a session that holds a lock on the table, until it is told to go.
block() {
    PGAPPNAME=blocker psql_do "$1" "begin; lock table customer in $2 mode; select pg_sleep(60)" >/dev/null 2>&1 &
    until [ "$(psql_do "$1" "select count(*) from pg_locks join pg_stat_activity using (pid) where application_name = 'blocker' and relation = 'customer'::regclass and granted")" = 1 ]; do
        sleep 0.05
    done
}

unblock() {
    psql_do "$1" "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'blocker'" >/dev/null
    wait
}

# Who holds the lock is told with each attempt, and at the end.
case_locks() {
    new_db db
    json_project "$db"
    expect_exit 0 pleat upgrade head -q
    add_revision a200 a100 'ALTER TABLE customer ADD COLUMN x int;'
    block "$db" "access exclusive"
    expect_exit 3 pleat upgrade head --format json
    expect_events 'len(only("retry")) == 1 and only("retry")[0]["sqlstate"] == "55P03" and only("retry")[0]["attempt"] == 1' \
        'only("retry")[0]["retry_in_seconds"] > 0' \
        '[e["holders"][0]["application"] for e in only("retry") + only("failed")] == ["blocker"] * 2' \
        'only("retry")[0]["holders"][0]["pid"] > 0 and only("retry")[0]["holders"][0]["transaction_seconds"] > 0' \
        '"gave up after 2 attempts" in events[-1]["hint"]'
    expect_exit 3 pleat upgrade head
    expect_match 'lock timeout .*; in the way: process [0-9]+ \(blocker, user postgres, active for [0-9]+ s\)$' "$ERR"
    unblock "$db"
}

# One that is not in a transaction waits as long as it takes.
case_long_statements() {
    new_db db
    json_project "$db"
    expect_exit 0 pleat upgrade head -q
    add_revision a200 a100 $'SELECT pg_sleep(1.2);\nCOMMIT;\nCREATE INDEX CONCURRENTLY i ON customer (name);\nBEGIN;'
    block "$db" "row exclusive"
    pleat upgrade head --format json >"$OUT" &
    until grep '"statement_lasts".*CREATE INDEX' "$OUT" >"$ERR"; do
        sleep 0.1
    done
    unblock "$db"
    expect_events 'all(e["seconds"] >= 1 for e in only("statement_lasts"))' \
        '[(e["statement"], e["phase"], e["holders"]) for e in only("statement_lasts") if e["step"] == 1][:1] == [("SELECT pg_sleep(1.2)", None, [])]' \
        '[(e["unit"], e["total"], e["phase"][:19], e["holders"][0]["application"]) for e in only("statement_lasts") if e["step"] == 2][:1] == [("transactions", 1, "waiting for writers", "blocker")]' \
        'names[-1] == "run_done"'
}

case_documents() {
    new_db db
    json_project "$db"
    add_revision a200 a100 'CREATE TABLE a ();'
    add_revision a300 a100 'CREATE TABLE b ();'
    expect_exit 0 pleat upgrade a200 -q
    expect_exit 0 pleat history --format json
    expect_document '[r["revision"] for r in document["revisions"]] == ["a300", "a200", "a100"]' \
        'document["revisions"][2]["labels"] == ["shop"] and document["revisions"][2]["after"] == []' \
        'document["revisions"][0]["after"] == ["a100"] and document["revisions"][0]["message"] == "of a300"' \
        'all(r["applied"] is None for r in document["revisions"])'
    expect_exit 0 pleat history -i --format json
    expect_document '[r["applied"] for r in document["revisions"]] == [False, True, True]'
    expect_exit 0 pleat heads --format json
    expect_document '[(r["revision"], r["head"], r["file"]) for r in document["heads"]] == [("a200", True, "revisions/a200.sql"), ("a300", True, "revisions/a300.sql")]'
    expect_exit 0 pleat branches --format json
    expect_document '[(r["revision"], r["children"]) for r in document["branchpoints"]] == [("a100", ["a200", "a300"])]'
    expect_exit 0 pleat show a100 --format json
    expect_document '[s["kind"] for s in document["revisions"][0]["upgrade"]] == ["transaction", "statement", "statement", "backfill", "partitions", "verify"]' \
        'len(document["revisions"][0]["upgrade"][0]["statements"]) == 5 and len(document["revisions"][0]["checksum"]) == 64' \
        'document["revisions"][0]["downgrade"][0]["statements"] == ["DROP TABLE customer, day"]'
    expect_exit 1 pleat current --check-heads --format json
    expect_document '[r["revision"] for r in document["revisions"]] == ["a200"]' \
        'document["at_heads"] is False and document["unfinished"] is None'
    expect_exit 0 pleat stamp a300 base --format json
    expect_events 'names == ["run_started", "stamped", "run_done"]' 'events[1]["revisions"] == ["a300"] and events[1]["removed"] == ["a200"]'
}

case_changes_of_revision_files() {
    new_db db
    json_project "$db"
    add_revision a200 a100 'CREATE TABLE a ();'
    add_revision a300 a100 'CREATE TABLE b ();'
    printf 'DROP TABLE a;\n' >>revisions/a200.sql
    printf 'DROP TABLE b;\n' >>revisions/a300.sql
    expect_exit 0 pleat merge --rev-id a400 --format json
    expect_document 'len(document["written"]) == 1 and "a400" in document["written"][0]' \
        'document["rewritten"] == document["removed"] == document["differences"] == []'
    rm revisions/*a400*
    expect_exit 0 pleat rebase a300 --format json
    expect_document 'document["rewritten"] == ["revisions/a300.sql"] and document["written"] == []'
    expect_exit 0 pleat squash a200:a300 --rev-id a500 --format json
    expect_document 'document["removed"] == ["revisions/a200.sql", "revisions/a300.sql"]' \
        'len(document["written"]) == 1 and "a500" in document["written"][0]'
}

# Two branches that meet in a table: what differs is told, and nothing written.
case_differences_of_orders() {
    new_db db
    json_project "$db"
    add_revision a200 a100 'CREATE TABLE IF NOT EXISTS a (x int);'
    add_revision a300 a100 'CREATE TABLE IF NOT EXISTS a (y int);'
    expect_exit 1 pleat merge --format json
    expect_document 'document["written"] == []' 'any(line.endswith("column public.a.x: only in the first order") for line in document["differences"])'
}

case_many_targets() {
    new_db db
    mkdir revisions
    psql_do "$db" "create schema t1; create schema t2; create table t2.x (); create schema t3"
    printf "databases: {shop: %s}\ndefault: shop\ntenants: 't%%'\n" "$(url "$db")" >pleat.yaml
    printf -- '-- pleat: revision b100 expand\n-- pleat: tenant\n-- pleat: message x\n\\set ON_ERROR_STOP on\nCREATE TABLE {schema}.x ();\n\\quit\n-- pleat: downgrade\nDROP TABLE {schema}.x;\n' >revisions/1.sql
    expect_exit 3 pleat upgrade head --tenants -j 3 --format json
    expect_events 'names[-1] == "summary" and "target" not in events[-1]' \
        'all(e["target"] in ("t1", "t2", "t3") for e in events[:-1])' \
        '{e["target"]: (e["event"], e["tenant"]) for e in events if e["event"] == "run_started"} == {t: ("run_started", t) for t in ("t1", "t2", "t3")}' \
        '[e["target"] for e in only("failed")] == ["t2"] and only("failed")[0]["sqlstate"] == "42P07"' \
        '[(t["target"], t["from"], t["to"], t["outcome"]) for t in events[-1]["targets"]] == [("t1", [], ["b100"], "done"), ("t2", [], [], "failed"), ("t3", [], ["b100"], "done")]' \
        'events[-1]["counts"]["done"] == 2 and events[-1]["counts"]["failed"] == 1 and events[-1]["counts"]["nothing_to_do"] == 0'
    expect_exit 0 pleat current --tenants --format json
    expect_document '[(t["target"], [r["revision"] for r in t["revisions"]], t["at_heads"]) for t in document["targets"]] == [("t1", ["b100"], True), ("t2", [], False), ("t3", ["b100"], True)]'
    printf "databases: {shop: %s, gone: 'host=/nowhere dbname=x'}\ndefault: shop\n" "$(url "$db")" >pleat.yaml
    expect_exit 3 pleat upgrade head --all-databases --format json
    expect_events '[(e["target"], e["fault"]) for e in only("failed")] == [("gone", "server")]' \
        '[(t["target"], t["to"]) for t in events[-1]["targets"]] == [("shop", []), ("gone", None)]'
    expect_exit 3 pleat current --all-databases --format json
    expect_document '[t["target"] for t in document["targets"]] == ["shop", "gone"] and document["targets"][1]["error"]["fault"] == "server"'
}

# on_terminal COLUMNS COMMAND...: what it says on standard error, where that is a terminal, is in $ERR.
on_terminal() {
    python3 - "$ERR" "$@" <<'END'
import fcntl, os, pty, struct, subprocess, sys, termios
ours, theirs = pty.openpty()
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(sys.argv[2]), 0, 0))
done = subprocess.Popen(sys.argv[3:], stderr=theirs, stdin=subprocess.DEVNULL)
os.close(theirs)
said = b""
try:
    while part := os.read(ours, 4096):
        said += part
except OSError:
    pass
open(sys.argv[1], "wb").write(said)
sys.exit(done.wait())
END
}

case_progress_on_a_terminal() {
    new_db db
    json_project "$db"
    on_terminal 60 pleat upgrade head
    python3 - "$ERR" <<'END' || fail "$(cat -A "$ERR")"
import re, sys
lines = open(sys.argv[1], newline="").read().split("\r\n")
shown = [part for part in lines[1].split("\r") if part.strip()]
assert re.fullmatch(r"  step 4 of 6 .* \d+%  \d+ s left  \d0 of 35 rows.*", shown[0]), shown
assert all(len(part) < 60 for part in lines[1].split("\r")), lines
assert shown[-1] == "  step 4 of 6: 35 rows changed", shown
assert lines[2:] == ["  step 5 of 6: 2 partitions", ""], lines
END
    expect_exit 0 pleat downgrade base -q
    on_terminal 60 pleat upgrade head -q
    expect_equal "" "$(cat "$ERR")"
    expect_exit 0 pleat downgrade base -q
    expect_exit 0 pleat upgrade head
    expect_equal $'upgrade a100 expand: customers\n  step 4 of 6: 35 rows changed\n  step 5 of 6: 2 partitions' "$(cat "$ERR")"
}

run_cases "$@"
