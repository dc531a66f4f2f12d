#!/usr/bin/env python3
"""Does what pages of documentation show, and compares: tests/cli/readme.py [--renew] PAGE...

Of a page's indented blocks,
  - one whose first line is a comment that is a path ("# schema/user.yaml", "-- functions/f.sql") is a file, and is written
  - one that begins with "--- a/" is a change, and goes to git apply
  - one that begins with "$ " is commands, each with what it prints, standard error included; "> " goes on with a command
Everything runs in one shell, one page after the other. A line "..." stands for any lines; dates and the ids of
commits are compared as if they were equal. --renew puts what was printed into the page, where nothing is left out by "...".
"""
import difflib
import pathlib
import re
import subprocess
import sys

VARYING = [(re.compile(r"\b20\d{6}_"), "20260101_"),
           (re.compile(r"commit [0-9a-f]{7} \(20\d\d-\d\d-\d\d\)"), "commit 1234567 (2026-01-01)"),
           (re.compile(r"^(\s*-- pleat: generated) [0-9a-f]{12}$", re.M), r"\1 123456789abc")]  # over the commit, too
MARK = "\x1e"


class Shell:
    """One bash that runs pieces of script in turn and keeps its directory and variables between them."""

    def __init__(self):
        self.process = subprocess.Popen(["bash"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True, encoding="utf-8")

    def run(self, script):
        # No command reads the script that follows it: standard input is empty for each.
        self.process.stdin.write("{ %s\n} </dev/null\nprintf '%s%%d\\n' $?\n" % (script, MARK))
        self.process.stdin.flush()
        lines = []
        for line in self.process.stdout:
            text, mark, status = line.partition(MARK)
            if text:
                lines.append(text.rstrip())
            if mark:
                return lines, int(status)
        raise SystemExit(f"the shell ended at: {script}")


def blocks_of(page):
    """(first line, lines) of each indented block; blank lines inside of it belong to it."""
    block, start = [], 0
    for number, line in enumerate(page + ["end"]):
        if line.startswith("    "):
            start = start if block else number
            block.append(line[4:])
        elif block and line == "" and next((l for l in page[number:] if l), "").startswith("    ") \
                and not is_start(next(l for l in page[number:] if l)[4:]):
            block.append("")
        elif block:
            yield start, block
            block = []


def is_start(line):
    return line.startswith("$ ") or line.startswith("--- a/") or re.fullmatch(r"(#|--) \w+/[\w/.]+", line) is not None


def plain(lines):
    for pattern, same in VARYING:
        lines = [pattern.sub(same, line) for line in lines]
    return lines


def matches(expected, printed):
    """Whether they are equal where "..." among the expected stands for any lines."""
    parts = [[]]
    for line in expected:
        if line == "...":
            parts.append([])
        else:
            parts[-1].append(line)
    pattern = r"(?:.*\n)*?".join("".join(re.escape(line) + r"\n" for line in part) for part in parts)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def commands_of(block):
    """(lines of a command, lines that it is to print)."""
    command = None
    for line in block:
        if line.startswith("$ "):
            command, expected = [line[2:]], []
            yield command, expected
        elif line.startswith("> ") and not expected:
            command.append(line[2:])
        else:
            expected.append(line.rstrip())


def run_commands(shell, block, where):
    """The block as it ought to be, and what is wrong."""
    renewed, wrong = [], []
    for lines, expected in list(commands_of(block)):
        command = "\n".join(lines)
        printed, status = shell.run(command)
        while printed and printed[-1] == "":    # psql ends with a blank line, a block does not
            printed.pop()
        while expected and expected[-1] == "":
            expected.pop()
        if status != 0:
            wrong.append(f"{where}: exit status {status}: {command}\n" + "\n".join(printed))
        same = matches(plain(expected), plain(printed))
        if not same:
            wrong.append("\n".join(difflib.unified_diff(plain(expected), plain(printed), f"{where}: {lines[0]}", "printed",
                                                        lineterm="")))
        renewed += ["$ " + lines[0]] + ["> " + line for line in lines[1:]] + (expected if same or "..." in expected else plain(printed))
    return renewed, wrong


def run_block(shell, block, where):
    first = block[0]
    if first.startswith("$ "):
        return run_commands(shell, block, where)
    if first.startswith("--- a/"):
        script = "git apply <<'END OF CHANGE'\n" + "\n".join(block) + "\nEND OF CHANGE"
    elif is_start(first):
        script = f"cat >{first.split()[1]} <<'END OF FILE'\n" + "\n".join(block) + "\nEND OF FILE"
    else:
        return block, []
    printed, status = shell.run(script)
    return block, [] if status == 0 else [f"{where}: " + "\n".join(printed)]


def do_page(shell, path, renew):
    """What is wrong with it."""
    page, changes, failures = path.read_text(encoding="utf-8").split("\n"), [], []
    for start, block in blocks_of(page):
        renewed, wrong = run_block(shell, block, f"{path.name}:{start + 1}")
        changes.append((start, len(block), renewed))
        failures += wrong
    if renew:
        for start, length, renewed in reversed(changes):
            page[start:start + length] = ["    " + line if line else "" for line in renewed]
        path.write_text("\n".join(page), encoding="utf-8")
    return failures


def main():
    renew = sys.argv[1] == "--renew"
    shell = Shell()
    failures = [wrong for page in sys.argv[1 + renew:] for wrong in do_page(shell, pathlib.Path(page), renew)]
    print("\n".join(failures))
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
