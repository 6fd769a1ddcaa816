#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

#include <stdint.h>

/// Returns how many times this thread has asked the system for memory since it started.
///
/// Programs that link this target have `malloc` and its relatives replaced by ones that count and
/// then do what the C library's do.
int64_t allocation_count(void);

#endif
