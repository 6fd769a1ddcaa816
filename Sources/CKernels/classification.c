#include "classification.h"

#include <math.h>

static float largest(int64_t classes, const float *restrict x) {
  float result = x[0];
  for (int64_t c = 1; c < classes; c++) result = x[c] > result ? x[c] : result;
  return result;
}

/// Returns log Σ exp(x − top).
static double log_of_sum(int64_t classes, const float *restrict x, float top) {
  double sum = 0;
  for (int64_t c = 0; c < classes; c++) sum += (double)expf(x[c] - top);
  return log(sum);
}

static void softmax_of_row(int64_t classes, const float *restrict x, float *restrict result) {
  const float top = largest(classes, x);
  double sum = 0;
  for (int64_t c = 0; c < classes; c++) {
    result[c] = expf(x[c] - top);
    sum += (double)result[c];
  }
  const float scale = (float)(1.0 / sum);
  for (int64_t c = 0; c < classes; c++) result[c] *= scale;
}

void ck_softmax(int64_t rows, int64_t classes, const float *restrict x, float *restrict result) {
  for (int64_t row = 0; row < rows; row++)
    softmax_of_row(classes, x + row * classes, result + row * classes);
}

void ck_log_softmax(
    int64_t rows, int64_t classes, const float *restrict x, float *restrict result) {
  for (int64_t row = 0; row < rows; row++, x += classes, result += classes) {
    const float top = largest(classes, x);
    const float shift = (float)log_of_sum(classes, x, top);
    for (int64_t c = 0; c < classes; c++) result[c] = (x[c] - top) - shift;
  }
}

float ck_cross_entropy(
    int64_t rows, int64_t classes, const float *restrict x, const int32_t *restrict labels) {
  double sum = 0;
  for (int64_t row = 0; row < rows; row++, x += classes) {
    const float top = largest(classes, x);
    sum += log_of_sum(classes, x, top) - (double)(x[labels[row]] - top);
  }
  return rows ? (float)(sum / (double)rows) : 0.0f;
}

void ck_cross_entropy_gradient(
    int64_t rows, int64_t classes, const float *restrict x, const int32_t *restrict labels,
    float *restrict result) {
  const float scale = rows ? 1.0f / (float)rows : 0.0f;
  for (int64_t row = 0; row < rows; row++, x += classes, result += classes) {
    softmax_of_row(classes, x, result);
    result[labels[row]] -= 1.0f;
    for (int64_t c = 0; c < classes; c++) result[c] *= scale;
  }
}
