#!/usr/bin/env python3
"""Types a line into an interactive shell on a terminal: type_in_shell.py LINE SHELL ARGUMENT...

LINE may hold tabs, and calls the function "say", which the shell's start file makes: it prints each of its words as
GOT<word> and then GOT-ALL. Prints these words, a line each.
"""
import os
import pty
import re
import select
import sys
import time


def read_until(terminal, pattern, seconds):
    said, end = b"", time.monotonic() + seconds
    while not re.search(pattern, said):
        ready, _, _ = select.select([terminal], [], [], max(0, end - time.monotonic()))
        if not ready:
            sys.exit(f"no {pattern!r} in {said!r}")
        try:
            part = os.read(terminal, 65536)
        except OSError:
            sys.exit(f"the shell has ended: {said!r}")
        said += part
        if b"\x1b[6n" in part:
            os.write(terminal, b"\x1b[1;1R")  # where the cursor is
        if b"\x1b[c" in part or b"\x1b[0c" in part:
            os.write(terminal, b"\x1b[?62;c")  # what the terminal is
    return said


def main(line, *command):
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp(command[0], command)
    read_until(terminal, rb"READY> ", 20)
    # a tab is answered before more is typed
    for part in re.split(r"(?<=\t)", line):
        os.write(terminal, part.encode())
        time.sleep(0.7 if part.endswith("\t") else 0)
    os.write(terminal, b"\r")
    said = read_until(terminal, rb"GOT-ALL", 20)
    print("\n".join(word.decode() for word in re.findall(rb"GOT<([^>]*)>", said)))
    os.close(terminal)


main(*sys.argv[1:])
