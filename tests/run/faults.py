#!/usr/bin/env python3
"""Something goes wrong at every message between pleat and the server: faults.py [--all [--skip N]] [--times N] [--fault NAME] [--at N]

A project with every kind of step is upgraded and undone through a proxy (proxy.py), which meets the run with a fault before or
after its n-th message: the connection is cut, pleat is killed, interrupted or ended, its server process is ended, the server is
restarted, nothing passes any more. Then the same command runs again, and the database must be what an undisturbed run makes: the dump, the
rows, of which every statement that ran twice leaves one more, and the revisions. Only for the statement that nothing
tells the end of may it ask instead; then the answer is given and it runs once more.

A sample of the places, and TAP; --all takes every place of every fault: tools/soak --faults; --skip N goes on behind the first N. --at N with --fault repeats one.
"""
import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cases"))
import proxy
import run

BEFORE = """
CREATE TABLE log (what text);
CREATE TABLE big (id int PRIMARY KEY, n int NOT NULL DEFAULT 0);
INSERT INTO big (id) SELECT * FROM generate_series(1, 25);
CREATE TABLE t (a int PRIMARY KEY, b int);
INSERT INTO t VALUES (1, 10), (2, 20);
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE TYPE mood AS ENUM ('sad');
"""

CONFIGURATION = """
schemas: [public]
run: {backfill_batch: 10, backfill_time: 0s, commands: true, backoff: 10ms..200ms, lock_timeout: 100ms}
"""

# Statements that fail or count twice when they run twice, of every kind that the runner knows.
REVISION = r"""-- pleat: revision a1 expand
-- pleat: message every kind of step
\set ON_ERROR_STOP on
SET search_path = public;
BEGIN;
INSERT INTO log VALUES ('transaction');
ALTER TABLE t ADD c int;
COMMIT;
INSERT INTO log VALUES ('alone');
CREATE INDEX CONCURRENTLY i ON big (n);
CREATE UNIQUE INDEX CONCURRENTLY u ON t (b);
-- pleat: backfill public.big
UPDATE public.big SET n = n + 1 WHERE /*range*/ true;
-- pleat: each partition of public.p
INSERT INTO public.log VALUES ('{partition}');
-- pleat: verify all are filled
SELECT bool_and(n = 1) FROM public.big;
ALTER TYPE mood ADD VALUE 'glad';
ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT positive;
VACUUM t;
ALTER TABLE p DETACH PARTITION p2 CONCURRENTLY;
REINDEX INDEX CONCURRENTLY i;
DROP DATABASE IF EXISTS no_such_database;
-- pleat: done_if SELECT EXISTS (SELECT FROM public.log WHERE what = 'command')
-- pleat: command ["sh", "-c", "exec psql -X -q -d \"$PLEAT_DATABASE\" -c \"insert into log select 'command' where not exists (select from log where what = 'command')\""]
DROP INDEX CONCURRENTLY i;
\quit
-- pleat: downgrade
SET search_path = public;
CREATE INDEX CONCURRENTLY i ON big (n);
ALTER TABLE p ATTACH PARTITION p2 FOR VALUES IN (2);
DROP INDEX CONCURRENTLY i;
ALTER TABLE t DROP CONSTRAINT positive;
-- pleat: backfill public.big
UPDATE public.big SET n = n - 1 WHERE /*range*/ true;
DROP INDEX CONCURRENTLY u;
BEGIN;
INSERT INTO log VALUES ('undone');
ALTER TABLE t DROP c;
COMMIT;
"""

NEXT = r"""-- pleat: revision a{number} expand after a{before}
-- pleat: message a statement
\set ON_ERROR_STOP on
INSERT INTO public.log VALUES ('revision {number}');
\quit
-- pleat: downgrade
INSERT INTO public.log VALUES ('no revision {number}');
"""

ROWS = """
SELECT what FROM log ORDER BY 1; SELECT n, count(*) FROM big GROUP BY n; SELECT * FROM t ORDER BY 1;
SELECT id FROM pleat.version ORDER BY 1; SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid;
"""
QUESTION = "nothing tells whether it happened: DROP DATABASE IF EXISTS no_such_database"


