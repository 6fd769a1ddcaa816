"""measure.py MAMLNB [--rounds N]: how long a person waits for a session, beside what it may take.

Everything is measured in turn, round after round, so that all see the same machine: from the start
of the process to its prompt, from Tab to the menu, a notebook of 500 cells from the start of `step`
to its prompt, 1,200 cells of a line with their outputs kept, `:back` over 100 cells, and 200,000
printed lines to a file and to a terminal; beside them, what Python takes to start and to print as
many lines. The table gives medians beside the targets.
"""

import argparse
import os
import pathlib
import pty
import re
import select
import signal
import statistics
import sys
import tempfile
import time

PYTHON = "/usr/bin/python3"
LIMIT = 60
CONTROL = re.compile(rb"\x1b(?:\[[0-9;?>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()].|[=>78])")
# What stands in the last line when a person can type: the place in the notebook, if there is one.
PROMPT = re.compile(rb"(?:^|[\r\n])(?:\[[^\]\r\n]*\] [^\r\n>]*)?> ?\r?(?:\n\r?)*$")
# What is typed before Tab.
COMPLETIONS = {
    "a name": "pr", "a static member": "Double.", "an argument": "train(",
    "a text's member": '"abc".', "an element's member": "points[0].", "a command": ":",
}
DECLARATION = "struct Point { var across = 1; var along = 2 }; let points = [Point(), Point()]"


class Program:
    """A program in a terminal, of which only the bytes are looked at."""

    def __init__(self, command, folder):
        self.begun = time.perf_counter()
        self.ours, theirs = pty.openpty()
        os.set_blocking(self.ours, False)
        environment = dict(
            os.environ, HOME=str(folder), XDG_STATE_HOME=str(folder), TERM="xterm-256color",
            LANG="C.UTF-8")
        actions = [(os.POSIX_SPAWN_OPEN, 0, os.ttyname(theirs), os.O_RDWR, 0)]
        actions += [(os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)]
        self.process = os.posix_spawn(
            command[0], command, environment, file_actions=actions, setsid=True)
        self.theirs = theirs
        self.output = b""

    def until(self, holds, keeps=1 << 14):
        """The time at which the last of the output came that makes something hold."""
        limit = time.perf_counter() + LIMIT
        while time.perf_counter() < limit:
            if select.select([self.ours], [], [], 1)[0]:
                self.output = (self.output + os.read(self.ours, 1 << 16))[-keeps:]
                if holds(CONTROL.sub(b"", self.output)):
                    return time.perf_counter()
        sys.exit(f"waited {LIMIT} s and got {self.output[-2000:]!r}")

    def until_asked(self):
        return self.until(PROMPT.search)

    def type(self, text):
        """Types a text; returns when."""
        self.output = b""
        start = time.perf_counter()
        os.write(self.ours, text.encode())
        return start

    def rest(self, seconds=0.05):
        """Takes what comes until nothing has come for some time; returns when the last came."""
        last = time.perf_counter()
        while select.select([self.ours], [], [], seconds)[0]:
            self.output += os.read(self.ours, 1 << 16)
            last = time.perf_counter()
        return last

    def end(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.ours)
        os.close(self.theirs)


def notebook(path, cells):
    path.write_text("# Cells\n\n" + "\n".join(f"```swift\n{cell}\n```\n" for cell in cells))
    return str(path)


def at_cell(number):
    """Whether an output ends with the prompt at a cell of the hundred and one."""
    return lambda output: f"[{number}/101".encode() in output and PROMPT.search(output)


def seconds_of(command, folder, output):
    """How long a command takes whose output goes to a file."""
    start = time.perf_counter()
    with open(output, "wb") as file, open("/dev/null", "rb") as nothing:
        files = enumerate([nothing.fileno(), file.fileno()])
        actions = [(os.POSIX_SPAWN_DUP2, ours, theirs) for theirs, ours in files]
        environment = dict(os.environ, HOME=str(folder), XDG_STATE_HOME=str(folder))
        process = os.posix_spawn(command[0], command, environment, file_actions=actions)
        _, status = os.waitpid(process, 0)
    if status != 0:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start


def seconds_on_terminal(command, folder):
    """How long a command takes that prints to a terminal."""
    program = Program(command, folder)
    while True:
        if select.select([program.ours], [], [], 0.001)[0]:
            os.read(program.ours, 1 << 16)
            continue
        process, status = os.waitpid(program.process, os.WNOHANG)
        if process:
            break
    elapsed = time.perf_counter() - program.begun
    os.close(program.ours)
    os.close(program.theirs)
    if status != 0:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return elapsed


