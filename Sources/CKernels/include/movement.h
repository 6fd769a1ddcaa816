#ifndef CKERNELS_MOVEMENT_H
#define CKERNELS_MOVEMENT_H

#include <stdint.h>

// Moving values without changing them. Results may not overlap operands.

/// result[…] = x[…] over `sizes`, each walked with its own strides, counted in elements.
///
/// Transposes, repeats (a stride of 0 in x), cuts a part out and puts a part in. `rank` ≥ 1.
void ck_copy(
    int32_t rank, const int64_t *_Nonnull sizes, const int64_t *_Nonnull strides,
    const int64_t *_Nonnull resultStrides, const float *_Nonnull x, float *_Nonnull result);

/// result[i] = x[positions[i]]
void ck_gather(
    int64_t count, const int32_t *_Nonnull positions, const float *_Nonnull x,
    float *_Nonnull result);

/// result = 0, then result[positions[i]] += x[i] in the order of i
void ck_scatter(
    int64_t count, const int32_t *_Nonnull positions, const float *_Nonnull x,
    int64_t resultCount, float *_Nonnull result);

#endif
