#!/usr/bin/env bash
# What docs/coming-from-alembic.md says of symbols, beside Alembic itself.
. "$(dirname "$0")/lib.sh"

case_symbols_lead_where_they_lead_with_alembic() {
    new_db db
    "$CLI_TESTS/alembic_graph.py" "$PWD/graphs" "$(url "$db")"
}

run_cases "$@"
