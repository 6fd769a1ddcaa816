#ifndef CKERNELS_POOLING_H
#define CKERNELS_POOLING_H

#include <stdint.h>

/// positions[n, i, j, c] = where in x, `[batch, height, width, channels]` and flat, the largest
/// value of the window at (i · strideHeight, j · strideWidth) stands; the first of equals.
///
/// Every window lies inside the image. A NaN counts as larger than any number.
void ck_pool_positions(
    int64_t batch, int64_t height, int64_t width, int64_t channels, int64_t windowHeight,
    int64_t windowWidth, int64_t strideHeight, int64_t strideWidth, int64_t resultHeight,
    int64_t resultWidth, const float *_Nonnull x, int32_t *_Nonnull positions);

/// The adjoint of picking those values, where windows lie side by side: dx is dy where a position says
/// so, and 0 elsewhere.
void ck_pool_adjoint(
    int64_t batch, int64_t height, int64_t width, int64_t channels, int64_t window,
    const int32_t *_Nonnull positions, const float *_Nonnull dy, float *_Nonnull dx);

#endif
