"""Git repositories with long histories of routines, and what is known of them.

A Story is told commit by commit: edits, layout alone, reverts, drops and returns, files that are renamed, split and put
together, folders that move, branches and merges, clean ones and those resolved by hand. `git fast-import` makes a
repository of it. What each commit declares is kept (told=True), so that a test knows each body and each version.
"""
import random
import subprocess

EPOCH = 1600000000


class File:
    """A file of declarations: where it stands, its remark, and which routines it declares, in order."""

    def __init__(self, path, routines, remark=""):
        self.path, self.routines, self.remark = path, tuple(routines), remark


class State:
    """What stands in a commit: files by number, and the statement of each routine as its author wrote it."""

    def __init__(self, files=None, texts=None):
        self.files, self.texts = dict(files or {}), dict(texts or {})

    def copy(self):
        return State(self.files, self.texts)

    def content(self, number):
        file = self.files[number]
        return file.remark + "\n".join(self.texts[name] + ";\n" for name in file.routines)


class Told:
    """One commit: its subject, the places of its parents, and what it declares."""

    def __init__(self, subject, parents, texts):
        self.subject, self.parents, self.texts = subject, parents, texts


def body(chance, name, edition, lines):
    """The bytes between the quotes: no two editions are alike, and few are neat."""
    odd = ["", "   ", "\t-- tab\there  ", "  -- ünïcödé → ☃", "  -- it's \"quoted\" \\ and $1", "  /* $no$ end; */"]
    text = ["", "begin"]
    for line in range(lines):
        step = edition if line == edition % lines else line
        text.append(f"  a := a + {step}; -- {name}, line {line}")
    text.insert(2, chance.choice(odd))
    text.append(f"  return a; -- edition {edition}")
    text.append("end" + chance.choice(["", "\n", "  \n\n"]))
    return "\n".join(text)


def statement(chance, name, edition, lines):
    """One CREATE FUNCTION, in one of the ways that people write it."""
    tag = chance.choice(["$$", "$body$", "$Fn_1$"])
    text = body(chance, name, edition, lines)
    head = chance.choice([f"create or replace function app.{name}(a int)\nreturns int language plpgsql",
                          f"CREATE FUNCTION app.{name}(\n    a  integer\n)\n  RETURNS integer\n  LANGUAGE plpgsql",
                          f"create function app.{name} (a int) returns int immutable language 'plpgsql'"])
    return f"{head} as {tag}{text}{tag}"


