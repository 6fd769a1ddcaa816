#define _GNU_SOURCE

#include "TerminalSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static const int handled[] = {SIGWINCH, SIGCONT, SIGTERM, SIGHUP};
enum { COUNT = sizeof handled / sizeof *handled };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int waiting;
static struct sigaction before[COUNT];
static bool isReplaced[COUNT];
static int ends[2] = {-1, -1};
static atomic_int writeEnd = -1;
static atomic_int continued;
static atomic_bool isTerminated;

static void handle(int number) {
  int error = errno;
  if (number == SIGCONT) atomic_fetch_add(&continued, 1);
  if (number == SIGTERM || number == SIGHUP) atomic_store(&isTerminated, true);
  for (int i = 0; i < COUNT; i++) {
    if (handled[i] != number || before[i].sa_flags & SA_SIGINFO) continue;
    void (*old)(int) = before[i].sa_handler;
    if (old != SIG_DFL && old != SIG_IGN) old(number);
  }
  int descriptor = atomic_load(&writeEnd);
  if (descriptor >= 0) (void)!write(descriptor, "", 1);
  errno = error;
}

void mamlnb_signals_begin(void) {
  pthread_mutex_lock(&lock);
  if (ends[0] < 0 && pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0) atomic_store(&writeEnd, ends[1]);
  if (waiting++ == 0) {
    struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < COUNT; i++) {
      isReplaced[i] = sigaction(handled[i], NULL, &before[i]) == 0 &&
                      (before[i].sa_handler != SIG_IGN || handled[i] == SIGWINCH) &&
                      sigaction(handled[i], &action, NULL) == 0;
    }
  }
  pthread_mutex_unlock(&lock);
}

void mamlnb_signals_end(void) {
  pthread_mutex_lock(&lock);
  if (--waiting == 0) {
    for (int i = 0; i < COUNT; i++) {
      if (isReplaced[i]) sigaction(handled[i], &before[i], NULL);
    }
  }
  pthread_mutex_unlock(&lock);
}

int mamlnb_signals_pipe(void) { return ends[0]; }

int mamlnb_signals_continued(void) { return atomic_load(&continued); }

bool mamlnb_signals_terminated(void) { return atomic_load(&isTerminated); }

void mamlnb_signals_forget_termination(void) { atomic_store(&isTerminated, false); }
