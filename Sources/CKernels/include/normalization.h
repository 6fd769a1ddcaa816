#ifndef CKERNELS_NORMALIZATION_H
#define CKERNELS_NORMALIZATION_H

#include <stdint.h>

// Batch norm without its scale and offset: x is [rows, channels], and a channel's mean and
// variance (divided by rows, not rows − 1) are taken over the rows. Sizes are at least 1.

/// result = x̂ = (x − mean) / √(variance + epsilon)
void ck_standardize(
    int64_t rows, int64_t channels, float epsilon, const float *_Nonnull x,
    float *_Nonnull result);

/// result[c] = 1 / √(variance + epsilon)
void ck_inverse_deviation(
    int64_t rows, int64_t channels, float epsilon, const float *_Nonnull x,
    float *_Nonnull result);

/// result = g − mean(g) − x̂ · mean(g · x̂), the derivative of x̂ but for its factor
/// 1 / √(variance + epsilon)
void ck_remove_moments(
    int64_t rows, int64_t channels, const float *_Nonnull g, const float *_Nonnull standardized,
    float *_Nonnull result);

#endif
