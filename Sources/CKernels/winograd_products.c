#include "include/multiversion.h"
#include "include/winograd.h"
#include "vectors.h"

#include <stdbool.h>

// How many coefficients of a row belong to each point, in the order in which they stand.
typedef struct {
  int64_t coefficients, points, multiplicity[6];
} geometry;

static const geometry geometries[] = {
    [ck_convolution_14] = {22, 6, {4, 4, 4, 4, 2, 4}},
    [ck_convolution_7] = {11, 6, {2, 2, 2, 2, 1, 2}},
    [ck_convolution_3] = {5, 5, {1, 1, 1, 1, 1}},
    [ck_convolution_14_strided] = {16, 6, {2, 2, 2, 1, 2, 7}},
    [ck_convolution_7_strided] = {9, 6, {1, 1, 1, 1, 1, 4}},
    [ck_convolution_4_strided] = {5, 3, {1, 2, 2}},
};

int64_t ck_winograd_coefficients(ck_convolution convolution) {
  return geometries[convolution].coefficients;
}

int64_t ck_winograd_points(ck_convolution convolution) { return geometries[convolution].points; }

// Up to six rows of x against one block of sixteen columns: twelve accumulators with AVX2, which
// hide the latency of its two multiply-add units and leave registers for the operands.
INLINED void rows_by_16(
    const int count, const float *restrict x, const float *restrict w, const float *restrict x2,
    const float *restrict w2, float *restrict y) {
  v16 sum[6] = {};
  for (int64_t k = 0; k < 64; k++) {
    v16 row = load16(w + k * 16);
    for (int r = 0; r < count; r++) sum[r] += x[r * 64 + k] * row;
  }
  if (x2)
    for (int64_t k = 0; k < 64; k++) {
      v16 row = load16(w2 + k * 16);
      for (int r = 0; r < count; r++) sum[r] += x2[r * 64 + k] * row;
    }
  for (int r = 0; r < count; r++) store16(y + r * 64, sum[r]);
}

// Rows outside, column blocks inside: the weights (16 KB) stay in the first-level cache, and rows
// of x and y pass by once.
INLINED void rows_by_64(
    const int count, const float *restrict x, const float *restrict w, const float *restrict x2,
    const float *restrict w2, float *restrict y) {
  for (int64_t block = 0; block < 4; block++)
    rows_by_16(
        count, x, w + block * 1024, x2, x2 ? w2 + block * 1024 : w2, y + block * 16);
}

INLINED void multiply_rows(
    int64_t rows, const float *restrict x, const float *restrict w, const float *restrict x2,
    const float *restrict w2, float *restrict y) {
  // Equal shares, so that no tile is left with a row or two.
  int64_t tiles = (rows + 5) / 6, share = rows / tiles, larger = rows % tiles;
  for (int64_t tile = 0; tile < tiles; tile++) {
    int64_t count = share + (tile < larger);
    switch (count) {
    case 1: rows_by_64(1, x, w, x2, w2, y); break;
    case 2: rows_by_64(2, x, w, x2, w2, y); break;
    case 3: rows_by_64(3, x, w, x2, w2, y); break;
    case 4: rows_by_64(4, x, w, x2, w2, y); break;
    case 5: rows_by_64(5, x, w, x2, w2, y); break;
    default: rows_by_64(6, x, w, x2, w2, y); break;
    }
    x += count * 64, y += count * 64;
    if (x2) x2 += count * 64;
  }
}

MULTIVERSION
void ck_winograd_multiply(
    ck_convolution convolution, int64_t images, const float *x, const float *weights,
    const float *secondX, const float *secondWeights, float *result) {
  const geometry *g = &geometries[convolution];
  if (images == 0) return;
  int64_t firstRow = 0;
  for (int64_t u = 0; u < g->points; firstRow += g->multiplicity[u], u++) {
    int64_t firstColumn = 0;
    for (int64_t v = 0; v < g->points; firstColumn += g->multiplicity[v], v++) {
      int64_t pair = (u * g->points + v) * ck_winograd_plane;
      for (int64_t i = firstRow; i < firstRow + g->multiplicity[u]; i++) {
        int64_t at = (i * g->coefficients + firstColumn) * images * 64;
        if (secondX)
          multiply_rows(
              g->multiplicity[v] * images, x + at, weights + pair, secondX + at,
              secondWeights + pair, result + at);
        else
          multiply_rows(
              g->multiplicity[v] * images, x + at, weights + pair, 0, 0, result + at);
      }
    }
  }
}

// Rows of one coefficient of x and y, or of several that stand `stride` floats apart.
typedef struct {
  int64_t segments, stride, rows;
} extent;

// sum[i, 0..<16] += Σ x[row, i] · y[row, 0..<16], for up to six input channels i
INLINED void sum_products(
    const int count, extent e, const float *restrict x, const float *restrict y, v16 sum[6]) {
  for (int64_t segment = 0; segment < e.segments; segment++) {
    const float *a = x + segment * e.stride, *b = y + segment * e.stride;
    for (int64_t row = 0; row < e.rows; row++, a += 64, b += 64) {
      v16 value = load16(b);
      for (int i = 0; i < count; i++) sum[i] += a[i] * value;
    }
  }
}

INLINED void channels_by_16(
    const int count, extent e, const float *restrict x, const float *restrict y,
    const float *restrict x2, const float *restrict y2, bool isFirst, float *restrict gradient) {
  v16 sum[6] = {};
  if (!isFirst)
    for (int i = 0; i < count; i++) sum[i] = load16(gradient + i * 16);
  sum_products(count, e, x, y, sum);
  if (x2) sum_products(count, e, x2, y2, sum);
  for (int i = 0; i < count; i++) store16(gradient + i * 16, sum[i]);
}

MULTIVERSION
void ck_winograd_accumulate(
    ck_convolution convolution, int64_t images, const float *x, const float *y,
    const float *secondX, const float *secondY, _Bool isFirst, float *gradient) {
  const geometry *g = &geometries[convolution];
  int64_t firstRow = 0;
  for (int64_t u = 0; u < g->points; firstRow += g->multiplicity[u], u++) {
    int64_t firstColumn = 0;
    for (int64_t v = 0; v < g->points; firstColumn += g->multiplicity[v], v++) {
      extent e = {
          g->multiplicity[u], g->coefficients * images * 64, g->multiplicity[v] * images};
      int64_t at = (firstRow * g->coefficients + firstColumn) * images * 64;
      for (int64_t block = 0; block < 4; block++) {
        float *sums = gradient + (u * g->points + v) * ck_winograd_plane + block * 1024;
        const float *b = y + at + block * 16, *b2 = secondX ? secondY + at + block * 16 : 0;
        for (int64_t i = 0; i < 64; i += 6) {
          const float *a = x + at + i, *a2 = secondX ? secondX + at + i : 0;
          if (i < 60)
            channels_by_16(6, e, a, b, a2, b2, isFirst, sums + i * 16);
          else
            channels_by_16(4, e, a, b, a2, b2, isFirst, sums + i * 16);
        }
      }
    }
  }
}
