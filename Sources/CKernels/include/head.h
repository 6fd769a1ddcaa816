#ifndef CKERNELS_HEAD_H
#define CKERNELS_HEAD_H

#include <stdint.h>

// The network's last layer: features to `way` classes, and the mean cross entropy of its softmax.
//
// Features are [rows, features], weights [way, features], logits and their derivatives [rows, way];
// the numbers of features and of channels are multiples of 16.

/// logits = x weightsᵀ + bias, plus secondX secondWeightsᵀ where those are given: with
/// (ẋ, w, ẇ, x) that is the tangent.
void ck_head(
    int64_t features, int64_t rows, int64_t way, const float *_Nonnull x, const float *_Nonnull weights,
    const float *_Nonnull bias, const float *_Nullable secondX,
    const float *_Nullable secondWeights, float *_Nonnull logits);

/// dx = dlogits weights, plus secondLogits secondWeights where those are given.
void ck_head_adjoint(
    int64_t features, int64_t rows, int64_t way, const float *_Nonnull dlogits, const float *_Nonnull weights,
    const float *_Nullable secondLogits, const float *_Nullable secondWeights,
    float *_Nonnull dx);

/// weightGradient = dlogitsᵀ x, plus secondLogitsᵀ secondX where those are given;
/// biasGradient = Σ dlogits over the rows.
void ck_head_weight_gradient(
    int64_t features, int64_t rows, int64_t way, const float *_Nonnull x, const float *_Nonnull dlogits,
    const float *_Nullable secondX, const float *_Nullable secondLogits,
    float *_Nonnull weightGradient, float *_Nonnull biasGradient);

/// What a set of images was classified as.
typedef struct ck_classification {
  double loss;      // mean cross entropy
  int64_t correct;  // images whose largest logit is their label's
} ck_classification;

/// Computes softmax(logits) and the loss's gradient dlogits = (softmax − one-hot) / rows.
ck_classification ck_head_loss(
    int64_t rows, int64_t way, const float *_Nonnull logits, const int32_t *_Nonnull labels,
    float *_Nonnull probabilities, float *_Nonnull dlogits);

/// The tangent of dlogits: p ⊙ (l̇ − Σ p l̇) / rows
void ck_head_loss_tangent(
    int64_t rows, int64_t way, const float *_Nonnull probabilities,
    const float *_Nonnull logitsTangent, float *_Nonnull dlogitsTangent);

/// mean[n] = the mean over the pixels of x[n, pixel]
void ck_average(
    int64_t channels, int64_t images, int64_t pixels, const float *_Nonnull x,
    float *_Nonnull mean);

/// The adjoint of `ck_average`: dx[n, pixel] = dmean[n] / pixels
void ck_average_adjoint(
    int64_t channels, int64_t images, int64_t pixels, const float *_Nonnull dmean, float *_Nonnull dx);

/// y[i] += factor · x[i]
void ck_add_scaled(
    int64_t count, float factor, const float *_Nonnull x, float *_Nonnull y);

#endif
