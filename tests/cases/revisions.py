#!/usr/bin/env python3
"""Cases as a project has them: tests/cases/revisions.py [--major N] [PATTERN]

Of each case (see run.py) one side is reflected into a project, and "revision --autogenerate" run against a database that has
the other; in both directions. No revision is written whose plan fails its proof, which makes only what the plan touches and
what that needs: what run.py cannot see. Prints TAP. Options are run.py's.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from run import HERE, PLEAT, RUN_DIR, Failure, load, make_surroundings, start, why_not


def must(server, what, *command):
    status, out, err = server.run(*command)
    if status != 0:
        raise Failure(f"{what} ends with {status}: {err or out}")


def refused(case):
    return (case / "refused").read_text().strip() if (case / "refused").exists() else None


def manage_schemas(server, config, *databases):
    """Those of both sides, as if the project had always had them."""
    query = "select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'"
    names = {name for database in databases for name in server.sql("schemas", database, "-c", query).splitlines()}
    lines = [line for line in config.read_text().splitlines() if not line.startswith("schemas:")]
    config.write_text("\n".join([*lines, f"schemas: {json.dumps(sorted(names))}", "scratch: target", ""]))


def write_revision(server, case, now, wanted, scratch):
    project = scratch / f"{case.parent.name}_{case.name}_{now.name}"
    must(server, "reflect", str(PLEAT), "reflect", "-d", server.uri(wanted.database), "--no-revision", "--out", str(project))
    manage_schemas(server, project / "pleat.yaml", now.database, wanted.database)
    must(server, "git init", "git", "-C", str(project), "init", "-q")
    status, _, err = server.run(str(PLEAT), "-C", str(project), "revision", "-d", server.uri(now.database), "--autogenerate",
                                "-m", case.name)
    if refused(case) is not None:
        if status == 0 or refused(case) not in err:
            raise Failure(f"not refused with \"{refused(case)}\": {err}")
    elif status != 0:
        raise Failure(f"from {now.name} to {wanted.name}: {err}")


def problem(server, case, scratch):
    """None when all is well, else what is wrong."""
    if why_not(server, case) is not None:
        return None
    try:
        before, after = load(server, case, "before", "after")
        write_revision(server, case, before, after, scratch)
        if not (case / "oneway").exists():
            write_revision(server, case, after, before, scratch)
        server.drop(before.database, after.database)
    except (Failure, subprocess.TimeoutExpired) as failure:
        return str(failure)
    return None


def run_all(server, chosen, jobs, scratch):
    make_surroundings(server)
    print(f"1..{len(chosen)}")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        problems = pool.map(lambda case: problem(server, case, scratch), chosen)
        for number, (case, wrong) in enumerate(zip(chosen, problems), 1):
            reason = why_not(server, case)
            failed += wrong is not None
            print(f"{'ok' if wrong is None else 'not ok'} {number} - {case.parent.name}/{case.name}"
                  + (f" # SKIP {reason}" if reason else ""), flush=True)
            for line in (wrong or "").splitlines():
                print(f"# {line}")
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pattern", nargs="*", help="a part of KIND/NAME")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--major", type=int)
    parser.add_argument("--host")
    parser.add_argument("--port", default="5432")
    options = parser.parse_args()
    cases = sorted(path.parent for path in HERE.glob("*/*/before.sql"))
    chosen = [case for case in cases
              if not options.pattern or any(word in f"{case.parent.name}/{case.name}" for word in options.pattern)]
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
