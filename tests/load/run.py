#!/usr/bin/env python3
"""Migrations while applications run: tests/load/run.py [--major N] [--rows N] [--print-times] [PATTERN...]

A scenario (scenario.py says how its file reads) is a dangerous change of a table of 300,000 rows with six indexes, and the statements
of the old and of the new application. Its project is made as a user would make it: reflect, stamp, the declarations of what is wanted,
revision --autogenerate. Then pgbench runs the old application through expand, both in the time between, the new one
through contract; and back: the new one while contract is undone, the old one while expand is. What must hold:
  - no query fails, in either application
  - expand writes no table of over 10,000 rows anew
  - no lock that blocks readers or writers is held for over 100 ms, but for what a lock that is given back at once is held for under the
    same load (the control run); none of any strength on a partition alone for over 50 ms
  - in the end the database is in sync and what the scenario says holds; on the way back the dump is what it was.
Beside it the statements that one would write by hand run under the same load; the harm that they do is printed, and judged by nobody.

--print-times prints how long locks are held and does not judge it: on a machine that has other work to do such times mean little.
--forth: not back. --list: what there is. PLEAT_LOAD_KEEP=DIRECTORY keeps the projects. Prints TAP. Some take long: tools/soak --load runs all.
"""
import argparse
import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cases"))
import run
from load import Application, Watch
from scenario import Scenario

BIG = 10000         # rows of a table that expand must not write anew
LONGEST = 100       # ms that a lock may be held
OF_ONE = 50         # ms that one of a partition may be held by who runs over all of them
MORE = 1.5          # times what the statement alone holds its lock, where a scenario has one
NOTICED = 1         # seconds until somebody repairs what stops a phase

# One row for each table and index: its size, and where its rows are.
FILES = """
SELECT c.oid, c.oid::regclass, c.relkind, coalesce(pg_relation_filenode(c.oid), 0), pg_relation_size(c.oid),
       coalesce((SELECT max(t.reltuples) FROM pg_class t WHERE t.oid = c.oid AND t.relkind IN ('r', 'm')), 0)::bigint
FROM pg_class c WHERE c.relkind IN ('r', 'm', 'i') AND c.oid >= 16384 AND c.relnamespace::regnamespace::text NOT IN ('pleat', 'pg_toast')
"""

UNTIL = """
DO $$ BEGIN
  FOR tries IN 1..6000 LOOP
    EXIT WHEN (QUERY);
    PERFORM pg_sleep(0.01);
  END LOOP;
END $$
"""

class Harm:
    """What a step did, as it was seen: locks, what was written anew, what applications said."""

    def __init__(self):
        self.held, self.errors, self.slowest, self.locks, self.rewritten, self.written = 0, [], 0, [], [], 0
        self.single = []

    def __str__(self):
        locks = f"longest lock {self.held} ms" + (f" ({self.locks[0]})" if self.locks else "")
        written = f"{self.written / 1048576:.0f} MB written anew" + (f" ({', '.join(self.rewritten)})" if self.rewritten else "")
        return f"{locks}; {written}; slowest query {self.slowest} ms" + "".join(f"; {error}" for error in self.errors)


class Files:
    """Where the rows of all tables and indexes are."""

    def __init__(self, server, database):
        rows = [line.split("|") for line in server.sql("files", database, "-c", FILES).splitlines()]
        self.all = {oid: (name, kind, node, int(size), int(count)) for oid, name, kind, node, size, count in rows}

    def compare(self, after, harm):
        """The big tables that are written anew, and the bytes of all files that are."""
        for oid, (name, kind, node, size, count) in self.all.items():
            if oid in after.all and after.all[oid][2] != node:
                harm.written += after.all[oid][3]
                if kind != "i" and count > BIG:
                    harm.rewritten.append(name)


