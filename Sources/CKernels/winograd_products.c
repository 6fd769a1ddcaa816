#include "include/multiversion.h"
#include "include/winograd.h"
#include "vectors.h"

#include <string.h>

// What a convolution's line of coefficients and its weights consist of.
typedef struct {
  int64_t coefficients, points;
  // How many coefficients belong to each point, in the order in which they stand.
  int64_t multiplicity[6];
  // G: the three weights of a line at each point, divided by what the input transform leaves out.
  float evaluation[6][3];
} geometry;

#define POINT(scale, p) {scale, (scale) * (p), (scale) * (p) * (p)}

static const geometry geometries[] = {
    [ck_convolution_14] =
        {22, 6, {4, 4, 4, 4, 2, 4},
         {{1, 0, 0}, POINT(-1.0f / 6, 1), POINT(-1.0f / 6, -1), POINT(1.0f / 24, 2),
          POINT(1.0f / 24, -2), {0, 0, 1}}},
    [ck_convolution_7] =
        {11, 6, {2, 2, 2, 2, 1, 2},
         {{1, 0, 0}, POINT(-1.0f / 6, 1), POINT(-1.0f / 6, -1), POINT(1.0f / 24, 2),
          POINT(1.0f / 24, -2), {0, 0, 1}}},
    [ck_convolution_3] =
        {5, 5, {1, 1, 1, 1, 1},
         {{1, 0, 0}, POINT(-1.0f / 6, 1), POINT(-1.0f / 6, -1), POINT(1.0f / 24, 2), {0, 0, 1}}},
    [ck_convolution_14_strided] =
        {16, 6, {2, 2, 2, 1, 2, 7},
         {{1, 0, 0}, {-0.5f, 0, -0.5f}, {-1.0f / 6, 0, 1.0f / 6}, {1.0f / 6, 0, 1.0f / 3},
          {0, 0, 1}, {0, 1, 0}}},
    [ck_convolution_7_strided] =
        {9, 6, {1, 1, 1, 1, 1, 4},
         {{1, 0, 0}, {-0.5f, 0, -0.5f}, {-1.0f / 6, 0, 1.0f / 6}, {1.0f / 6, 0, 1.0f / 3},
          {0, 0, 1}, {0, 1, 0}}},
    [ck_convolution_4_strided] = {5, 3, {1, 2, 2}, {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
};

int64_t ck_winograd_coefficients(ck_convolution convolution) {
  return geometries[convolution].coefficients;
}

// A 64×64 matrix of weights, [input channel][output channel].
enum { plane = 64 * 64 };

// MARK: Weights at a point

// Returns the combination of three planes `stride` floats apart: one of them as it stands where
// that is all, else computed into `room`.
INLINED const float *evaluated(
    const float evaluation[3], const float *restrict planes, int64_t stride,
    float *restrict room) {
  for (int i = 0; i < 3; i++)
    if (evaluation[i] == 1) return planes + i * stride;
  const float a = evaluation[0], b = evaluation[1], c = evaluation[2];
  for (int64_t i = 0; i < plane; i += 16)
    store16(room + i, a * load16(planes + i) + (b * load16(planes + stride + i) +
                                                c * load16(planes + 2 * stride + i)));
  return room;
}

// The weights of one row of points: three planes, one for each column of the weights.
typedef struct {
  const float *columns[3];
  _Alignas(64) float room[3][plane];
} row_weights;

INLINED void evaluate_row(
    const float evaluation[3], const float *restrict weights, row_weights *restrict row) {
  for (int column = 0; column < 3; column++)
    row->columns[column] =
        evaluated(evaluation, weights + column * plane, 3 * plane, row->room[column]);
}

// MARK: Products

// Up to six rows of x against one block of sixteen columns: twelve accumulators with AVX2, which
// hide the latency of its two multiply-add units and leave registers for the operands.
INLINED void rows_by_16(
    const int count, const float *restrict x, const float *restrict w, const float *restrict x2,
    const float *restrict w2, float *restrict y) {
  v16 sum[6] = {};
  for (int64_t k = 0; k < 64; k++) {
    v16 row = load16(w + k * 64);
    for (int r = 0; r < count; r++) sum[r] += x[r * 64 + k] * row;
  }
  if (x2)
    for (int64_t k = 0; k < 64; k++) {
      v16 row = load16(w2 + k * 64);
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
        count, x, w + block * 16, x2, x2 ? w2 + block * 16 : w2, y + block * 16);
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

// The columns of a row stand 3 planes apart in the weights, one in the room.
INLINED int64_t column_stride(const row_weights *row) { return row->columns[1] - row->columns[0]; }

INLINED void multiply(
    const geometry *g, int64_t images, const float *restrict x, const float *restrict weights,
    const float *restrict secondX, const float *restrict secondWeights, float *restrict result) {
  row_weights row, secondRow;
  _Alignas(64) float room[plane], secondRoom[plane];
  int64_t firstRow = 0;
  for (int64_t u = 0; u < g->points; firstRow += g->multiplicity[u], u++) {
    evaluate_row(g->evaluation[u], weights, &row);
    if (secondX) evaluate_row(g->evaluation[u], secondWeights, &secondRow);
    int64_t firstColumn = 0;
    for (int64_t v = 0; v < g->points; firstColumn += g->multiplicity[v], v++) {
      const float *w =
          evaluated(g->evaluation[v], row.columns[0], column_stride(&row), room), *w2 = 0;
      if (secondX)
        w2 = evaluated(
            g->evaluation[v], secondRow.columns[0], column_stride(&secondRow), secondRoom);
      for (int64_t i = firstRow; i < firstRow + g->multiplicity[u]; i++) {
        int64_t at = (i * g->coefficients + firstColumn) * images * 64;
        int64_t rows = g->multiplicity[v] * images;
        if (secondX)
          multiply_rows(rows, x + at, w, secondX + at, w2, result + at);
        else
          multiply_rows(rows, x + at, w, 0, 0, result + at);
      }
    }
  }
}

MULTIVERSION
void ck_winograd_multiply(
    ck_convolution convolution, int64_t images, const float *x, const float *weights,
    const float *secondX, const float *secondWeights, float *result) {
  if (images > 0)
    multiply(
        &geometries[convolution], images, x, weights, secondX, secondWeights, result);
}

// MARK: Products of coefficients, summed over images and tiles

// Rows of one coefficient of x and y, or of several that stand `stride` floats apart.
typedef struct {
  int64_t segments, stride, rows;
} extent;

// sum[i] += Σ x[row, i] · y[row, 0..<16], for up to six input channels i
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

// Adds the products for up to six input and sixteen output channels to a row of points' three
// planes: the adjoint of the evaluation at this point.
INLINED void add_products(
    const int count, extent e, const float *restrict x, const float *restrict y,
    const float *restrict x2, const float *restrict y2, const float evaluation[3],
    float *restrict columns) {
  v16 sum[6] = {};
  sum_products(count, e, x, y, sum);
  if (x2) sum_products(count, e, x2, y2, sum);
  for (int column = 0; column < 3; column++)
    if (evaluation[column] != 0)
      for (int i = 0; i < count; i++) {
        float *at = columns + column * plane + i * 64;
        store16(at, load16(at) + evaluation[column] * sum[i]);
      }
}

INLINED void accumulate(
    const geometry *g, int64_t images, const float *restrict x, const float *restrict y,
    const float *restrict x2, const float *restrict y2, float *restrict gradient) {
  _Alignas(64) float columns[3 * plane];
  int64_t firstRow = 0;
  for (int64_t u = 0; u < g->points; firstRow += g->multiplicity[u], u++) {
    memset(columns, 0, sizeof columns);
    int64_t firstColumn = 0;
    for (int64_t v = 0; v < g->points; firstColumn += g->multiplicity[v], v++) {
      extent e = {
          g->multiplicity[u], g->coefficients * images * 64, g->multiplicity[v] * images};
      int64_t at = (firstRow * g->coefficients + firstColumn) * images * 64;
      for (int64_t output = 0; output < 64; output += 16) {
        const float *b = y + at + output, *b2 = x2 ? y2 + at + output : 0;
        for (int64_t input = 0; input < 64; input += 6) {
          const float *a = x + at + input, *a2 = x2 ? x2 + at + input : 0;
          float *sums = columns + input * 64 + output;
          if (input < 60)
            add_products(6, e, a, b, a2, b2, g->evaluation[v], sums);
          else
            add_products(4, e, a, b, a2, b2, g->evaluation[v], sums);
        }
      }
    }
    for (int row = 0; row < 3; row++) {
      const float factor = g->evaluation[u][row];
      float *target = gradient + row * 3 * plane;
      if (factor != 0)
        for (int64_t i = 0; i < 3 * plane; i += 16)
          store16(target + i, load16(target + i) + factor * load16(columns + i));
    }
  }
}

MULTIVERSION
void ck_winograd_accumulate(
    ck_convolution convolution, int64_t images, const float *x, const float *y,
    const float *secondX, const float *secondY, float *gradient) {
  accumulate(&geometries[convolution], images, x, y, secondX, secondY, gradient);
}