class Measurements:
    """What is measured, by name."""

    def __init__(self, mamlnb, folder):
        self.mamlnb, self.folder = mamlnb, folder
        lets = [f"let a{number} = {number}" for number in range(500)]
        self.many = notebook(folder / "many.mamlnb", lets)
        self.hundred = notebook(folder / "hundred.mamlnb", lets[:101])
        self.short = notebook(folder / "short.mamlnb", [str(number) for number in range(1200)])
        self.printing = notebook(
            folder / "printing.mamlnb", ["for i in 0..<200_000 { print(i) }"])
        self.program = "for i in range(200_000): print(i)"

    def opening(self, *arguments):
        """From the start to the prompt."""
        program = Program([self.mamlnb, *arguments], self.folder)
        elapsed = program.until_asked() - program.begun
        program.end()
        return elapsed

    def completions(self):
        """From Tab to the last of the menu, for each kind of completion; None where none came."""
        program = Program([self.mamlnb], self.folder)
        program.until_asked()
        program.type(DECLARATION + "\r")
        program.until_asked()
        program.rest()
        for kind, text in COMPLETIONS.items():
            program.type(text)
            program.rest()
            start = program.type("\t")
            last = program.rest(0.7)
            # A terminal shows some of what it shows already.
            shown = CONTROL.sub(b"", program.output).strip(b"\a\r\n ")
            yield kind, last - start if shown else None
            program.type("\x15")
            program.rest()
            program.type("\x15")
            program.rest()
        program.end()

    def going_back(self):
        """`:back` over a hundred cells."""
        program = Program([self.mamlnb, "step", self.hundred], self.folder)
        program.until_asked()
        program.rest()
        program.type(":run 100\r")
        program.until(at_cell(101))
        program.rest()
        start = program.type(":back 1\r")
        elapsed = program.until(at_cell(1)) - start
        program.end()
        return elapsed

    def round(self):
        """All measurements once, as pairs of a name and seconds."""
        output = self.folder / "output.txt"
        yield "python3 -c pass", seconds_of([PYTHON, "-c", "pass"], self.folder, output)
        yield "to the prompt", self.opening()
        for kind, seconds in self.completions():
            yield f"Tab: {kind}", seconds
        yield "500 cells to step's prompt", self.opening("step", self.many)
        yield "1,200 cells run", seconds_of([self.mamlnb, "run", self.short], self.folder, output)
        yield ":back over 100 cells", self.going_back()
        run = [self.mamlnb, "run", self.printing]
        yield "200,000 lines to a file", seconds_of(run, self.folder, output)
        if output.read_bytes().count(b"\n") < 200_000:
            sys.exit("not all lines were printed")
        yield "200,000 lines to a terminal", seconds_on_terminal(run, self.folder)
        script = [PYTHON, "-c", self.program]
        yield "Python's to a file", seconds_of(script, self.folder, output)
        yield "Python's to a terminal", seconds_on_terminal(script, self.folder)


TARGETS = {
    "to the prompt": 0.03, "Tab": 0.02, "500 cells to step's prompt": 0.2, "1,200 cells run": 1.5,
    ":back over 100 cells": 0.01, "200,000 lines to a file": 1, "200,000 lines to a terminal": 1,
}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mamlnb")
    options.add_argument("--rounds", type=int, default=9)
    options = options.parse_args()
    times = {}
    with tempfile.TemporaryDirectory() as name:
        measurements = Measurements(os.path.realpath(options.mamlnb), pathlib.Path(name))
        for round in range(-1, options.rounds):
            for what, seconds in measurements.round():
                all = times.setdefault(what, [])
                if round >= 0 and seconds is not None:  # the first one finds the files
                    all.append(seconds)
    print(f"{'':30}{'median':>12}{'fastest':>12}{'target':>12}   ({options.rounds} rounds)")
    for what, all in times.items():
        if not all:
            print(f"{what:30}     nothing came")
            continue
        target = TARGETS.get(what.split(":")[0]) or TARGETS.get(what)
        median = statistics.median(all)
        row = f"{what:30}{median * 1000:9.1f} ms{min(all) * 1000:9.1f} ms"
        if target:
            row += f"{target * 1000:9.0f} ms" + ("" if median <= target else "   missed")
        print(row)


main()
