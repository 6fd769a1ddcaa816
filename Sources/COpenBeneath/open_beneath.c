#define _GNU_SOURCE
#include "open_beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

const int open_path_only = O_PATH;

// The C library has no wrapper of its own yet.
int open_beneath(int folder, const char *path, int flags, mode_t mode, int refuses_links) {
  struct open_how how;
  memset(&how, 0, sizeof how);
  how.flags = (unsigned)(flags | O_CLOEXEC);
  how.mode = flags & O_CREAT ? mode : 0;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  if (refuses_links) how.resolve |= RESOLVE_NO_SYMLINKS;
  long descriptor = -1;
  // EAGAIN: something was renamed while `..` was looked up, so the kernel cannot tell. Somebody who
  // renames without end must not keep us here.
  for (int attempt = 0; attempt < 100; attempt += 1) {
    descriptor = syscall(SYS_openat2, folder, path, &how, sizeof how);
    if (descriptor >= 0 || (errno != EINTR && errno != EAGAIN)) break;
  }
  return (int)descriptor;
}
