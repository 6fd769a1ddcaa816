#ifndef CKERNELS_CLASSIFICATION_H
#define CKERNELS_CLASSIFICATION_H

#include <stdint.h>

// Softmax and the cross entropy, over the rows of [rows, classes]; `classes` is at least 1.

/// result[r, c] = exp(x[r, c]) / Σ exp(x[r, ·]), safe for large x
void ck_softmax(
    int64_t rows, int64_t classes, const float *_Nonnull x, float *_Nonnull result);

/// result[r, c] = x[r, c] − log Σ exp(x[r, ·])
void ck_log_softmax(
    int64_t rows, int64_t classes, const float *_Nonnull x, float *_Nonnull result);

/// Returns the mean over the rows of −log softmax(x)[r, labels[r]]; 0 where there is no row.
float ck_cross_entropy(
    int64_t rows, int64_t classes, const float *_Nonnull x, const int32_t *_Nonnull labels);

/// result[r, c] = (softmax(x)[r, c] − [c = labels[r]]) / rows
void ck_cross_entropy_gradient(
    int64_t rows, int64_t classes, const float *_Nonnull x, const int32_t *_Nonnull labels,
    float *_Nonnull result);

#endif
