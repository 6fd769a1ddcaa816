// Pictures in the JPEG format, decoded with libjpeg, which is opened with the first picture.

#ifndef CJPEG_H
#define CJPEG_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// What was made of some bytes.
typedef enum {
  CJPEG_DECODED,
  CJPEG_TOO_LARGE,    // The picture has more pixels than there is room for.
  CJPEG_DAMAGED,      // libjpeg refused the bytes, or had to guess pixels; its reason is in the message.
  CJPEG_STOPPED,      // Somebody asked for that.
  CJPEG_UNAVAILABLE,  // libjpeg cannot be loaded; the reason is in the message.
} CJPEGOutcome;

// A picture before its pixels are decoded.
typedef struct {
  uint32_t width;
  uint32_t height;
  int channels;     // 1 for gray, 3 for red, green and blue
  int orientation;  // how Exif says that it is turned, 1 to 8; 1 is as it stands
} CJPEGHeader;

// Reads what a JPEG in memory says about itself.
CJPEGOutcome cjpeg_read_header(const void *bytes, size_t count, CJPEGHeader *header, char *message,
                               size_t message_size);

// Decodes a JPEG in memory to bytes, row by row, as many for each pixel as its header has channels;
// the four inks of a picture for print are made red, green and blue. The picture is not turned.
// `is_stopped` is asked every few rows.
CJPEGOutcome cjpeg_decode(const void *bytes, size_t count, uint8_t *pixels, size_t capacity,
                          int (*is_stopped)(void), char *message, size_t message_size);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
#endif
