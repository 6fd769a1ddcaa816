#ifndef CKERNELS_DENSE_H
#define CKERNELS_DENSE_H

#include <stdbool.h>
#include <stdint.h>

// Dense layers with ReLU: [rows, inputs] to [rows, columns], with weights [inputs, columns]. Columns
// are a multiple of 16, and all but x lies at multiples of 64 bytes.

/// result[row] = bias + Σ x[row · rowStride + k · innerStride] · weights[k], over `inner` numbers k;
/// without a bias it begins at 0, or, where `adds`, at what is there.
///
/// The strides let x be read as its transpose, which is the gradient by weights.
void ck_dense(
    int64_t rows, int64_t inner, int64_t columns, const float *_Nonnull x, int64_t rowStride,
    int64_t innerStride, const float *_Nonnull weights, const float *_Nullable bias, bool adds,
    float *_Nonnull result);

/// result[column, row] = x[row, column]
void ck_dense_transpose(
    int64_t rows, int64_t columns, const float *_Nonnull x, float *_Nonnull result);

/// x = 0 where it is not above 0; what is not a number stays.
void ck_dense_rectify(int64_t count, float *_Nonnull x);

/// gradient = 0 where the result is not above 0.
void ck_dense_gate(int64_t count, const float *_Nonnull result, float *_Nonnull gradient);

/// sums[column] = Σ x[row, column] over the rows.
void ck_dense_sum(int64_t rows, int64_t columns, const float *_Nonnull x, float *_Nonnull sums);

/// Returns the mean of (x − target)² over `count` numbers, and its gradient.
double ck_squared_error(
    int64_t count, const float *_Nonnull x, const float *_Nonnull target, float *_Nonnull dx);

/// The tangent of that gradient: 2 ẋ / count
void ck_squared_error_tangent(
    int64_t count, const float *_Nonnull tangent, float *_Nonnull dxTangent);

#endif
