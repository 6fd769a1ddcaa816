#ifndef CKERNELS_ACTIVATION_H
#define CKERNELS_ACTIVATION_H

#include <stdint.h>

// Batch normalization, ReLU and max pooling of maps as one operation, with its first derivative and
// the tangents of both; each is one pass over memory.
//
// With y the map before normalization, x̂ = s (y − μ) its normalized form (s = 1/σ) and
// z = γ x̂ + β, the result is x = max over the window of max(z, 0). `choice` says for each result
// which place of its window gave it, row by row, or 4 where the result is 0: it routes
// everything that follows. A window of 1 is no pooling; of 2, 2×2 without overlap, leaving out
// an odd last row and column, as PyTorch does.
//
// Maps are [images, height, width, channels] with a multiple of 16 channels, and 64-byte aligned;
// who has fewer pads with zeros, which stay zeros. Statistics are kept for groups of 64 channels:
// every pointer to them is to as many as there are groups. Sums are kept in double; a dot marks a
// tangent.

/// The sizes of maps before activation, and of the window.
typedef struct ck_maps {
  int64_t window, images, height, width, channels;
} ck_maps;

/// What is known of a layer's batch, per channel of a group.
typedef struct ck_statistics {
  double count;            // M, the pixels of all images
  double mean[64];         // μ
  double inverse[64];      // s
  double gradientSum[64];  // Σ dz, the gradient by β
  double gradientDot[64];  // Σ dz x̂, the gradient by γ
} ck_statistics;

/// What moves when the parameters move, per channel of a group.
typedef struct ck_tangent_statistics {
  double mean[64];         // μ̇
  double correlation[64];  // u = mean(x̂ ẏ), so that ṡ = −s² u
  double gradientSum[64];  // Σ dż
  double gradientDot[64];  // Σ (dż x̂ + dz x̂̇)
} ck_tangent_statistics;

// The sums run over a whole batch; what follows from them is computed for any part of it.

/// Computes the count, the mean and the inverse deviation of a batch.
void ck_activation_measure(
    ck_maps maps, const float *_Nonnull y, ck_statistics *_Nonnull statistics);

/// x = max over the window of max(γ x̂ + β, 0)
void ck_activation(
    ck_maps maps, const float *_Nonnull y,
    const ck_statistics *_Nonnull statistics, const float *_Nonnull gamma,
    const float *_Nonnull beta, float *_Nonnull x, uint8_t *_Nonnull choice);

/// Computes the gradient sums of a batch.
void ck_activation_measure_adjoint(
    ck_maps maps, const float *_Nonnull y,
    const uint8_t *_Nonnull choice, const float *_Nonnull dx,
    ck_statistics *_Nonnull statistics);

/// dy from dx
void ck_activation_adjoint(
    ck_maps maps, const float *_Nonnull y,
    const uint8_t *_Nonnull choice, const float *_Nonnull dx, const float *_Nonnull gamma,
    const ck_statistics *_Nonnull statistics, float *_Nonnull dy);

/// Computes the tangent statistics μ̇ and u of a batch.
void ck_activation_measure_tangent(
    ck_maps maps, const float *_Nonnull y, const float *_Nonnull yTangent,
    const ck_statistics *_Nonnull statistics, ck_tangent_statistics *_Nonnull tangentStatistics);

/// ẋ from ẏ
void ck_activation_tangent(
    ck_maps maps, const float *_Nonnull y,
    const float *_Nonnull yTangent, const uint8_t *_Nonnull choice,
    const ck_statistics *_Nonnull statistics,
    const ck_tangent_statistics *_Nonnull tangentStatistics, const float *_Nonnull gamma,
    const float *_Nonnull gammaTangent, const float *_Nonnull betaTangent,
    float *_Nonnull xTangent);

/// Computes the tangents of the gradient sums of a batch.
void ck_activation_measure_adjoint_tangent(
    ck_maps maps, const float *_Nonnull y,
    const float *_Nonnull yTangent, const uint8_t *_Nonnull choice, const float *_Nonnull dx,
    const float *_Nonnull dxTangent, const ck_statistics *_Nonnull statistics,
    ck_tangent_statistics *_Nonnull tangentStatistics);

/// dẏ from dx and dẋ
void ck_activation_adjoint_tangent(
    ck_maps maps, const float *_Nonnull y,
    const float *_Nonnull yTangent, const uint8_t *_Nonnull choice, const float *_Nonnull dx,
    const float *_Nonnull dxTangent, const ck_statistics *_Nonnull statistics,
    const ck_tangent_statistics *_Nonnull tangentStatistics, const float *_Nonnull gamma,
    const float *_Nonnull gammaTangent, float *_Nonnull dyTangent);

/// Copies the gradients by γ and β out of the statistics.
void ck_activation_gradients(
    int64_t channels, const ck_statistics *_Nonnull statistics, float *_Nonnull gamma, float *_Nonnull beta);

/// Copies the tangents of the gradients by γ and β out of the statistics.
void ck_activation_gradient_tangents(
    int64_t channels, const ck_tangent_statistics *_Nonnull statistics, float *_Nonnull gamma,
    float *_Nonnull beta);

#endif
