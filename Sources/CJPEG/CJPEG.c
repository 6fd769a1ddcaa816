#include "CJPEG.h"

#include "CSharedLibrary.h"

#include <stdio.h>
// jpeglib.h wants FILE and size_t before it.
#include <jpeglib.h>

#include <jerror.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#define FUNCTIONS(each)        \
  each(jpeg_std_error)         \
  each(jpeg_CreateDecompress)  \
  each(jpeg_mem_src)           \
  each(jpeg_save_markers)      \
  each(jpeg_read_header)       \
  each(jpeg_start_decompress)  \
  each(jpeg_read_scanlines)    \
  each(jpeg_finish_decompress) \
  each(jpeg_destroy_decompress)

static struct {
  FUNCTIONS(CSHAREDLIBRARY_MEMBER)
} functions;

static const char *const names[] = {FUNCTIONS(CSHAREDLIBRARY_NAME)};

// Debian's libjpeg-turbo stands in for version 6.2, Ubuntu's for version 8.
#if JPEG_LIB_VERSION >= 80
static CSharedLibrary library = CSHAREDLIBRARY("libjpeg.so.8", names, functions);
#else
static CSharedLibrary library = CSHAREDLIBRARY("libjpeg.so.62", names, functions);
#endif

// libjpeg's own handler ends the process, so each picture has one that comes back here.
typedef struct {
  struct jpeg_error_mgr base;
  struct jpeg_progress_mgr progress;
  jmp_buf damaged;
  int (*is_stopped)(void);
  int stopped;
  char *message;
  size_t message_size;
} Handler;

static void fail(j_common_ptr picture) {
  Handler *handler = (Handler *)picture->err;
  char text[JMSG_LENGTH_MAX];
  handler->base.format_message(picture, text);
  snprintf(handler->message, handler->message_size, "%s", text);
  longjmp(handler->damaged, 1);
}

// Warnings after which pixels are guesses are errors here; others are about bytes that change none.
static void warn(j_common_ptr picture, int level) {
  if (level >= 0) return;
  switch (picture->err->msg_code) {
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
      return;
    default:
      fail(picture);
  }
}

// More scans than any encoder writes only keep a reader busy.
enum { SCAN_LIMIT = 1000 };

static void check(j_common_ptr picture) {
  Handler *handler = (Handler *)picture->err;
  if (handler->is_stopped && handler->is_stopped()) {
    handler->stopped = 1;
    longjmp(handler->damaged, 1);
  }
  if (((j_decompress_ptr)picture)->input_scan_number > SCAN_LIMIT) {
    snprintf(handler->message, handler->message_size, "it has more than %d scans", SCAN_LIMIT);
    longjmp(handler->damaged, 1);
  }
}

// Sets a picture up; the caller has set the place to come back to.
static void begin(struct jpeg_decompress_struct *picture, Handler *handler, const void *bytes,
                  size_t count) {
  functions.jpeg_CreateDecompress(picture, JPEG_LIB_VERSION, sizeof *picture);
  picture->progress = &handler->progress;
  // What a picture is decoded with beside its pixels: coefficients of large ones in many scans.
  picture->mem->max_memory_to_use = 1L << 30;
  functions.jpeg_mem_src(picture, bytes, count);
  functions.jpeg_save_markers(picture, JPEG_APP0 + 1, 0xFFFF);
  functions.jpeg_read_header(picture, TRUE);
}

static void prepare(Handler *handler, int (*is_stopped)(void), char *message, size_t message_size) {
  memset(handler, 0, sizeof *handler);
  functions.jpeg_std_error(&handler->base);
  handler->base.error_exit = fail;
  handler->base.emit_message = warn;
  handler->progress.progress_monitor = check;
  handler->is_stopped = is_stopped;
  handler->message = message;
  handler->message_size = message_size;
}

static CJPEGOutcome open_library(char *message, size_t message_size) {
  const char *problem = csharedlibrary_open(&library);
  if (!problem) return CJPEG_DECODED;
  snprintf(message, message_size, "%s", problem);
  return CJPEG_UNAVAILABLE;
}

// A number of two or four bytes of a TIFF header, in its own order.
static uint32_t number(const uint8_t *bytes, int size, int is_little) {
  uint32_t value = 0;
  for (int i = 0; i < size; i++) value = value << 8 | bytes[is_little ? size - 1 - i : i];
  return value;
}

