#!/usr/bin/env bash
# Completion: what pleat offers at a place of the command line, and what shells make of it.
. "$(dirname "$0")/lib.sh"

completion_project() {
    mkdir -p schema revisions p
    printf 'databases: {dev: embedded, production: "host=/nowhere dbname=x"}\n' >pleat.yaml
    printf 'tables:\n  customer: {columns: {id: int, full_name: text}}\n  "odd one": {columns: {x: int}}\n' >schema/shop.yaml
    printf -- '-- pleat: revision a100 expand\n-- pleat: message the first of all\n-- pleat: label shop\nSELECT 1;\n\\quit\n-- pleat: downgrade\n' >revisions/1.sql
    printf -- '-- pleat: revision b200 expand after a100\n-- pleat: message more\nSELECT 1;\n\\quit\n-- pleat: downgrade\n' >revisions/2.sql
}

# offers WORD...: the names alone, sorted.
offers() {
    pleat __complete -- "$@" | cut -f1 | sort | paste -sd ' '
}

# From the tables of commands and options, with no server and no scratch.
case_what_is_offered() {
    completion_project
    expect_equal "reflect report revision" "$(offers re | sed 's/ rebase//; s/rebase //')"
    expect_equal "upgrade" "$(offers -C . --format json upg)"
    expect_equal "" "$(offers nothing '')"
    expect_equal "--sql --stat" "$(offers diff --s)"
    expect_equal "--tenant --tenants" "$(offers upgrade --tena)"
    expect_equal "json" "$(offers diff --format '')"
    expect_equal "--format=json --format=junit" "$(offers test --format=j)"
    expect_equal "always auto never" "$(offers diff --color '')"
    expect_equal "dev production" "$(offers upgrade -d '')"
    expect_equal "a100" "$(offers upgrade -d production a)"
    expect_equal "a100 b200 base contract@head expand@head head heads shop@head" "$(offers show '')"
    expect_equal "" "$(offers show a100 '')"
    expect_equal "a100 b200" "$(offers stamp a100 '' | tr ' ' '\n' | grep 00 | paste -sd ' ')"
    expect_equal "a100:b200 a100:base" "$(offers squash a100:b)"
    expect_equal ":directories db db:" "$(offers diff db | sed 's/ db$/ db db:/')"
    expect_equal ":directories db:dev db:production" "$(offers diff db:)"
    expect_equal ":directories revisions:a100" "$(offers diff schema revisions:a)"
    expect_equal "public.customer public.customer.full_name public.customer.id" "$(offers log public.c)"
    expect_equal ":files" "$(offers blame '')"
    expect_equal ":files" "$(offers upgrade -c '')"
    expect_equal "start stop" "$(offers dev st)"
    expect_equal "index-not-concurrent" "$(offers lint --explain index-not-c)"
    expect_equal "bash fish zsh" "$(offers completion '')"
    expect_equal "upgrade" "$(offers help upg)"
    expect_equal $'a100\texpand: the first of all' "$(pleat __complete -- show a1)"
    # where a project is wrong, or none, nothing is offered and nothing said
    printf 'bad: [' >pleat.yaml
    expect_exit 0 pleat __complete -- show ''
    expect_equal "" "$(cat "$OUT" "$ERR")"
    expect_exit 0 pleat -C p completion bash
    expect_exit 2 pleat completion tcsh
}

