#ifndef ONEDNN_MATMUL_H
#define ONEDNN_MATMUL_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// result[rows, columns] = lhs[rows, inner] · rhs[inner, columns], dense and row-major.
///
/// A transposed operand is stored the other way round: lhs as [inner, rows], rhs as
/// [columns, inner]. Every size is at least 1. Runs on the calling thread alone; returns NULL, or
/// a message that stays valid until the same thread's next call.
const char *_Nullable onednn_matmul(
    bool transposeLhs, bool transposeRhs, int64_t rows, int64_t columns, int64_t inner,
    const float *_Nonnull lhs, const float *_Nonnull rhs, float *_Nonnull result);

#ifdef __cplusplus
}
#endif
#endif
