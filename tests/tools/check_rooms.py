#!/usr/bin/env python3
"""tools/check-rooms on trees that are wrong in one way each: tests/tools/check_rooms.py TOOL"""
import pathlib
import subprocess
import sys
import tempfile

# What a file says, and the offence that is expected of it ("" for none).
CASES = [
    ("its own room and one above", "src/model/a.c", '#include "model/b.h"\n#include "base/c.h"\n', ""),
    ("a room below", "src/base/a.c", '\n#include "model/b.h"\n', 'src/base/a.c:2: room "base" includes'),
    ("an unknown room", "src/model/a.c", '#include "nowhere/b.h"\n', 'src/model/a.c:1: "nowhere/b.h": no room'),
    ("a folder that is no room", "src/attic/a.c", "", 'src/attic/a.c:1: "attic" is no room'),
    ("no room said", "src/model/a.c", '#include "b.h"\n', "src/model/a.c:1:"),
    ("cli and the library's inside", "src/cli/a.c", '#include "base/c.h"\n', 'src/cli/a.c:1: room "cli" uses only'),
    ("cli and the public library", "src/cli/a.c", '#include "pleat/pleat.h"\n#include "cli/b.h"\n', ""),
    ("libpq in the wrong room", "src/model/a.c", "#include <libpq-fe.h>\n", "src/model/a.c:1: room"),
    ("libpq where it belongs", "src/exec/a.c", "#include <libpq-fe.h>\n", ""),
    ("libyaml in the wrong room", "src/model/a.c", "#  include <yaml.h>\n", "src/model/a.c:1: room"),
    ("libgit2 in the wrong room", "src/exec/a.c", "#include <git2/repository.h>\n", "src/exec/a.c:1: room"),
    ("another kind", "src/kinds/table/table.c", '#include "kinds/index/index.h"\n', "src/kinds/table/table.c:1: kind"),
    ("its own kind", "src/kinds/table/table.c", '#include "kinds/table/table.h"\n#include "kinds/embedded.h"\n', ""),
    ("a kind from elsewhere", "src/exec/a.c", '#include "kinds/index/index.h"\n', "src/exec/a.c:1: room"),
    ("a kind's symbol elsewhere", "src/exec/a.c", "int x;\nvoid *k = &kind_table;\n", 'src/exec/a.c:2: "kind_table"'),
    ("a kind in a comment or a text", "src/exec/a.c", '/* kind_table */ char *k = "kind_table"; // kind_table\n', ""),
    ("a function with such a name", "src/exec/a.c", "void *k = kind_find(0);\n", ""),
    ("a private header in a public one", "include/pleat/a.h", '#include "base/c.h"\n', "include/pleat/a.h:1:"),
]


def offences(tool, files):
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(directory)
        tree = {"src/meson.build": "rooms = ['base', 'sql', 'model', 'kinds',\n  'yaml', 'exec']\n",
                "src/kinds/index/index.sql": "", "src/kinds/table/table.sql": "", **files}
        for path, text in tree.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text)
        run = subprocess.run([tool, root], capture_output=True, text=True, check=False)
        assert run.returncode == (1 if run.stdout else 0), run
        return run.stdout


def main():
    tool = sys.argv[1]
    print(f"1..{len(CASES) + 1}")
    for number, (title, path, text, expected) in enumerate(CASES, 1):
        found = offences(tool, {path: text})
        good = found.startswith(expected) and found.count("\n") == 1 if expected else found == ""
        print(f"{'ok' if good else 'not ok'} {number} - {title}")
        if not good:
            print(f"# expected {expected!r}, found {found!r}")
    found = offences(tool, {"src/sql/a.c": "#include <pg_query.h>\n", "src/sql/b.c": "#include <pg_query.h>\n"})
    good = found.startswith("src/sql/b.c:1: <pg_query.h> is for one file alone: src/sql/a.c")
    print(f"{'ok' if good else 'not ok'} {len(CASES) + 1} - the parser in two files")


main()
