#!/usr/bin/python3
"""Does a symbol lead where it leads with Alembic? alembic_graph.py FOLDER URL [FIRST:LAST]

Makes random graphs (several bases, branches, merges, labels, dependencies) as revisions of both, and asks both, for symbols
and states of the database, what `upgrade` and `downgrade` leave applied, which heads there are, and what a range holds. FOLDER is new
and URL is an empty database. Prints each difference that docs/coming-from-alembic.md ("Symbols") does not speak of, and a count.
"""
import pathlib
import random
import re
import subprocess
import sys
import warnings

from alembic.runtime.migration import HeadMaintainer
from alembic.script import ScriptDirectory
from alembic.util import CommandError

LABELS = "alder birch cedar elm fir hazel ivy larch maple oak pine".split()
SYMBOLS = """head heads base +1 +2 -1 -2 {id} {id} {prefix} {id}+1 {id}-1 {id}+2 {id}-2 {label} {label}@head {label}@heads {label}@base
    {label}@+1 {label}@+2 {label}@-1 {label}@head-1 {label}+1 {label}-1 {id}@head {id}@base {id}@+1 {id}@-1 {label}@{id} {label}@{id}+1
    nosuch nosuch@head""".split()
RANGES = ": {id}: :{id} {id}:{other} base:{id} {id}:heads {label}:{label}@heads".split()


class Revision:
    def __init__(self, name, parents, label, needs):
        self.name, self.parents, self.label, self.needs = name, parents, label, needs


class Story:
    """A random graph; below: name -> all that the revision stands on."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.revisions, self.below = [], {}
        labels = iter(LABELS)
        for name in self.names(self.random.randint(4, 11)):
            parents = self.parents()
            below = self.closure(parents)
            others = [one.name for one in self.revisions if one.name not in below]
            needs = [self.random.choice(others)] if others and self.random.random() < 0.2 else []
            self.below[name] = below | self.closure(needs)
            self.revisions.append(Revision(name, parents, next(labels) if self.random.random() < 0.2 else None, needs))

    def names(self, count):
        """Of more than three letters, since Alembic takes shorter ones for no prefix; no two begin alike."""
        found = []
        while len(found) < count:
            name = "".join(self.random.choices("abcdef0123456789", k=self.random.randint(8, 12)))
            if not any(name[:4] == one[:4] for one in found):
                found.append(name)
        return found

    def parents(self):
        used = {parent for one in self.revisions for parent in one.parents}
        heads = [one.name for one in self.revisions if one.name not in used]
        chance = self.random.random()
        if not heads or chance < 0.08:
            return []
        if chance < 0.25 and len(heads) > 1:
            return self.random.sample(heads, 2)
        return [self.random.choice(self.revisions).name] if chance < 0.5 else heads[-1:]

    def closure(self, names):
        return {*names}.union(*(self.below[name] for name in names))

    def dependants(self, name):
        """What stands on it; by a dependency only, it is in pleat's range and not in Alembic's."""
        return {one.name for one in self.revisions if name in self.below[one.name]}

    def tops(self, names):
        """What Alembic's version table holds when these are applied."""
        return sorted({*names} - {below for name in names for below in self.below[name]})

    def fill(self, pattern):
        one, other = (self.random.choice(self.revisions) for _ in range(2))
        label = self.random.choice([each.label for each in self.revisions if each.label] or [one.name])
        return pattern.format(id=one.name, other=other.name, prefix=one.name[:5], label=label)

    def state(self):
        return self.closure(self.random.sample([one.name for one in self.revisions], self.random.choice([0, 1, 1, 2])))


class Alembic:
    class Heads(HeadMaintainer):
        """The version table, without one."""

        def __init__(self, heads):  # pylint: disable=super-init-not-called
            self.heads = set(heads)

        def _insert_version(self, version):
            self.heads.add(version)

        def _delete_version(self, version):
            self.heads.remove(version)

        def _update_version(self, from_, to_):
            self.heads = (self.heads - {from_}) | {to_}

    def __init__(self, folder, story):
        self.story = story
        (folder / "versions").mkdir(parents=True)
        for one in story.revisions:
            (folder / f"versions/{one.name}.py").write_text(
                f"revision, down_revision = {one.name!r}, {tuple(one.parents) or None!r}\n"
                f"branch_labels, depends_on = {one.label!r}, {tuple(one.needs) or None!r}\n"
                "upgrade = downgrade = None\n")
        self.script = ScriptDirectory(str(folder))

    def go(self, verb, symbol, state):
        """What is applied then, or None and why not."""
        steps = self.script._upgrade_revs if verb == "upgrade" else self.script._downgrade_revs  # pylint: disable=protected-access
        heads = self.Heads(self.story.tops(state))
        try:
            for step in steps(symbol, tuple(heads.heads)):
                heads.update_to_step(step)
            return self.story.closure(heads.heads), None
        except (CommandError, AssertionError) as error:
            return None, str(error) or "an assertion"

    def heads(self):
        return set(self.script.get_heads())

    def range(self, text):
        start, _, end = text.partition(":")
        try:
            return {one.revision for one in self.script.walk_revisions(start or "base", end or "heads")}
        except CommandError:
            return None


