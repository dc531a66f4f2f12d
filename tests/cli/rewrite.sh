#!/usr/bin/env bash
# Revisions that are written anew (--amend), that undo others (--revert), and that stand for many (squash).
. "$(dirname "$0")/lib.sh"

# A project with its database $db, and one table.
project() {
    new_db db
    mkdir schema revisions
    printf 'databases:\n  main: %s\n' "'$(url "$db")'" >pleat.yaml
    declare_table 'id: int not null'
    pleat revision --autogenerate --from revisions -m 'one table' --rev-id f0 >/dev/null
    pleat upgrade head
}

# declare_table COLUMNS
declare_table() {
    printf 'tables:\n  t:\n    columns: {%s}\n' "$1" >schema/t.yaml
}

# change ID MESSAGE COLUMNS: a revision for them
change() {
    declare_table "$3"
    pleat revision --autogenerate --from revisions -m "$2" --rev-id "$1" >/dev/null
}

file_of() {
    echo revisions/*_"$1"_*
}

# --amend

case_amend_keeps_id_message_and_file() {
    project
    change a1 'more' 'id: int not null, a: int'
    local file
    file=$(file_of a1)
    sed -i '2a -- pleat: label feature' "$file"
    declare_table 'id: int not null, a: bigint, b: text'
    expect_exit 0 pleat revision --amend
    expect_equal "$file" "$(cat "$OUT")"
    expect_match '^-- pleat: revision a1 expand after f0' "$file"
    expect_match '^-- pleat: message more' "$file"
    expect_match '^-- pleat: label feature' "$file"
    expect_match 'a bigint' "$file"
    expect_exit 0 pleat revision --amend -m 'another word'
    expect_match '^-- pleat: message another word' "$file"
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat check
}

case_amend_may_gain_and_lose_a_phase() {
    project
    change z1 'to go' 'id: int not null, z: int'
    change a1 'both' 'id: int not null, b: int'
    expect_match 'DROP COLUMN z' "$(file_of a1c)"
    declare_table 'id: int not null, z: int, b: int'
    expect_exit 0 pleat revision --amend
    expect_match 'removed: revisions/.*_a1c_'
    expect_equal 3 "$(ls revisions | wc -l)"
    declare_table 'id: int not null, b: int'
    expect_exit 0 pleat revision --amend
    expect_match 'depends_on a1$' "$(file_of a1c)"
    declare_table 'id: int not null'
    expect_exit 0 pleat revision --amend
    expect_match 'removed: revisions/.*_a1_'
    expect_match 'depends_on z1$' "$(file_of a1c)"
    expect_exit 0 pleat upgrade head --both-phases
    expect_exit 0 pleat check
}

case_amend_refuses_what_a_database_has_run() {
    project
    change a1 'more' 'id: int not null, a: int'
    pleat upgrade expand@head
    declare_table 'id: int not null, a: bigint'
    expect_exit 2 pleat revision --amend
    expect_match 'database "main" has run revision a1'
    expect_no_match bigint "$(file_of a1)"
}

case_amend_asks_every_database() {
    project
    change a1 'more' 'id: int not null, a: int'
    printf '  away: postgresql://127.0.0.1:1/none\n' >>pleat.yaml
    declare_table 'id: int not null, a: bigint'
    expect_exit 3 pleat revision --amend
    expect_match 'where database "away" stands is not known'
    expect_match 'hint: .*--unreachable goes on without it'
    expect_exit 0 pleat revision --amend --unreachable
    expect_match 'database "away" was not asked'
    expect_match bigint "$(file_of a1)"
}

case_amend_undoes_on_the_development_database() {
    mkdir schema
    echo 'databases: {dev: embedded}' >pleat.yaml
    declare_table 'id: int'
    change a1 'one' 'id: int'
    pleat upgrade head
    declare_table 'id: int, a: int'
    expect_exit 0 pleat revision --amend
    expect_match 'undone on database "dev"'
    expect_exit 0 pleat upgrade head
    expect_exit 0 pleat check
    pleat dev stop
}

case_amend_loses_no_hand_written_step() {
    project
    change a1 'more' 'id: int not null, a: int'
    local file
    file=$(file_of a1)
    sed -i 's/^\\quit/UPDATE t SET a = 7;\n\\quit/' "$file"
    cp "$file" before.sql
    declare_table 'id: int not null, a: int, b: text'
    expect_exit 2 pleat revision --amend
    expect_match "revision a1 was edited after pleat wrote it; made anew it would lose these steps:"
    expect_match "^  $file:[0-9]+: UPDATE t SET a = 7"
    cmp "$file" before.sql
    expect_exit 0 pleat revision --amend --discard-edits
    expect_no_match UPDATE "$file"
    expect_exit 0 pleat revision -m 'by hand' --rev-id a2
    sed -i 's/^-- the way forth/SELECT 1;/' "$(file_of a2)"
    declare_table 'id: int not null'
    expect_exit 2 pleat revision --amend
    expect_match 'revision a2 was written by hand'
}

case_amend_knows_line_ends_from_edits() {
    project
    change a1 'more' 'id: int not null, a: int'
    sed -i 's/$/\r/' "$(file_of a1)"
    declare_table 'id: int not null, a: int, b: text'
    expect_exit 0 pleat revision --amend
    echo '-- a word of its author' >>"$(file_of a1)"
    expect_exit 2 pleat revision --amend
    expect_match 'would lose its comments'
}

case_amend_names_which_it_cannot_tell() {
    project
    change a1 'more' 'id: int not null, a: int'
    change b1 'less' 'id: int not null'
    expect_match 'depends_on a1$' "$(file_of b1c)"
    sed -i '/depends_on/d' "$(file_of b1c)"
    expect_exit 2 pleat revision --amend
    expect_match 'both a1 and b1c are the newest of their phases'
    declare_table 'id: int not null, c: int'
    sed -i '2a -- pleat: depends_on a1' "$(file_of b1c)"
    expect_exit 0 pleat revision --amend
    expect_equal 4 "$(ls revisions | wc -l)"
    expect_exit 0 pleat upgrade head --both-phases
    expect_exit 0 pleat check
    declare_table ''
    expect_exit 2 pleat revision --amend --head f0
    expect_match 'stands on f0'
}

# --revert

case_revert_an_expand() {
    project
    change a1 'more' 'id: int not null, a: int'
    expect_exit 0 pleat revision --revert a1 --rev-id r
    expect_equal "$(file_of rc)" "$(cat "$OUT")"
    expect_match '^-- pleat: message revert more' "$(file_of rc)"
    expect_match 'depends_on a1$' "$(file_of rc)"
    expect_match 'undoes expand a1: more' "$(file_of rc)"
    expect_match 'to be taken out of them too'
    expect_exit 0 pleat upgrade head --both-phases
    declare_table 'id: int not null'
    expect_exit 0 pleat check
    expect_exit 0 pleat downgrade contract@-1
    expect_equal 1 "$(psql_do "$db" "SELECT count(*) FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'a'")"
}

case_revert_takes_the_contract_along() {
    project
    change a1 'rename' 'id: int not null, a: int'
    change a2 'narrow' 'id: int not null, a: int not null, b: int'
    expect_exit 0 pleat revision --revert a2 -m 'not yet' --rev-id r
    expect_equal 2 "$(wc -l <"$OUT")"
    expect_match 'undoes contract a2c' "$(file_of r)"
    expect_match 'undoes expand a2' "$(file_of rc)"
    expect_match 'depends_on r$' "$(file_of rc)"
    expect_match 'depends_on a2c$' "$(file_of r)"
    expect_exit 0 pleat upgrade head --both-phases
    declare_table 'id: int not null, a: int'
    expect_exit 0 pleat check
}

case_revert_refuses_what_does_not_come_back() {
    project
    change a1 'less' 'a: int'
    expect_exit 2 pleat revision --revert a1c
    expect_match 'revision a1c \(less\) cannot be undone wholly: irreversible: '
    expect_exit 0 pleat revision --revert a1c --allow-loss --rev-id r
    expect_match 'does not come back: ' "$(file_of r)"
    expect_exit 0 pleat revision -m 'by hand' --rev-id h
    sed -i '/^.quit/,$d' "$(file_of h)"
    expect_exit 2 pleat revision --revert h
    expect_match 'revision h \(by hand\) cannot be undone: its file has no downgrade'
    expect_exit 2 pleat revision --revert base
    expect_match 'before the first revision'
}

case_revert_refuses_what_later_ones_stand_on() {
    project
    change a1 'more' 'id: int not null, a: int'
    printf 'tables:\n  t:\n    columns: {id: int not null, a: int}\n    indexes: [[a]]\n' >schema/t.yaml
    pleat revision --autogenerate --from revisions -m 'index' --rev-id a2 >/dev/null
    expect_exit 3 pleat revision --revert a1
    expect_match 'without what would be undone'
    expect_match 'a2'
    expect_match 'revert those first'
    expect_equal 3 "$(ls revisions | wc -l)"
}

case_revert_says_where_undoing_leads_elsewhere() {
    project
    expect_exit 0 pleat revision -m 'half undone' --rev-id h
    sed -i 's/^-- the way forth/CREATE TABLE x (); CREATE TABLE y ();/; s/^-- the way back/DROP TABLE x;/' "$(file_of h)"
    expect_exit 3 pleat revision --revert h
    expect_equal 2 "$(ls revisions | wc -l)"
    sed -i 's/CREATE TABLE y/CREATE TABLE IF NOT EXISTS y/' "$(file_of h)"
    expect_exit 1 pleat revision --revert h
    expect_match '^undoing it leads elsewhere'
    expect_match 'table public.y'
    expect_equal 2 "$(ls revisions | wc -l)"
}

run_cases "$@"
