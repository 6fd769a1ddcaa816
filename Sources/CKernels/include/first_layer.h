#ifndef CKERNELS_FIRST_LAYER_H
#define CKERNELS_FIRST_LAYER_H

#include <stdint.h>

#include "activation.h"

// The first layer, 28×28×1 → 14×14×64: a 3×3 convolution, batch normalization and ReLU, with
// stride 1 and 2×2 max pooling, or with stride 2 and no pooling.
//
// It sees patches of nine values, so the statistics of its 64 maps follow from the patches' mean
// and covariance, which depend on the images alone: mean = w·m, variance = wᵀCw. They are
// measured once for a set of images. Then a pass computes the convolution where it is needed and
// drops it; the 28×28×64 map, the largest of the network, never exists. In the same way the
// sums over x̂ in the derivatives have closed forms.
//
// `stride` is 1 or 2. Weights are [3, 3, 1, 64]. Names are those of activation.h.

enum { ck_padded_image = 30 * 32 };

/// The moments of the 3×3 patches of a set of images.
typedef struct ck_patches {
  double count;
  double mean[9];
  double covariance[9][9];
} ck_patches;

/// What the layer's derivative leaves for its tangent: Σ patch · dz, per channel.
typedef struct ck_patch_sums {
  double sums[9][64];
} ck_patch_sums;

/// Copies images [images, 28, 28] to [images, 30, 32] with zeros around them.
void ck_first_layer_pad(
    int64_t images, const float *_Nonnull unpadded, float *_Nonnull padded);

/// Measures the patches of padded images.
void ck_first_layer_measure(
    int64_t stride, int64_t images, const float *_Nonnull padded, ck_patches *_Nonnull patches);

/// Computes the statistics of the batch, x and the choices.
void ck_first_layer(
    int64_t stride, int64_t images, const float *_Nonnull padded,
    const ck_patches *_Nonnull patches, const float *_Nonnull weights,
    const float *_Nonnull gamma, const float *_Nonnull beta, ck_statistics *_Nonnull statistics,
    float *_Nonnull x, uint8_t *_Nonnull choice);

/// Computes the gradient sums and the gradient by the weights.
void ck_first_layer_adjoint(
    int64_t stride, int64_t images, const float *_Nonnull padded,
    const ck_patches *_Nonnull patches, const uint8_t *_Nonnull choice, const float *_Nonnull dx,
    const float *_Nonnull weights, const float *_Nonnull gamma,
    ck_statistics *_Nonnull statistics, ck_patch_sums *_Nonnull patchSums,
    float *_Nonnull weightGradient);

/// Computes the tangent statistics μ̇ and u, and ẋ.
void ck_first_layer_tangent(
    int64_t stride, int64_t images, const float *_Nonnull padded,
    const ck_patches *_Nonnull patches, const uint8_t *_Nonnull choice,
    const ck_statistics *_Nonnull statistics, const float *_Nonnull weights,
    const float *_Nonnull gamma, const float *_Nonnull weightsTangent,
    const float *_Nonnull gammaTangent, const float *_Nonnull betaTangent,
    ck_tangent_statistics *_Nonnull tangentStatistics, float *_Nonnull xTangent);

/// Computes the tangents of the gradient sums and of the gradient by the weights.
void ck_first_layer_adjoint_tangent(
    int64_t stride, int64_t images, const float *_Nonnull padded,
    const ck_patches *_Nonnull patches, const uint8_t *_Nonnull choice,
    const float *_Nonnull dxTangent, const ck_statistics *_Nonnull statistics,
    const ck_patch_sums *_Nonnull patchSums, const float *_Nonnull weights,
    const float *_Nonnull gamma, const float *_Nonnull weightsTangent,
    const float *_Nonnull gammaTangent, ck_tangent_statistics *_Nonnull tangentStatistics,
    float *_Nonnull weightGradientTangent);

#endif