case_help() {
    expect_exit 0 pleat help
    expect_match '^  diff  +show what differs'
    expect_exit 0 pleat help topics
    expect_match '^  declarations  +Declarations$'
    local topic
    for topic in $(cut -c3-22 "$OUT"); do
        pleat help "$topic" >page
        grep -qxF -- "$(head -n 1 page)" "$SOURCE_ROOT"/docs/*.md || fail "$topic is no page"
    done
    pleat help declarations | cmp - "$SOURCE_ROOT/docs/declarations.md"
    pleat help lint-rules | cmp - "$SOURCE_ROOT/docs/lint.md"
    expect_exit 0 pleat help diff
    expect_match '^  --exit-code '
    expect_exit 2 pleat help declaration
    expect_match 'no command or topic "declaration"'
    expect_match 'hint: did you mean "declarations"'
    expect_equal "declarations" "$(offers help declar)"
    expect_equal "" "$(offers declar)"
}

# types LINE SHELL...: the words that the function gets are in $OUT, on one line.
types() {
    "$CLI_TESTS/type_in_shell.py" "$@" | paste -sd ' ' >"$OUT" || fail "typed: $1"
}

case_bash() {
    completion_project
    local script more
    for script in /usr/share/bash-completion/bash_completion /dev/null; do
        [ -e "$script" ] || continue
        more='[ "$1" = __complete ] && { command pleat "$@"; return; }'
        printf '%s\n' "PATH='$PATH' PS1='READY> '" ". $script" 'eval "$(pleat completion bash)"' 'complete -F _pleat say' \
            "say() { $more; printf 'GOT<%s>\\n' \"\$@\"; echo GOT-ALL; }" 'bind "set bell-style none"' >rc
        types $'say upg\texp\t' bash --noprofile --rcfile rc -i
        expect_match '^upgrade expand@head$' "$OUT"
        types $'say diff --form\tjs\t sch\t' bash --noprofile --rcfile rc -i
        expect_match '^diff --format json schema ?$' "$OUT"
        types $'say blame sch\tsh\t' bash --noprofile --rcfile rc -i
        expect_match '^blame schema/shop.yaml$' "$OUT"
    done
    [ -e /usr/share/bash-completion/bash_completion ] || skip "no bash-completion: tried without it"
    printf '%s\n' "PATH='$PATH' PS1='READY> '" ". /usr/share/bash-completion/bash_completion" 'eval "$(pleat completion bash)"' \
        'complete -F _pleat say' "say() { $more; printf 'GOT<%s>\\n' \"\$@\"; echo GOT-ALL; }" >rc
    types $'say diff db:pro\t' bash --noprofile --rcfile rc -i
    expect_match '^diff db:production$' "$OUT"
}

case_zsh() {
    command -v zsh >/dev/null || skip "no zsh"
    completion_project
    mkdir zdot
    printf '%s\n' "PATH='$PATH'" "PS1='READY> '" 'unsetopt zle_bracketed_paste prompt_cr prompt_sp' 'autoload -Uz compinit' 'compinit -u -D' \
        'source <(pleat completion zsh)' 'compdef _pleat say' \
        'say() { [ "$1" = __complete ] && { command pleat "$@"; return; }; printf "GOT<%s>\n" "$@"; echo GOT-ALL; }' >zdot/.zshrc
    export ZDOTDIR=$PWD/zdot TERM=xterm
    types $'say upg\texp\t' zsh -d -i
    expect_match '^upgrade expand@head$' "$OUT"
    types $'say diff db:pro\t' zsh -d -i
    expect_match '^diff db:production$' "$OUT"
    types $'say log public.customer.f\t' zsh -d -i
    expect_match '^log public.customer.full_name$' "$OUT"
    types $'say blame schema/s\t' zsh -d -i
    expect_match '^blame schema/shop.yaml$' "$OUT"
}

case_fish() {
    command -v fish >/dev/null || skip "no fish"
    completion_project
    printf '%s\n' 'pleat completion fish | source' "complete -c say -f -k -a '(__pleat_complete)'" \
        'function say; if test "$argv[1]" = __complete; command pleat $argv; return; end; printf "GOT<%s>\n" $argv; echo GOT-ALL; end' >init.fish
    # what fish itself would offer: its own engine, asked
    fish --no-config -C 'source init.fish' -c 'complete -C "pleat upgrade exp"' >"$OUT"
    expect_match '^expand@head'
    fish --no-config -C 'source init.fish' -c 'complete -C "pleat show a"' >"$OUT"
    expect_match $'^a100\texpand: the first of all$'
    fish --no-config -C 'source init.fish' -c 'complete -C "pleat diff db:pro"' >"$OUT"
    expect_match '^db:production'
    fish --no-config -C 'source init.fish' -c 'complete -C "pleat blame schema/s"' >"$OUT"
    expect_match '^schema/shop.yaml'
    fish --no-config -C 'source init.fish' -c 'complete -C "pleat diff --st"' >"$OUT"
    expect_match $'^--stat\t'
}

run_cases "$@"
