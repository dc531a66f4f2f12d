#!/usr/bin/env python3
"""Does what docs/adding-a-kind.md shows work? adding_a_kind.py SOURCE_ROOT: adds the page's kind to a copy, builds it, and
runs its case. Prints TAP."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def section(page, number):
    """The indented blocks of "## NUMBER. ...", each a text; blank lines inside of a block belong to it."""
    text = re.search(rf"^## {number}\. .*?(?=^## |\Z)", page, re.M | re.S)[0]
    blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", text, re.M)
    return [re.sub(r"^    ", "", block.strip("\n"), flags=re.M) + "\n" for block in blocks]


def run(copy, *command, **more):
    done = subprocess.run(command, cwd=copy, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False, **more)
    if done.returncode != 0:
        raise AssertionError(f"exit status {done.returncode}: {' '.join(command)}\n{done.stdout}")
    return done.stdout


def take_out(copy):
    """The copy as if the page's kind had never been there."""
    for folder in "src/kinds/policy", "tests/cases/policy":
        shutil.rmtree(copy / folder)
    kinds = copy / "src" / "kinds" / "meson.build"
    kinds.write_text(kinds.read_text().replace("  'policy',\n", "", 1))


def add(copy, page):
    """Writes the files of the page; what the case is to print and its script are returned."""
    (query,), (table,), (hook,) = section(page, 1), section(page, 2), section(page, 3)
    kind = copy / "src" / "kinds" / "policy"
    kind.mkdir()
    (kind / "policy.sql").write_text(query)
    # The hook stands above the kind that names it.
    (kind / "policy.c").write_text(table.replace("const Kind kind_policy", hook + "\nconst Kind kind_policy"))
    kinds = copy / "src" / "kinds" / "meson.build"
    kinds.write_text(kinds.read_text().replace("\n]", "\n  'policy',\n]", 1))
    states, script = section(page, 5)
    before, after, case = states.split("\n\n")
    folder = copy / "tests" / "cases" / "policy" / "changes"
    folder.mkdir(parents=True)
    (folder / "before.sql").write_text(before + "\n")
    (folder / "after.sql").write_text(after + "\n")
    command, printed = case.split("\n", 1)
    return command.removeprefix("$ ").split(), printed, folder / "up.sql", script


def prove(source, copy):
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("build*", ".git"))
    take_out(copy)
    command, printed, up, script = add(copy, (source / "docs" / "adding-a-kind.md").read_text(encoding="utf-8"))
    run(copy, "tools/check-rooms")
    run(copy, "meson", "setup", "build", "-Dwerror=true", "-Doptimization=0", "-Ddebug=false")  # it compiles in half the time
    run(copy, "ninja", "-C", "build", "src/cli/pleat")
    got = run(copy, *command, env={**os.environ, "PLEAT_BUILD": str(copy / "build")})
    assert got == printed, f"{' '.join(command)} prints:\n{got}"
    assert up.read_text() == script, f"up.sql is:\n{up.read_text()}"


def main():
    print("1..1")
    title = "docs/adding-a-kind.md works"
    with tempfile.TemporaryDirectory() as folder:
        try:
            prove(pathlib.Path(sys.argv[1]), pathlib.Path(folder) / "pleat")
            print("ok 1 -", title)
        except AssertionError as failure:
            print("not ok 1 -", title)
            print(re.sub("^", "# ", str(failure), flags=re.M))


main()
