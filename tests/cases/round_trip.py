#!/usr/bin/env python3
"""Schemas that become declarations, and these a database again: tests/cases/round_trip.py [--both] [--major N] [PATTERN]

A schema is loaded in a database, reflected, and created from the declarations in another database. Then
  - pleat fmt has nothing to do
  - pleat check finds both databases in sync, without a scratch server: what reflect writes is spelled as the catalog is
  - the dumps are equal but for the order of statements and of columns (normal_dump.py).

Schemas are after.sql of each case (--both: before.sql, too), everything/*.sql as one, and, where $PLEAT_REAL_SCHEMAS names a
folder, each NAME.sql in it, with the roles of NAME.roles.sql.
Left out are cases with a file "secrets", which says what declarations never hold.
--every N: of the cases only each Nth, the same ones each time. PLEAT_KEEP=DIR keeps the declarations. Prints TAP.
"""
import argparse
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from run import HERE, PLEAT, RUN_DIR, Failure, compare, make_surroundings, start, why_not


class Item:
    """What is loaded: files, one after the other."""

    def __init__(self, name, *files, case=None, roles=None):
        self.name, self.files, self.case, self.roles = name, files, case, roles


def items(cases, sides):
    for case in cases:
        for side in sides:
            yield Item(f"{case.parent.name}/{case.name}/{side}", case / f"{side}.sql", case=case)
    yield Item("everything", *sorted((HERE / "everything").glob("*.sql")))
    real = os.environ.get("PLEAT_REAL_SCHEMAS")
    for path in sorted(pathlib.Path(real).glob("*.sql")) if real else []:
        if not path.name.endswith(".roles.sql"):
            yield Item(f"real/{path.stem}", path, roles=path.with_suffix(".roles.sql"))


class RoundTrip:
    def __init__(self, server, item, scratch):
        self.server, self.item = server, item
        stem = "r_" + item.name.replace("/", "_")[:50]
        self.first, self.second = stem + "_1", stem + "_2"
        self.project = scratch / stem

    def pleat(self, what, *arguments):
        status, out, err = self.server.run(str(PLEAT), *arguments)
        if status != 0:
            raise Failure(f"{what} ends with {status}: {err or out}")

    def check(self, what, database):
        """Nothing may be needed but the files and the database."""
        status, out, err = self.server.run("env", f"PLEAT_PG_BIN_{self.server.major}=/nonexistent", str(PLEAT), "check",
                                           "-d", self.server.uri(database), str(self.project))
        if status != 0 or not out.startswith("in sync\n"):
            raise Failure(f"check of {what}: {err or out}\n{self.declarations()}")

    def declarations(self):
        files = sorted(path for path in self.project.rglob("*") if path.is_file())
        return "\n".join(f"--- {path.relative_to(self.project)}\n{path.read_text()}" for path in files)[:4000]

    def load(self):
        self.server.create(self.first, self.second)
        if self.item.case is not None or self.item.roles is None:
            for file in self.item.files:
                self.server.run_file(f"loading {file.name}", self.first, file)
            return
        if self.item.roles.exists():
            self.server.run("psql", "-X", "-q", "-d", "postgres", "-f", str(self.item.roles))
        # A dump may name a role of its home: that is not what this is about.
        self.server.run("psql", "-X", "-q", "-d", self.first, "-f", str(self.item.files[0]))

    def prove(self):
        self.load()
        self.pleat("reflect", "reflect", "-d", self.server.uri(self.first), "--no-revision", "--out", str(self.project))
        self.check("what was reflected", self.first)
        self.pleat("fmt --check", "-C", str(self.project), "fmt", "--check")
        with open(self.project / "pleat.yaml", "a", encoding="utf-8") as config:
            config.write("scratch: target\n")     # no server to start for each
        try:
            self.pleat("create", "create", "-d", self.server.uri(self.second), str(self.project))
            compare("dump of what was created", self.server.dump(self.first), self.server.dump(self.second))
        except Failure as failure:
            raise Failure(f"{failure}\n{self.declarations()}") from failure
        self.check("what was created", self.second)

    def run(self):
        try:
            self.prove()
        finally:
            self.server.drop(self.first, self.second)
            if "PLEAT_KEEP" in os.environ:
                shutil.copytree(self.project, os.environ["PLEAT_KEEP"], dirs_exist_ok=True)
            else:
                shutil.rmtree(self.project, ignore_errors=True)


def problem(server, item, scratch):
    """None when all is well, else what is wrong."""
    if item.case is not None and why_not(server, item.case) is not None:
        return None
    try:
        RoundTrip(server, item, scratch).run()
    except (Failure, subprocess.TimeoutExpired) as failure:
        return str(failure)
    return None


def remark(server, item):
    """What TAP says behind the name."""
    if item.case is None:
        return ""
    reason = why_not(server, item.case)
    return "" if reason is None else f" # SKIP {reason}"


def run_all(server, chosen, jobs, scratch):
    make_surroundings(server)
    print(f"1..{len(chosen)}")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        problems = pool.map(lambda item: problem(server, item, scratch), chosen)
        for number, (item, wrong) in enumerate(zip(chosen, problems), 1):
            reason = remark(server, item)
            failed += wrong is not None and not reason
            print(f"{'ok' if wrong is None else 'not ok'} {number} - {item.name}{reason}", flush=True)
            for line in (wrong or "").splitlines():
                print(f"# {line}")
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pattern", nargs="*", help="a part of KIND/NAME/SIDE, everything, real/NAME")
    parser.add_argument("--both", action="store_true")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--major", type=int)
    parser.add_argument("--host")
    parser.add_argument("--port", default="5432")
    options = parser.parse_args()
    cases = sorted(path.parent for path in HERE.glob("*/*/before.sql") if not (path.parent / "secrets").exists())[::options.every]
    chosen = [item for item in items(cases, ("before", "after") if options.both else ("after",))
              if not options.pattern or any(word in item.name for word in options.pattern)]
    shared = os.environ.get("PLEAT_TEST_RUN")
    run = pathlib.Path(shared or subprocess.check_output([RUN_DIR, "make"], text=True).strip())
    os.environ["XDG_CACHE_HOME"] = str(run / "cache")
    try:
        server = start(run, options)
        if server is None:
            return False
        with tempfile.TemporaryDirectory(dir=run / "home") as scratch:
            return run_all(server, chosen, options.jobs, pathlib.Path(scratch)) > 0
    finally:
        if shared is None:
            subprocess.run([RUN_DIR, "remove", run], check=True)


if __name__ == "__main__":
    sys.exit(main())
