"""Plays a scenario: does its steps, and compares its screens."""

import os
import pathlib
import re
import shlex
import signal
import subprocess
import tempfile
import time

from . import golden
from .scenario import ScenarioError, key_bytes
from .terminal import Terminal

# How long something that has to come may take, on a machine that does other things as well.
LIMIT = 60
# How long a program must have been quiet until its screen counts as what it shows in the end.
PATIENCE = 4
# The same where the screen is recorded and there is nothing to wait for.
RECORDING_PATIENCE = 0.7


class Player:
    """One scenario on a terminal of one size."""

    def __init__(self, scenario, binary, columns, lines, records):
        self.scenario, self.records = scenario, records
        self.columns, self.lines = columns, lines
        self.binary = pathlib.Path(binary).resolve()
        self.expected = golden.read(scenario.goldens(f"{columns}x{lines}"))
        self.seen = {}
        self.problems = []
        self.masks = []
        self.limit = LIMIT
        self.hides_durations = True
        self.windows = {}
        self.window = "1"

    def play(self):
        with tempfile.TemporaryDirectory(prefix="screens-") as folder:
            self.folder = pathlib.Path(folder)
            programs = self.folder / ".programs"
            programs.mkdir()
            (programs / "mamlnb").symlink_to(self.binary)
            self.masks.append((re.escape(folder), "~"))
            self.environment = {
                "HOME": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PS1": "$ ",
                "PATH": f"{programs}:/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"}
            try:
                for step in self.scenario.steps:
                    self.step = step
                    getattr(self, "do_" + step.verb.replace("-", "_"))(step.text)
            except ScenarioError as error:
                self.report(str(error), shows=True)
            finally:
                for terminal in self.windows.values():
                    terminal.close()
        if not self.problems:
            for name in self.expected.keys() - self.seen.keys():
                if not self.records:
                    self.problems.append(f"{self.scenario.path}: no step looks at screen '{name}'")
            if self.records:
                text = "".join(screen.text for screen in self.seen.values())
                self.scenario.goldens(f"{self.columns}x{self.lines}").write_text(text)
        return self.problems

    def report(self, text, shows=False):
        place = f"{self.scenario.path}:{self.step.line}: {self.columns}x{self.lines}: {text}"
        if shows and self.window in self.windows:
            grid = self.windows[self.window].grid
            rows = golden.seen("", grid, [], False).rows
            place += "".join(f"\n  │{row}" for row in rows)
            place += f"\n  the cursor at row and column {grid.cursor.y}, {grid.cursor.x}"
        self.problems.append(place)

    # Waiting

    @property
    def terminal(self):
        if self.window not in self.windows:
            raise ScenarioError("nothing was started in this window")
        return self.windows[self.window]

    def until(self, holds, what):
        """Waits until something holds."""
        limit = time.monotonic() + self.limit
        while not holds():
            if time.monotonic() > limit:
                raise ScenarioError(f"waited {self.limit} s {what}")
            for terminal in self.windows.values():
                if terminal.ours is not None:
                    terminal.pump(0.004)

    def until_asked(self):
        terminal = self.terminal
        self.until(
            lambda: terminal.asks() or terminal.ended is not None and terminal.has_settled(),
            "for the program to ask for something")

    # Steps: what is there

    def do_file(self, name):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.step.block)

    def do_env(self, text):
        name, _, value = text.partition("=")
        self.environment[name] = value

    def do_run(self, command):
        result = subprocess.run(
            ["sh", "-c", command], cwd=self.folder, env=self.environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=self.limit)
        if result.returncode != 0:
            self.report(f"'{command}' ended with {result.returncode}: {result.stdout.strip()}")

    def do_mask(self, pattern):
        self.masks.append((pattern, "‹masked›"))

    def do_limit(self, seconds):
        self.limit = float(seconds)

    def do_durations(self, _):
        self.hides_durations = False

    # Steps: the program

    def do_start(self, command):
        if self.window in self.windows:
            self.windows[self.window].close()
        self.windows[self.window] = Terminal(
            shlex.split(command), self.folder, self.environment, self.columns, self.lines,
            clusters=self.columns > 80)
        self.terminal.grid.hides_durations = self.hides_durations

    def do_window(self, name):
        self.window = name

    def do_ready(self, _):
        self.until_asked()
        if self.terminal.ended is not None:
            raise ScenarioError(f"the program ended with {ending(self.terminal.ended)}")

    def do_runs(self, _):
        self.until(self.terminal.runs, "for the program to run what was typed")

    def do_type(self, text):
        self.do_ready("")
        self.terminal.send(text.encode())

    def do_send(self, text):
        self.terminal.send(text.encode())

    def do_enter(self, text):
        self.do_type(text + "\r")
        self.until_asked()

    def do_key(self, names):
        for name in names.split():
            if name == "Escape":
                # What follows at once would be a key with Alt.
                self.until(self.terminal.has_settled, "for the program to take the keys before")
            self.terminal.send(key_bytes(name))
            if name == "Escape":
                self.until(self.terminal.has_settled, "for the program to take an Escape")
                time.sleep(0.2)

    def do_paste(self, _):
        self.do_ready("")
        text = self.step.block.removesuffix("\n").replace("\n", "\r").encode()
        if self.terminal.grid.pastes_in_brackets:
            text = b"\x1b[200~" + text + b"\x1b[201~"
        self.terminal.send(text)

    def do_resize(self, size):
        columns, lines = (int(number) for number in size.split("x"))
        self.until(self.terminal.has_settled, "for the program to be quiet")
        self.terminal.resize(columns, lines)

    def do_signal(self, name):
        self.terminal.signal(getattr(signal, "SIG" + name))

    def do_hang_up(self, _):
        self.terminal.hang_up()

    def do_expect_exit(self, wanted):
        terminal = self.terminal
        if terminal.ours is not None:
            self.until(lambda: terminal.ended is not None, "for the program to end")
            self.until(terminal.has_settled, "for the program's last words")
        if ending(terminal.ended) != wanted:
            self.report(f"expected exit {wanted}, got {ending(terminal.ended)}", shows=True)

    # Steps: looking

    def do_wait(self, text):
        self.until(lambda: text in "\n".join(self.terminal.grid.rows()), f"for '{text}'")

    def do_gone(self, text):
        self.until(
            lambda: text not in "\n".join(self.terminal.grid.rows()), f"for '{text}' to go")

    def do_screen(self, text):
        name, _, colour = text.partition(" ")
        if name in self.seen:
            raise ScenarioError(f"there are two screens '{name}'")
        terminal = self.terminal
        look = lambda: golden.seen(name, terminal.grid, self.masks, colour == "in colour")
        expected = None if self.records else self.expected.get(name)
        patience = PATIENCE if expected else RECORDING_PATIENCE
        limit = time.monotonic() + self.limit
        quiet = time.monotonic()
        while True:
            terminal.pump(0.004)
            if not terminal.has_settled():
                quiet = time.monotonic()
                if quiet > limit:
                    raise ScenarioError(f"waited {self.limit} s for the program to be quiet")
                continue
            if look() == expected:
                break
            if time.monotonic() - quiet > patience:
                break
        got = self.seen[name] = look()
        if self.records or got == expected:
            return
        if expected is None:
            self.report(f"screen '{name}' is not recorded", shows=True)
        else:
            self.report(
                f"screen '{name}' differs\n" + golden.beside(expected, got, self.columns))


def ending(status):
    """How a program ended: `0`, or the name of a signal."""
    if status is None:
        return "not at all"
    return str(status) if status >= 0 else signal.Signals(-status).name.removeprefix("SIG")
