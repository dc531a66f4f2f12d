#!/usr/bin/env python3
"""Is a page what its program prints? made_page.py PROGRAM PAGE: prints TAP."""
import difflib
import pathlib
import subprocess
import sys

program, page = sys.argv[1:]
root = pathlib.Path(__file__).resolve().parents[2]
tool, name = pathlib.Path(program).name, pathlib.Path(page).resolve().relative_to(root)
made = subprocess.run([program], capture_output=True, text=True, check=True).stdout
kept = pathlib.Path(page).read_text(encoding="utf-8") if pathlib.Path(page).exists() else ""
print("1..1")
print(f"ok 1 - {name} is made by {tool}" if made == kept else
      f"not ok 1 - {name} is made by {tool}: renew it with build/tools/{tool} >{name}")
for line in difflib.unified_diff(kept.splitlines(), made.splitlines(), page, tool, lineterm=""):
    print("#", line)
