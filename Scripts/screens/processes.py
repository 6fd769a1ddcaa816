"""Processes of the machine, as /proc shows them."""

import os
import signal


def state_of(process):
    """The letter of a process's state, `X` where there is none."""
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0]
    except OSError:
        return "X"


def sleeps(process):
    """Whether all threads of a process sleep, or it has stopped or ended."""
    try:
        threads = os.listdir(f"/proc/{process}/task")
    except OSError:
        return True
    return all(state_of(f"{process}/task/{thread}") in "STXZ" for thread in threads)


def session_of(leader):
    """The processes of a session, its leader first where it is still there."""
    members = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                if os.getsid(int(name)) == leader and state_of(name) not in "XZ":
                    members.append(int(name))
            except (ProcessLookupError, PermissionError):
                pass
    return sorted(members)


def end_session(leader):
    """Ends all processes of a session, whatever they do."""
    for process in session_of(leader):
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass
