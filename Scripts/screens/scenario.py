"""Scenarios: files that say what is typed, and what is looked at."""

import dataclasses
import pathlib
import re

KEYS = {
    "Return": b"\r", "Tab": b"\t", "S-Tab": b"\x1b[Z", "Backspace": b"\x7f", "Escape": b"\x1b",
    "Space": b" ", "Up": b"\x1b[A", "Down": b"\x1b[B", "Right": b"\x1b[C", "Left": b"\x1b[D",
    "Home": b"\x1b[H", "End": b"\x1b[F", "Insert": b"\x1b[2~", "Delete": b"\x1b[3~",
    "PageUp": b"\x1b[5~", "PageDown": b"\x1b[6~",
    "C-Right": b"\x1b[1;5C", "C-Left": b"\x1b[1;5D",
    "M-Right": b"\x1b[1;3C", "M-Left": b"\x1b[1;3D",
    "M-Up": b"\x1b[1;3A", "M-Down": b"\x1b[1;3B", "C-Home": b"\x1b[1;5H", "C-End": b"\x1b[1;5F",
    "M-Return": b"\x1b\r", "M-Backspace": b"\x1b\x7f", "C-Space": b"\0",
}

# What each step takes: nothing, the rest of its line, or lines below it that begin with `|`.
STEPS = {
    "file": "line and block", "env": "line", "start": "line", "run": "line", "type": "line",
    "send": "line", "enter": "line", "key": "line", "paste": "block", "wait": "line",
    "gone": "line", "ready": "", "runs": "", "resize": "line", "signal": "line", "hang-up": "",
    "window": "line", "screen": "line", "expect-exit": "line", "mask": "line", "limit": "line",
    "durations": "",
}


class ScenarioError(Exception):
    """What is wrong with a scenario's file, or did not come about when it was played."""


@dataclasses.dataclass
class Step:
    line: int
    verb: str
    text: str = ""
    block: str = ""


@dataclasses.dataclass
class Scenario:
    path: pathlib.Path
    steps: list

    @property
    def name(self):
        return self.path.stem

    def goldens(self, size):
        return self.path.with_name(f"{self.name}.{size}.screens")


def key_bytes(name):
    """What a terminal sends for a key: `Up`, `C-a`, `M-b`, `M-Return`, `x`."""
    if name in KEYS:
        return KEYS[name]
    control = re.fullmatch(r"C-([a-z@\[\\\]^_/])", name)
    if control:
        return bytes([ord(control[1].replace("/", "_").upper()) & 0x1F])
    if re.fullmatch(r"M-.", name):
        return b"\x1b" + name[2:].encode()
    if len(name) == 1:
        return name.encode()
    raise ScenarioError(f"there is no key '{name}'; keys are {', '.join(KEYS)}, C-a, M-a and a")


def read(path):
    """The scenario in a file."""
    steps = []
    takes_block = False
    for number, line in enumerate(path.read_text().split("\n"), 1):
        if takes_block and line.startswith("|"):
            steps[-1].block += line[2:] + "\n"
            continue
        takes_block = False
        if not line.strip() or line.startswith("#"):
            continue
        verb, _, text = line.partition(" ")
        if verb not in STEPS:
            raise ScenarioError(
                f"{path}:{number}: there is no step '{verb}'; steps are {', '.join(STEPS)}")
        if bool(text) > ("line" in STEPS[verb]):
            raise ScenarioError(f"{path}:{number}: '{verb}' takes nothing, got '{text}'")
        takes_block = "block" in STEPS[verb]
        steps.append(Step(number, verb, text))
    for step in steps:
        if step.verb == "key":
            for name in step.text.split():
                key_bytes(name)
    return Scenario(path, steps)
