#!/usr/bin/env python3
"""Times what a learner waits for in a session, and the room that it takes.

    make build-release
    python3 Benchmarks/session.py .build/release/backstep [ROUNDS]

A line's time is that of the whole program with the line, less that of the
program without it; the two take turns, so that whatever else the machine does
falls on both. Many lines are given at once where one is too short to be told
from the start. Printed are the medians, the shortest and the longest times,
and what they are meant to stay under.

Nothing is read from your progress, history or init file.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

SCREEN = "hidden-layer#error"
ALTERATIONS = [f"set W1[1,1] = 0.{300 + k}" for k in range(200)]
RIGHT = "try δ1 = g1'(z1) .* (δ2' @ W2)'"
SLIPS = "try δ1 = W2 @ δ2 .* g1'(a1)"
VERDICT = "verify W2' @ δ2 .* g1'(z1) = g1'(z1) .* (δ2' @ W2)'"
# What is timed, its lines, and the seconds that one of them may take.
WORKS = [
    ("an altered weight, 2-3-2", ALTERATIONS, 1e-3),
    ("a verdict", [VERDICT], 20e-3),
    ("a diagnosis of two slips", [SLIPS], 200e-3),
    ("a right line and its rule", [RIGHT], 200e-3),
]


class Program:
    def __init__(self, path, home):
        self.path = path
        self.environment = dict(
            PATH=os.environ.get("PATH", ""), LC_ALL="C.UTF-8", HOME=home,
            XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)

    def run(self, *arguments):
        """The seconds that it took, and the bytes that it held at most."""
        begin = time.perf_counter()
        child = subprocess.Popen(
            [self.path, *arguments], env=self.environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE)
        said = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        took = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode == 2:
            sys.exit(said.decode())
        return took, usage.ru_maxrss * 1024

    def lines(self, lines):
        commands = [part for line in lines for part in ("-c", line)]
        return self.run("run", SCREEN, *commands)[0]


def row(name, times, limit):
    middle = statistics.median(times)
    said = "" if middle <= limit else "   MORE THAN MEANT"
    print(f"  {name:<27} {middle * 1e3:9.3g} ms   from {min(times) * 1e3:.3g}"
          f" to {max(times) * 1e3:.3g}   under {limit * 1e3:g}{said}")


def main():
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(__doc__)
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    with tempfile.TemporaryDirectory() as home:
        program = Program(os.path.abspath(sys.argv[1]), home)
        print(f"{SCREEN}, {rounds} rounds")
        for name, lines, limit in WORKS:
            times = []
            for _ in range(rounds):
                # One line is read both times: the first reads the lesson.
                without = program.lines(["info"])
                times.append((program.lines(["info"] + lines) - without)
                             / len(lines))
            row(name, times, limit)
        row("the course linted", [program.run("lint")[0] for _ in range(3)],
            10)
        _, held = program.run(
            "run", "last-layer", "-c", "next 40", "-c", "check")
        print(f"  held at most in a lesson    {held / 1e6:9.3g} MB   under 40"
              + ("" if held < 40e6 else "   MORE THAN MEANT"))


main()