// The orientation that Exif data has, or 1.
static int orientation(const uint8_t *bytes, size_t count) {
  if (count < 14 || memcmp(bytes, "Exif\0\0", 6) != 0) return 1;
  bytes += 6;
  count -= 6;
  int is_little = bytes[0] == 'I';
  if (memcmp(bytes, is_little ? "II*\0" : "MM\0*", 4) != 0) return 1;
  size_t place = number(bytes + 4, 4, is_little);
  if (place > count || count - place < 2) return 1;
  uint32_t entries = number(bytes + place, 2, is_little);
  place += 2;
  for (uint32_t i = 0; i < entries && count - place >= 12; i++, place += 12) {
    if (number(bytes + place, 2, is_little) != 0x0112) continue;
    uint32_t value = number(bytes + place + 8, 2, is_little);
    return value >= 1 && value <= 8 ? (int)value : 1;
  }
  return 1;
}

CJPEGOutcome cjpeg_read_header(const void *bytes, size_t count, CJPEGHeader *header, char *message,
                               size_t message_size) {
  if (open_library(message, message_size) != CJPEG_DECODED) return CJPEG_UNAVAILABLE;
  struct jpeg_decompress_struct picture = {0};
  Handler handler;
  prepare(&handler, NULL, message, message_size);
  picture.err = &handler.base;
  CJPEGOutcome volatile outcome = CJPEG_DAMAGED;
  if (!setjmp(handler.damaged)) {
    begin(&picture, &handler, bytes, count);
    header->width = picture.image_width;
    header->height = picture.image_height;
    header->channels = picture.jpeg_color_space == JCS_GRAYSCALE ? 1 : 3;
    header->orientation = 1;
    for (jpeg_saved_marker_ptr marker = picture.marker_list; marker; marker = marker->next) {
      if (marker->marker != JPEG_APP0 + 1) continue;
      int found = orientation(marker->data, marker->data_length);
      if (found != 1) header->orientation = found;
    }
    outcome = CJPEG_DECODED;
  }
  functions.jpeg_destroy_decompress(&picture);
  return outcome;
}

// Makes red, green and blue of four inks, which Adobe's programs write as what is left of the light.
static void mix(const uint8_t *inks, uint8_t *pixels, uint32_t width, int is_inverted) {
  for (uint32_t x = 0; x < width; x++, inks += 4, pixels += 3) {
    int key = is_inverted ? inks[3] : 255 - inks[3];
    for (int c = 0; c < 3; c++) {
      int light = is_inverted ? inks[c] : 255 - inks[c];
      pixels[c] = (uint8_t)((light * key + 127) / 255);
    }
  }
}

CJPEGOutcome cjpeg_decode(const void *bytes, size_t count, uint8_t *pixels, size_t capacity,
                          int (*is_stopped)(void), char *message, size_t message_size) {
  if (open_library(message, message_size) != CJPEG_DECODED) return CJPEG_UNAVAILABLE;
  struct jpeg_decompress_struct picture = {0};
  Handler handler;
  prepare(&handler, is_stopped, message, message_size);
  picture.err = &handler.base;
  uint8_t *volatile inks = NULL;
  CJPEGOutcome volatile outcome = CJPEG_DAMAGED;
  if (!setjmp(handler.damaged)) {
    begin(&picture, &handler, bytes, count);
    int is_gray = picture.jpeg_color_space == JCS_GRAYSCALE;
    int has_inks = picture.jpeg_color_space == JCS_CMYK || picture.jpeg_color_space == JCS_YCCK;
    picture.out_color_space = is_gray ? JCS_GRAYSCALE : has_inks ? JCS_CMYK : JCS_RGB;
    size_t row_size = (size_t)picture.image_width * (is_gray ? 1 : 3);
    if (row_size * picture.image_height > capacity) {
      outcome = CJPEG_TOO_LARGE;
    } else {
      if (has_inks) {
        inks = malloc((size_t)picture.image_width * 4);
        if (!inks) {
          snprintf(message, message_size, "there is no memory for a row of it");
          longjmp(handler.damaged, 1);
        }
      }
      functions.jpeg_start_decompress(&picture);
      while (picture.output_scanline < picture.output_height) {
        uint8_t *target = pixels + picture.output_scanline * row_size;
        JSAMPROW row = has_inks ? inks : target;
        functions.jpeg_read_scanlines(&picture, &row, 1);
        if (has_inks) mix(inks, target, picture.image_width, picture.saw_Adobe_marker);
      }
      functions.jpeg_finish_decompress(&picture);
      outcome = CJPEG_DECODED;
    }
  }
  if (handler.stopped) outcome = CJPEG_STOPPED;
  free(inks);
  functions.jpeg_destroy_decompress(&picture);
  return outcome;
}
