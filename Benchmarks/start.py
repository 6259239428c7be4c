#!/usr/bin/env python3
"""Times the start of backstep, to its first prompt, beside NumPy's.

    python3 Benchmarks/start.py PROGRAM [ROUNDS]

PROGRAM is the program as `make run` builds it. In each round these are started
through a new pseudo-terminal, in turn: `true`, which shows what the starting
itself costs; the program until its prompt is there, on a first visit and on a
later one to the last screen of the longest lesson; and this Python, until it
has imported NumPy and ended. The ratios are those of the medians and of the
shortest times, as measured and with the time of `true` taken off both.
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

PROMPT = re.compile(rb"([a-z0-9-]+ \d+/\d+ |answer)> $")
# What a learner typed before the later visit.
EARLIER = [b"open last-layer", b"goto your-step"]


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


def until_prompt(command, environment, lines=()):
    """The time to the first prompt; then lines are typed, and quit."""
    begin, process, terminal = started(command, environment)
    read_prompt(command, terminal)
    took = time.perf_counter() - begin
    for line in lines:
        os.write(terminal, line + b"\r")
        read_prompt(command, terminal)
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


def read_prompt(command, terminal):
    shown = b""
    while not PROMPT.search(shown):
        try:
            shown += os.read(terminal, 65536)
        except OSError:
            sys.exit(f"{command[0]}: no prompt")


def learner(environment, home):
    """No progress, history or init file but what is in a folder."""
    return dict(
        environment, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home, HOME=home)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python3 Benchmarks/start.py PROGRAM [ROUNDS]")
    program = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) == 3 else 40
    true = shutil.which("true")
    times = {"true": [], "first": [], "later": [], "numpy": []}
    environment = dict(os.environ, TERM="xterm", LC_ALL="C.UTF-8")
    numpy = [sys.executable, "-c", "import numpy"]
    with tempfile.TemporaryDirectory() as home:
        known = learner(environment, home)
        until_prompt([program], known, EARLIER)
        for turn in range(rounds + 2):
            with tempfile.TemporaryDirectory() as empty:
                first = until_prompt([program], learner(environment, empty))
            took = {
                "true": until_end([true], environment),
                "first": first,
                "later": until_prompt([program], known),
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
        ("true", "true"), ("first", "backstep, first visit"),
        ("later", "backstep, later visit"),
        ("numpy", "python3, NumPy imported"),
    ]:
        print(f"  {label:<24}  {shortest[name]:8.2f}  {median[name]:8.2f}")
    for visit in ["first", "later"]:
        for label, off in [("ratio", 0), ("ratio, less true", 1)]:
            ratios = [
                (of["numpy"] - off * of["true"])
                / (of[visit] - off * of["true"])
                for of in (shortest, median)]
            name = f"{visit} visit, {label}"
            print(f"  {name:<30}  {ratios[0]:6.1f}    {ratios[1]:6.1f}")


main()
