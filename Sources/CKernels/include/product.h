#ifndef CKERNELS_PRODUCT_H
#define CKERNELS_PRODUCT_H

#include <stdbool.h>
#include <stdint.h>

// The product of two small matrices, for which a library's preparations would take longer than the
// product itself.

/// How many numbers the right matrix may have at most.
#define CKERNELS_SMALL_MATRIX 4096

/// result [rows, columns] = lhs · rhs, either of which may be stored transposed.
void ck_small_product(
    bool transposeLhs, bool transposeRhs, int64_t rows, int64_t columns, int64_t inner,
    const float *_Nonnull lhs, const float *_Nonnull rhs, float *_Nonnull result);

#endif
