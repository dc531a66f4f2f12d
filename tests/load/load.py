"""What runs beside a migration: an application's clients, and one who watches the locks."""
import pathlib
import re
import subprocess
import time

WATCHER = "load watch"
STEP = 0.005    # seconds between two looks at pg_locks

# The watcher sits in another database, so that no CREATE INDEX CONCURRENTLY waits for its snapshots, and in a new transaction each
# time, so that it sees new sessions. What is seen once was held for 0 ms; a lock is held from the first to the last sight. A
# transaction that ends, and gives its locks back, has the number 0 already, as others of its session before: it is not looked at.
WATCH = """
CREATE TEMP TABLE held (relation oid, pid int, transaction text, mode text, since timestamptz, last timestamptz,
                        PRIMARY KEY (relation, pid, transaction, mode));
CREATE TEMP TABLE gap (longest interval);
INSERT INTO gap VALUES ('0');
\\echo ready
DO $$
DECLARE now timestamptz; before timestamptz := clock_timestamp();
BEGIN
  LOOP
    now := clock_timestamp();
    INSERT INTO held
    SELECT l.relation, l.pid, l.virtualtransaction, l.mode, now, now FROM pg_locks l JOIN pg_stat_activity a USING (pid)
    WHERE l.locktype = 'relation' AND l.granted AND l.mode IN ('ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock',
                                                               'ExclusiveLock', 'AccessExclusiveLock')
      AND l.database = (SELECT oid FROM pg_database WHERE datname = 'DATABASE') AND l.relation >= 16384
      AND l.virtualtransaction NOT LIKE '%/0' AND a.backend_type = 'client backend' AND a.application_name NOT LIKE 'application %'
    ON CONFLICT ON CONSTRAINT held_pkey DO UPDATE SET last = excluded.last;
    UPDATE gap SET longest = now - before WHERE longest < now - before;
    COMMIT;
    before := now;
    PERFORM pg_sleep(STEP);
  END LOOP;
END $$;
SELECT relation, mode, round(extract(epoch FROM last - since) * 1000), count(*) OVER (PARTITION BY pid, transaction) FROM held;
SELECT 'gap', '', round(extract(epoch FROM longest) * 1000), 0 FROM gap;
"""


class Lock:
    """One that was seen; "beside" are all that its transaction had."""

    def __init__(self, relation, mode, held, beside):
        self.relation, self.held, self.beside = relation, int(held), int(beside)
        self.mode = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", mode.removesuffix("Lock")).upper()

    def __str__(self):
        return f"{self.mode} on {self.relation} held {self.held} ms"


class Watch:
    """Sees which locks on the tables that are there are held, and for how long: context manager, then "locks", those that block
    readers or writers, and "single", those of any strength that their transaction has nothing beside."""

    def __init__(self, server, database):
        self.server, self.database = server, database
        self.locks, self.single, self.gap = [], [], 0

    def __enter__(self):
        # What is made meanwhile nobody else can see or wait for before it is committed.
        rows = self.server.sql("relations", self.database, "-c", "select c.oid, c.oid::regclass from pg_class c where c.oid >= 16384 "
                               "and c.relkind in ('r', 'p', 'm', 'v', 'i', 'I', 'S') and c.relnamespace::regnamespace::text <> 'pleat'")
        self.relations = dict(row.split("|", 1) for row in rows.splitlines())
        self.process = subprocess.Popen(["psql", "-X", "-q", "-A", "-t", "-d", "postgres"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env={**self.server.environment, "PGAPPNAME": WATCHER}, text=True)
        self.process.stdin.write(WATCH.replace("DATABASE", self.database).replace("STEP", str(STEP)))
        self.process.stdin.close()
        self.process.stdin = None
        if self.process.stdout.readline() != "ready\n":
            raise RuntimeError(self.process.stderr.read())
        return self

    def __exit__(self, *_):
        time.sleep(4 * STEP)
        while self.process.poll() is None:
            self.server.sql("ending the watch", "postgres", "-c", "select pg_cancel_backend(pid) from pg_stat_activity "
                            f"where application_name = '{WATCHER}' and query ~ '^DO'")
            try:
                out, err = self.process.communicate(timeout=1)
            except subprocess.TimeoutExpired:
                continue
        rows = [line.split("|") for line in out.splitlines()]
        if not rows or "canceling statement due to user request" not in err:
            raise RuntimeError(f"the watch saw nothing: {err}")
        self.gap = int(rows.pop()[2])
        seen = sorted((Lock(self.relations[relation], *lock) for relation, *lock in rows if relation in self.relations),
                      key=lambda lock: -lock.held)
        self.locks = [lock for lock in seen if lock.mode != "SHARE UPDATE EXCLUSIVE"]
        self.single = [lock for lock in seen if lock.beside == 1]

    @property
    def longest(self):
        return self.locks[0].held if self.locks else 0


class Application:
    """Clients of one application, until they are stopped: context manager, then "errors", "transactions" and "slowest" (ms)."""

    def __init__(self, server, database, scripts, protocols, rows, folder):
        self.server, self.folder = server, pathlib.Path(folder)
        self.environment = {**server.environment, "PGAPPNAME": f"application {self.folder.name}"}
        self.folder.mkdir(parents=True)
        files = []
        for number, text in enumerate(scripts):
            files += ["-f", str(self.folder / f"{number}.sql")]
            (self.folder / f"{number}.sql").write_text(text)
        # A thread for each client: one that prepares makes all of its thread wait.
        self.commands = [["pgbench", "-n", "-M", protocol, "-c", "2", "-j", "2", "-R", "60", "-T", "3600", "-D", f"rows={rows}", "--verbose-errors",
                          "--log", "--log-prefix", str(self.folder / protocol), *files, database] for protocol in protocols]
        self.processes, self.errors, self.transactions, self.slowest = [], [], 0, 0

    def __enter__(self):
        for number, command in enumerate(self.commands):
            with open(self.folder / f"{number}.err", "w", encoding="utf-8") as err:
                self.processes.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=err, env=self.environment))
        return self

    def __exit__(self, *_):
        self.errors = self.said()
        # pgbench writes its log when all of its clients have lost their connection; when it is killed it writes none.
        while any(process.poll() is None for process in self.processes):
            self.server.sql("ending clients", "postgres", "-o", "/dev/null", "-c", "select pg_terminate_backend(pid) from pg_stat_activity "
                            f"where application_name = '{self.environment['PGAPPNAME']}'")
            time.sleep(0.05)
        for path in self.folder.glob("*.[0-9]*"):
            times = [int(line.split()[2]) for line in path.read_text().splitlines() if line.split()[2].isdigit()]
            self.transactions += len(times)
            self.slowest = max(self.slowest, *times, 0) if times else self.slowest
        self.slowest //= 1000

    def said(self):
        """What went wrong so far, each error once."""
        text = "".join(path.read_text() for path in sorted(self.folder.glob("*.err")))
        return sorted(set(re.findall(r"(?:ERROR|FATAL|PANIC): .*?(?= at character \d+$|$)", text, re.M)
                          + re.findall(r"^pgbench: (?:error|fatal): (?!.*ERROR|Run was aborted).*", text, re.M)))
