#include "CPNG.h"

#include "CSharedLibrary.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
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
  each(png_read_end)                     \
  each(png_get_valid)                    \
  each(png_set_expand)                   \
  each(png_set_scale_16)                 \
  each(png_set_interlace_handling)       \
  each(png_read_update_info)             \
  each(png_get_channels)                 \
  each(png_image_write_to_memory)

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
  int is_stopped;
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

// MARK: Pictures of any kind

// Makes a reader of the source's bytes that stands behind the header of the picture. The caller has set
// the place to come back to, and destroys it.
static void begin(png_structp png, png_infop info, Source *source) {
  functions.png_set_read_fn(png, source, take);
  functions.png_read_info(png, info);
}

static int is_gray(png_structp png, png_infop info) {
  int depth, color;
  png_uint_32 width, height;
  functions.png_get_IHDR(png, info, &width, &height, &depth, &color, NULL, NULL, NULL);
  return !(color & PNG_COLOR_MASK_COLOR);
}

static CPNGOutcome open_library(char *message, size_t message_size) {
  const char *problem = csharedlibrary_open(&library);
  if (!problem) return CPNG_DECODED;
  snprintf(message, message_size, "%s", problem);
  return CPNG_UNAVAILABLE;
}

CPNGOutcome cpng_read_header(const void *bytes, size_t count, uint32_t *width, uint32_t *height,
                             int *channels, char *message, size_t message_size) {
  if (open_library(message, message_size) != CPNG_DECODED) return CPNG_UNAVAILABLE;
  Source source = {
      .bytes = bytes, .count = count, .message = message, .message_size = message_size};
  png_structp volatile png =
      functions.png_create_read_struct(PNG_LIBPNG_VER_STRING, &source, fail, ignore);
  png_infop volatile info = png ? functions.png_create_info_struct(png) : NULL;
  CPNGOutcome volatile outcome = CPNG_DAMAGED;
  if (info && !setjmp(source.damaged)) {
    begin(png, info, &source);
    int depth, color;
    functions.png_get_IHDR(png, info, width, height, &depth, &color, NULL, NULL, NULL);
    *channels = is_gray(png, info) ? 1 : 3;
    outcome = CPNG_DECODED;
  }
  png_structp used = png;
  png_infop known = info;
  functions.png_destroy_read_struct(&used, &known, NULL);
  return outcome;
}

// Puts white behind pixels whose last channel is how much they cover, and drops that channel; what is
// written never overtakes what is read.
static void cover(const uint8_t *row, uint8_t *pixels, uint32_t width, int channels) {
  for (uint32_t x = 0; x < width; x++, row += channels + 1, pixels += channels) {
    int alpha = row[channels];
    for (int c = 0; c < channels; c++) {
      pixels[c] = (uint8_t)((row[c] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
  }
}

// Reads all rows; with passes, each sees the rows as the pass before left them.
static void read_rows(png_structp png, Source *source, int passes, uint8_t *rows, size_t row_size,
                      uint32_t height, int (*is_stopped)(void)) {
  for (int pass = 0; pass < passes; pass++) {
    for (uint32_t y = 0; y < height; y++) {
      if (is_stopped()) {
        source->is_stopped = 1;
        longjmp(source->damaged, 1);
      }
      functions.png_read_row(png, rows + y * row_size, NULL);
    }
  }
  functions.png_read_end(png, NULL);
}

CPNGOutcome cpng_decode(const void *bytes, size_t count, uint8_t *pixels, size_t capacity,
                        int (*is_stopped)(void), char *message, size_t message_size) {
  if (open_library(message, message_size) != CPNG_DECODED) return CPNG_UNAVAILABLE;
  Source source = {
      .bytes = bytes, .count = count, .message = message, .message_size = message_size};
  png_structp volatile png =
      functions.png_create_read_struct(PNG_LIBPNG_VER_STRING, &source, fail, ignore);
  png_infop volatile info = png ? functions.png_create_info_struct(png) : NULL;
  uint8_t *volatile covered = NULL;
  CPNGOutcome volatile outcome = CPNG_DAMAGED;
  if (info && !setjmp(source.damaged)) {
    begin(png, info, &source);
    int depth, color;
    png_uint_32 width, height;
    functions.png_get_IHDR(png, info, &width, &height, &depth, &color, NULL, NULL, NULL);
    int channels = is_gray(png, info) ? 1 : 3;
    // Palettes, fewer than 8 bits and a transparent colour become bytes and a channel.
    functions.png_set_expand(png);
    functions.png_set_scale_16(png);
    int passes = functions.png_set_interlace_handling(png);
    functions.png_read_update_info(png, info);
    int stored = functions.png_get_channels(png, info);
    if ((uint64_t)width * height * channels > capacity) {
      outcome = CPNG_TOO_LARGE;
    } else if (stored == channels) {
      read_rows(png, &source, passes, pixels, (size_t)width * channels, height, is_stopped);
      outcome = CPNG_DECODED;
    } else {
      covered = malloc((size_t)width * height * stored);
      if (!covered) {
        snprintf(message, message_size, "there is no memory for it");
      } else {
        read_rows(png, &source, passes, covered, (size_t)width * stored, height, is_stopped);
        for (png_uint_32 y = 0; y < height; y++) {
          cover(covered + (size_t)y * width * stored, pixels + (size_t)y * width * channels, width,
                channels);
        }
        outcome = CPNG_DECODED;
      }
    }
  }
  if (source.is_stopped) outcome = CPNG_STOPPED;
  free(covered);
  png_structp used = png;
  png_infop known = info;
  functions.png_destroy_read_struct(&used, &known, NULL);
  return outcome;
}

// MARK: Writing

static png_image described(uint32_t width, uint32_t height, int channels) {
  png_image image = {.version = PNG_IMAGE_VERSION};
  image.width = width;
  image.height = height;
  image.format = channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
  return image;
}

size_t cpng_encoded_size(uint32_t width, uint32_t height, int channels) {
  png_image image = described(width, height, channels);
  return PNG_IMAGE_PNG_SIZE_MAX(image);
}

CPNGOutcome cpng_encode(const uint8_t *pixels, uint32_t width, uint32_t height, int channels,
                        void *encoded, size_t *encoded_count, char *message, size_t message_size) {
  if (open_library(message, message_size) != CPNG_DECODED) return CPNG_UNAVAILABLE;
  png_image image = described(width, height, channels);
  png_alloc_size_t size = *encoded_count;
  CPNGOutcome outcome = CPNG_DECODED;
  if (!functions.png_image_write_to_memory(&image, encoded, &size, 0, pixels, 0, NULL)) {
    snprintf(message, message_size, "%s", image.message);
    outcome = CPNG_DAMAGED;
  }
  *encoded_count = size;
  functions.png_image_free(&image);
  return outcome;
}
