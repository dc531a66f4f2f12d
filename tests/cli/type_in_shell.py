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


def read_until_quiet(terminal, seconds):
    """Waits for something, and then until nothing more comes."""
    said = read_until(terminal, rb"(?s).", seconds)
    while select.select([terminal], [], [], 0.2)[0]:
        said += os.read(terminal, 65536)
    return said


def main(line, *command):
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp(command[0], command)
    read_until(terminal, rb"READY> ", 20)
    for part in re.findall(r"[^\t]+|\t", line):
        os.write(terminal, part.encode())
        if part == "\t":
            read_until_quiet(terminal, 20)  # the answer is there before more is typed
        else:
            read_until(terminal, re.escape(part[-1].encode()), 20)
            if select.select([terminal], [], [], 0.1)[0]:  # the rest of the echo
                read_until_quiet(terminal, 20)
    os.write(terminal, b"\r")
    said = read_until(terminal, rb"GOT-ALL", 20)
    print("\n".join(word.decode() for word in re.findall(rb"GOT<([^>]*)>", said)))
    os.close(terminal)


main(*sys.argv[1:])
