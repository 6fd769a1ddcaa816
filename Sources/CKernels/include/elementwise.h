#ifndef CKERNELS_ELEMENTWISE_H
#define CKERNELS_ELEMENTWISE_H

#include <stdint.h>

// Arithmetic element by element. Results are dense and row-major and may not overlap operands.

enum ck_unary_operation {
  ck_exponential,
  ck_logarithm,
  ck_square_root,
  ck_hyperbolic_tangent,
  ck_sigmoid,
  ck_relu,      // a NaN stays one
  ck_absolute,
  ck_sign,      // −1, 0 or 1
  ck_sine,
  ck_cosine,
};

enum ck_binary_operation {
  ck_add,
  ck_subtract,
  ck_multiply,
  ck_divide,
  ck_maximum,
  ck_minimum,
  ck_greater,           // 1 where lhs > rhs, else 0
  ck_greater_or_equal,  // 1 where lhs ≥ rhs, else 0
  ck_equal,             // 1 where lhs = rhs, else 0
  ck_gate,              // lhs where rhs > 0, else 0
};

/// result[i] = operation(x[i])
void ck_unary(
    enum ck_unary_operation operation, int64_t count, const float *_Nonnull x,
    float *_Nonnull result);

/// result[i] = scale · x[i] + offset
void ck_affine(
    int64_t count, float scale, float offset, const float *_Nonnull x, float *_Nonnull result);

/// result[i] = x[i] raised to a power
void ck_power(int64_t count, float exponent, const float *_Nonnull x, float *_Nonnull result);

/// result[i…] = operation(lhs, rhs), each operand walked with its own strides over `sizes`.
///
/// A stride is counted in elements and is 0 along an axis that the operand is repeated over; the
/// last axis's strides are 0 or 1. `rank` is at least 1.
void ck_binary(
    enum ck_binary_operation operation, int32_t rank, const int64_t *_Nonnull sizes,
    const int64_t *_Nonnull lhsStrides, const int64_t *_Nonnull rhsStrides,
    const float *_Nonnull lhs, const float *_Nonnull rhs, float *_Nonnull result);

#endif
