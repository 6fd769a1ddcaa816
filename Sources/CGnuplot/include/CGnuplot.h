// A gnuplot process that draws scripts, behind plain C: gnuplot-iostream over pipes that we opened.
//
// Commands go to gnuplot's standard input through a pipe; scripts, data and pictures lie in
// anonymous files in memory, which the process inherits. So nothing that a user wrote ever reaches
// the command stream, no write can block on a gnuplot that hangs, a failed plot cannot turn its
// data into commands, and nothing is left behind in any folder.
//
// No function throws, raises SIGPIPE, or blocks longer than it says. One thread at a time.

#ifndef CGNUPLOT_H
#define CGNUPLOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// A running gnuplot and the ends of its pipes that are ours.
typedef struct CGnuplot CGnuplot;

// The descriptors under which the process finds its files.
enum { CGnuplotScript = 3, CGnuplotData = 4, CGnuplotPicture = 5 };

// Which of the process's streams to read.
typedef enum { CGnuplotReplies = 0, CGnuplotMessages = 1 } CGnuplotStream;

// Starts `executable` (found in PATH unless it has a slash), or returns null and sets the errno
// value in `error`. The process leads a process group of its own, so that an interrupt typed at the
// terminal does not reach it, and ends when our end of the pipe closes, even if we are killed.
CGnuplot *_Nullable cgnuplot_start(const char *executable, int *error);

// Empties the script, data and picture files. Returns 0 or an errno value.
int cgnuplot_clear(CGnuplot *gnuplot);

// Appends to the script file. Returns 0 or an errno value.
int cgnuplot_write_script(CGnuplot *gnuplot, const char *bytes, size_t count);

// Appends numbers in binary to the data file. Returns 0 or an errno value.
int cgnuplot_write_doubles(CGnuplot *gnuplot, const double *_Nullable numbers, size_t count);

// Appends bytes to the data file. Returns 0 or an errno value.
int cgnuplot_write_bytes(CGnuplot *gnuplot, const uint8_t *_Nullable bytes, size_t count);

// Sends a command of at most 4,096 bytes down the pipe. Returns 0 or an errno value (EPIPE when
// gnuplot has gone).
int cgnuplot_command(CGnuplot *gnuplot, const char *command);

// Waits at most so long for replies and messages and takes in what there is. Returns false once
// both streams have ended, as they do when the process dies.
bool cgnuplot_read(CGnuplot *gnuplot, int milliseconds);

// What a stream has brought so far; valid until the next call on this process.
const char *cgnuplot_text(CGnuplot *gnuplot, CGnuplotStream stream, size_t *count);

// Forgets what a stream has brought so far.
void cgnuplot_forget(CGnuplot *gnuplot, CGnuplotStream stream);

// The size of the picture file, or -1.
ssize_t cgnuplot_picture_size(CGnuplot *gnuplot);

// Copies the first `count` bytes of the picture file. Returns 0 or an errno value.
int cgnuplot_read_picture(CGnuplot *gnuplot, uint8_t *_Nullable bytes, size_t count);

// The process's id.
pid_t cgnuplot_process_id(CGnuplot *gnuplot);

// Waits at most so long for the process to end. Returns true once it has, with what waitpid reported.
bool cgnuplot_has_ended(CGnuplot *gnuplot, int milliseconds, int *status);

// Kills the process if it runs, waits for it and frees everything; `gnuplot` must not be used again.
void cgnuplot_stop(CGnuplot *gnuplot);

// Whether any font of this machine has a character; true where that cannot be found out.
bool cgnuplot_can_show(uint32_t scalar);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif

#endif
