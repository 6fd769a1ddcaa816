#include "CPNG.h"

#include "CSharedLibrary.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#define FUNCTIONS(each)                  \
  each(png_image_begin_read_from_memory) \
  each(png_image_finish_read)            \
  each(png_image_free)                   \
  each(png_create_read_struct)           \
  each(png_create_info_struct)           \
  each(png_destroy_read_struct)          \
  each(png_set_read_fn)                  \
  each(png_get_io_ptr)                   \
  each(png_get_error_ptr)                \
  each(png_error)                        \
  each(png_read_info)                    \
  each(png_get_IHDR)                     \
  each(png_read_row)                     \
  each(png_read_end)

#define TEXT(VALUE) TEXT_OF(VALUE)
#define TEXT_OF(VALUE) #VALUE

static struct {
  FUNCTIONS(CSHAREDLIBRARY_MEMBER)
} functions;

static const char *const names[] = {FUNCTIONS(CSHAREDLIBRARY_NAME)};

// Named after the version of the header, as Debian and others name the file.
static CSharedLibrary library = CSHAREDLIBRARY(
    "libpng" TEXT(PNG_LIBPNG_VER_SONUM) ".so." TEXT(PNG_LIBPNG_VER_SONUM), names, functions);

// What is left of the bytes, and where to go when they are damaged.
typedef struct {
  const uint8_t *bytes;
  size_t count;
  jmp_buf damaged;
  char *message;
  size_t message_size;
} Source;

static void take(png_structp png, png_bytep target, size_t count) {
  Source *source = functions.png_get_io_ptr(png);
  if (count > source->count) functions.png_error(png, "Read Error: the data ends too early");
  memcpy(target, source->bytes, count);
  source->bytes += count;
  source->count -= count;
}

static void fail(png_structp png, png_const_charp reason) {
  Source *source = functions.png_get_error_ptr(png);
  snprintf(source->message, source->message_size, "%s", reason);
  longjmp(source->damaged, 1);
}

// Warnings are about chunks that change no pixel.
static void ignore(png_structp png, png_const_charp reason) {
  (void)png;
  (void)reason;
}

// Writes the pixels of a row of bits as bytes, 255 for 1, eight of them at a time.
static void spread(const uint8_t *bits, uint32_t width, uint8_t *pixels) {
  for (uint32_t x = 0; x < width; x += 8) {
    uint8_t bytes[8];
    for (int bit = 0; bit < 8; bit++) bytes[bit] = (bits[x >> 3] & (0x80 >> bit)) ? 255 : 0;
    memcpy(pixels + x, bytes, width - x < 8 ? width - x : 8);
  }
}

// The widest row of bits that is read without libpng's own conversion.
enum { ROW_SIZE = 512 };

// Decodes a picture of one bit a pixel, as it stands in the file: libpng's conversions to gray take
// three times as long as the rest. Sets `is_taken` to whether it is such a picture.
static CPNGOutcome decode_bits(Source *source, uint8_t *pixels, size_t capacity, uint32_t *width,
                               uint32_t *height, int *is_taken) {
  // Not in a register when a damaged picture comes back here.
  png_structp volatile png =
      functions.png_create_read_struct(PNG_LIBPNG_VER_STRING, source, fail, ignore);
  png_infop volatile info = png ? functions.png_create_info_struct(png) : NULL;
  CPNGOutcome volatile outcome = CPNG_DAMAGED;
  *is_taken = 0;
  if (info && !setjmp(source->damaged)) {
    int depth, color, interlace;
    functions.png_set_read_fn(png, source, take);
    functions.png_read_info(png, info);
    functions.png_get_IHDR(png, info, width, height, &depth, &color, &interlace, NULL, NULL);
    if (depth == 1 && color == PNG_COLOR_TYPE_GRAY && interlace == PNG_INTERLACE_NONE &&
        *width <= 8 * ROW_SIZE && (uint64_t)*width * *height <= capacity) {
      *is_taken = 1;
      uint8_t row[ROW_SIZE];
      for (uint32_t y = 0; y < *height; y++) {
        functions.png_read_row(png, row, NULL);
        spread(row, *width, pixels + (size_t)y * *width);
      }
      functions.png_read_end(png, NULL);
      outcome = CPNG_DECODED;
    }
  }
  png_structp used = png;
  png_infop known = info;
  functions.png_destroy_read_struct(&used, &known, NULL);
  return outcome;
}

// libpng's simplified interface keeps its error handling (setjmp) to itself.
static CPNGOutcome decode_any(const void *bytes, size_t count, uint8_t *pixels, size_t capacity,
                              uint32_t *width, uint32_t *height, char *message,
                              size_t message_size) {
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

CPNGOutcome cpng_decode_gray(const void *bytes, size_t count, uint8_t *pixels, size_t capacity,
                             uint32_t *width, uint32_t *height, char *message,
                             size_t message_size) {
  const char *problem = csharedlibrary_open(&library);
  if (problem) {
    snprintf(message, message_size, "%s", problem);
    return CPNG_UNAVAILABLE;
  }
  Source source = {
      .bytes = bytes, .count = count, .message = message, .message_size = message_size};
  int is_taken;
  CPNGOutcome outcome = decode_bits(&source, pixels, capacity, width, height, &is_taken);
  return is_taken ? outcome
                  : decode_any(bytes, count, pixels, capacity, width, height, message, message_size);
}
