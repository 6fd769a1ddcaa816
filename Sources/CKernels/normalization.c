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

// MARK: Batch norm with its scale and offset

// Calls BODY(width, …) with a width that is constant for the usual numbers of channels.
#define TILES(BODY, ...)                                        \
  EACH_TILE {                                                   \
    if (width == 64) BODY(64, start, __VA_ARGS__);              \
    else if (width == 32) BODY(32, start, __VA_ARGS__);         \
    else BODY(width, start, __VA_ARGS__);                       \
  }

INLINE void measure(
    const int64_t width, int64_t start, int64_t rows, int64_t channels, float epsilon,
    const float *restrict x, float *restrict mean, float *restrict inverse) {
  // Around the mean of the first rows, so that a mean far from 0 costs no digits, and the numbers are
  // read once.
  const int64_t first = rows < BLOCK ? rows : BLOCK;
  float shift[TILE] = {0};
  for (int64_t row = 0; row < first; row++)
    for (int64_t c = 0; c < width; c++) shift[c] += x[row * channels + start + c];
  for (int64_t c = 0; c < width; c++) shift[c] /= (float)first;
  double sum[TILE] = {0}, squares[TILE] = {0};
  for (int64_t begin = 0; begin < rows; begin += BLOCK) {
    const int64_t end = begin + BLOCK < rows ? begin + BLOCK : rows;
    float partial[TILE] = {0}, square[TILE] = {0};
    for (int64_t row = begin; row < end; row++)
      for (int64_t c = 0; c < width; c++) {
        const float d = x[row * channels + start + c] - shift[c];
        partial[c] += d;
        square[c] += d * d;
      }
    for (int64_t c = 0; c < width; c++) {
      sum[c] += partial[c];
      squares[c] += square[c];
    }
  }
  for (int64_t c = 0; c < width; c++) {
    const double distance = sum[c] / (double)rows;
    const double variance = squares[c] / (double)rows - distance * distance;
    mean[start + c] = (float)(shift[c] + distance);
    // `fmax` would drop a NaN, which must come through.
    inverse[start + c] = (float)(1.0 / sqrt((variance < 0 ? 0 : variance) + (double)epsilon));
  }
}

MULTIVERSION
void ck_channel_moments(
    int64_t rows, int64_t channels, float epsilon, const float *restrict x,
    float *restrict mean, float *restrict inverse) {
  TILES(measure, rows, channels, epsilon, x, mean, inverse)
}

INLINE void normalize(
    const int64_t width, int64_t start, int64_t rows, int64_t channels, const float *restrict x,
    const float *restrict mean, const float *restrict inverse, const float *restrict scale,
    const float *restrict offset, float *restrict result) {
  float m[TILE], a[TILE], b[TILE];
  for (int64_t c = 0; c < width; c++) {
    m[c] = mean[start + c];
    a[c] = scale[start + c] * inverse[start + c];
    b[c] = offset[start + c];
  }
  for (int64_t row = 0; row < rows; row++) {
    const int64_t at = row * channels + start;
    for (int64_t c = 0; c < width; c++) result[at + c] = (x[at + c] - m[c]) * a[c] + b[c];
  }
}

MULTIVERSION
void ck_batch_norm(
    int64_t rows, int64_t channels, const float *restrict x, const float *restrict mean,
    const float *restrict inverse, const float *restrict scale, const float *restrict offset,
    float *restrict result) {
  TILES(normalize, rows, channels, x, mean, inverse, scale, offset, result)
}

INLINE void adjoint(
    const int64_t width, int64_t start, int64_t rows, int64_t channels, const float *restrict g,
    const float *restrict x, const float *restrict mean, const float *restrict inverse,
    double *restrict sum, double *restrict dot) {
  float m[TILE];
  double total[TILE] = {0}, products[TILE] = {0};
  for (int64_t c = 0; c < width; c++) m[c] = mean[start + c];
  for (int64_t begin = 0; begin < rows; begin += BLOCK) {
    const int64_t end = begin + BLOCK < rows ? begin + BLOCK : rows;
    float partial[TILE] = {0}, product[TILE] = {0};
    for (int64_t row = begin; row < end; row++) {
      const int64_t at = row * channels + start;
      for (int64_t c = 0; c < width; c++) {
        partial[c] += g[at + c];
        product[c] += g[at + c] * (x[at + c] - m[c]);
      }
    }
    for (int64_t c = 0; c < width; c++) {
      total[c] += partial[c];
      products[c] += product[c];
    }
  }
  for (int64_t c = 0; c < width; c++) {
    sum[start + c] = total[c];
    dot[start + c] = products[c] * inverse[start + c];
  }
}

MULTIVERSION
void ck_channel_adjoint(
    int64_t rows, int64_t channels, const float *restrict g, const float *restrict x,
    const float *restrict mean, const float *restrict inverse, double *restrict sum,
    double *restrict dot) {
  TILES(adjoint, rows, channels, g, x, mean, inverse, sum, dot)
}

INLINE void multiply(
    const int64_t width, int64_t start, int64_t rows, int64_t channels, const float *restrict h,
    const float *restrict g, double *restrict product) {
  double total[TILE] = {0};
  for (int64_t begin = 0; begin < rows; begin += BLOCK) {
    const int64_t end = begin + BLOCK < rows ? begin + BLOCK : rows;
    float partial[TILE] = {0};
    for (int64_t row = begin; row < end; row++) {
      const int64_t at = row * channels + start;
      for (int64_t c = 0; c < width; c++) partial[c] += h[at + c] * g[at + c];
    }
    for (int64_t c = 0; c < width; c++) total[c] += partial[c];
  }
  for (int64_t c = 0; c < width; c++) product[start + c] = total[c];
}

MULTIVERSION
void ck_channel_product(
    int64_t rows, int64_t channels, const float *restrict h, const float *restrict g,
    double *restrict product) {
  TILES(multiply, rows, channels, h, g, product)
}

INLINE void mix(
    const int64_t width, int64_t start, int64_t rows, int64_t channels, const float *restrict h,
    const float *restrict g, const float *restrict x, const float *restrict mean,
    const float *restrict inverse, const float *restrict a, const float *restrict b,
    const float *restrict c, const float *restrict constant, float *restrict result) {
  float m[TILE], ofH[TILE], ofG[TILE], ofX[TILE], rest[TILE];
  for (int64_t i = 0; i < width; i++) {
    m[i] = mean[start + i];
    ofH[i] = a[start + i];
    ofG[i] = b[start + i];
    ofX[i] = c[start + i] * inverse[start + i];
    rest[i] = constant[start + i];
  }
  for (int64_t row = 0; row < rows; row++) {
    const int64_t at = row * channels + start;
    if (h)
      for (int64_t i = 0; i < width; i++)
        result[at + i] =
            ofH[i] * h[at + i] + ofG[i] * g[at + i] + (ofX[i] * (x[at + i] - m[i]) + rest[i]);
    else
      for (int64_t i = 0; i < width; i++)
        result[at + i] = ofG[i] * g[at + i] + (ofX[i] * (x[at + i] - m[i]) + rest[i]);
  }
}

MULTIVERSION
void ck_channel_mix(
    int64_t rows, int64_t channels, const float *restrict h, const float *restrict g,
    const float *restrict x, const float *restrict mean, const float *restrict inverse,
    const float *restrict a, const float *restrict b, const float *restrict c,
    const float *restrict constant, float *restrict result) {
  TILES(mix, rows, channels, h, g, x, mean, inverse, a, b, c, constant, result)
}
