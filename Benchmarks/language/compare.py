"""compare.py MAMLNB [NAME…] [--rounds N]: the cell language beside this Python, and beside Lua.

Every NAME.swift has a twin NAME.py, and some have a NAME.lua; each defines `workload`, and all must
answer the same. They run in turn, each in a process of its own that times only the call; the table
gives medians and how many times as fast the cell is. Lua's is left out where there is no `lua5.4`.
"""

import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent

# Where a workload is scalar code, the language means to be four times as fast, and twice elsewhere.
SCALAR = ["fibonacci", "while_loop", "nested_loops", "sieve"]
OTHER = [
    "dictionary_counting", "map_filter_reduce", "string_building", "method_calls",
    "closure_calls", "string_splitting", "sorting", "struct_fields", "array_of_structs",
    "tuples_in_reduce", "dictionary_of_arrays", "text_by_characters",
]
LUA = shutil.which("lua5.4")

SWIFT_TIMING = """
let clock = Date()
let answer = workload()
print(answer, Date().timeIntervalSince(clock))
"""

PYTHON_TIMING = """
import time
clock = time.perf_counter()
answer = workload()
print(answer, time.perf_counter() - clock)
"""


LUA_TIMING = """
local clock = os.clock()
local answer = workload()
print(string.format("%d", answer), os.clock() - clock)
"""


def output(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")
    answer, seconds = done.stdout.split()[-2:]
    return answer, float(seconds)


def measure(mamlnb, name, rounds, folder):
    cell = (HERE / f"{name}.swift").read_text() + SWIFT_TIMING
    notebook = folder / f"{name}.mamlnb"
    notebook.write_text(f"```swift\n{cell}```\n")
    program = folder / f"{name}.py"
    program.write_text((HERE / f"{name}.py").read_text() + PYTHON_TIMING)
    script = folder / f"{name}.lua"
    has_lua = LUA is not None and (HERE / script.name).exists()
    if has_lua:
        script.write_text((HERE / script.name).read_text() + LUA_TIMING)
    ours, theirs, luas = [], [], []
    for _ in range(rounds):
        answer, seconds = output([mamlnb, "run", notebook, "--output", folder / "out"])
        expected, peer = output([sys.executable, program])
        if answer != expected:
            sys.exit(f"{name}: the cell answers {answer}, Python {expected}")
        ours.append(seconds)
        theirs.append(peer)
        if has_lua:
            expected, peer = output([LUA, script])
            if answer != expected:
                sys.exit(f"{name}: the cell answers {answer}, Lua {expected}")
            luas.append(peer)
    return (
        statistics.median(ours), statistics.median(theirs), statistics.median(luas) if luas else None)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mamlnb")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_intermixed_args()
    print(f"medians of {arguments.rounds}, beside Python {sys.version.split()[0]}")
    print(
        f"{'workload':<22}{'mamlnb':>11}{'Python':>11}{'times as fast':>16}{'wanted':>9}"
        f"{'Lua':>11}{'times as fast':>16}")
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.names or SCALAR + OTHER:
            ours, theirs, lua = measure(
                pathlib.Path(arguments.mamlnb).resolve(), name, arguments.rounds,
                pathlib.Path(folder))
            wanted = 4 if name in SCALAR else 2
            beside = f"{lua * 1e3:>8.1f} ms{lua / ours:>15.2f}x" if lua is not None else " " * 27
            mark = "" if theirs / ours >= wanted and (lua or ours) >= ours else "  below"
            print(
                f"{name:<22}{ours * 1e3:>8.1f} ms{theirs * 1e3:>8.1f} ms"
                f"{theirs / ours:>15.2f}x{wanted:>8}x{beside}{mark}", flush=True)


main()
