#!/usr/bin/env python3
"""Proves the scripts that pleat diff writes: tests/cases/run.py [--renew] [--jobs N] [PATTERN]

A case is a folder KIND/NAME with before.sql and after.sql. Each is proved in both directions (before to after, and
after to before): load both, pleat diff --sql --down, run the script with psql, then
  - the dumps are equal but for the order of statements and of columns (tests/cli/normal_dump.py)
  - tables, sequences and columns that are in both are the same objects as before: nothing was dropped and made again
  - a second diff is empty
  - the way back runs, and the dump is what it was at the start.
up.sql and down.sql hold the scripts from before to after; --renew writes them anew.

Other files of a case:
  irreversible   why the way back does not lead all the way back (an enum's label stays); it must still run
  refused        a part of the one sentence with which pleat refuses both directions
  oneway         why only before to after is tried
  remakes        why columns or sequences may be made anew
  todo           what pleat does not do yet: the case is expected to fail
  since          the first major version that has what it is about: skipped on older ones

Roles are cluster-wide, so the runner makes those that cases may use: case_owner, case_reader, "Case Role".
Prints TAP. --major: on a server of that major version (tools/servers); --forth: only from before to after, and back.
--host, --port: on a server that runs already. up.sql and down.sql are those of 15, or of the version that "since" says:
others deparse in their own way, and on them the scripts are not compared.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

import round_trip
from server import HERE, PLEAT, RUN_DIR, USUAL, Failure, compare, start

# Where an object lives, by its name: what keeps its name must keep its place.
PLACES = """
SELECT c.relkind::text || ' ' || c.oid::regclass, c.oid::text FROM pg_class c
WHERE c.relkind IN ('r', 'p', 'S') AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
UNION ALL
SELECT 'column ' || c.oid::regclass || ' ' || quote_ident(a.attname), a.attnum::text
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
"""


def places(server, database):
    rows = server.sql("places", database, "-c", PLACES).splitlines()
    return dict(row.rsplit("|", 1) for row in rows if "|" in row)


def same_places(when, before, after):
    moved = sorted(name for name, place in before.items() if after.get(name, place) != place)
    if moved:
        raise Failure(f"{when}: dropped and made again: {', '.join(moved)}")


class Direction:
    """One direction of a case; its databases are dropped at the end."""

    def __init__(self, server, case, source, target, scratch):
        self.server, self.case, self.scratch = server, case, scratch
        self.source, self.target = source, target
        # The two databases' names tell the direction apart: both run at once.
        stem = f"k_{case.parent.name}_{case.name}"[:50] + f"_{source[0]}"
        self.now, self.wanted = stem + "_now", stem + "_to"

    def has(self, name):
        return (self.case / name).exists()

    def diff(self):
        down = self.scratch / f"{self.now}.down.sql"
        status, out, err = self.server.run(str(PLEAT), "diff", self.server.uri(self.now), self.server.uri(self.wanted),
                                           "--sql", "--down", str(down))
        if self.has("refused"):
            wanted = (self.case / "refused").read_text().strip()
            if status == 0 or wanted not in err:
                raise Failure(f"not refused with \"{wanted}\": {err or out}")
            return None, None
        if status != 0:
            raise Failure(f"pleat diff ends with {status}: {err.strip()}")
        return out, down.read_text()

    def apply(self, what, script):
        path = self.scratch / f"{self.now}.{what.replace(' ', '-')}.sql"
        path.write_text(script)
        try:
            self.server.sql(what, self.now, "-f", str(path))
        except Failure as failure:
            raise Failure(f"{failure}\n{script}")

    def prove(self):
        server = self.server
        for database, name in (self.now, self.source), (self.wanted, self.target):
            server.create(database)
            server.load(f"loading {name}", database, self.case / f"{name}.sql")
        start, goal = server.dump(self.now), server.dump(self.wanted)
        start_places = places(server, self.now)
        up, down = self.diff()
        if up is None:
            return None, None
        if start == goal and up:
            raise Failure(f"equal dumps, yet a difference:\n{up}")
        self.apply("up", up)
        compare(f"dump after up:\n{up}", goal, server.dump(self.now))
        up_places = places(server, self.now)
        if not self.has("remakes"):
            same_places("up", start_places, up_places)
        again = server.must("second diff", str(PLEAT), "diff", server.uri(self.now), server.uri(self.wanted), "--sql")
        if again:
            raise Failure(f"the second diff is not empty:\n{again}\nafter:\n{up}")
        self.apply("down", down)
        if not self.has("irreversible"):
            compare(f"dump after down:\n{down}", start, server.dump(self.now))
        if not self.has("remakes"):
            same_places("down", up_places, places(server, self.now))
        return up, down

    def run(self):
        try:
            return self.prove()
        finally:
            self.server.drop(self.now, self.wanted)


def golden(case, name, text, renew):
    path = case / name
    if renew:
        path.write_text(text)
    elif not path.exists() or path.read_text() != text:
        compare(f"{name} is not what it was; if the new one is right: tests/cases/run.py --renew {case.parent.name}/{case.name}",
                path.read_text() if path.exists() else "", text)


def since(case):
    return int((case / "since").read_text()) if (case / "since").exists() else 0


def prove_case(server, case, scratch, options):
    up, down = Direction(server, case, "before", "after", scratch).run()
    if up is not None and server.major == max(USUAL, since(case)):
        golden(case, "up.sql", up, options.renew)
        golden(case, "down.sql", down, options.renew)
    if not options.forth and not (case / "oneway").exists():
        Direction(server, case, "after", "before", scratch).run()


class Trial:
    """What one line of TAP tells of."""

    def __init__(self, name, case, prove):
        self.name, self.case, self.prove = name, case, prove

    def skip(self, server):
        return f"since {since(self.case)}" if self.case is not None and server.major < since(self.case) else None

    def todo(self):
        reason = self.case / "todo" if self.case is not None else None
        return reason.read_text().strip() if reason is not None and reason.exists() else None

    def problem(self, server):
        """None when all is well, else what is wrong."""
        try:
            if self.skip(server) is None:
                self.prove()
        except (Failure, subprocess.TimeoutExpired) as failure:
            return str(failure)
        return None


def trials(server, cases, scratch, options):
    if options.round_trip:
        sides = ("before", "after") if options.both else ("after",)
        for item in round_trip.items(cases, sides):
            yield Trial(item.name, item.case, round_trip.RoundTrip(server, item, scratch).run)
        return
    for case in cases:
        yield Trial(f"{case.parent.name}/{case.name}", case, lambda case=case: prove_case(server, case, scratch, options))


def run_all(server, chosen, jobs):
    print(f"1..{len(chosen)}")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        problems = pool.map(lambda trial: trial.problem(server), chosen)
        for number, (trial, problem) in enumerate(zip(chosen, problems), 1):
            skip, todo = trial.skip(server), trial.todo()
            reason = f" # SKIP {skip}" if skip else f" # TODO {todo}" if todo else ""
            failed += problem is not None and not reason
            print(f"{'ok' if problem is None else 'not ok'} {number} - {trial.name}{reason}", flush=True)
            for line in (problem or "").splitlines():
                print(f"# {line}")
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pattern", nargs="*", help="a part of KIND/NAME")
    parser.add_argument("--renew", action="store_true", help="write up.sql and down.sql anew")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--major", type=int)
    parser.add_argument("--forth", action="store_true")
    parser.add_argument("--round-trip", action="store_true", help="schemas become declarations, and these a database again")
    parser.add_argument("--both", action="store_true", help="round trips of before.sql, too")
    parser.add_argument("--host")
    parser.add_argument("--port", default="5432")
    options = parser.parse_args()
    cases = sorted(path.parent for path in HERE.glob("*/*/before.sql"))
    shared = os.environ.get("PLEAT_TEST_RUN")
    run = pathlib.Path(shared or subprocess.check_output([RUN_DIR, "make"], text=True).strip())
    try:
        server = start(run, options)
        if server is None:
            return False
        # Files of two servers' runs must not be mixed up.
        with tempfile.TemporaryDirectory(dir=run / "home") as scratch:
            server.make_roles()
            chosen = [trial for trial in trials(server, cases, pathlib.Path(scratch), options)
                      if not options.pattern or any(word in trial.name for word in options.pattern)]
            return run_all(server, chosen, options.jobs) > 0
    finally:
        if shared is None:
            subprocess.run([RUN_DIR, "remove", run], check=True)


sys.exit(main())