class Story:
    """Tells commits to `git fast-import`. The commits are in order: parents are before their children."""

    def __init__(self, commits, files, seed=1, lines=30, told=False, root="db/"):
        self.chance, self.lines, self.root = random.Random(seed), lines, root
        self.stream, self.commits, self.editions = [], [], {}
        self.told, self.numbers, self.folders = told, 0, 0
        self.heads, self.past = {}, {}  # branch -> place of its newest commit; routine -> its statements
        self.main = State()
        self.begin(files)
        while len(self.commits) < commits:
            self.tell()

    # --- To fast-import

    def commit(self, branch, before, after, touched, subject, parents, other=""):
        """touched: the numbers of the files that may be others in after than in before."""
        place = len(self.commits)
        lines = [f"commit refs/heads/{branch}\nmark :{place + 1}\n"
                 f"committer Ann Author <ann@example.org> {EPOCH + place * 60} +0000\n"
                 f"data {len(subject.encode())}\n{subject}\n"]
        lines += [f"{word} :{parent + 1}\n" for word, parent in zip(["from", "merge"], parents)]
        old = {before.files[n].path for n in touched if n in before.files}
        new = {after.files[n].path for n in touched if n in after.files}
        lines += [f"D {self.root}{path}\n" for path in sorted(old - new)]
        for number in touched:
            if number in after.files:
                lines.append(self.blob(self.root + after.files[number].path, after.content(number)))
        self.stream.append("".join(lines) + other)
        self.commits.append(Told(subject, parents, dict(after.texts) if self.told else None))
        self.heads[branch] = place

    @staticmethod
    def blob(path, content):
        return f"M 100644 inline {path}\ndata {len(content.encode())}\n{content}\n"

    def on(self, branch, state, after, touched, subject, other=""):
        parents = [self.heads[branch]] if branch in self.heads else []
        self.commit(branch, state, after, touched, subject, parents, other)
        return after

    # --- What people do; each gives (after, touched, subject), or None where it cannot be done

    def write(self, name):
        edition = self.editions[name] = self.editions.get(name, 0) + 1
        self.past.setdefault(name, []).append(statement(self.chance, name, edition, self.lines))
        return self.past[name][-1]

    def add_file(self, state, path, routines):
        self.numbers += 1
        state.files[self.numbers] = File(path, routines)
        return self.numbers

    def begin(self, files):
        state = State()
        for n in range(files):
            name = f"f{n}"
            state.texts[name] = self.write(name)
            self.add_file(state, f"functions/{'abc'[n % 3]}/{name}.sql", [name])
        project = (self.blob(self.root + "pleat.yaml", "schemas: [app]\ndatabases:\n  it: postgresql://127.0.0.1:1/nobody\n")
                   + self.blob(self.root + "schema/app.yaml", "schemas:\n  app: {}\n") + self.blob("app/main.py", "pass\n"))
        self.main = self.on("main", State(), state, list(state.files), "begin", project)

    def pick(self, state, numbers):
        numbers = [n for n in numbers if n in state.files]
        number = self.chance.choice(numbers)
        return number, state.files[number], self.chance.choice(state.files[number].routines)

    def edit(self, state, numbers):
        number, _, name = self.pick(state, numbers)
        after = state.copy()
        after.texts[name] = self.write(name)
        return after, [number], f"edit {name}"

    def revert(self, state, numbers):
        number, _, name = self.pick(state, numbers)
        older = [text for text in self.past[name] if text != state.texts[name]]
        if not older:
            return None
        after = state.copy()
        after.texts[name] = self.chance.choice(older)
        return after, [number], f"revert {name}"

    def remark(self, state, numbers):
        number, file, _ = self.pick(state, numbers)
        after = state.copy()
        after.files[number] = File(file.path, file.routines, f"-- as of commit {len(self.commits)}\n\n")
        return after, [number], f"remark in {file.path}"

    def rename(self, state, numbers):
        number, file, name = self.pick(state, numbers)
        after = state.copy()
        path = f"{file.path.rsplit('/', 1)[0]}/{name}_{len(self.commits)}.sql"
        after.files[number] = File(path, file.routines, file.remark)
        if self.chance.random() < 0.5:
            after.texts[name] = self.write(name)
        return after, [number], f"rename to {path}"

    def split(self, state, numbers):
        number, file, name = self.pick(state, numbers)
        if len(file.routines) < 2:
            return None
        after = state.copy()
        after.files[number] = File(file.path, [each for each in file.routines if each != name], file.remark)
        alone = self.add_file(after, f"functions/split/{name}_{len(self.commits)}.sql", [name])
        numbers.append(alone)
        return after, [number, alone], f"split {name} off"

    def join(self, state, numbers):
        number, file, _ = self.pick(state, numbers)
        other, gone, _ = self.pick(state, numbers)
        if number == other or len(file.routines) + len(gone.routines) > 4:
            return None
        after = state.copy()
        after.files[number] = File(file.path, file.routines + gone.routines, file.remark)
        del after.files[other]
        return after, [number, other], f"join {', '.join(gone.routines)} to {file.path}"

    def drop(self, state, numbers):
        number, file, name = self.pick(state, numbers)
        after = state.copy()
        rest = [each for each in file.routines if each != name]
        if rest:
            after.files[number] = File(file.path, rest, file.remark)
        elif len([n for n in numbers if n in state.files]) > 1:
            del after.files[number]
        else:
            return None
        del after.texts[name]
        return after, [number], f"drop {name}"

    def back(self, state, numbers):
        gone = sorted(set(self.past) - set(state.texts))
        if not gone:
            return None
        name = self.chance.choice(gone)
        after = state.copy()
        after.texts[name] = self.past[name][-1] if self.chance.random() < 0.3 else self.write(name)
        number = self.add_file(after, f"functions/again/{name}_{len(self.commits)}.sql", [name])
        numbers.append(number)
        return after, [number], f"{name} is back"

    def late(self, state, numbers):
        name = f"late{len(self.commits)}"
        after = state.copy()
        after.texts[name] = self.write(name)
        number = self.add_file(after, f"functions/late/{name}.sql", [name])
        numbers.append(number)
        return after, [number], f"{name} comes late"

    def move_folder(self, state, numbers):
        folders = sorted({file.path.rsplit("/", 1)[0] for file in state.files.values()})
        folder = self.chance.choice(folders)
        self.folders += 1
        to = f"functions/moved{self.folders}" + self.chance.choice(["", "/deep"])
        after = state.copy()
        moved = [n for n in numbers if n in state.files and state.files[n].path.startswith(folder + "/")]
        for n in moved:
            file = state.files[n]
            after.files[n] = File(to + file.path[len(folder):], file.routines, file.remark)
        return after, moved, f"move {folder} to {to}"

    # --- The telling

    ACTS = [(60, "edit"), (5, "revert"), (5, "remark"), (4, "rename"), (3, "split"), (3, "join"), (2, "drop"), (3, "back"),
            (1, "late"), (0.3, "move_folder")]
    QUIET = [act for act in ACTS if act[1] in ("edit", "revert", "remark", "rename", "split", "join")]

    def act(self, branch, state, numbers, acts):
        weights, names = zip(*acts)
        done = None
        while done is None:
            done = getattr(self, self.chance.choices(names, weights)[0])(state, numbers)
        after, touched, subject = done
        return self.on(branch, state, after, touched, f"{subject} ({len(self.commits)})")

    def elsewhere(self):
        path = f"app/{'xyz'[len(self.commits) % 3]}/page{self.chance.randrange(200)}.py"
        self.on("main", self.main, self.main, [], f"elsewhere ({len(self.commits)})",
                self.blob(path, f"page = {len(self.commits)}\n" + "pass\n" * 20))

    def tell(self):
        choice = self.chance.random()
        if choice < 0.2:
            self.elsewhere()
        elif choice < 0.24:
            self.branch()
        elif choice < 0.25:
            self.conflict()
        else:
            self.main = self.act("main", self.main, list(self.main.files), self.ACTS)

    def branch(self):
        """Two lines of commits on files of their own, and the merge."""
        numbers = sorted(self.main.files)
        self.chance.shuffle(numbers)
        theirs, ours = numbers[:max(2, len(numbers) // 4)], numbers[max(2, len(numbers) // 4):]
        side, base = self.main.copy(), self.main
        self.heads["side"] = self.heads["main"]
        for _ in range(self.chance.randrange(1, 5)):
            side = self.act("side", side, theirs, self.QUIET)
            self.main = self.act("main", self.main, ours, self.QUIET)
        merged = self.main.copy()
        for n in theirs:
            merged.files.pop(n, None)
            if n in side.files:
                merged.files[n] = side.files[n]
        for n in theirs:
            for name in (side.files[n].routines if n in side.files else ()):
                merged.texts[name] = side.texts[name]
        touched = [n for n in theirs if n in base.files or n in merged.files]
        self.merge(merged, touched, "merge")

    def merge(self, merged, touched, word):
        self.commit("main", self.main, merged, touched, f"{word} ({len(self.commits)})",
                    [self.heads["main"], self.heads["side"]])
        self.main = merged

    def conflict(self):
        """One routine is edited on both sides, and the merge says a third thing, or keeps one of the two."""
        number, _, name = self.pick(self.main, list(self.main.files))
        self.heads["side"] = self.heads["main"]
        side, ours = self.main.copy(), self.main.copy()
        side.texts[name] = self.write(name)
        self.on("side", self.main, side, [number], f"edit {name} on the side ({len(self.commits)})")
        ours.texts[name] = self.write(name)
        self.main = self.on("main", self.main, ours, [number], f"edit {name} ({len(self.commits)})")
        merged = ours.copy()
        merged.texts[name] = self.chance.choice([side.texts[name], ours.texts[name], None]) or self.write(name)
        self.merge(merged, [number], f"resolve {name}")

    # --- What is known

    def versions(self, name):
        """Subjects of the commits, newest first, that say of a routine what none of their parents says."""
        found, text = [], lambda place: self.commits[place].texts.get(name)
        for place in range(len(self.commits) - 1, -1, -1):
            mine, theirs = text(place), [text(parent) for parent in self.commits[place].parents]
            if mine not in (theirs or [None]):
                found.append((self.commits[place].subject, mine))
        tidy = [each for i, each in enumerate(found) if i + 1 == len(found) or each[1] != found[i + 1][1]]
        return [subject + ("  [dropped]" if mine is None else "") for subject, mine in tidy]

    def import_into(self, folder):
        """Makes the repository, with main checked out and all in one pack; returns the commits' ids, in order."""
        def git(*words, **more):
            return subprocess.run(["git", "-C", str(folder), *words], check=True, stdout=subprocess.PIPE, **more).stdout
        subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
        git("fast-import", "--quiet", "--export-marks=marks", input="".join(self.stream).encode())
        with open(folder / "marks", encoding="ascii") as lines:
            marks = dict(line.split() for line in lines)
        (folder / "marks").unlink()
        git("reset", "-q", "--hard")
        git("repack", "-q", "-a", "-d")
        return [marks[f":{place + 1}"] for place in range(len(self.commits))]
