// Pictures in the PNG format, decoded with libpng, which is opened with the first picture.

#ifndef CPNG_H
#define CPNG_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// What `cpng_decode_gray` made of some bytes.
typedef enum {
  CPNG_DECODED,
  CPNG_TOO_LARGE,    // The picture has more pixels than there is room for.
  CPNG_DAMAGED,      // libpng refused the bytes; its reason is in the message.
  CPNG_UNAVAILABLE,  // libpng cannot be loaded; the reason is in the message.
} CPNGOutcome;

// Decodes a PNG in memory to eight-bit gray, row by row.
CPNGOutcome cpng_decode_gray(const void *bytes, size_t count, uint8_t *pixels, size_t capacity,
                             uint32_t *width, uint32_t *height, char *message,
                             size_t message_size);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
#endif
