#!/usr/bin/env bash
# Repositories that are not as they should be, or of a kind of their own: what can be known is told, or what to do.
. "$(dirname "$0")/lib.sh"

# total BODY: the file that declares shop.total(integer).
total() {
    printf 'create function shop.total(a int) returns int language sql as $$\n  select %s\n$$;\n' "$1"
}

# Three versions of a routine.
project() {
    mkdir schema functions
    printf 'databases:\n  it: "postgresql://127.0.0.1:1/nobody"\nschemas: [shop]\n' >pleat.yaml
    printf 'schemas:\n  shop: {}\n' >schema/shop.yaml
    git init -q -b main "$@"
    total a >functions/total.sql
    commit first
    total 'a + 1' >functions/total.sql
    commit second
    total 'a + 2' >functions/total.sql
    commit third
}

all_three=$(printf 'third\nsecond\nfirst')

# The subjects of the versions, newest first.
subjects() {
    expect_exit 0 pleat log --offline "$@"
    sed -nE 's/^[0-9a-f]{7}  [-0-9]+  Test  //p' "$OUT"
}

# Removes the objects of these names from the repository.
lose() {
    local name id
    for name in "$@"; do
        id=$(git rev-parse "$name")
        rm -f ".git/objects/${id:0:2}/${id:2}"
    done
}

case_a_checkout_of_depth_1() {
    project
    git clone -q --depth 1 "file://$PWD" clone
    cd clone
    expect_equal third "$(subjects total)"
    expect_match 'this is a shallow clone'
    expect_exit 2 pleat diff git:HEAD~1..HEAD
    expect_match 'there is no commit "HEAD~1"'
    expect_match 'hint: this is a shallow clone: run "git fetch --unshallow"$'
    expect_exit 2 pleat revision --autogenerate --from git:v1 -m x
    expect_match '"git fetch --unshallow", or "git fetch origin v1"'
    git fetch -q --unshallow
    expect_equal "$all_three" "$(subjects total)"
}

case_a_clone_without_old_contents() {
    project
    git config uploadpack.allowFilter true
    git clone -q --filter=blob:none "file://$PWD" clone
    cd clone
    expect_equal third "$(subjects total)"
    expect_match 'is left out: .*functions/total.sql'
    expect_match 'hint: .*git fetch --refetch --no-filter'
    expect_match '^1 more that cannot be read either'
    expect_equal 1 "$(grep -c hint: "$ERR")"
    expect_exit 2 pleat diff git:HEAD~1..HEAD
    expect_match 'hint: .*git fetch --refetch --no-filter'
    git clone -q --filter=tree:0 "file://$PWD/.." treeless
    expect_exit 2 pleat -C treeless log --offline total
    expect_match 'hint: .*git fetch --refetch --no-filter'
    git fetch -q --refetch --no-filter
    expect_equal "$all_three" "$(subjects total)"
    git -C .. config uploadpack.allowFilter true
    git clone -q --filter=blob:none "file://$PWD/.." again
    cd again
    expect_exit 0 pleat revision --autogenerate --from revisions -m first
    total 'a + 3' >functions/total.sql
    expect_exit 0 pleat revision --autogenerate --from revisions -m second
    expect_match '^-- prior body: functions/total.sql, blob' revisions/*second*
}

case_pointers_in_place_of_files() {
    project
    printf 'version https://git-lfs.github.com/spec/v1\noid sha256:%064d\nsize 12\n' 1 >functions/total.sql
    expect_equal "$all_three" "$(subjects total)"
    expect_match 'functions/total.sql.*LFS pointer'
    expect_exit 2 pleat blame functions/total.sql
    expect_match 'LFS pointer'
    expect_exit 2 pleat revision --autogenerate --from git:HEAD -m x
    expect_match 'hint: .*git lfs pull'
    commit pointer
    total 'a + 3' >functions/total.sql
    commit fourth
    expect_equal "$(printf 'fourth\n%s' "$all_three")" "$(subjects total)"
}

case_line_ends() {
    project
    sed -i 's/$/\r/' functions/total.sql
    commit "carriage returns"
    expect_equal "$(printf 'carriage returns\n%s' "$all_three")" "$(subjects total)"
    expect_exit 0 pleat diff git:HEAD..HEAD~1 --sql --down down.sql
    grep -q $'^  select a + 2\r$' down.sql
    git revert --no-edit HEAD >/dev/null
    # Those that git itself adds in the work tree are no change that waits for a commit.
    git config core.autocrlf true
    rm functions/total.sql
    git checkout -q functions/total.sql
    grep -q $'\r' functions/total.sql
    expect_equal 'Revert "carriage returns"' "$(subjects total | head -1)"
    expect_no_match 'not committed'
}

case_what_is_no_text_or_too_much() {
    project
    total "'\xe9'" | sed 's/\\xe9/\xe9/' >functions/total.sql
    commit latin
    { total 'a + 3'; printf -- '-- '; head -c 17000000 /dev/zero | tr '\0' x; } >functions/total.sql
    commit huge
    total 'a + 4' >functions/total.sql
    git add -A
    git -c i18n.commitEncoding=latin1 commit -q -m $'caf\xe9'
    expect_equal "$(printf 'café\n%s' "$all_three")" "$(subjects total)"
    expect_match 'is left out: .*too large|is left out: it is not UTF-8'
    expect_match '^1 more'
    expect_exit 2 pleat diff git:HEAD~2..HEAD
    expect_match 'functions/total.sql:2:[0-9]+: error: not UTF-8'
    cp functions/total.sql $'functions/b\xff.sql'
    commit "a name"
    expect_equal café "$(subjects total | head -1)"
}

case_a_sha_256_repository() {
    git init -q --object-format=sha256 sha 2>/dev/null || skip "this git knows no SHA-256"
    rm -rf sha
    project --object-format=sha256
    expect_exit 2 pleat log total
    expect_match '^pleat: error: the git repository ".*" is a SHA-256 one: pleat reads SHA-1 repositories only$'
    expect_exit 0 pleat revision --autogenerate --from revisions -m first
}

case_missing_objects() {
    project
    lose HEAD~1:functions/total.sql
    expect_equal "third" "$(subjects total | head -1)"
    expect_match 'is left out: .*object not found'
    expect_match 'hint: "git fsck" tells what is damaged'
    expect_exit 0 pleat revision --autogenerate --from revisions -m first
    lose 'HEAD~1^{tree}'
    expect_exit 2 pleat log --offline total
    expect_match 'cannot read the tree'
    lose HEAD~1
    expect_exit 2 pleat log --offline total
    expect_match 'cannot read the commit'
    total 'a + 3' >functions/total.sql
    expect_exit 2 pleat revision --autogenerate --from revisions -m second
    expect_match 'cannot read the commit .*'
    expect_match 'hint: "git fsck" tells what is damaged'
}

case_damaged_files_of_git() {
    project
    git gc -q
    chmod u+w .git/objects/pack/*
    printf 'rubbish rubbish rubbish' | dd of="$(echo .git/objects/pack/*.pack)" bs=1 seek=40 conv=notrunc status=none
    expect_exit 2 pleat log --offline total
    expect_match 'hint: "git fsck" tells what is damaged'
    echo rubbish >.git/packed-refs
    expect_exit 2 pleat log --offline total
    expect_match 'cannot find HEAD'
    : >.git/HEAD
    expect_exit 2 pleat blame functions/total.sql
    expect_match 'cannot find HEAD'
    expect_exit 0 pleat revision --autogenerate --from revisions -m first
}

case_symlinks() {
    project
    mkdir real
    git mv functions/total.sql real/total.sql
    ln -s ../real/total.sql functions/total.sql
    commit "behind a link"
    expect_equal "$all_three" "$(subjects total)"
    expect_no_match 'not committed'
    total 'a + 3' >real/total.sql
    commit fourth
    expect_equal "$(printf 'fourth\n%s' "$all_three")" "$(subjects total)"
    ln -s "$PWD" "$CASE_DIR.link"
    expect_exit 0 pleat -C "$CASE_DIR.link" blame functions/total.sql
    rm "$CASE_DIR.link"
    expect_match "^$(git rev-parse --short=7 HEAD)  .*function shop.total"
    ln -sf /etc/passwd functions/total.sql
    commit "out of the project"
    expect_exit 2 pleat diff git:HEAD~1..HEAD
    expect_match 'symlink that leaves "git:HEAD"'
    expect_exit 2 pleat blame /etc/passwd
    expect_match '/etc/passwd declares nothing'
}

# The same history as loose objects, and in packs of all makes.
case_packs() {
    project
    local i pack
    for i in 1 2 3 4 5 6 7 8; do
        total "a + $i" >functions/total.sql
        commit "the ${i}th"
    done
    read_all() {
        rm -rf "$XDG_CACHE_HOME"/pleat/history-*
        pleat log --offline -p total
    }
    read_all >loose.log
    expect_match 'the 1th' loose.log
    for i in repack.useDeltaBaseOffset=true repack.useDeltaBaseOffset=false pack.indexVersion=1 pack.compression=0; do
        git -c "$i" repack -adfq
        expect_equal "$(cat loose.log)" "$(read_all)"
    done
    git repack -adfq
    git clone -q --shared . "$CASE_DIR.alternates"
    expect_equal "$(cat loose.log)" "$(cd "$CASE_DIR.alternates" && read_all)"
    rm -rf "$CASE_DIR.alternates"
    pack=$(echo .git/objects/pack/*.pack)
    chmod u+w "$pack"
    cp "$pack" sound.pack
    for i in 12 40 200 $(($(stat -c %s "$pack") / 2)); do
        printf '\377\0\252' | dd of="$pack" bs=1 seek="$i" conv=notrunc status=none
        rm -rf "$XDG_CACHE_HOME"/pleat/history-*
        pleat log --offline total >"$OUT" 2>"$ERR" || expect_match 'cannot read the (commit|tree) .*|left out|damaged'
        head -c "$i" sound.pack >"$pack"
        expect_exit 2 pleat log --offline total
        expect_match 'git fsck'
        cp sound.pack "$pack"
    done
    expect_equal "$(cat loose.log)" "$(read_all)"
    chmod u+w "${pack%.pack}.idx"
    python3 - "${pack%.pack}.idx" <<'END'
import pathlib, sys
index = pathlib.Path(sys.argv[1])
data = bytearray(index.read_bytes())
n = int.from_bytes(data[8 + 1020:8 + 1024], "big")
offsets = 8 + 1024 + n * 24
data[offsets:offsets + 4 * n] = b"\x7f\xff\xff\xf0" * n
index.write_bytes(data)
END
    rm -rf "$XDG_CACHE_HOME"/pleat/history-*
    expect_exit 2 pleat log --offline total
    expect_match 'the index of its pack leads out of the pack'
}

case_worktrees_submodules_and_bare_repositories() {
    project
    git worktree add -q worktree HEAD~1
    expect_equal "$(printf 'second\nfirst')" "$(cd worktree && subjects total)"
    mkdir super
    git -C super init -q
    git -C super -c protocol.file.allow=always submodule --quiet add "file://$PWD" sub
    expect_equal "$all_three" "$(cd super/sub && subjects total)"
    git clone -q --bare . bare
    mkdir beside
    cp -r pleat.yaml schema functions beside
    mv bare beside/.git
    expect_equal "$all_three" "$(cd beside && subjects total)"
    git gc -q
    git pack-refs --all
    expect_equal "$all_three" "$(subjects total)"
}

case_a_repository_of_another_user() {
    [ "$(id -u)" -eq 0 ] || skip "only root can give files away"
    project
    chown -R nobody: .
    expect_exit 2 pleat log total
    expect_match 'belongs to another user'
    expect_match "hint: run: git config --global --add safe.directory '$PWD'"
    git config --global --add safe.directory "$PWD"
    expect_equal "$all_three" "$(subjects total)"
    git config --global --unset-all safe.directory
}

# A long history is kept for later commands, and what becomes of the file does not matter.
case_what_is_kept_of_a_history() {
    project
    export XDG_CACHE_HOME=$CASE_DIR/cache
    {
        for i in $(seq 4 260); do
            printf 'commit refs/heads/main\ncommitter Test <t@example.org> %d +0000\ndata <<E\nc%d\nE\n' $((1800000000 + i)) "$i"
            [ "$i" -ne 4 ] || echo "from $(git rev-parse main)"
            printf 'M 644 inline functions/total.sql\ndata <<E\n%s\nE\n' "$(total "a + $i")"
        done
    } | git fast-import --quiet
    git reset -q --hard
    mkdir -p "$XDG_CACHE_HOME/pleat"
    for i in $(seq 40); do
        touch -d 2001-01-01 "$XDG_CACHE_HOME/pleat/history-$i"
    done
    subjects total >first
    expect_equal 260 "$(wc -l <first)"
    expect_equal 32 "$(find "$XDG_CACHE_HOME/pleat" -name 'history-*' | wc -l)"
    kept=$(find "$XDG_CACHE_HOME/pleat" -type f -size +1k)
    [ -s "$kept" ]
    expect_equal "$(cat first)" "$(subjects total)"
    total 'a' >functions/total.sql
    commit again
    expect_equal "$(echo again; cat first)" "$(subjects total)"
    size=$(stat -c %s "$kept")
    for where in 3 50 1000 $((size / 2)) $((size - 9)); do
        cp "$kept" whole
        printf '\377' | dd of="$kept" bs=1 seek="$where" conv=notrunc status=none
        expect_equal "$(echo again; cat first)" "$(subjects total)"
        cp whole "$kept"
        truncate -s "$where" "$kept"
        expect_equal "$(echo again; cat first)" "$(subjects total)"
    done
    rm -rf "$XDG_CACHE_HOME"
    : >"$XDG_CACHE_HOME" # nothing can be kept
    expect_equal "$(echo again; cat first)" "$(subjects total)"
}

run_cases "$@"
