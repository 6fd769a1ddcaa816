"""What a terminal shows: pyte's screen, with what it lacks."""

import re
import unicodedata

import pyte
from pyte import modes
from wcwidth import wcwidth

ZERO_WIDTH_JOINER = "\u200d"
# What a terminal takes and doesn't show: strings for it, and control sequences with a private lead.
UNSHOWN = re.compile(rb"\x1b[PX^_].*?(?:\x1b\\|\x07)|\x1b\[[<=>][0-9;]*[A-Za-z]", re.DOTALL)
# The beginning of one of these, at the end of what was read.
UNFINISHED = re.compile(rb"\x1b(?:[PX^_](?:(?!\x1b\\|\x07).)*|\[[<=>]?[0-9;]*)?\Z", re.DOTALL)
# How long a cell or all of them took, which a busy machine adds to what is quick on another.
DURATION = re.compile(
    rb"\x1b\[2m(?:\(\d[\d. a-z\xc2\xb5]*\)|\d+ cells? ran in \d[^\x1b]*)\x1b\[0m\r\n")
PASTES_IN_BRACKETS = 2004 << 5  # as pyte notes private modes


class Grid(pyte.Screen):
    """A screen whose cells hold graphemes.

    Where `clusters` is set it gives what is joined (a family, a flag, a skin tone) two columns, as
    newer terminals do; else each code point has its own, as in xterm.
    """

    def __init__(self, columns, lines, reply, clusters):
        self.reply = reply
        self.clusters = clusters
        self.hides_durations = True
        self.last = None  # the row and column of the last character, while it may be joined
        super().__init__(columns, lines)
        self.stream = pyte.ByteStream(self)
        self.stream.use_utf8 = True
        self.unread = b""

    def feed(self, data):
        data = self.unread + data
        rest = UNFINISHED.search(data)
        self.unread = rest.group() if rest else b""
        data = UNSHOWN.sub(b"", data[: len(data) - len(self.unread)])
        self.stream.feed(DURATION.sub(b"", data) if self.hides_durations else data)

    def write_process_input(self, data):
        self.reply(data.encode())

    @property
    def pastes_in_brackets(self):
        return PASTES_IN_BRACKETS in self.mode

    # Drawing

    def draw(self, data):
        data = data.translate(self.g1_charset if self.charset else self.g0_charset)
        for character in data:
            if not self.join(character):
                self.put(character, wcwidth(character))
        self.dirty.add(self.cursor.y)

    def join(self, character):
        """Adds a character to the last cell where it belongs to that one."""
        if self.last is None:
            return wcwidth(character) <= 0
        row, column = self.last
        cell = self.buffer[row][column]
        flag = "\U0001f1e6" <= character <= "\U0001f1ff"
        joins = wcwidth(character) <= 0
        if self.clusters and not joins:
            joins = (
                cell.data.endswith(ZERO_WIDTH_JOINER)
                or "\U0001f3fb" <= character <= "\U0001f3ff"
                or flag and len(cell.data) == 1 and "\U0001f1e6" <= cell.data <= "\U0001f1ff")
            widens = joins and flag or character == "\ufe0f"
        else:
            widens = False
        if not joins:
            return False
        if unicodedata.category(character) != "Cc":
            joined = unicodedata.normalize("NFC", cell.data + character)
            self.buffer[row][column] = cell._replace(data=joined)
            if widens and column + 1 < self.columns and self.cursor.x == column + 1:
                self.buffer[row][column + 1] = cell._replace(data="")
                self.cursor.x += 1
        return True

    def put(self, character, width):
        wraps = modes.DECAWM in self.mode
        if self.cursor.x + width > self.columns:
            if wraps:
                self.carriage_return()
                self.linefeed()
            else:
                self.cursor.x = self.columns - width
        if modes.IRM in self.mode:
            self.insert_characters(width)
        line = self.buffer[self.cursor.y]
        line[self.cursor.x] = self.cursor.attrs._replace(data=character)
        if width == 2:
            line[self.cursor.x + 1] = self.cursor.attrs._replace(data="")
        self.last = self.cursor.y, self.cursor.x
        self.cursor.x += width

    # What is joined to a character follows it at once.
    def index(self):
        self.last = None
        super().index()

    def carriage_return(self):
        self.last = None
        super().carriage_return()

    def cursor_position(self, line=None, column=None):
        self.last = None
        super().cursor_position(line, column)

    def cursor_back(self, count=None):
        # From behind the last column a terminal goes back from the last one.
        self.last = None
        super().cursor_back(count)

    def cursor_to_column(self, column=None):
        self.last = None
        super().cursor_to_column(column)

    def cursor_forward(self, count=None):
        self.last = None
        super().cursor_forward(count)

    def cursor_up(self, count=None):
        self.last = None
        super().cursor_up(count)

    def cursor_down(self, count=None):
        self.last = None
        super().cursor_down(count)

    def backspace(self):
        self.last = None
        super().backspace()

    def erase_in_display(self, how=0, *arguments, **more):
        self.last = None
        super().erase_in_display(how, *arguments, **more)

    def resize(self, lines=None, columns=None):
        """As xterm does: rows go off the top only as far as the cursor needs it."""
        lines, columns = lines or self.lines, columns or self.columns
        self.last = None
        over = max(0, self.cursor.y - lines + 1)
        rows = {row - over: line for row, line in self.buffer.items() if over <= row < over + lines}
        self.buffer.clear()
        for row, line in rows.items():
            for column in [column for column in line if column >= columns]:
                del line[column]
            self.buffer[row] = line
        self.lines, self.columns = lines, columns
        self.cursor.y -= over
        self.cursor.x = min(self.cursor.x, columns - 1)
        self.margins = None
        self.dirty.update(range(lines))

    def select_graphic_rendition(self, *attributes, **more):
        """pyte knows no faint text; it is noted as a kind of bold."""
        if more:
            return
        rest, known = list(attributes), []
        while rest:
            attribute = rest.pop(0)
            if attribute in (38, 48) and rest:
                # A colour by number, or by red, green and blue.
                count = 2 if rest[0] == 5 else 4
                known += [attribute] + rest[:count]
                del rest[:count]
            else:
                known.append(attribute)
                if attribute == 2:
                    super().select_graphic_rendition(*known[:-1], 22)
                    self.cursor.attrs = self.cursor.attrs._replace(bold="faint")
                    known = []
                    if not rest:
                        return
        super().select_graphic_rendition(*known)

    # Looking

    def rows(self):
        """The rows' texts, without blanks at their ends."""
        rows = range(self.lines)
        return ["".join(cell.data for cell in self.cells(row)).rstrip() for row in rows]

    def cells(self, row):
        line = self.buffer[row]
        return [line[column] for column in range(self.columns)]

    def styled(self, row):
        """The parts of a row that are not plain, as pairs of a style and a text."""
        parts = []
        for cell in self.cells(row):
            style = style_of(cell)
            if cell.data == " " and style != "underlined" and "reverse" not in style:
                # Blanks have a colour that nobody sees; they part nothing.
                style = parts[-1][0] if parts else ""
            if parts and parts[-1][0] == style:
                parts[-1][1] += cell.data
            else:
                parts.append([style, cell.data])
        return [(style, text.rstrip()) for style, text in parts if style and text.strip()]


def style_of(cell):
    """A cell's style in words: `bold red on blue`."""
    words = [
        word for word, holds in (
            ("bold", cell.bold is True), ("faint", cell.bold == "faint"), ("italic", cell.italics),
            ("underlined", cell.underscore), ("struck", cell.strikethrough),
            ("reverse", cell.reverse)) if holds]
    if cell.fg != "default":
        words.append(cell.fg)
    if cell.bg != "default":
        words.append("on " + cell.bg)
    return " ".join(words)
