#include "CArchive.h"

#include "CSharedLibrary.h"

#include <archive.h>
#include <archive_entry.h>

#define FUNCTIONS(each)                          \
  each(archive_read_new)                         \
  each(archive_read_support_format_zip_seekable) \
  each(archive_read_open_fd)                     \
  each(archive_read_next_header)                 \
  each(archive_read_data)                        \
  each(archive_read_free)                        \
  each(archive_error_string)                     \
  each(archive_entry_pathname)                   \
  each(archive_entry_pathname_utf8)

static struct {
  FUNCTIONS(CSHAREDLIBRARY_MEMBER)
} functions;

const char *carchive_load(void) {
  static const char *const names[] = {FUNCTIONS(CSHAREDLIBRARY_NAME)};
  static CSharedLibrary library = CSHAREDLIBRARY("libarchive.so.13", names, functions);
  return csharedlibrary_open(&library);
}

CArchive *carchive_open_zip(int descriptor, CArchiveOpening *opening) {
  *opening = CArchiveUnavailable;
  if (carchive_load()) return NULL;
  *opening = CArchiveOutOfMemory;
  CArchive *archive = functions.archive_read_new();
  if (!archive) return NULL;
  functions.archive_read_support_format_zip_seekable(archive);
  *opening = CArchiveOpened;
  if (functions.archive_read_open_fd(archive, descriptor, 1 << 18) == ARCHIVE_OK) return archive;
  functions.archive_read_free(archive);
  *opening = CArchiveTruncated;
  return NULL;
}

CArchiveStep carchive_next(CArchive *archive, const char **name) {
  struct archive_entry *entry;
  int status;
  do {
    status = functions.archive_read_next_header(archive, &entry);
  } while (status == ARCHIVE_RETRY);
  if (status == ARCHIVE_EOF) return CArchiveEnd;
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return CArchiveDamaged;
  *name = functions.archive_entry_pathname_utf8(entry);
  if (!*name) *name = functions.archive_entry_pathname(entry);
  return CArchiveEntry;
}

ssize_t carchive_read(CArchive *archive, void *bytes, size_t count) {
  return functions.archive_read_data(archive, bytes, count);
}

const char *carchive_reason(CArchive *archive) { return functions.archive_error_string(archive); }

void carchive_close(CArchive *archive) { functions.archive_read_free(archive); }
