#ifndef OPEN_BENEATH_H
#define OPEN_BENEATH_H

#include <sys/types.h>

/// What opens a file only to name it: no driver is woken, no pipe waits for its other end.
extern const int open_path_only;

/// Opens a path below the folder of a descriptor, and nothing that lies elsewhere: neither `..` nor a
/// link leads out of it (openat2 with RESOLVE_BENEATH).
///
/// Returns a descriptor that is closed on exec, or -1 with the reason in `errno`: EXDEV where the path
/// leads out, ENOSYS where the kernel (before 5.6) cannot do this. With `refuses_links` any link on the
/// way is ELOOP.
int open_beneath(int folder, const char *path, int flags, mode_t mode, int refuses_links);

#endif
