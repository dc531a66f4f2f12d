#!/usr/bin/env python3
"""Do the manual pages say what the commands' tables say? manual.py BUILD_ROOT: prints TAP.

The tables are asked through completion, which is made from them.
"""
import pathlib
import re
import shutil
import subprocess
import sys

build = pathlib.Path(sys.argv[1])
root = pathlib.Path(__file__).resolve().parents[2]
pleat = build / "src/cli/pleat"
number = 0


def report(title, faults, skip=None):
    global number
    number += 1
    print(f"{'not ok' if faults else 'ok'} {number} - {title}{f' # SKIP {skip}' if skip else ''}")
    for fault in faults:
        print("#", fault)


def offered(*words):
    out = subprocess.run([pleat, "__complete", "--", *words], capture_output=True, text=True, check=True).stdout
    return [line.split("\t")[0] for line in out.splitlines()]


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def plain(page):
    """What a reader sees of a page."""
    return page.read_text(encoding="utf-8").replace("\\-", "-")


commands = [name for name in offered("") if name != "help"]
common = set(offered("--"))
options = {name: [option for option in offered(name, "--") if option not in common] for name in commands}
pages = {name: build / f"tools/pleat-{name}.1" for name in commands}
page = (root / "docs/commands.md").read_text(encoding="utf-8")
for_many = {"--tenants", "--tenant", "--all-databases", "--jobs"}  # told once, for all commands


print("1..4")
report("each command has a page with all its options",
       [f"{name}: no {option}" for name in commands for option in options[name] + sorted(common - {"--help"})
        if not pages[name].exists() or f"--{option[2:]}" not in plain(pages[name])])
known = common | for_many | {option for each in options.values() for option in each} | {"--help-all", "--version"}
report("docs/commands.md names no option that no command has",
       [code for code in re.findall(r"`[^`\n]+`", page) if "pleat" in code or code.startswith("`-")
        for option in re.findall(r"(?<![\w-])(--[a-z][a-z-]*)", code) if option not in known])
for program, arguments, needless in [("mandoc", ["-T", "lint", "-W", "warning"], "missing date"),
                                     ("groff", ["-man", "-ww", "-z", "-Tutf8"], None)]:
    said = [line for each in sorted((build / "tools").glob("*.1")) for line in run(program, *arguments, each).splitlines()
            if needless is None or needless not in line] if shutil.which(program) else []
    report(f"{program} finds nothing wrong", said, None if shutil.which(program) else f"no {program}")
