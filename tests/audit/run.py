#!/usr/bin/env python3
"""Is every column of every system catalog accounted for? tests/audit/run.py [MAJOR...]

columns.tsv says of each column (since, until: the major versions that have it; empty: no bound) how pleat deals with it:

  query      it is read; reason: the file under src/ in which its name stands
  function   a deparse function of the server prints it; reason: the function, which some query under src/ calls
  ignored    by design; reason: why
  pending    of a kind that is not there yet; reason: its name. To be completed when the kind is merged; told, no failure

On each server version the file is compared with pg_attribute, and what it claims with the queries: a column that it does
not have, a column that is gone, a claim that is not true are failures. Prints TAP. The why: docs/decisions/0030.
"""
import csv
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SOURCE = ROOT / "src"
RUN_DIR = ROOT / "tests" / "cli" / "run-dir"
SERVERS = ROOT / "tools" / "servers"
INSTALLED = 15
OLDEST, NEWEST = 13, 18

COLUMNS = """
SELECT c.relname || '.' || a.attname
FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
"""


def rows():
    with open(HERE / "columns.tsv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def name(row):
    return f"{row['catalog']}.{row['column']}"


def queries():
    """The text of every catalog query, by its path under src/."""
    return {str(path.relative_to(SOURCE)): path.read_text(encoding="utf-8")
            for folder in ("kinds/*", "catalog") for path in SOURCE.glob(f"{folder}/*.sql")}


def false_claims(table, texts):
    """What the file says and is not so."""
    def has(text, word):
        return re.search(rf"\b{re.escape(word)}\b", text) is not None
    for row in table:
        how, reason = row["how"], row["reason"]
        if how == "query" and not has(texts.get(reason, ""), row["column"]):
            yield f"{name(row)}: \"{row['column']}\" does not stand in src/{reason}"
        elif how == "function" and not any(has(text, reason) for text in texts.values()):
            yield f"{name(row)}: no query calls {reason}()"
        elif how in ("ignored", "pending") and not reason:
            yield f"{name(row)}: {how} without a reason"
        elif how not in ("query", "function", "ignored", "pending"):
            yield f"{name(row)}: \"{how}\" is none of query, function, ignored, pending"


def differences(table, major, place):
    """Where the file and a server do not have the same columns."""
    done = subprocess.run(["psql", "-X", "-A", "-t", "-h", place, "-p", "5432", "-U", "postgres", "-d", "postgres", "-c", COLUMNS],
                          capture_output=True, text=True, check=True, env={**os.environ, "PGOPTIONS": ""})
    there = set(done.stdout.split())
    told = {name(row) for row in table
            if int(row["since"] or OLDEST) <= major <= int(row["until"] or NEWEST)}
    yield from (f"{column} is not accounted for" for column in sorted(there - told))
    yield from (f"{column} is not there" for column in sorted(told - there))


class Tap:
    def __init__(self, count):
        self.number = self.failed = 0
        print(f"1..{count}")

    def say(self, title, problems):
        problems = list(problems)
        self.number += 1
        self.failed += bool(problems)
        print(f"{'not ok' if problems else 'ok'} {self.number} - {title}", flush=True)
        for problem in problems:
            print(f"# {problem}")

    def skip(self, title, reason):
        self.number += 1
        print(f"ok {self.number} - {title} # SKIP {' '.join(reason.split())}", flush=True)


def audit(table, majors, run):
    tap = Tap(len(majors) + 1)
    tap.say("claims", false_claims(table, queries()))
    for kind in sorted({row["reason"] for row in table if row["how"] == "pending"}):
        print(f"# pending: {kind}, {sum(row['reason'] == kind and row['how'] == 'pending' for row in table)} columns")
    for major in majors:
        title = f"columns of PostgreSQL {major}"
        found = subprocess.run([SERVERS, str(major)], capture_output=True, text=True, check=False)
        if found.returncode != 0:
            tap.skip(title, found.stderr)
            continue
        own = [] if major == INSTALLED else [str(major)]
        subprocess.run([RUN_DIR, "start-server", run, *own], check=True)
        tap.say(title, differences(table, major, f"{run}/pg{''.join(own)}"))
    return tap.failed


def main():
    majors = [int(word) for word in sys.argv[1:]] or list(range(OLDEST, NEWEST + 1))
    shared = os.environ.get("PLEAT_TEST_RUN")
    run = shared or subprocess.check_output([RUN_DIR, "make"], text=True).strip()
    try:
        return audit(rows(), majors, run) > 0
    finally:
        if shared is None:
            subprocess.run([RUN_DIR, "remove", run], check=True)


sys.exit(main())