class Site:
    """A server of this run alone, which may be restarted, and the project."""

    def __init__(self, directory):
        self.directory = directory
        subprocess.run([run.RUN_DIR, "start-server", directory], check=True)
        self.socket = directory / "pg"
        self.server = run.Server(str(self.socket), "5432", {"HOME": str(directory / "home")})
        self.project = directory / "project"
        (self.project / "revisions").mkdir(parents=True)
        (self.project / "pleat.yaml").write_text(CONFIGURATION)
        revisions = {1: REVISION} | {n: NEXT.format(number=n, before=n - 1) for n in (2, 3)}
        for number, text in revisions.items():
            (self.project / f"revisions/20240101_a{number}_expand_step.sql").write_text(text)
        self.proxies = 0

    def restart(self):
        place = self.directory / "pg"
        command = [(pathlib.Path(f"{place}.bin").read_text().strip()) + "/pg_ctl", "-D", f"{place}/data", "-l", f"{place}/log",
                   "-w", "-s", "-m", "immediate", "restart"]
        user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        subprocess.run([*user, *command], check=True, cwd="/", stdout=subprocess.DEVNULL)

    def pleat(self, direction, uri, wait="0s"):
        target = "head" if direction == "upgrade" else "base"
        return subprocess.Popen([run.PLEAT, "-C", self.project, direction, target, "-d", uri, "--wait", wait],
                                env=self.server.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True)

    def proxied(self, database, at, trip, whole):
        """A proxy and the database's URI through it."""
        self.proxies += 1
        place = self.directory / f"x{self.proxies}"
        place.mkdir()
        between = proxy.Proxy(str(place / ".s.PGSQL.5432"), str(self.socket / ".s.PGSQL.5432"), at, trip, whole)
        return between, self.server.uri(database).replace(f"{self.socket}".replace("/", "%2F"), f"{place}".replace("/", "%2F"))

    def state(self, database):
        return self.server.dump(database), self.server.sql("rows", database, "-c", ROWS)


class Victim:
    """The run of pleat that meets the fault."""

    def __init__(self, site):
        self.site, self.process = site, None

    def cut(self, between, connection):
        between.cut(connection)

    def kill(self, between, connection):
        self.process.kill()

    def interrupt(self, between, connection):
        self.process.send_signal(signal.SIGINT)

    def end(self, between, connection):
        self.process.send_signal(signal.SIGTERM)

    def terminate(self, between, connection):
        if connection.backend is not None:
            self.site.server.sql("terminating", "postgres", "-c", f"select pg_terminate_backend({connection.backend}, 5000)")

    def restart(self, between, connection):
        self.site.restart()

    def freeze(self, between, connection):
        between.frozen = True
        self.process.kill()


FAULTS = {name: getattr(Victim, name) for name in ("cut", "kill", "interrupt", "end", "terminate", "restart", "freeze")}

STATUS = {"kill": [-signal.SIGKILL], "freeze": [-signal.SIGKILL], "interrupt": [130], "end": [130]}


class Trial:
    """One way, of which all is known that an undisturbed run makes."""

    def __init__(self, site, direction):
        self.site, self.direction = site, direction
        self.origin = f"origin_{direction}"
        site.server.create(self.origin)
        site.server.sql("the tables", self.origin, "-c", BEFORE)
        if direction == "downgrade":
            self.finish(self.origin, "upgrade")
        self.questions = 0
        database, between, status, said = self.disturb(None, None)
        if status != 0:
            raise run.Failure(said)
        self.expected, self.messages = site.state(database), between.count
        site.server.drop(database)

    def disturb(self, fault, at):
        """Returns the database as the run that met a fault left it, the proxy, the exit status and what was said."""
        database = "victim"
        self.site.server.drop(database)
        self.site.server.sql("copying", "postgres", "-c", f"create database {database} template {self.origin}")
        # A copied sequence has numbers in hand that the log of writes knows nothing of: a crash would give them out again.
        self.site.server.sql("settling", "postgres", "-c", "checkpoint")
        victim = Victim(self.site)
        between, uri = self.site.proxied(database, at, lambda *met: FAULTS[fault](victim, *met), fault == "freeze")
        victim.process = self.site.pleat(self.direction, uri)
        try:
            said = victim.process.communicate(timeout=60)[0]
        except subprocess.TimeoutExpired as hangs:
            victim.process.kill()
            raise run.Failure("pleat hangs") from hangs
        finally:
            if not between.frozen:
                between.close()
        return database, between, victim.process.returncode, said

    def finish(self, database, direction):
        process = self.site.pleat(direction, self.site.server.uri(database), "30s")
        said = process.communicate(timeout=120)[0]
        if process.returncode == 2 and QUESTION in said:
            self.answer(database)
            return self.finish(database, direction)
        if process.returncode != 0:
            raise run.Failure(f"the second run ends with {process.returncode}: {said}")
        return said

    def answer(self, database):
        """It did not happen, or that is all the same."""
        self.questions += 1
        self.site.server.sql("answering", database, "-c", "update pleat.journal set state = 'failed' where state = 'started' "
                             "and kind = 'statement' and id = (select max(id) from pleat.journal)")

    def prove(self, fault, at):
        """Raises run.Failure. False: the run came to its end before the fault."""
        database, between, status, said = self.disturb(fault, at)
        if between.frozen:
            self.finish_frozen(database, between)
        allowed = {0, 1, 2, 3, *STATUS.get(fault, ())}
        if status not in allowed:
            raise run.Failure(f"the first run ends with {status}: {said}")
        again = self.finish(database, self.direction)
        if status == 0 and "nothing to do" not in again:
            raise run.Failure(f"the first run says that it is done, the second one does something: {again}")
        for expected, got in zip(self.expected, self.site.state(database)):
            run.compare("after the second run", expected, got)
        return between.tripped

    def finish_frozen(self, database, between):
        """Nobody can be told apart from a runner that is at work, until its sessions end."""
        process = self.site.pleat(self.direction, self.site.server.uri(database))
        said = process.communicate(timeout=90)[0]
        between.close()
        if process.returncode != 0 and "another run of pleat is at work" not in said:
            raise run.Failure(f"beside a frozen run: {said}")


