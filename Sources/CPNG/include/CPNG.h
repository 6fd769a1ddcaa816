// Pictures in the PNG format, decoded with libpng, which is opened with the first picture.

#ifndef CPNG_H
#define CPNG_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// What was made of some bytes.
typedef enum {
  CPNG_DECODED,
  CPNG_TOO_LARGE,    // The picture has more pixels than there is room for.
  CPNG_DAMAGED,      // libpng refused the bytes; its reason is in the message.
  CPNG_UNAVAILABLE,  // libpng cannot be loaded; the reason is in the message.
  CPNG_STOPPED,      // Somebody asked for that.
} CPNGOutcome;

// Decodes a PNG in memory to eight-bit gray, row by row.
CPNGOutcome cpng_decode_gray(const void *bytes, size_t count, uint8_t *pixels, size_t capacity,
                             uint32_t *width, uint32_t *height, char *message,
                             size_t message_size);

// Reads what a PNG in memory says about itself: its size, and whether it is gray (1 channel) or red,
// green and blue (3).
CPNGOutcome cpng_read_header(const void *bytes, size_t count, uint32_t *width, uint32_t *height,
                             int *channels, char *message, size_t message_size);

// Decodes a PNG in memory to bytes, row by row, as many for each pixel as its header has channels:
// samples of 16 bits are rounded to 8, and what is transparent has white behind it. `is_stopped` is
// asked for every row.
CPNGOutcome cpng_decode(const void *bytes, size_t count, uint8_t *pixels, size_t capacity,
                        int (*is_stopped)(void), char *message, size_t message_size);

// The most bytes that `cpng_encode` needs for a picture.
size_t cpng_encoded_size(uint32_t width, uint32_t height, int channels);

// Encodes gray (1 channel) or red, green and blue (3) bytes as a PNG of `encoded_count` bytes.
CPNGOutcome cpng_encode(const uint8_t *pixels, uint32_t width, uint32_t height, int channels,
                        void *encoded, size_t *encoded_count, char *message, size_t message_size);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
#endif