class Pleat:
    def __init__(self, folder, story, url):
        self.folder, self.url = folder, url
        (folder / "revisions").mkdir(parents=True)
        (folder / "pleat.yaml").write_text("schemas: [public]\n")
        for place, one in enumerate(story.revisions):
            lines = [f"revision {one.name} expand" + (" after " + ", ".join(one.parents) if one.parents else ""), "message x"]
            lines += [f"label {one.label}"] * bool(one.label) + [f"depends_on {need}" for need in one.needs]
            text = "".join(f"-- pleat: {line}\n" for line in lines) + "\\quit\n-- pleat: downgrade\n"
            (folder / f"revisions/{20260101000000 + place}_{one.name}_expand_x.sql").write_text(text)

    def run(self, *words):
        return subprocess.run(["pleat", "-C", self.folder, "-d", self.url, *words], capture_output=True, text=True, check=False)

    def applied(self):
        query = ["psql", "-XAtq", self.url, "-c", "SELECT id FROM pleat.version"]
        return set(subprocess.run(query, capture_output=True, text=True, check=True).stdout.split())

    def go(self, verb, symbol, state):
        done = self.run("stamp", "--purge", *(sorted(state) or ["base"]))
        if done.returncode != 0 or self.applied() != state:
            sys.exit(f"stamp {state}: {done.stderr}")
        done = self.run(verb, "--", symbol)
        return (self.applied(), None) if done.returncode == 0 else (None, done.stderr.strip())

    def heads(self):
        return {line.split()[0] for line in self.run("heads").stdout.splitlines()}

    def range(self, text):
        done = self.run("history", "-r", text)
        names = re.findall(r"-> (\w+)", done.stdout)
        return set(names) if done.returncode == 0 else None


def is_documented(verb, symbol, state, theirs, refused, ours, why):
    """The differences that coming-from-alembic.md tells, each as it says it."""
    if theirs is None:
        return ours is None or ours == state or "Ambiguous walk" in refused or "Not a valid downgrade" in refused
    if ours is None:
        return "several branches are applied" in why or "goes below base" in why or "has 2 heads" in why
    return verb == "downgrade" and symbol.endswith("@base") and theirs < ours  # a branch's own revisions go, no others


def compare(seed, folder, url):
    story = Story(seed)
    alembic, pleat = Alembic(folder / "alembic", story), Pleat(folder / "pleat", story, url)
    found = []
    if alembic.heads() != pleat.heads():
        found.append(f"heads: {alembic.heads()}, not {pleat.heads()}")
    for text in map(story.fill, RANGES):
        theirs, ours = alembic.range(text), pleat.range(text)
        start = next((one.name for one in story.revisions if text.split(":")[0] in (one.name, one.label)), None)
        if theirs is not None and theirs != {*(ours or [])} - {one for one in story.dependants(start) if one not in theirs}:
            found.append(f"history {text}: {sorted(theirs)}, not {sorted(ours or [])}")
    for symbol in map(story.fill, SYMBOLS):
        state = story.state()
        for verb in "upgrade", "downgrade":
            theirs, refused = alembic.go(verb, symbol, story.closure(state))
            ours, why = pleat.go(verb, symbol, state)
            if theirs != ours and not is_documented(verb, symbol, state, theirs, refused, ours, why):
                found.append(f"{verb} {symbol} from {sorted(state)}:\n    {theirs or refused}\n    not {ours or why}")
    if found:
        graph = [f"{one.name} after {one.parents} {one.label or ''} needs {one.needs}" for one in story.revisions]
        print(f"graph {seed}:", *graph, *found, sep="\n  ")
    return len(found), len(RANGES) + 2 * len(SYMBOLS) + 1


def main():
    folder, url = pathlib.Path(sys.argv[1]), sys.argv[2]
    first, last = map(int, (sys.argv[3] if len(sys.argv) > 3 else "1:2").split(":"))
    warnings.simplefilter("ignore")
    counts = [compare(seed, folder / str(seed), url) for seed in range(first, last + 1)]
    print(f"{sum(count for _, count in counts)} questions, {sum(found for found, _ in counts)} answers that differ")
    sys.exit(any(found for found, _ in counts))


main()
