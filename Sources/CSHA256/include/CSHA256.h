// SHA-256 with libmd, which every Debian has for its package manager.

#ifndef CSHA256_H
#define CSHA256_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// The digest of what was added so far. One thread at a time.
typedef struct CSHA256 CSHA256;

// Loads libmd. Returns NULL, or why that is impossible.
const char *_Nullable csha256_load(void);

// The digest of nothing, for which libmd must have been loaded; null where there is no memory.
CSHA256 *_Nullable csha256_start(void);

void csha256_add(CSHA256 *digest, const void *bytes, size_t count);

// Writes the digest, and frees what it was made in; null only frees.
void csha256_end(CSHA256 *digest, uint8_t *_Nullable result);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
#endif
