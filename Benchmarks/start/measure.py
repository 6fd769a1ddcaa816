"""measure.py MAMLNB [--rounds N]: how long it takes from the start of the process to its output.

Four programs start in turn, round after round, so that all see the same machine: a notebook that
prints "hello", the prompt without input, the prompt in a terminal up to where it can be typed at,
and the Python beside them. The table gives medians, and how many times as long as Python each takes.
"""

import argparse
import os
import pathlib
import pty
import statistics
import sys
import tempfile
import time

PYTHON = "/usr/bin/python3"
# The prompt in its colour.
PROMPT = b"\x1b[1;36m>"


def seconds_until(wanted, command, folder, terminal=False):
    """The time from the start of a command to the end of what is wanted of its output; where that
    is nothing, to its end."""
    if terminal:
        ours, theirs = pty.openpty()
        given = theirs
    else:
        ours, theirs = os.pipe()
        given = os.open("/dev/null", os.O_RDONLY)
    actions = [(os.POSIX_SPAWN_DUP2, given, 0), (os.POSIX_SPAWN_DUP2, theirs, 1)]
    environment = dict(os.environ, XDG_STATE_HOME=str(folder), TERM="xterm-256color")
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment, file_actions=actions, setsid=True)
    os.close(theirs)
    output = b""
    while wanted is None or wanted not in output:
        try:
            more = os.read(ours, 4096)
        except OSError:  # how a terminal says that nobody writes to it any more
            more = b""
        if not more:
            break
        output += more
    if wanted is None:
        os.waitpid(process, 0)
    elapsed = time.perf_counter() - start
    os.close(ours)
    if not terminal:
        os.close(given)
    if wanted is not None:
        os.waitpid(process, 0)
        if wanted not in output:
            sys.exit(f"{' '.join(command)} printed {output!r}")
    return elapsed


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mamlnb")
    options.add_argument("--rounds", type=int, default=41)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        notebook = folder / "hello.mamlnb"
        notebook.write_text('```swift\nprint("hello")\n```\n')
        programs = {
            "python": lambda: seconds_until(b"1\n", [PYTHON, "-c", "print(1)"], folder),
            "hello": lambda: seconds_until(
                b"\nhello\n", [options.mamlnb, "run", str(notebook)], folder),
            "no input": lambda: seconds_until(None, [options.mamlnb], folder),
            "prompt": lambda: seconds_until(
                PROMPT, [options.mamlnb], folder, terminal=True),
        }
        times = {program: [] for program in programs}
        for round in range(-2, options.rounds):
            for program, measure in programs.items():
                elapsed = measure()
                if round >= 0:  # the first ones find the files
                    times[program].append(elapsed)
    medians = {program: statistics.median(all) for program, all in times.items()}
    print(f"{'':10}{'median':>10}{'fastest':>10}{'of python':>11}   ({options.rounds} rounds)")
    for program, median in medians.items():
        print(
            f"{program:10}{median * 1000:7.1f} ms{min(times[program]) * 1000:7.1f} ms"
            f"{median / medians['python']:11.2f}")


main()
