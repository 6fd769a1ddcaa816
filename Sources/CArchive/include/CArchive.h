// ZIP archives, read from their first entry to their last with libarchive, which is opened with the
// first archive: it brings libxml2 and its tables of characters along.

#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <stddef.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// An open archive. One thread at a time.
typedef struct archive CArchive;

typedef enum {
  CArchiveOpened,
  CArchiveTruncated,    // There is no table of contents at the end of the file.
  CArchiveOutOfMemory,
  CArchiveUnavailable,  // libarchive cannot be loaded; `carchive_load` says why.
} CArchiveOpening;

typedef enum { CArchiveEntry, CArchiveEnd, CArchiveDamaged } CArchiveStep;

// Loads libarchive. Returns NULL, or why that is impossible.
const char *_Nullable carchive_load(void);

// Opens a ZIP archive on an open file, which stays the caller's, by the table of contents at its end;
// null where that fails.
CArchive *_Nullable carchive_open_zip(int descriptor, CArchiveOpening *opening);

// Moves to the next entry and sets its name, or null where it has none, valid until the next call.
CArchiveStep carchive_next(CArchive *archive, const char *_Nullable *_Nonnull name);

// Reads on in the entry. Returns how many bytes that were, 0 at its end, and less where it is damaged.
ssize_t carchive_read(CArchive *archive, void *bytes, size_t count);

// Why the last call failed; null where libarchive does not say.
const char *_Nullable carchive_reason(CArchive *archive);

void carchive_close(CArchive *archive);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
#endif
