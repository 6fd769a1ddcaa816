#include "CPNG.h"

#include "CSharedLibrary.h"

#include <png.h>
#include <stdio.h>

#define FUNCTIONS(each)                  \
  each(png_image_begin_read_from_memory) \
  each(png_image_finish_read)            \
  each(png_image_free)

#define TEXT(VALUE) TEXT_OF(VALUE)
#define TEXT_OF(VALUE) #VALUE

static struct {
  FUNCTIONS(CSHAREDLIBRARY_MEMBER)
} functions;

static const char *const names[] = {FUNCTIONS(CSHAREDLIBRARY_NAME)};

// Named after the version of the header, as Debian and others name the file.
static CSharedLibrary library = CSHAREDLIBRARY(
    "libpng" TEXT(PNG_LIBPNG_VER_SONUM) ".so." TEXT(PNG_LIBPNG_VER_SONUM), names, functions);

// libpng's simplified interface keeps its error handling (setjmp) to itself.
CPNGOutcome cpng_decode_gray(const void *bytes, size_t count, uint8_t *pixels, size_t capacity,
                             uint32_t *width, uint32_t *height, char *message,
                             size_t message_size) {
  const char *problem = csharedlibrary_open(&library);
  if (problem) {
    snprintf(message, message_size, "%s", problem);
    return CPNG_UNAVAILABLE;
  }
  png_image image = {.version = PNG_IMAGE_VERSION};
  CPNGOutcome outcome = CPNG_DAMAGED;
  if (functions.png_image_begin_read_from_memory(&image, bytes, count)) {
    image.format = PNG_FORMAT_GRAY;
    *width = image.width;
    *height = image.height;
    if ((uint64_t)image.width * image.height > capacity) {
      outcome = CPNG_TOO_LARGE;
    } else if (functions.png_image_finish_read(&image, NULL, pixels, 0, NULL)) {
      outcome = CPNG_DECODED;
    }
  }
  if (outcome == CPNG_DAMAGED) snprintf(message, message_size, "%s", image.message);
  functions.png_image_free(&image);
  return outcome;
}
