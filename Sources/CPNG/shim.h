#pragma once
#include <png.h>
#include <stdint.h>
#include <stdio.h>

/// What `cpng_decode_gray` made of some bytes.
typedef enum {
  CPNG_DECODED,
  CPNG_TOO_LARGE,  ///< The picture has more pixels than there is room for.
  CPNG_DAMAGED,    ///< libpng refused the bytes; its reason is in the message.
} CPNGOutcome;

/// Decodes a PNG in memory to eight-bit gray, row by row. libpng's simplified interface keeps
/// its error handling (setjmp) to itself.
static inline CPNGOutcome cpng_decode_gray(const void *_Nonnull bytes, size_t count,
                                           uint8_t *_Nonnull pixels, size_t capacity,
                                           uint32_t *_Nonnull width, uint32_t *_Nonnull height,
                                           char *_Nonnull message, size_t message_size) {
  png_image image = {.version = PNG_IMAGE_VERSION};
  CPNGOutcome outcome = CPNG_DAMAGED;
  if (png_image_begin_read_from_memory(&image, bytes, count)) {
    image.format = PNG_FORMAT_GRAY;
    *width = image.width;
    *height = image.height;
    if ((uint64_t)image.width * image.height > capacity) {
      outcome = CPNG_TOO_LARGE;
    } else if (png_image_finish_read(&image, NULL, pixels, 0, NULL)) {
      outcome = CPNG_DECODED;
    }
  }
  if (outcome == CPNG_DAMAGED) snprintf(message, message_size, "%s", image.message);
  png_image_free(&image);
  return outcome;
}
