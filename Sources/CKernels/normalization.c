#include "normalization.h"

#include <math.h>

#include "multiversion.h"

// Channels are treated a tile at a time, so the accumulators are on the stack.
#define TILE 64
// As many rows as are added in single precision before the sum moves to double precision.
#define BLOCK 64

#define INLINE static inline __attribute__((always_inline))

/// Sums EXPRESSION over the rows into the double array `total`, channel c of the tile at
/// `values[c]`.
#define SUM_OVER_ROWS(total, EXPRESSION)                                   \
  do {                                                                     \
    for (int64_t first = 0; first < rows; first += BLOCK) {                \
      const int64_t last = first + BLOCK < rows ? first + BLOCK : rows;    \
      float partial[TILE] = {0};                                           \
      for (int64_t row = first; row < last; row++) {                       \
        const int64_t at = row * channels + start;                         \
        for (int64_t c = 0; c < width; c++) partial[c] += (EXPRESSION);    \
      }                                                                    \
      for (int64_t c = 0; c < width; c++) total[c] += partial[c];          \
    }                                                                      \
  } while (0)

#define EACH_TILE                                                          \
  for (int64_t start = 0, width; start < channels; start += TILE)          \
    if ((width = channels - start < TILE ? channels - start : TILE))

/// The mean and inverse deviation of the tile of channels that begins at `start`.
INLINE void moments(
    int64_t rows, int64_t channels, int64_t start, int64_t width, float epsilon,
    const float *restrict x, float *restrict mean, float *restrict inverse) {
  double sum[TILE] = {0}, squares[TILE] = {0};
  SUM_OVER_ROWS(sum, x[at + c]);
  for (int64_t c = 0; c < width; c++) mean[c] = (float)(sum[c] / (double)rows);
  // Centred first: the difference of two large squares would lose the variance's digits.
  SUM_OVER_ROWS(squares, (x[at + c] - mean[c]) * (x[at + c] - mean[c]));
  for (int64_t c = 0; c < width; c++)
    inverse[c] = (float)(1.0 / sqrt(squares[c] / (double)rows + (double)epsilon));
}

MULTIVERSION
void ck_standardize(
    int64_t rows, int64_t channels, float epsilon, const float *restrict x,
    float *restrict result) {
  EACH_TILE {
    float mean[TILE], inverse[TILE];
    moments(rows, channels, start, width, epsilon, x, mean, inverse);
    for (int64_t row = 0; row < rows; row++) {
      const int64_t at = row * channels + start;
      for (int64_t c = 0; c < width; c++) result[at + c] = (x[at + c] - mean[c]) * inverse[c];
    }
  }
}

MULTIVERSION
void ck_inverse_deviation(
    int64_t rows, int64_t channels, float epsilon, const float *restrict x,
    float *restrict result) {
  EACH_TILE {
    float mean[TILE];
    moments(rows, channels, start, width, epsilon, x, mean, result + start);
  }
}

MULTIVERSION
void ck_remove_moments(
    int64_t rows, int64_t channels, const float *restrict g, const float *restrict standardized,
    float *restrict result) {
  EACH_TILE {
    double sum[TILE] = {0}, products[TILE] = {0};
    SUM_OVER_ROWS(sum, g[at + c]);
    SUM_OVER_ROWS(products, g[at + c] * standardized[at + c]);
    float mean[TILE], slope[TILE];
    for (int64_t c = 0; c < width; c++) {
      mean[c] = (float)(sum[c] / (double)rows);
      slope[c] = (float)(products[c] / (double)rows);
    }
    for (int64_t row = 0; row < rows; row++) {
      const int64_t at = row * channels + start;
      for (int64_t c = 0; c < width; c++)
        result[at + c] = g[at + c] - mean[c] - standardized[at + c] * slope[c];
    }
  }
}
