#include "elementwise.h"

#include <math.h>

#include "multiversion.h"

#define EACH(EXPRESSION)                                  \
  do {                                                    \
    for (int64_t i = 0; i < count; i++) {                 \
      const float v = x[i];                               \
      result[i] = (EXPRESSION);                           \
    }                                                     \
  } while (0)

MULTIVERSION
void ck_unary(
    enum ck_unary_operation operation, int64_t count, const float *restrict x,
    float *restrict result) {
  switch (operation) {
    case ck_exponential: EACH(expf(v)); break;
    case ck_logarithm: EACH(logf(v)); break;
    case ck_square_root: EACH(sqrtf(v)); break;
    case ck_hyperbolic_tangent: EACH(tanhf(v)); break;
    case ck_sigmoid: EACH(1.0f / (1.0f + expf(-v))); break;
    case ck_relu: EACH(v < 0 ? 0.0f : v); break;
    case ck_absolute: EACH(fabsf(v)); break;
    case ck_sign: EACH(v > 0 ? 1.0f : (v < 0 ? -1.0f : 0.0f)); break;
    case ck_sine: EACH(sinf(v)); break;
    case ck_cosine: EACH(cosf(v)); break;
  }
}

MULTIVERSION
void ck_affine(
    int64_t count, float scale, float offset, const float *restrict x, float *restrict result) {
  EACH(scale * v + offset);
}

MULTIVERSION
void ck_power(int64_t count, float exponent, const float *restrict x, float *restrict result) {
  // powf is tens of times slower than the two powers that gradients ask for most.
  if (exponent == 2.0f) EACH(v * v);
  else if (exponent == -1.0f) EACH(1.0f / v);
  else EACH(powf(v, exponent));
}

/// Runs a loop over the last axis for every position of the other axes.
#define ROWS(EXPRESSION)                                                             \
  do {                                                                               \
    for (int64_t row = 0; row < rows; row++) {                                       \
      if (lhsStep && rhsStep) {                                                      \
        for (int64_t i = 0; i < length; i++) {                                       \
          const float a = lhs[i], b = rhs[i];                                        \
          result[i] = (EXPRESSION);                                                  \
        }                                                                            \
      } else if (lhsStep) {                                                          \
        const float b = *rhs;                                                        \
        for (int64_t i = 0; i < length; i++) {                                       \
          const float a = lhs[i];                                                    \
          result[i] = (EXPRESSION);                                                  \
        }                                                                            \
      } else if (rhsStep) {                                                          \
        const float a = *lhs;                                                        \
        for (int64_t i = 0; i < length; i++) {                                       \
          const float b = rhs[i];                                                    \
          result[i] = (EXPRESSION);                                                  \
        }                                                                            \
      } else {                                                                       \
        const float a = *lhs, b = *rhs;                                              \
        for (int64_t i = 0; i < length; i++) result[i] = (EXPRESSION);               \
      }                                                                              \
      result += length;                                                              \
      for (int32_t axis = rank - 2; axis >= 0; axis--) {                             \
        lhs += lhsStrides[axis];                                                     \
        rhs += rhsStrides[axis];                                                     \
        if (++index[axis] < sizes[axis]) break;                                      \
        lhs -= lhsStrides[axis] * sizes[axis];                                       \
        rhs -= rhsStrides[axis] * sizes[axis];                                       \
        index[axis] = 0;                                                             \
      }                                                                              \
    }                                                                                \
  } while (0)

MULTIVERSION
void ck_binary(
    enum ck_binary_operation operation, int32_t rank, const int64_t *restrict sizes,
    const int64_t *restrict lhsStrides, const int64_t *restrict rhsStrides,
    const float *restrict lhs, const float *restrict rhs, float *restrict result) {
  int64_t index[CKERNELS_MAXIMUM_RANK] = {0};
  const int64_t length = sizes[rank - 1];
  const int64_t lhsStep = lhsStrides[rank - 1], rhsStep = rhsStrides[rank - 1];
  int64_t rows = 1;
  for (int32_t axis = 0; axis < rank - 1; axis++) rows *= sizes[axis];
  switch (operation) {
    case ck_add: ROWS(a + b); break;
    case ck_subtract: ROWS(a - b); break;
    case ck_multiply: ROWS(a * b); break;
    case ck_divide: ROWS(a / b); break;
    case ck_maximum: ROWS((a > b || a != a) ? a : b); break;
    case ck_minimum: ROWS((a < b || a != a) ? a : b); break;
    case ck_greater: ROWS(a > b ? 1.0f : 0.0f); break;
    case ck_greater_or_equal: ROWS(a >= b ? 1.0f : 0.0f); break;
    case ck_equal: ROWS(a == b ? 1.0f : 0.0f); break;
    case ck_gate: ROWS(b > 0 ? a : 0.0f); break;
  }
}
