#ifndef CKERNELS_REDUCTION_H
#define CKERNELS_REDUCTION_H

#include <stdbool.h>
#include <stdint.h>

// Sums along axes. Long sums are taken in blocks and the blocks added in double precision, so a
// mean over a hundred thousand values keeps single precision's accuracy.

/// result[…] = the sum of x over the axes whose `resultStrides` are 0.
///
/// x is dense over `sizes`; the last axis's result stride is 0 or 1. `result` has `resultCount`
/// elements and is overwritten. `rank` is at least 1.
void ck_sum(
    int32_t rank, const int64_t *_Nonnull sizes, const int64_t *_Nonnull resultStrides,
    int64_t resultCount, const float *_Nonnull x, float *_Nonnull result);

/// positions[r] = r · length + the first position of the largest value in row r of x; a NaN is
/// larger than any number. `length` is at least 1.
void ck_largest_of_rows(
    int64_t rows, int64_t length, const float *_Nonnull x, int32_t *_Nonnull positions);

/// result[r, i] = the sum of x[r, j] over j ≤ i, or over j ≥ i where `reversed`
void ck_running_sum(
    int64_t rows, int64_t length, bool reversed, const float *_Nonnull x, float *_Nonnull result);

/// result[c] = the sum of x[r, c] over r: what `ck_sum` does where there are two axes at most.
void ck_sum_rows(
    int64_t rows, int64_t columns, const float *_Nonnull x, float *_Nonnull result);

#endif