def places(trial, fault):
    """Those of a fault, all of them."""
    return [(trial.direction, fault, n, when) for n in range(1, trial.messages + 1) for when in ("before", "after")]


def sample(trials, faults, times, chance):
    """Places of each fault, evenly over the run; a third of those that take seconds."""
    for trial in trials:
        for fault in faults:
            many = (times + 2) // 3 if fault in ("restart", "freeze") else times
            everywhere = places(trial, fault)
            part = len(everywhere) // many
            yield from (chance.choice(everywhere[i * part:(i + 1) * part]) for i in range(many))


def chosen(trials, options):
    faults = [options.fault] if options.fault else list(FAULTS)
    if options.at is None and not options.all:
        return list(sample(trials, faults, options.times, random.Random(options.seed)))
    everywhere = [place for trial in trials for fault in faults for place in places(trial, fault)]
    return [place for place in everywhere[options.skip:] if options.at in (None, place[2])]


def disk_is_full(site):
    """A revision that cannot be written leaves nothing behind, and can be written once there is room."""
    import resource

    def no_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    folder = pathlib.Path(tempfile.mkdtemp(dir=site.directory))
    shutil.copytree(site.project, folder, dirs_exist_ok=True)
    before = sorted(folder.rglob("*"))
    command = [run.PLEAT, "-C", folder, "revision", "-m", "more"]
    done = subprocess.run(command, capture_output=True, text=True, env=site.server.environment, preexec_fn=no_room, check=False)
    if done.returncode not in (2, 3) or sorted(folder.rglob("*")) != before:
        raise run.Failure(f"exit status {done.returncode}, {sorted(folder.rglob('*'))}: {done.stderr}")
    subprocess.run(command, capture_output=True, env=site.server.environment, check=True)
    if len(sorted(folder.rglob("*"))) != len(before) + 1:
        raise run.Failure("no revision was written once there was room")


def report(number, title, test):
    try:
        problem = None
        test()
    except (run.Failure, subprocess.SubprocessError, OSError) as failure:
        problem = str(failure)
    print(f"{'ok' if problem is None else 'not ok'} {number} - {title}", flush=True)
    for line in (problem or "").splitlines():
        print(f"# {line}")
    return problem is None


def run_all(site, options):
    trials = [Trial(site, direction) for direction in ("upgrade", "downgrade")]
    by_direction = {trial.direction: trial for trial in trials}
    what = chosen(trials, options)
    print(f"1..{len(what) + 1}\n# seed {options.seed}; messages: " + ", ".join(f"{trial.direction} {trial.messages}" for trial in trials))
    good = report(1, "a full disk", lambda: disk_is_full(site))
    for number, (direction, fault, n, when) in enumerate(what, 2):
        good &= report(number, f"{direction}: {fault} {when} message {n}", lambda: by_direction[direction].prove(fault, (n, when)))
    print(f"# asked: {sum(trial.questions for trial in trials)} times")
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--skip", type=int, default=0, metavar="N")
    parser.add_argument("--fault", choices=FAULTS)
    parser.add_argument("--at", type=int, metavar="N")
    parser.add_argument("--times", type=int, default=2, help="places of each fault, each way")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    directory = pathlib.Path(subprocess.check_output([run.RUN_DIR, "make"], text=True).strip())
    try:
        return run_all(Site(directory), options)
    finally:
        subprocess.run([run.RUN_DIR, "remove", directory], check=True)


if __name__ == "__main__":
    sys.exit(not main())
