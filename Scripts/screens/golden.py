"""The screens that are expected: how they are written, read and compared."""

import dataclasses
import re

# What differs from run to run, wherever it stands; with the blanks around it, which fill columns.
MASKS = [
    (
        r" *(?<![\w.])\d+(?:\.\d+)?(?:e-?\d+)? ?(?:ns|µs|ms|s|seconds|min|h)(?!\w)"
        r"(?: \d+ ?(?:s|min)\b)? *",
        " ‹time› "),
    # Where a time stands at the end there may be none, because it was too short.
    (r" *‹time› *$", ""),
]


@dataclasses.dataclass
class Screen:
    """A screen with a name: its rows, where the cursor is, and for some the styles of its parts."""

    name: str
    cursor: tuple | None = None
    rows: list = dataclasses.field(default_factory=list)
    styles: list | None = None

    @property
    def text(self):
        head = f"=== {self.name}"
        if self.cursor is not None:
            head += f" at {self.cursor[0]},{self.cursor[1]}"
        if self.styles is not None:
            head += " in colour"
        lines = [head] + [f"|{row}".rstrip() for row in self.rows]
        for row, style, text in self.styles or []:
            lines.append(f"~{row} {style}: {text}")
        return "\n".join(lines) + "\n"


def seen(name, grid, masks, in_colour):
    """What a terminal shows now, with what differs from run to run masked."""

    def masked(text):
        for pattern, replacement in MASKS + masks:
            text = re.sub(pattern, replacement, text)
        return text.rstrip()

    rows = [masked(row) for row in grid.rows()]
    while rows and not rows[-1]:
        rows.pop()
    styles = None
    if in_colour:
        styles = [
            (row, style, masked(text))
            for row in range(grid.lines) for style, text in grid.styled(row)]
    return Screen(name, (grid.cursor.y, grid.cursor.x), rows, styles)


def read(path):
    """The screens of a file by name; none where there is no file."""
    screens = {}
    screen = None
    for line in path.read_text().split("\n") if path.exists() else []:
        if line.startswith("=== "):
            head = re.fullmatch(r"=== (\S+)(?: at (\d+),(\d+))?( in colour)?", line)
            cursor = (int(head[2]), int(head[3])) if head[2] else None
            screen = screens[head[1]] = Screen(head[1], cursor, [], [] if head[4] else None)
        elif line.startswith("|"):
            screen.rows.append(line[1:])
        elif line.startswith("~"):
            row, style, text = re.fullmatch(r"~(\d+) (.*?): (.*)", line).groups()
            screen.styles.append((int(row), style, text))
    return screens


def beside(expected, got, columns):
    """Two screens side by side, with a mark where they differ."""
    lines = [f"  {'expected':{columns}} │ got"]
    for row in range(max(len(expected.rows), len(got.rows))):
        left = expected.rows[row] if row < len(expected.rows) else ""
        right = got.rows[row] if row < len(got.rows) else ""
        mark = "≠" if left != right else " "
        lines.append(f"{mark} {left + ' ' * (columns - width(left))} │ {right}")
    if expected.cursor != got.cursor:
        lines.append(f"≠ the cursor at row and column {expected.cursor}, got {got.cursor}")
    if expected.styles != got.styles:
        left, right = set(expected.styles or []), set(got.styles or [])
        for row, style, text in sorted(left - right):
            lines.append(f"≠ expected in row {row} {style}: {text}")
        for row, style, text in sorted(right - left):
            lines.append(f"≠ got in row {row} {style}: {text}")
    return "\n".join(lines)


def width(text):
    """The columns of a text, roughly: what is wide counts two."""
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)
