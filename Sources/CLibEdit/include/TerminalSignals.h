// The signals that concern whoever waits for keys, while somebody does: a handler that only counts and
// writes a byte to a pipe, so that a wait for keys can be a wait for both.

#ifndef TERMINALSIGNALS_H
#define TERMINALSIGNALS_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

// Handles SIGWINCH, SIGCONT, SIGTERM and SIGHUP, but none that the process ignores, until it has been
// ended as often as it was begun. A handler that was there before is called, too.
void mamlnb_signals_begin(void);
void mamlnb_signals_end(void);

// The descriptor that can be read when one of them has come; -1 where there is none.
int mamlnb_signals_pipe(void);

// How often the process has gone on after a stop, and whether SIGTERM or SIGHUP has come and has not been
// forgotten since.
int mamlnb_signals_continued(void);
bool mamlnb_signals_terminated(void);
void mamlnb_signals_forget_termination(void);

#ifdef __cplusplus
}
#endif
#endif
