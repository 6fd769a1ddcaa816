#include "include/dense.h"
#include "include/multiversion.h"
#include "vectors.h"

#include <string.h>

// A tile of the result, whose accumulators stay in registers: as many as hide the latency of a fused
// multiply-add.
#define ROWS 4
#define VECTORS 2

typedef struct {
  const float *x;
  int64_t rowStride, innerStride;
  const float *weights;
  int64_t inner, columns;
} product;

INLINED void tile(
    const int rows, const int vectors, const product p, const float *restrict bias, bool adds,
    float *restrict result) {
  v16 sums[ROWS][VECTORS];
  for (int r = 0; r < rows; r++)
    for (int v = 0; v < vectors; v++)
      sums[r][v] = adds ? load16(result + r * p.columns + 16 * v)
                        : bias ? load16(bias + 16 * v) : (v16){};
  for (int64_t k = 0; k < p.inner; k++) {
    const float *weights = p.weights + k * p.columns;
    for (int r = 0; r < rows; r++) {
      const v16 x = splat16(p.x[r * p.rowStride + k * p.innerStride]);
      for (int v = 0; v < vectors; v++) sums[r][v] += x * load16(weights + 16 * v);
    }
  }
  for (int r = 0; r < rows; r++)
    for (int v = 0; v < vectors; v++) store16(result + r * p.columns + 16 * v, sums[r][v]);
}

INLINED void strip(
    const int vectors, int64_t rows, product p, const float *restrict bias, bool adds,
    float *restrict result) {
  int64_t row = 0;
  for (; row + ROWS <= rows; row += ROWS) {
    tile(ROWS, vectors, p, bias, adds, result + row * p.columns);
    p.x += ROWS * p.rowStride;
  }
  for (; row < rows; row++) {
    tile(1, vectors, p, bias, adds, result + row * p.columns);
    p.x += p.rowStride;
  }
}

INLINED void multiply(
    int64_t rows, product p, const float *restrict bias, bool adds, float *restrict result) {
  for (int64_t column = 0; column < p.columns; column += 16 * VECTORS) {
    product part = p;
    part.weights += column;
    const float *partBias = bias ? bias + column : bias;
    if (column + 16 * VECTORS <= p.columns)
      strip(VECTORS, rows, part, partBias, adds, result + column);
    else
      strip(1, rows, part, partBias, adds, result + column);
  }
}

MULTIVERSION
void ck_dense(
    int64_t rows, int64_t inner, int64_t columns, const float *x, int64_t rowStride,
    int64_t innerStride, const float *weights, const float *bias, bool adds, float *result) {
  const product p = {x, rowStride, innerStride, weights, inner, columns};
  multiply(rows, p, bias, adds, result);
}

void ck_dense_transpose(
    int64_t rows, int64_t columns, const float *restrict x, float *restrict result) {
  for (int64_t column = 0; column < columns; column++)
    for (int64_t row = 0; row < rows; row++)
      result[column * rows + row] = x[row * columns + column];
}

MULTIVERSION
void ck_dense_rectify(int64_t count, float *restrict x) {
  for (int64_t i = 0; i < count; i++) x[i] = x[i] <= 0 ? 0 : x[i];
}

MULTIVERSION
void ck_dense_gate(int64_t count, const float *restrict result, float *restrict gradient) {
  for (int64_t i = 0; i < count; i++) gradient[i] = result[i] > 0 ? gradient[i] : 0;
}

MULTIVERSION
void ck_dense_sum(int64_t rows, int64_t columns, const float *restrict x, float *restrict sums) {
  memset(sums, 0, (size_t)columns * sizeof(float));
  for (int64_t row = 0; row < rows; row++)
    for (int64_t column = 0; column < columns; column++) sums[column] += x[row * columns + column];
}

double ck_squared_error(
    int64_t count, const float *restrict x, const float *restrict target, float *restrict dx) {
  double sum = 0;
  const float share = 2 / (float)count;
  for (int64_t i = 0; i < count; i++) {
    const float distance = x[i] - target[i];
    sum += (double)distance * distance;
    dx[i] = distance * share;
  }
  return sum / (double)count;
}

void ck_squared_error_tangent(
    int64_t count, const float *restrict tangent, float *restrict dxTangent) {
  const float share = 2 / (float)count;
  for (int64_t i = 0; i < count; i++) dxTangent[i] = tangent[i] * share;
}
