#define _GNU_SOURCE
#include "shell_keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

// Between `fork` and `exec` nothing is called that a signal handler may not call: another thread may have
// held any lock at the time.

static void tell(int news, int is_failure, int value) {
  struct shell_news text = {is_failure, value};
  while (write(news, &text, sizeof text) < 0 && errno == EINTR) {
  }
}

static void end_group(int signal) {
  (void)signal;
  kill(0, SIGKILL);
}

static void close_all_but(int kept) {
  long limit = sysconf(_SC_OPEN_MAX);
  if (limit < 0 || limit > 65536) limit = 65536;
#ifdef __linux__
  if ((kept == 0 || close_range(0, (unsigned)kept - 1, 0) == 0) &&
      close_range((unsigned)kept + 1, ~0U, 0) == 0) {
    return;
  }
#endif
  for (int descriptor = 0; descriptor < limit; descriptor += 1) {
    if (descriptor != kept) close(descriptor);
  }
}

static void reset_signals(void) {
  const int signals[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGTSTP, SIGCHLD};
  for (size_t index = 0; index < sizeof signals / sizeof *signals; index += 1) {
    signal(signals[index], SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static _Noreturn void run_shell(const char *commands, int output, int news) {
  int input = open("/dev/null", O_RDONLY);
  if (input >= 0 && dup2(input, 0) >= 0 && dup2(output, 1) >= 0 && dup2(output, 2) >= 0) {
    if (input > 2) close(input);
    execl("/bin/sh", "sh", "-c", commands, (char *)NULL);
  }
  tell(news, 1, errno);
  _exit(127);
}

static _Noreturn void keep(const char *commands, int output, int news, pid_t parent) {
  reset_signals();
  setpgid(0, 0);
#ifdef __linux__
  prctl(PR_SET_CHILD_SUBREAPER, 1UL, 0UL, 0UL, 0UL);
#endif
  pid_t shell = fork();
  if (shell == 0) run_shell(commands, output, news);
  if (shell < 0) tell(news, 1, errno);
  // Whoever waits for the end of the output must not wait for us.
  close_all_but(news);
  signal(SIGTERM, end_group);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, (unsigned long)SIGTERM, 0UL, 0UL, 0UL);
#endif
  if (getppid() != parent) end_group(0);
  for (;;) {
    int status = 0;
    pid_t ended = waitpid(-1, &status, 0);
    if (ended == shell && ended > 0) tell(news, 0, status);
    if (ended < 0 && errno == ECHILD) pause();
  }
}

pid_t shell_keeper_start(const char *commands, int output, int *news) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  pid_t parent = getpid();
  pid_t keeper = fork();
  if (keeper == 0) keep(commands, output, ends[1], parent);
  int code = errno;
  close(ends[1]);
  if (keeper < 0) {
    close(ends[0]);
    errno = code;
    return -1;
  }
  *news = ends[0];
  return keeper;
}
