#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>

/// Opens the ZIP archive at `path` through its central directory, so that a truncated archive
/// is refused at once. Returns NULL and leaves libarchive's reason in `message` on failure.
static inline struct archive *_Nullable carchive_open_zip(const char *_Nonnull path,
                                                          char *_Nonnull message,
                                                          size_t message_size) {
  struct archive *reader = archive_read_new();
  if (reader == NULL) {
    snprintf(message, message_size, "out of memory");
    return NULL;
  }
  archive_read_support_format_zip_seekable(reader);
  if (archive_read_open_filename(reader, path, 1 << 18) == ARCHIVE_OK) return reader;
  const char *reason = archive_error_string(reader);
  snprintf(message, message_size, "%s", reason != NULL ? reason : "unknown reason");
  archive_read_free(reader);
  return NULL;
}
