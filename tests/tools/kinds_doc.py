#!/usr/bin/env python3
"""Is docs/kinds.md what tools/kinds-doc prints? kinds_doc.py PROGRAM PAGE: prints TAP."""
import difflib
import pathlib
import subprocess
import sys

program, page = sys.argv[1:]
made = subprocess.run([program], capture_output=True, text=True, check=True).stdout
kept = pathlib.Path(page).read_text(encoding="utf-8") if pathlib.Path(page).exists() else ""
print("1..1")
print("ok 1 - docs/kinds.md is made from the kinds" if made == kept else
      "not ok 1 - docs/kinds.md is made from the kinds: renew it with build/tools/kinds-doc >docs/kinds.md")
for line in difflib.unified_diff(kept.splitlines(), made.splitlines(), page, "kinds-doc", lineterm=""):
    print("#", line)
