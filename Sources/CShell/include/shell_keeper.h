#ifndef SHELL_KEEPER_H
#define SHELL_KEEPER_H

#include <sys/types.h>

/// What is heard of a shell: its wait status, or the error number of why it did not start.
struct shell_news {
  int is_failure;
  int value;
};

/// Starts `/bin/sh -c commands` without input, with both outputs on `output`, below a process of our own
/// that keeps it: the keeper is the parent of every process that the commands start and whose own parent
/// ends, so that all of them can be found below it, whatever group, session or environment they have.
///
/// The keeper never ends by itself; it is to be killed and waited for. It ends with the thread that
/// calls this, and takes the group of the shell along.
///
/// Returns the keeper, and in `news` a descriptor from which one `struct shell_news` can be read when the
/// shell has ended; or -1 with the reason in `errno`.
pid_t shell_keeper_start(const char *commands, int output, int *news);

#endif
