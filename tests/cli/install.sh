#!/usr/bin/env bash
# What "meson install" and tools/package put where, tried from there.
. "$(dirname "$0")/lib.sh"

# works PROGRAM: it makes a project and knows it, and its pages are in it.
works() {
    [ "$("$1" --version)" = "$(pleat --version)" ] || fail "another version"
    "$1" init shop >/dev/null
    (cd shop && "$1" fmt --check && "$1" __complete -- log public.gr) >"$OUT"
    expect_match '^public.greeting' "$OUT"
    "$1" help words >"$OUT"
    expect_match '^# ' "$OUT"
}

staged() {
    DESTDIR=$PWD/staged meson install -C "$BUILD_ROOT" --no-rebuild >log 2>&1 || fail "$(cat log)"
    prefix=$(echo "$PWD"/staged/usr/local)
    [ -d "$prefix" ] || prefix=$PWD/staged/usr
}

case_meson_install() {
    local prefix
    staged
    works "$prefix/bin/pleat"
    [ -s "$prefix/share/man/man1/pleat.1" ] && [ -s "$prefix/share/man/man1/pleat-ensure_version.1" ]
    cmp "$prefix/share/bash-completion/completions/pleat" <(pleat completion bash)
    cmp "$prefix/share/zsh/site-functions/_pleat" <(pleat completion zsh)
    cmp "$prefix/share/fish/vendor_completions.d/pleat.fish" <(pleat completion fish)
    diff -r "$prefix/share/pleat/schemas" "$SOURCE_ROOT/docs/schemas"
}

# A program of somebody else's on the library, with nothing of the sources in sight.
case_the_library() {
    local prefix
    staged
    cat >program.c <<'END'
#include <pleat/pleat.h>
#include <stdio.h>

static void
write_out(void *data, const char *text)
{
    (void)data;
    fputs(text, stdout);
}

int
main(int argc, char **argv)
{
    const PleatSessionOptions options = {.directory = argc > 1 ? argv[1] : NULL, .write = write_out, .note = write_out};
    g_autoptr(PleatSession) session = NULL;
    g_autoptr(GError) error = NULL;
    if (pleat_session_open(&options, &session, &error) && pleat_names(session, PLEAT_NAMES_OBJECTS, &error))
        return 0;
    fputs(error->message, stderr);
    return 1;
}
END
    pleat init shop >/dev/null
    sed "s#^prefix=.*#prefix=$prefix#" "$(find "$prefix/lib" -name pleat.pc)" >pleat.pc
    export PKG_CONFIG_PATH=$PWD
    cc -Wall -Werror -o program program.c $(pkg-config --cflags --libs pleat)
    ./program shop >"$OUT"
    expect_match $'^public.greeting\ttable$' "$OUT"
    expect_equal "$(pleat --version)" "pleat $(pkg-config --modversion pleat)"
}

case_a_debian_package() {
    command -v dpkg-shlibdeps >/dev/null || skip "no dpkg-dev"
    local package again
    mkdir one two
    package=$("$SOURCE_ROOT/tools/package" --build "$BUILD_ROOT" --out one)
    again=$("$SOURCE_ROOT/tools/package" --build "$BUILD_ROOT" --out two)
    cmp "$package" "$again" # whoever builds it
    dpkg-deb -f "$package" Depends >"$OUT"
    expect_match 'libpq5' "$OUT"
    expect_match 'libgit2' "$OUT"
    dpkg-deb -x "$package" tree
    works "$PWD/tree/usr/bin/pleat"
    [ "$(find tree/usr/share/man -name '*.gz' | wc -l)" -gt 20 ]
    (cd tree && dpkg-deb --ctrl-tarfile "../$(basename one)/$(basename "$package")" | tar -xO ./md5sums | md5sum --quiet -c)
}

# In a place where nothing is installed yet, by dpkg itself.
case_the_package_installs_and_goes() {
    command -v dpkg-shlibdeps >/dev/null || skip "no dpkg-dev"
    [ "$(id -u)" -eq 0 ] || skip "dpkg installs as root"
    local package
    package=$("$SOURCE_ROOT/tools/package" --build "$BUILD_ROOT" --out .)
    mkdir -p clean/var/lib/dpkg/{info,updates,triggers}
    touch clean/var/lib/dpkg/{status,available}
    dpkg --root="$PWD/clean" --force-depends --log=/dev/null -i "$package" >log 2>&1 || fail "$(cat log)"
    dpkg --root="$PWD/clean" -s pleat >"$OUT"
    expect_match '^Status: install ok installed$' "$OUT"
    "$PWD/clean/usr/bin/pleat" --version
    dpkg --root="$PWD/clean" --verify pleat
    dpkg --root="$PWD/clean" --log=/dev/null -P pleat >log 2>&1 || fail "$(cat log)"
    [ ! -e clean/usr/bin/pleat ] && [ ! -e clean/usr/share/pleat ]
}

run_cases "$@"
