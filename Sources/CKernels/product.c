#include "include/product.h"
#include "include/multiversion.h"

#include <string.h>

#define INLINE static inline __attribute__((always_inline))

INLINE void multiply(
    bool transposeLhs, int64_t rows, int64_t columns, int64_t inner, const float *restrict lhs,
    const float *restrict rhs, float *restrict result) {
  const int64_t rowStride = transposeLhs ? 1 : inner, innerStride = transposeLhs ? rows : 1;
  memset(result, 0, (size_t)(rows * columns) * sizeof(float));
  for (int64_t row = 0; row < rows; row++)
    for (int64_t k = 0; k < inner; k++) {
      const float a = lhs[row * rowStride + k * innerStride];
      for (int64_t column = 0; column < columns; column++)
        result[row * columns + column] += a * rhs[k * columns + column];
    }
}

MULTIVERSION
void ck_small_product(
    bool transposeLhs, bool transposeRhs, int64_t rows, int64_t columns, int64_t inner,
    const float *restrict lhs, const float *restrict rhs, float *restrict result) {
  if (!transposeRhs) {
    multiply(transposeLhs, rows, columns, inner, lhs, rhs, result);
    return;
  }
  float turned[CKERNELS_SMALL_MATRIX];
  for (int64_t column = 0; column < columns; column++)
    for (int64_t k = 0; k < inner; k++) turned[k * columns + column] = rhs[column * inner + k];
  multiply(transposeLhs, rows, columns, inner, lhs, turned, result);
}
