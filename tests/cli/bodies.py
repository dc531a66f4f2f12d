#!/usr/bin/env python3
"""What bodies.sh asks: bodies.py pairs|stairway FOLDER URL. Makes a repository in the folder, whose database URL is.

bodies.py stairway FOLDER URL COMMITS FILES LANDINGS: of another size than the tests take (tools/soak --bodies)."""
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys

import git_story


def run(*command, cwd=None, stdin=None):
    done = subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"exit status {done.returncode}: {' '.join(map(str, command))}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


DEFINITIONS = """
select coalesce(json_object_agg(proname, pg_get_functiondef(oid)), '{}') from pg_catalog.pg_proc
where pronamespace = (select oid from pg_catalog.pg_namespace where nspname = 'app');
"""


def differing(left, right):
    return sorted(name for name in {*left, *right} if left.get(name) != right.get(name))


class Bodies:
    def __init__(self, folder, url, commits, files, seed):
        self.folder, self.url = pathlib.Path(folder), url
        self.story = git_story.Story(commits, files, seed=seed, lines=12, told=True)
        self.ids = self.story.import_into(self.folder)
        self.project = self.folder / "db"

    def texts(self, place):
        return self.story.commits[place].texts

    def pleat(self, *words):
        return run("pleat", *words, cwd=self.project)

    def psql(self, sql):
        return run("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.url, stdin=sql)

    def expect_in_database(self, place):
        """The database has exactly the routines of a commit: what the server has when it runs their texts."""
        found = json.loads(self.psql(DEFINITIONS))
        made = "".join(text + ";\n" for text in self.texts(place).values())
        expected = json.loads(self.psql(f"begin; drop schema app cascade; create schema app; {made} {DEFINITIONS} rollback;"))
        if len(expected) != len(self.texts(place)):
            sys.exit(f"{len(expected)} routines of commit {place}, not {len(self.texts(place))}")
        if found != expected:
            names = differing(found, expected)
            sys.exit(f"not as in commit {place}: {names}\n{found.get(names[0])!r}\n{expected.get(names[0])!r}")

    def expect_text(self, script, name, text):
        """As its author laid it out, but for the words that make it replace the other."""
        wanted = re.sub(r"^create (or replace )?", "", text, flags=re.I)
        if wanted not in script:
            sys.exit(f"{name} is not in the script as it was written:\n{wanted}")


def pairs(bodies):
    """From commit to commit, up and down, without a checkout; on the way back the database has what it had."""
    chance = random.Random(5)
    merges = [place for place, commit in enumerate(bodies.story.commits) if len(commit.parents) > 1]
    places = [0, chance.choice(merges[len(merges) // 2:]), *chance.sample(range(100, len(bodies.ids)), 3)]
    bodies.psql("create schema app;" + "".join(text + ";\n" for text in bodies.texts(0).values()))
    ways_back = []
    for older, newer in zip(places, places[1:]):
        down_file = bodies.folder / f"down-{newer}.sql"
        up = bodies.pleat("diff", f"git:{bodies.ids[older]}..{bodies.ids[newer]}", "--sql", "--down", str(down_file))
        down = down_file.read_text()
        old, new = bodies.texts(older), bodies.texts(newer)
        for name in differing(old, new):
            for script, text in ((up, new.get(name)), (down, old.get(name))):
                if text is not None:
                    bodies.expect_text(script, name, text)
        bodies.psql(up)
        bodies.expect_in_database(newer)
        ways_back.append((older, down))
    for older, down in reversed(ways_back):
        bodies.psql(down)
        bodies.expect_in_database(older)
    log(bodies, chance)


def log(bodies, chance):
    """The commits that log tells of are those that changed it."""
    for name in chance.sample(sorted(bodies.story.past), 10):
        told = bodies.pleat("log", "--offline", f"app.{name}(integer)")
        found = re.findall(r"^[0-9a-f]{7}  [-0-9]{10}  Ann Author  (.*)$", told, re.M)
        if found != bodies.story.versions(name):
            sys.exit("\n".join([f"log of {name}:", *found, "instead of:", *bodies.story.versions(name)]))


def stairway(bodies, landings):
    """Revisions from commit to commit, run up and down where there is no git: each landing has its commit's bodies."""
    before, shown, steps = "revisions", set(), []
    for place in (len(bodies.ids) * (i + 1) // landings - 1 for i in range(landings)):
        run("git", "checkout", "-q", bodies.ids[place], cwd=bodies.folder)
        bodies.pleat("revision", "--autogenerate", "--from", before, "-m", f"landing {place}")
        before = f"git:{bodies.ids[place]}"
        new = {path.name for path in (bodies.project / "revisions").iterdir()} - shown
        shown |= new
        steps.append((place, sorted(new, key=lambda name: "_contract_" in name)))
    shutil.rmtree(bodies.folder / ".git")
    for place, files in steps:
        for file in files:
            bodies.pleat("-d", bodies.url, "upgrade", file.split("_")[1], "--both-phases")
        bodies.expect_in_database(place)
    for (place, _), (_, files) in reversed(list(zip(steps, steps[1:]))):
        for file in reversed(files):
            phase = "contract" if "_contract_" in file else "expand"
            bodies.pleat("-d", bodies.url, "downgrade", f"{phase}@-1", "--both-phases")
        bodies.expect_in_database(place)


if __name__ == "__main__":
    what, where, target, *size = sys.argv[1:]
    if what == "pairs":
        pairs(Bodies(where, target, 2000, 150, seed=1))
    else:
        commits, files, n_landings = map(int, size or (240, 25, 3))
        stairway(Bodies(where, target, commits, files, seed=3), n_landings)
