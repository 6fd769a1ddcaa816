#include "pooling.h"

#include <string.h>

#include "multiversion.h"

// Channels are treated a tile at a time, so that the running maxima are on the stack.
#define TILE 64

MULTIVERSION
void ck_pool_positions(
    int64_t batch, int64_t height, int64_t width, int64_t channels, int64_t windowHeight,
    int64_t windowWidth, int64_t strideHeight, int64_t strideWidth, int64_t resultHeight,
    int64_t resultWidth, const float *restrict x, int32_t *restrict positions) {
  for (int64_t n = 0; n < batch; n++)
    for (int64_t i = 0; i < resultHeight; i++)
      for (int64_t j = 0; j < resultWidth; j++, positions += channels)
        for (int64_t start = 0; start < channels; start += TILE) {
          const int64_t tile = channels - start < TILE ? channels - start : TILE;
          const int64_t corner =
              ((n * height + i * strideHeight) * width + j * strideWidth) * channels + start;
          float best[TILE];
          int32_t *restrict position = positions + start;
          for (int64_t c = 0; c < tile; c++) {
            best[c] = x[corner + c];
            position[c] = (int32_t)(corner + c);
          }
          for (int64_t u = 0; u < windowHeight; u++)
            for (int64_t v = 0; v < windowWidth; v++) {
              const int64_t at = corner + (u * width + v) * channels;
              for (int64_t c = 0; c < tile; c++) {
                const float value = x[at + c];
                const int larger = value > best[c] || (value != value && best[c] == best[c]);
                best[c] = larger ? value : best[c];
                position[c] = larger ? (int32_t)(at + c) : position[c];
              }
            }
        }
}

MULTIVERSION
void ck_pool_adjoint(
    int64_t batch, int64_t height, int64_t width, int64_t channels, int64_t window,
    const int32_t *restrict positions, const float *restrict dy, float *restrict dx) {
  const int64_t rows = height / window, columns = width / window;
  const size_t pixel = (size_t)channels * sizeof(float);
  for (int64_t n = 0; n < batch; n++)
    for (int64_t i = 0; i < height; i++) {
      const int64_t line = (n * height + i) * width * channels;
      if (i >= rows * window) {
        memset(dx + line, 0, (size_t)width * pixel);
        continue;
      }
      const int64_t row = (n * rows + i / window) * columns * channels;
      for (int64_t j = 0; j < columns * window; j++) {
        const int64_t at = line + j * channels;
        const int32_t *restrict position = positions + row + j / window * channels;
        const float *restrict gradient = dy + row + j / window * channels;
        for (int64_t c = 0; c < channels; c++)
          dx[at + c] = position[c] == (int32_t)(at + c) ? gradient[c] : 0;
      }
      memset(
          dx + line + columns * window * channels, 0, (size_t)(width - columns * window) * pixel);
    }
}
