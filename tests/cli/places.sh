#!/usr/bin/env bash
# Where a project stands and who works on it must not matter: root, an ordinary user, deep paths, two at once.
. "$(dirname "$0")/lib.sh"

# The whole loop on the embedded database, in the directory $1. It is a script, so that another user can run it too.
write_loop() {
    cat >"$1" <<'END'
set -euo pipefail
cd "$1"
pleat init
git init -q
git add -A
git commit -q -m one
pleat revision --autogenerate -m first
pleat upgrade head
pleat check
sed -i 's/^      text: text not null/&\n      more: int/' schema/greeting.yaml
sed -i "s/ORDER BY id/ORDER BY id DESC/" functions/greet.sql
git add -A
git commit -q -m two
pleat revision --autogenerate -m second
grep -q '^-- prior body: functions/greet.sql, blob' revisions/*second*
pleat upgrade head
pleat check
pleat dev psql -- -Atc "select count(*) from pg_attribute where attname = 'more'" | grep -qx 1
pleat downgrade -1
pleat dev psql -- -Atc "select count(*) from pg_attribute where attname = 'more'" | grep -qx 0
pleat downgrade base
pleat dev psql -- -Atc "select count(*) from pg_class where relname = 'greeting'" | grep -qx 0
pleat dev stop
END
}

case_a_project_under_root_s_home() {
    [ "$(id -u)" -eq 0 ] || skip "not root"
    project=$(mktemp -d /root/pleat-test.XXXXXX)
    trap 'cd /; (cd "$project" && pleat dev stop) || true; rm -rf "$project"' EXIT
    chmod 700 /root "$project"
    write_loop loop
    bash loop "$project"
}

case_a_path_of_200_characters() {
    local part project=$PWD
    while [ ${#project} -lt 200 ]; do
        part="directory with ä sp'ace"
        project=$project/$part
    done
    mkdir -p "$project"
    write_loop loop
    bash loop "$project"
}

case_an_ordinary_user() {
    [ "$(id -u)" -eq 0 ] || skip "only root can become somebody else"
    user=pleat_test_$$
    home=$(mktemp -d /tmp/pltu.XXXXXX)
    useradd -d "$home" "$user" || skip "no useradd here"
    trap 'cd /; su "$user" -c "cd $home/p && $BUILD_ROOT/src/cli/pleat dev stop" || true; userdel "$user"; rm -rf "$home"' EXIT
    mkdir "$home/p"
    # the build may stand where the user cannot go
    cp "$BUILD_ROOT/src/cli/pleat" "$home/pleat"
    ldd "$home/pleat" | grep -q "$BUILD_ROOT" && skip "pleat is linked with libraries in the build directory"
    write_loop "$home/loop"
    chown -R "$user" "$home"
    # $XDG_... of the one who calls survive su: they must not count
    su "$user" -s /bin/bash -c "cd; unset XDG_CACHE_HOME XDG_DATA_HOME PLEAT_SCRATCH_DIR; export HOME=$home PATH=$home:\$PATH
        git config --global user.name T; git config --global user.email t@example.org; bash $home/loop $home/p"
    [ -n "$(find "$home/.cache/pleat" -user "$user" -print -quit)" ] || fail "no cache of the user's own"
}

case_two_projects_at_once() {
    local first second
    mkdir one two
    write_loop loop
    bash loop "$PWD/one" >one.log 2>&1 &
    first=$!
    bash loop "$PWD/two" >two.log 2>&1 &
    second=$!
    wait "$first" || fail "$(cat one.log)"
    wait "$second" || fail "$(cat two.log)"
}

case_one_project_by_two_at_once() {
    local first second
    mkdir p
    (cd p && pleat init && pleat dev start)
    pleat -C p revision --autogenerate -m first
    pleat -C p check >one.log 2>&1 &
    first=$!
    pleat -C p upgrade head >two.log 2>&1 &
    second=$!
    wait "$first" || [ $? -eq 1 ] || fail "$(cat one.log)"
    wait "$second" || fail "$(cat two.log)"
    expect_exit 0 pleat -C p check
    pleat -C p dev stop
}

# A project on a server, with two revisions to apply and one that fails.
project() {
    new_db db
    mkdir -p p/sub
    pleat init p
    printf 'databases:\n  main: %s\n' "'$(url "$db")'" >p/pleat.yaml
}

case_psql_runs_an_expand_file_alone() {
    local file
    project
    expect_exit 0 pleat -C p revision --autogenerate -m first --rev-id f1
    file=$(ls p/revisions/*_f1_*)
    psql -X -d "$db" -f "$file" >/dev/null
    expect_exit 0 pleat -C p stamp head
    expect_exit 0 pleat -C p check
    expect_match '^in sync$'
    # the second time it stops at the first error
    local status=0
    psql -X -d "$db" -f "$file" >log 2>&1 || status=$?
    expect_equal 3 "$status"
    expect_equal 1 "$(grep -c ERROR: log)"
    # and it never got to the way back
    expect_exit 0 pleat -C p check
}

case_where_the_configuration_is_found() {
    project
    expect_exit 1 pleat -C p check
    expect_match '^schema/greeting.yaml:2:3: '
    expect_exit 1 pleat check -C p/sub
    expect_exit 1 pleat -c p/pleat.yaml check
    expect_match '^p/schema/greeting.yaml:2:3: '
    PLEAT_CONFIG=$PWD/p/pleat.yaml expect_exit 1 pleat check
    expect_match 'greeting.yaml'
    cd p/sub
    expect_exit 1 pleat check
    cd ../..
    expect_exit 0 pleat -C p revision --autogenerate -m first
    expect_equal 1 "$(ls p/revisions | wc -l)"
    expect_exit 0 pleat -c p/pleat.yaml upgrade head
    expect_exit 0 pleat -C p/sub check
    # -c counts more than $PLEAT_CONFIG
    echo 'bad: 1' >bad.yaml
    PLEAT_CONFIG=$PWD/bad.yaml expect_exit 2 pleat check
    expect_match '^bad.yaml:1:1: error: '
    PLEAT_CONFIG=$PWD/bad.yaml expect_exit 0 pleat -c p/pleat.yaml check
}

case_color_only_where_it_is_wanted() {
    local escape=$'\e\\['
    project
    expect_exit 0 pleat -C p diff
    expect_no_match "$escape"
    expect_exit 0 pleat -C p diff --color=always
    expect_match "$escape"
    export PAGER=cat # less draws on its own account
    script -qec "pleat -C p diff" /dev/null </dev/null >tty.log
    expect_match "$escape" tty.log
    NO_COLOR=1 script -qec "pleat -C p diff" /dev/null </dev/null >tty.log
    expect_no_match "$escape" tty.log
    NO_COLOR='' script -qec "pleat -C p diff --color=never" /dev/null </dev/null >tty.log
    expect_no_match "$escape" tty.log
}

case_words_that_are_printed_and_a_closed_pipe() {
    project
    pleat -C p diff | head -c 1 >/dev/null
    if [ -e /dev/full ]; then
        local status=0
        pleat -C p diff >/dev/full 2>log || status=$?
        expect_equal 2 "$status"
        expect_match 'cannot write' log
        local words
        while read -r words; do
            expect_exit 2 sh -c "pleat $words >/dev/full"
            expect_match 'cannot write to standard output'
        done <<'END'
--version
--help
help
help topics
help words
help diff
upgrade --help
completion zsh
__complete -- re
-C p lint
END
    fi
}

run_cases "$@"
