"""A program in a pseudo-terminal of its own."""

import fcntl
import os
import select
import signal
import struct
import termios
import time

from .grid import Grid
from .processes import end_session, sleeps

# How long a program is quiet before it counts as having nothing more to say.
QUIET = 0.02
# How long it may take to answer what was typed by anything.
ANSWER = 0.5


class Terminal:
    """A program, the terminal that it runs in, and what that shows.

    `ended` is None while it runs, then its exit status, or the negative number of the signal that
    ended it.
    """

    def __init__(self, command, folder, environment, columns, lines, clusters=False):
        self.ours, self.theirs = os.openpty()
        os.set_blocking(self.ours, False)
        self.grid = Grid(columns, lines, self.send, clusters)
        self.unsent = b""
        self.ended = None
        self.heard = self.sent = time.monotonic()
        self.output = bytearray()
        self.set_size(columns, lines)
        # The first terminal that the leader of a session opens is the session's.
        opening = [(os.POSIX_SPAWN_OPEN, 0, os.ttyname(self.theirs), os.O_RDWR, 0)]
        self.process = os.posix_spawn(
            "/usr/bin/env", ["env", f"--chdir={folder}", *command], environment, setsid=True,
            # Whoever runs this may have signals of its own blocked or ignored.
            setsigmask=[],
            setsigdef=[signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGPIPE],
            file_actions=opening + [(os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)])

    def set_size(self, columns, lines):
        fcntl.ioctl(self.ours, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def resize(self, columns, lines):
        self.grid.resize(lines, columns)
        self.set_size(columns, lines)

    def send(self, data):
        """Types bytes."""
        self.unsent += data
        self.pump(0)

    def pump(self, seconds):
        """Waits for output for so long, and takes what there is of it."""
        readable, writable, _ = select.select(
            [self.ours], [self.ours] if self.unsent else [], [], seconds)
        if writable:
            try:
                # A terminal holds no more than 4095 bytes that nobody has read.
                self.unsent = self.unsent[os.write(self.ours, self.unsent[:1024]):]
                self.sent = time.monotonic()
            except BlockingIOError:
                pass
        if readable:
            try:
                data = os.read(self.ours, 65_536)
            except BlockingIOError:
                data = b""
            if data:
                self.output += data
                self.grid.feed(data)
                self.heard = time.monotonic()
        if self.ended is None:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                self.ended = os.waitstatus_to_exitcode(status)

    # What the program is doing

    def foreground(self):
        """The leader of the foreground's processes."""
        try:
            return os.tcgetpgrp(self.ours)
        except OSError:
            return self.process

    def has_settled(self):
        """Whether the program has taken all that was typed, sleeps, and has been quiet."""
        now = time.monotonic()
        if self.unsent or now - self.heard < QUIET:
            return False
        if self.heard < self.sent and now - self.sent < ANSWER:
            return False
        if self.ended is not None:
            return True
        return self.unread() == 0 and sleeps(self.foreground())

    def asks(self):
        """Whether the program waits for keys, each by itself."""
        # The mode first: it may change while the program is looked at.
        keys = not termios.tcgetattr(self.theirs)[3] & termios.ICANON
        return keys and self.ended is None and self.has_settled()

    def runs(self):
        """Whether the program has taken what was typed and leaves keys to the terminal."""
        lines = termios.tcgetattr(self.theirs)[3] & termios.ICANON
        return not self.unsent and self.unread() == 0 and bool(lines)

    def unread(self):
        """How many bytes were typed that the program has not taken."""
        return struct.unpack("i", fcntl.ioctl(self.theirs, termios.FIONREAD, b"\0" * 4))[0]

    # Ending it

    def signal(self, number):
        os.killpg(self.foreground(), number)

    def hang_up(self):
        """Closes the terminal, as a person closes a window."""
        os.close(self.theirs)
        os.close(self.ours)
        self.ours = self.theirs = None
        limit = time.monotonic() + 20
        while self.ended is None and time.monotonic() < limit:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                self.ended = os.waitstatus_to_exitcode(status)
            time.sleep(0.005)

    def close(self):
        """Ends the program and all that it started."""
        end_session(self.process)
        if self.ours is not None:
            os.close(self.theirs)
            os.close(self.ours)
            self.ours = None
        if self.ended is None:
            _, status = os.waitpid(self.process, 0)
            self.ended = os.waitstatus_to_exitcode(status)
