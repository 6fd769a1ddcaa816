#ifndef ONEDNN_MATMUL_H
#define ONEDNN_MATMUL_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// result[rows, columns] = lhs[rows, inner] · rhs[inner, columns], row-major; where it adds, +=.
///
/// A transposed operand is stored the other way round: lhs as [inner, rows], rhs as
/// [columns, inner]. A stride is how many floats a stored row is from the next. Every size is at least 1. Runs on the calling thread alone; returns NULL, or
/// a message that stays valid until the same thread's next call.
const char *_Nullable onednn_matmul(
    bool transposeLhs, bool transposeRhs, int64_t rows, int64_t columns, int64_t inner,
    const float *_Nonnull lhs, int64_t lhsStride, const float *_Nonnull rhs, int64_t rhsStride,
    bool adds, float *_Nonnull result, int64_t resultStride);

#ifdef __cplusplus
}
#endif
#endif
