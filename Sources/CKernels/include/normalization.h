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

// Batch norm with its scale and offset, and its derivatives, from what is known of each channel.

/// mean[c] and inverse[c] = 1 / √(variance + epsilon)
void ck_channel_moments(
    int64_t rows, int64_t channels, float epsilon, const float *_Nonnull x,
    float *_Nonnull mean, float *_Nonnull inverse);

/// result = scale · x̂ + offset
void ck_batch_norm(
    int64_t rows, int64_t channels, const float *_Nonnull x, const float *_Nonnull mean,
    const float *_Nonnull inverse, const float *_Nonnull scale, const float *_Nonnull offset,
    float *_Nonnull result);

/// sum[c] = Σ g, dot[c] = Σ g · x̂
void ck_channel_adjoint(
    int64_t rows, int64_t channels, const float *_Nonnull g, const float *_Nonnull x,
    const float *_Nonnull mean, const float *_Nonnull inverse, double *_Nonnull sum,
    double *_Nonnull dot);

/// product[c] = Σ h · g
void ck_channel_product(
    int64_t rows, int64_t channels, const float *_Nonnull h, const float *_Nonnull g,
    double *_Nonnull product);

/// result[row] = a · h[row] + b · g[row] + c · x̂[row] + constant, with numbers of each channel;
/// without h, that term is missing.
void ck_channel_mix(
    int64_t rows, int64_t channels, const float *_Nullable h, const float *_Nonnull g,
    const float *_Nonnull x, const float *_Nonnull mean, const float *_Nonnull inverse,
    const float *_Nonnull a, const float *_Nonnull b, const float *_Nonnull c,
    const float *_Nonnull constant, float *_Nonnull result);

#endif
