#!/usr/bin/env python3
"""Times the start of backstep, to its first prompt, beside NumPy's.

    python3 Benchmarks/start.py PROGRAM [ROUNDS]

PROGRAM is the program as `make run` builds it. In each round three things are
started through a new pseudo-terminal, in turn: `true`, which shows what the
starting itself costs; the program, until its prompt is there; and this Python,
until it has imported NumPy and ended. The ratios are those of the medians and
of the shortest times, as measured and with the time of `true` taken off both.
"""

import fcntl
import os
import re
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

PROMPT = re.compile(rb"[a-z0-9-]+ \d+/\d+ > $")


def started(command, environment):
    """Starts a command on a terminal of its own, 80 by 24."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment,
        close_fds=False)
    os.close(theirs)
    return begin, process, ours


def until_end(command, environment):
    begin, process, terminal = started(command, environment)
    status = process.wait()
    took = time.perf_counter() - begin
    os.close(terminal)
    if status:
        sys.exit(f"{' '.join(command)}: status {status}")
    return took


def until_prompt(command, environment):
    begin, process, terminal = started(command, environment)
    shown = b""
    while not PROMPT.search(shown):
        try:
            shown += os.read(terminal, 65536)
        except OSError:
            sys.exit(f"{command[0]}: no prompt")
    took = time.perf_counter() - begin
    os.write(terminal, b"quit\r")
    while True:
        try:
            if not os.read(terminal, 65536):
                break
        except OSError:
            break
    process.wait()
    os.close(terminal)
    return took


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python3 Benchmarks/start.py PROGRAM [ROUNDS]")
    program = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) == 3 else 40
    true = shutil.which("true")
    times = {"true": [], "backstep": [], "numpy": []}
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, TERM="xterm", LC_ALL="C.UTF-8")
        # No progress, history or init file of the one who measures.
        ours = dict(
            environment, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home, HOME=home)
        numpy = [sys.executable, "-c", "import numpy"]
        for turn in range(rounds + 2):
            took = {
                "true": until_end([true], environment),
                "backstep": until_prompt([program], ours),
                "numpy": until_end(numpy, environment),
            }
            if turn >= 2:
                for name, seconds in took.items():
                    times[name].append(seconds * 1000)
    print(f"{rounds} rounds, milliseconds   shortest    median")
    print_rows(times)


def print_rows(times):
    shortest = {name: min(values) for name, values in times.items()}
    median = {
        name: statistics.median(values) for name, values in times.items()}
    for name, label in [
        ("true", "true"), ("backstep", "backstep, to its prompt"),
        ("numpy", "python3, NumPy imported"),
    ]:
        print(f"  {label:<24}  {shortest[name]:8.2f}  {median[name]:8.2f}")
    for label, off in [("ratio", 0), ("ratio, less true", 1)]:
        ratios = [
            (of["numpy"] - off * of["true"])
            / (of["backstep"] - off * of["true"])
            for of in (shortest, median)]
        print(f"  {label:<24}  {ratios[0]:8.1f}  {ratios[1]:8.1f}")


main()
