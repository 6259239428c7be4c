#!/usr/bin/env python3
"""Times training beside NumPy (and PyTorch, where it can be imported).

    swift build -c release --package-path Benchmarks/Plans --product plan-bench
    python3 Benchmarks/train.py [WORK ...]

WORK is any of xor, images, digits and check; all without one. Each program
begins with the same numbers and does the same iterations; they take turns,
round by round, so that whatever else the machine does falls on all of them.
Printed are the medians, the shortest and the longest times of an iteration,
and the ratios of medians. The costs that they arrive at are compared.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

try:
    import torch
except ImportError:
    torch = None

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(HERE, "Plans", ".build", "release", "plan-bench")
# After some 250 iterations the digits' cost hangs on the last bit of every
# sum: NumPy leaves its own way, too, when a weight begins 1e-15 off.
WORKS = {
    "xor": dict(layers=[2, 3, 1], examples=4, cost="squares", hidden="sigmoid",
                count=2000, rounds=31),
    "images": dict(layers=[12288, 7, 1], examples=209, cost="entropy",
                   hidden="relu", count=20, rounds=31),
    "digits": dict(layers=[400, 25, 10], examples=5000, cost="entropy",
                   hidden="sigmoid", count=10, rounds=23),
}
RATE = 0.5
# NumPy's threads go on looking for work for a while after each product, and
# so take a processor from whoever comes next: each begins when they sleep.
REST = 0.2


class Numbers:
    """The generator that plan-bench uses."""

    def __init__(self):
        self.state = 42

    def matrix(self, rows, columns, low, high):
        count = rows * columns
        drawn = np.empty(count)
        state = self.state
        for place in range(count):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            drawn[place] = (state >> 11) / 2**53
        self.state = state
        matrix = (low + (high - low) * drawn).reshape(columns, rows).T
        return np.ascontiguousarray(matrix)


def givens(work):
    layers, numbers = work["layers"], Numbers()
    x = numbers.matrix(layers[0], work["examples"], 0, 1)
    weights, biases = [], []
    for before, after in zip(layers, layers[1:]):
        scale = 1 / np.sqrt(before)
        weights.append(numbers.matrix(after, before, -scale, scale))
        biases.append(numbers.matrix(after, 1, -0.1, 0.1))
    y = numbers.matrix(layers[-1], work["examples"], 0, 1)
    return x, np.where(y < 0.5, 0.0, 1.0), weights, biases


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class InNumPy:
    name = "NumPy"

    def __init__(self, work):
        self.work = work
        self.x, self.y, self.weights, self.biases = givens(work)

    def cost(self, a2):
        m, y = self.x.shape[1], self.y
        if self.work["cost"] == "squares":
            return np.sum((a2 - y) ** 2) / (2 * m)
        return -np.sum(y * np.log(a2) + (1 - y) * np.log(1 - a2)) / m

    def forward(self):
        (w1, w2), (b1, b2) = self.weights, self.biases
        z1 = w1 @ self.x + b1
        relu = self.work["hidden"] == "relu"
        a1 = np.maximum(z1, 0) if relu else sigmoid(z1)
        return z1, a1, sigmoid(w2 @ a1 + b2)

    def iteration(self):
        m = self.x.shape[1]
        (w1, w2), (b1, b2) = self.weights, self.biases
        z1, a1, a2 = self.forward()
        cost = self.cost(a2)
        d2 = (a2 - self.y) / m
        if self.work["cost"] == "squares":
            d2 = d2 * a2 * (1 - a2)
        slope = z1 > 0 if self.work["hidden"] == "relu" else a1 * (1 - a1)
        d1 = w2.T @ d2 * slope
        w2 -= RATE * (d2 @ a1.T)
        b2 -= RATE * np.sum(d2, axis=1, keepdims=True)
        w1 -= RATE * (d1 @ self.x.T)
        b1 -= RATE * np.sum(d1, axis=1, keepdims=True)
        return cost

    def run(self, count):
        begin = time.perf_counter()
        for _ in range(count):
            cost = self.iteration()
        return time.perf_counter() - begin, float(cost)

    def check(self, places, step=1e-4):
        """The honest way: two full passes for each weight."""
        slopes = []
        begin = time.perf_counter()
        for layer, row, column in places:
            w, costs = self.weights[layer], []
            old = w[row, column]
            for new in (old + step, old - step):
                w[row, column] = new
                costs.append(self.cost(self.forward()[2]))
            w[row, column] = old
            slopes.append((costs[0] - costs[1]) / (2 * step))
        return time.perf_counter() - begin, slopes


class InTorch(InNumPy):
    name = "PyTorch"

    def __init__(self, work):
        super().__init__(work)
        self.x, self.y = torch.tensor(self.x), torch.tensor(self.y)
        self.parameters = [
            torch.tensor(value, requires_grad=True)
            for value in self.weights + self.biases]

    def iteration(self):
        w1, w2, b1, b2 = self.parameters
        z1 = w1 @ self.x + b1
        relu = self.work["hidden"] == "relu"
        a1 = torch.relu(z1) if relu else torch.sigmoid(z1)
        z2 = w2 @ a1 + b2
        m = self.x.shape[1]
        if self.work["cost"] == "squares":
            cost = ((torch.sigmoid(z2) - self.y) ** 2).sum() / (2 * m)
        else:
            cost = torch.nn.functional.binary_cross_entropy_with_logits(
                z2, self.y, reduction="sum") / m
        cost.backward()
        with torch.no_grad():
            for parameter in self.parameters:
                parameter -= RATE * parameter.grad
                parameter.grad = None
        return cost


class Program:
    """A program that is told what to do line by line."""

    def __init__(self, name, *command):
        self.name = name
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.compiled = self.process.stdout.readline().split()

    def ask(self, *words):
        print(*words, file=self.process.stdin, flush=True)
        return [float(word) for word in self.process.stdout.readline().split()]

    def run(self, count):
        return self.ask("run", count)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def in_straight_c(folder):
    compiler = shutil.which("clang") or shutil.which("cc")
    if not compiler:
        return None
    program = os.path.join(folder, "xor")
    subprocess.run(
        [compiler, "-O2", os.path.join(HERE, "xor.c"), "-o", program, "-lm"],
        check=True)
    return Program("straight C", program)


def unit(seconds):
    for name, size in [("s", 1), ("ms", 1e-3), ("µs", 1e-6)]:
        if seconds >= size:
            return f"{seconds / size:.3g} {name}"
    return f"{seconds * 1e9:.3g} ns"


def row(name, times, ours):
    middle = statistics.median(times)
    ratio = middle / statistics.median(ours)
    print(f"  {name:<12} median {unit(middle):>8}   from {unit(min(times)):>8}"
          f" to {unit(max(times)):>8}   {ratio:6.2f} of ours")


def train(name, folder):
    work = WORKS[name]
    others = [InNumPy(work)] + ([InTorch(work)] if torch else [])
    ours = Program("backstep", PROGRAM, name)
    straight = in_straight_c(folder) if name == "xor" else None
    runners = [ours] + others + ([straight] if straight else [])
    times = {runner.name: [] for runner in runners}
    for turn in range(work["rounds"] + 1):
        costs = []
        for runner in runners:
            time.sleep(REST)
            took, cost = runner.run(work["count"])
            costs.append(cost)
            if turn:
                times[runner.name].append(took / work["count"])
    done = (work["rounds"] + 1) * work["count"]
    print(f"{name}: one iteration of {work['layers']} on {work['examples']}"
          f" examples, {work['rounds']} rounds of {work['count']}")
    for runner in runners:
        row(runner.name, times[runner.name], times["backstep"])
    spread = max(abs(cost - costs[0]) for cost in costs) / abs(costs[0])
    print(f"  compiled in {unit(float(ours.compiled[1]))}, "
          f"{ours.compiled[2]} steps, {int(ours.compiled[3]) >> 10} KiB; after "
          f"{done} iterations the costs agree to {spread:.1e}")
    for runner in runners:
        if isinstance(runner, Program):
            runner.end()


def check():
    """All 10,285 slopes; NumPy does a sample, from which its time follows."""
    work = WORKS["digits"]
    numpy, ours = InNumPy(work), Program("backstep", PROGRAM, "digits")
    rng = np.random.default_rng(1)
    total = sum(w.size for w in numpy.weights) + sum(
        b.size for b in numpy.biases)
    places = [(0, int(rng.integers(25)), int(rng.integers(400)))
              for _ in range(20)]
    mine, theirs = [], []
    for turn in range(5):
        took, slopes = numpy.check(places)
        theirs.append(took / len(places) * total)
        time.sleep(REST)
        mine.append(ours.ask("check")[0])
    worst = 0
    for (layer, row_, column), slope in zip(places, slopes):
        value = ours.ask("slope", f"W{layer + 1}", row_, column)[0]
        worst = max(worst, abs(value - slope))
    print(f"check: all {total} slopes of [400, 25, 10] on 5000 examples, two"
          " costs each, 5 rounds")
    row("backstep", mine, mine)
    row("NumPy", theirs, mine)
    print(f"  NumPy's time follows from {len(places)} weights; on these the"
          f" slopes differ by {worst:.1e} at most")
    ours.end()


def main():
    if not os.path.exists(PROGRAM):
        sys.exit(__doc__)
    names = sys.argv[1:] or list(WORKS) + ["check"]
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            if name == "check":
                check()
            elif name in WORKS:
                train(name, folder)
            else:
                sys.exit(__doc__)


main()