class Trial:
    """A scenario on a server."""

    def __init__(self, server, scenario, folder, options):
        self.server, self.scenario, self.options = server, scenario, options
        self.folder, self.project = folder, folder / "project"
        self.database, self.hand, self.want = (f"load_{os.getpid()}_{side}" for side in ("pleat", "hand", "want"))
        self.problems, self.notes, self.noise, self.runs, self.stopped = [], [], 0, 0, set()
        self.longest, self.killed = LONGEST, 0

    def prepare(self):
        """The databases: as it is, a copy for the plain statements, what is wanted without rows."""
        for database, template, texts in ((self.database, "load_base", ["before"]), (self.want, "load_empty", ["before", "wanted"])):
            self.server.drop(database)
            self.server.sql("copying", "postgres", "-c", f"create database {database} template {template}")
            for name in texts:
                self.execute(database, name, self.scenario.wanted if name == "wanted" else self.scenario.text(name))
        self.server.sql("analyzing", self.database, "-c", "vacuum analyze")
        self.server.drop(self.hand)
        self.server.sql("copying", "postgres", "-c", f"create database {self.hand} template {self.database}")

    def execute(self, database, what, text):
        return self.server.must(what, "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, "-f", "-", input=text.encode())

    def pleat(self, *arguments, statuses=(0,)):
        """What it says, of a run that ends with one of these."""
        status, out, err = self.server.run(str(run.PLEAT), "-C", str(self.project), *arguments)
        if status not in statuses:
            raise run.Failure(f"pleat {' '.join(arguments)} ends with {status}: {out}{err}")
        return out + err

    def git(self, message):
        for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "--allow-empty", "-m", message]):
            self.server.must("git", "git", "-C", str(self.project), *command)

    def reflect(self, database, folder, *options):
        self.server.must("reflect", str(run.PLEAT), "reflect", "-d", self.server.uri(database), "--out", str(folder), *options)

    def declare(self):
        """The project with the baseline, and the declarations of what is wanted."""
        self.reflect(self.database, self.project)
        self.git("as it is")
        self.pleat("-d", self.server.uri(self.database), "stamp", "head")
        wanted = self.folder / "wanted"
        self.reflect(self.want, wanted, "--no-revision")
        for path in self.project.iterdir():
            if path.is_dir() and path.name not in ("revisions", ".git"):
                shutil.rmtree(path)
        shutil.copytree(wanted, self.project, dirs_exist_ok=True)
        for old, new in self.scenario.edits:
            self.edit(old, new)
        self.git("as it is wanted")

    def edit(self, old, new):
        having = [path for path in self.project.rglob("*") if path.suffix in (".yaml", ".sql") and "revisions" not in path.parts
                  and old in path.read_text()]
        if len(having) != 1 or having[0].read_text().count(old) != 1:
            raise run.Failure(f"\"{old}\" is not in one place of the declarations:\n"
                              + "\n".join(path.read_text() for path in self.project.rglob("schema/*.yaml")))
        having[0].write_text(having[0].read_text().replace(old, new))

    def revise(self):
        """What was said; the revision's files are in self.revisions, by phase."""
        said = self.pleat("-d", self.server.uri(self.database), "revision", "--autogenerate", "-m", "change", "--rev-id", "b1",
                          statuses=(0, 1, 2, 3) if self.scenario.has("asks") else (0,))
        self.git("the change")
        for database in self.database, self.hand:
            self.execute(database, "grown", self.scenario.text("grown"))
        self.dump = self.server.dump(self.database)
        files = sorted((self.project / "revisions").glob("*_b1*"))
        self.revisions = {phase: path for path in files for phase in ("expand", "contract") if f"_{phase}_" in path.name}
        return said

    def application(self, which, database=None):
        self.runs += 1
        return Application(self.server, database or self.database, self.scenario.scripts(which), self.scenario.protocols,
                           self.options.rows, self.folder / f"{self.runs}-{which}")

    def step(self, applications, work, database=None):
        """Does some work while these applications run, and returns the harm of it."""
        database, harm = database or self.database, Harm()
        before = Files(self.server, database)
        with contextlib.ExitStack() as stack:
            clients = [stack.enter_context(self.application(which, database)) for which in applications]
            time.sleep(self.options.pause)
            with Watch(self.server, database) as watch:
                work()
            time.sleep(self.options.pause)
        before.compare(Files(self.server, database), harm)
        harm.held, harm.locks, harm.single = watch.longest, watch.locks, watch.single
        harm.slowest = max((client.slowest for client in clients), default=0)
        harm.errors = sorted({error for client in clients for error in client.errors})
        if any(client.transactions == 0 for client in clients) and not harm.errors:
            harm.errors = ["no transaction of an application came through"]
        return harm

    def control(self):
        locks = "".join("BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE; COMMIT; SELECT pg_sleep(0.02);\n" for _ in range(10))
        harm = self.step(["old"], lambda: self.execute(self.database, "control", locks))
        if harm.errors:
            raise run.Failure(f"the old application fails without a migration: {harm.errors}")
        self.noise = harm.held
        self.notes.append(f"control: {harm}")

    def alone(self):
        """How long locks are held by what no plan can do in less."""
        if self.scenario.text("alone"):
            harm = self.step([], lambda: self.execute(self.hand, "alone", self.scenario.text("alone")), self.hand)
            self.notes.append(f"alone: {harm}")
            self.longest = max(self.longest, int(MORE * harm.held))

    def by_hand(self):
        def work():
            try:
                self.execute(self.hand, "plain", self.scenario.text("plain"))
            except run.Failure as failure:
                self.notes.append(f"by hand: {failure}")
        harm = self.step(["old"], work, self.hand)
        self.notes.append(f"by hand: {harm}")
        return harm

    def judge(self, what, harm, rewrites):
        self.notes.append(f"{what}: {harm}")
        self.problems += [f"{what}: {error}" for error in harm.errors]
        if not rewrites and harm.rewritten:
            self.problems.append(f"{what}: written anew: {', '.join(harm.rewritten)}")
        if harm.held > self.longest + self.noise and not self.options.print_times:
            self.problems.append(f"{what}: {harm.locks[0]}")
        if self.scenario.has("killed") and harm.single:
            self.notes.append(f"{what}: longest lock of a transaction that has one: {harm.single[0]}")
            if harm.single[0].held > OF_ONE + self.noise and not self.options.print_times:
                self.problems.append(f"{what}: {harm.single[0]}")

    def move(self, direction, phase, applications):
        """Runs or undoes the revision of a phase under load."""
        if phase not in self.revisions:
            return 0
        target = f"{phase}@head" if direction == "upgrade" else f"{phase}@-1"
        harm = self.step(applications, lambda: self.migrate(direction, target))
        self.judge(f"{direction} {phase}", harm, phase == "contract" or direction == "downgrade")
        return harm.held

    def kill(self, arguments):
        """Runs pleat until the scenario's query returns t, and kills it."""
        process = subprocess.Popen([str(run.PLEAT), "-C", str(self.project), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env=self.server.environment)
        self.execute(self.database, "half-way", UNTIL.replace("QUERY", self.scenario.headers["killed"]))
        process.kill()
        self.killed += process.wait() < 0
        self.execute(self.database, "meanwhile", self.scenario.text("meanwhile"))

    def migrate(self, direction, target):
        """Once more where it stops with the words that the scenario has for that, after the repair."""
        arguments = "-d", self.server.uri(self.database), direction, target
        if self.scenario.has("killed"):
            self.kill(arguments)
        words = self.scenario.headers.get("stops" if direction == "upgrade" else "stops_back")
        try:
            self.pleat(*arguments)
        except run.Failure as failure:
            if words is None or direction in self.stopped or not re.search(words, str(failure)):
                raise
            self.stopped.add(direction)
            self.repair()
            self.pleat(*arguments)

    def repair(self):
        if self.execute(self.database, "indexes", "SELECT 'invalid' FROM pg_index WHERE NOT indisvalid"):
            self.problems.append("what stops leaves an invalid index")
        time.sleep(NOTICED)
        self.execute(self.database, "repair", self.scenario.text("repair"))

    def must_have_stopped(self, direction, header):
        if self.scenario.has(header) and direction not in self.stopped:
            self.problems.append(f"{direction}: does not stop with \"{self.scenario.headers[header]}\"")

    def forth(self):
        held = self.move("upgrade", "expand", ["old"])
        between = self.step(["old", "new"], lambda: time.sleep(self.options.pause))
        self.judge("between", between, False)
        held = max(held, self.move("upgrade", "contract", ["new"]))
        self.must_have_stopped("upgrade", "stops")
        if self.scenario.has("killed") and not self.killed:
            self.problems.append("was never killed")
        after = self.step(["new"], lambda: None)
        self.judge("after", after, False)
        said = self.pleat("-d", self.server.uri(self.database), "check", statuses=(0, 1))
        if "in sync" not in said:
            self.problems.append(f"not in sync: {said}")
        self.must_hold("holds")
        return held

    def must_hold(self, section):
        answers = self.execute(self.database, section, self.scenario.text(section)).split()
        if any(answer != "t" for answer in answers) or bool(answers) != bool(self.scenario.text(section)):
            self.problems.append(f"{section}: {answers}")

    def back(self):
        self.move("downgrade", "contract", ["new"])
        self.judge("between, on the way back", self.step(["old", "new"], lambda: time.sleep(self.options.pause)), False)
        self.must_hold("holds_back")
        self.move("downgrade", "expand", ["old"])
        self.must_have_stopped("downgrade", "stops_back")
        if not self.scenario.has("irreversible"):
            run.compare("the dump after the way back", self.dump, self.server.dump(self.database))

    def must_say(self, header, said):
        """In what was said, the revisions or lint."""
        said += self.pleat("lint", *[str(path) for path in self.revisions.values()], statuses=(0, 1, 2)) if self.revisions else ""
        said += "".join(path.read_text() for path in self.revisions.values())
        if not re.search(self.scenario.headers[header], said):
            self.problems.append(f"does not say \"{self.scenario.headers[header]}\": {said}")

    def bear(self):
        """What cannot be avoided is no problem; that it is not there any more is one."""
        borne = [problem for problem in self.problems if re.search(self.scenario.headers["bears"], problem)]
        self.problems = [problem for problem in self.problems if problem not in borne]
        self.notes += [f"as expected: {problem}" for problem in borne]
        if not borne:
            self.problems.append(f"does not happen: {self.scenario.headers['bears']}")

    def run(self):
        self.prepare()
        self.declare()
        said = self.revise()
        if self.scenario.has("asks"):
            self.must_say("asks", said)
            return
        if self.scenario.has("says"):
            self.must_say("says", said)
        self.control()
        self.alone()
        hand = self.by_hand()
        held = self.forth()
        self.notes.append(f"longest lock, by hand : pleat = {hand.held} : {held} ms, {hand.held / max(held, 1):.1f}")
        if not self.options.forth:
            self.back()
        if self.scenario.has("bears"):
            self.bear()

    def end(self):
        self.server.drop(self.database, self.hand, self.want)


def make_bases(server, rows):
    for database, count in (("load_base", rows), ("load_empty", 0)):
        server.create(database)
        server.sql("base", database, "-v", f"rows={count}", "-f", str(HERE / "base.sql"))


def try_one(server, scenario, folder, options):
    trial = Trial(server, scenario, folder, options)
    try:
        trial.run()
    except (run.Failure, subprocess.TimeoutExpired, RuntimeError) as failure:
        trial.problems.append(str(failure))
    finally:
        trial.end()
    return trial.problems, trial.notes


def run_all(server, scenarios, folder, options):
    make_bases(server, options.rows)
    print(f"1..{len(scenarios)}", flush=True)
    failed = 0
    for number, scenario in enumerate(scenarios, 1):
        skip, known = scenario.why_not(server.major), scenario.headers.get("known")
        problems, notes = ([], []) if skip else try_one(server, scenario, folder / scenario.name, options)
        reason = f" # SKIP {skip}" if skip else f" # TODO {known}" if known else ""
        failed += bool(problems) and not reason
        print(f"{'not ok' if problems else 'ok'} {number} - {scenario.name}: {scenario.headers['title']}{reason}")
        for line in "\n".join([*problems, *notes]).splitlines():
            print(f"# {line}", flush=True)
    return failed == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pattern", nargs="*")
    parser.add_argument("--rows", type=int, default=300000)
    parser.add_argument("--pause", type=float, default=1, metavar="SECONDS", help="of applications alone, before and after each step")
    parser.add_argument("--print-times", action="store_true")
    parser.add_argument("--forth", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--major", type=int)
    parser.add_argument("--host")
    parser.add_argument("--port", default="5432")
    options = parser.parse_args()
    scenarios = [Scenario(path) for path in sorted((HERE / "scenarios").iterdir())]
    scenarios = [one for one in scenarios if not options.pattern or any(word in one.name for word in options.pattern)]
    if options.list:
        print("\n".join(f"{one.name}: {one.headers['title']}" for one in scenarios))
        return True
    directory = pathlib.Path(subprocess.check_output([run.RUN_DIR, "make"], text=True).strip())
    try:
        server = run.start(directory, options)
        if server is None:
            return True
        server.environment |= {"HOME": str(directory / "home"), "XDG_CACHE_HOME": str(directory / "cache"), "XDG_DATA_HOME": str(directory / "data"),
                               "XDG_RUNTIME_DIR": str(directory / "run"), "PLEAT_SCRATCH_DIR": str(directory / "memory")}
        with tempfile.TemporaryDirectory(dir=directory / "home") as folder:
            return run_all(server, scenarios, pathlib.Path(os.environ.get("PLEAT_LOAD_KEEP", folder)), options)
    finally:
        subprocess.run([run.RUN_DIR, "remove", directory], check=True)


if __name__ == "__main__":
    sys.exit(not main())
