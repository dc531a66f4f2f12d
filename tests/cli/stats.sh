#!/usr/bin/env bash
# pleat stats export: how big tables are, kept for headers of revisions.
. "$(dirname "$0")/lib.sh"

stats_project() {
    new_db shop
    psql_do "$shop" "create table sale (id int, note text); create table small (id int); create table \"Odd name\" (id int);
        insert into sale select g, repeat('x', 200) from generate_series(1, 10000) g; insert into \"Odd name\" select generate_series(1, 40000);
        create table day (d int) partition by range (d); create table day_1 partition of day for values from (0) to (30000);
        create table day_2 partition of day default; insert into day select generate_series(1, 60000); create index on day (d);
        create table left_out as select generate_series(1, 60000) n; analyze"
    expect_exit 0 pleat reflect -d "$(url "$shop")" --out .
    printf 'databases: {shop: "%s"}\ndefault: shop\nignore: {tables: left_out}\n' "$(url "$shop")" >pleat.yaml
    expect_exit 0 pleat stamp head
}

case_what_is_big_is_kept() {
    stats_project
    psql_do "$shop" "do \$\$ begin create role reads_only login; exception when duplicate_object then end \$\$"
    expect_exit 0 pleat stats export -d "$(url "$shop" | sed 's/postgres@/reads_only@/')"
    expect_match '^stats.yaml$'
    expect_match '^  public.sale: \{rows: 10 k, heap: 2\.[0-9]+ MB, indexes: 0 bytes, toast: [0-9.]+ (kB|bytes), seq_scans: [0-9.]+, index_scans: 0, analyzed: [0-9-]{10}\}$' stats.yaml
    expect_match '^  public.day: \{rows: 60 k, heap: 2\.[0-9]+ MB, indexes: 1\.[0-9]+ MB, .*partitions: 2,' stats.yaml
    expect_match '"Odd name\\?"' stats.yaml
    expect_no_match 'small|day_1|left_out' stats.yaml
    expect_equal "$(grep '^  ' stats.yaml)" "$(grep '^  ' stats.yaml | sort)"

    # It changes when something has changed by more than a tenth.
    cp stats.yaml before
    psql_do "$shop" "insert into sale select g, repeat('x', 200) from generate_series(1, 500) g; analyze sale"
    expect_exit 0 pleat stats export
    expect_equal "$(cat before)" "$(cat stats.yaml)"
    psql_do "$shop" "insert into sale select g, repeat('x', 200) from generate_series(1, 5000) g; analyze sale"
    expect_exit 0 pleat stats export
    expect_match 'public.sale: \{rows: 15\.5 k' stats.yaml
    expect_equal "$(grep -v public.sale before)" "$(grep -v public.sale stats.yaml)"
    expect_exit 0 pleat stats export -
    expect_equal "$(cat stats.yaml)" "$(cat "$OUT")"
}

case_what_programs_read() {
    stats_project
    expect_exit 0 pleat stats export --format json
    expect_as_schema stats
    python3 - "$OUT" <<'END'
import json, sys
document = json.load(open(sys.argv[1]))
assert document["file"] == "stats.yaml"
tables = {table["table"]: table for table in document["tables"]}
assert list(tables) == ['public."Odd name"', "public.day", "public.sale"], tables
assert tables["public.sale"]["rows"] == 10000 and tables["public.sale"]["heap"] > 2000000
assert tables["public.day"]["partitions"] == 2 and tables["public.day"]["indexes"] > 0
END
    expect_exit 0 pleat stats export --format json # the file stays
    expect_as_schema stats
    expect_match '"file" : null'
    rm stats.yaml
    expect_exit 0 pleat stats export - --format json
    expect_match '"file" : null'
    [ ! -e stats.yaml ]
}

case_headers_say_it() {
    stats_project
    sed -i '1i stats: kept/sizes.yaml' pleat.yaml
    expect_exit 0 pleat stats export
    expect_match '^kept/sizes.yaml$'
    sed -i 's/note: text/&\n      more: int/' schema/sale.yaml
    sed -i 's/id: integer/id: bigint/' schema/small.yaml
    expect_exit 0 pleat revision --autogenerate --in-place -m change
    expect_match '^-- public.sale +add column more +ACCESS EXCLUSIVE \(10 k rows, 2\.[0-9]+ MB\), instant$' revisions/*_expand_*.sql
    expect_match '^-- public.small .* ACCESS EXCLUSIVE, rewrites the table$' revisions/*_contract_*.sql

    # Later what is shown is what is kept then.
    sed -i 's/rows: 10 k, heap: 2[.0-9]* MB/rows: 412 M, heap: 96 GB/' kept/sizes.yaml
    expect_exit 0 pleat show expand@head
    expect_match '^Size: public.sale 412 M rows, 96 GB$'
    expect_exit 0 pleat show expand@head --format json
    expect_match '"rows" : 412000000,'
}

case_mistakes_in_the_file_are_said() {
    stats_project
    printf 'tables:\n  public.sale: {rows: many, lines: 3}\n' >stats.yaml
    expect_exit 2 pleat stats export
    expect_match 'stats.yaml:2:23: error: "many" is no amount'
    expect_match 'stats.yaml:2:29: error: unknown key "lines"'
    expect_exit 2 pleat show head
    expect_exit 2 pleat stats import
    expect_match 'no "stats import"'
}

run_cases "$@"
