#!/usr/bin/env python3
"""Do the kinds claim of their actions what the proof measures? tests/cases/measured.py [--all] [--every N] [PATTERN]

Each case (see run.py) is planned and proved in both directions; of each action the claimed lock and costs are compared
with those that were measured on scratch (src/scratch/measure.h):
  - the lock: the strongest on what the action is about, where that was there before
  - rewrite and scan: on any relation
What is only claimed, and is known not to show on scratch, is in EXPECTED, each with its reason. Prints TAP, a
disagreement a line of comment; --all: also what agrees. Other options are run.py's.
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

import run as cases

CLAIMS = cases.BUILD / "tests" / "cases" / "claims"
LOCKS = ("no lock", "ACCESS SHARE", "ROW SHARE", "ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE",
         "EXCLUSIVE", "ACCESS EXCLUSIVE")
REWRITE, SCAN = 1, 2

# verb, what is claimed, what is measured: why the claim stays.
EXPECTED = []

Action = collections.namedtuple("Action", "phase subject verb lock costs impacts")
Impact = collections.namedtuple("Impact", "relation lock costs partitions")


def read_action(line):
    phase, subject, verb, lock, costs, *impacts = line.split("\t")
    fields = (text.rsplit("|", 3) for text in impacts)
    return Action(phase, subject, verb, int(lock), int(costs) & (REWRITE | SCAN),
                  [Impact(name, *map(int, numbers)) for name, *numbers in fields])


def words(lock, costs):
    return ", ".join([LOCKS[lock]] + ["rewrite"] * bool(costs & REWRITE) + ["scan"] * bool(costs & SCAN))


def join(impacts):
    """The strongest lock, and all costs; writing anew includes reading."""
    lock, costs = max(impact.lock for impact in impacts), 0
    for impact in impacts:
        costs |= impact.costs
    return lock, costs & ~SCAN if costs & REWRITE else costs


def disagreement(action):
    """What is claimed and what is measured; None: the same. Of an action in several steps the costly one may be claimed."""
    if not action.impacts:
        return None
    claimed = action.lock, action.costs & ~SCAN if action.costs & REWRITE else action.costs
    costly = [impact for impact in action.impacts if impact.costs]
    if claimed in [join(action.impacts), costly and join(costly)]:
        return None
    return words(*claimed), words(*join(action.impacts))


def measure(server, case):
    """The actions of both directions."""
    loaded = cases.load(server, case, "before", "after")
    uris = [server.uri(one.database) for one in loaded]
    directions = [uris] if (case / "oneway").exists() else [uris, uris[::-1]]
    actions = []
    for pair in directions:
        out = server.must("claims", str(CLAIMS), *pair)
        actions += [read_action(line) for line in out.splitlines()]
    server.drop(*(one.database for one in loaded))
    return actions


def try_case(server, case):
    """The actions, and what is wrong otherwise."""
    if cases.why_not(server, case) is not None or (case / "refused").exists() or (case / "todo").exists():
        return [], None
    try:
        return measure(server, case), None
    except (cases.Failure, subprocess.TimeoutExpired) as failure:
        return [], str(failure)


def report(number, case, actions, problem, options):
    """True when nothing disagrees."""
    lines = [problem] if problem else []
    for action in actions:
        found = disagreement(action)
        if found and not any(re.search(verb, action.verb) and found == (claim, seen) for verb, claim, seen, _ in EXPECTED):
            lines.append(f"{action.phase} {action.subject}: {action.verb}: claimed {found[0]}; measured {found[1]}: {action.impacts}")
        elif options.all:
            print(f"# {action}")
    print(f"{'not ok' if lines else 'ok'} {number} - {case.parent.name}/{case.name}", flush=True)
    for line in "\n".join(lines).splitlines():
        print(f"# {line}")
    return not lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pattern", nargs="*", help="a part of KIND/NAME")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--every", type=int, default=1, help="each Nth case alone")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--major", type=int)
    parser.add_argument("--host")
    parser.add_argument("--port", default="5432")
    options = parser.parse_args()
    chosen = sorted(path.parent for path in cases.HERE.glob("*/*/before.sql"))
    chosen = [case for case in chosen if not options.pattern or any(word in f"{case.parent.name}/{case.name}" for word in options.pattern)]
    chosen = chosen[::options.every]
    shared = os.environ.get("PLEAT_TEST_RUN")
    folder = pathlib.Path(shared or subprocess.check_output([cases.RUN_DIR, "make"], text=True).strip())
    try:
        server = cases.start(folder, options)
        if server is None:
            return False
        cases.make_surroundings(server)
        print(f"1..{len(chosen)}")
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            results = pool.map(lambda case: try_case(server, case), chosen)
            good = [report(number, case, *result, options) for number, (case, result) in enumerate(zip(chosen, results), 1)]
        return not all(good)
    finally:
        if shared is None:
            subprocess.run([cases.RUN_DIR, "remove", folder], check=True)


if __name__ == "__main__":
    sys.exit(main())
