#include "include/head.h"
#include "include/multiversion.h"
#include "vectors.h"

#include <math.h>
#include <string.h>

INLINED float dot(const int64_t count, const float *restrict lhs, const float *restrict rhs) {
  RELAXED
  v16 product = load16(lhs) * load16(rhs);
  for (int64_t i = 16; i < count; i += 16) product += load16(lhs + i) * load16(rhs + i);
  float sum = 0;
  for (int i = 0; i < 16; i++) sum += product[i];
  return sum;
}

// y += factor · x
INLINED void add(
    const int64_t count, float factor, const float *restrict x, float *restrict y) {
  for (int64_t i = 0; i < count; i += 16) store16(y + i, load16(y + i) + factor * load16(x + i));
}

INLINED void multiply(
    const int64_t count, int64_t rows, int64_t way, const float *restrict x,
    const float *restrict weights,
    const float *restrict bias, const float *restrict secondX,
    const float *restrict secondWeights, float *restrict logits) {
  for (int64_t row = 0; row < rows; row++)
    for (int64_t class = 0; class < way; class++) {
      float value = bias[class] + dot(count, x + row * count, weights + class * count);
      if (secondX) value += dot(count, secondX + row * count, secondWeights + class * count);
      logits[row * way + class] = value;
    }
}

MULTIVERSION
void ck_head(
    int64_t features, int64_t rows, int64_t way, const float *x, const float *weights,
    const float *bias, const float *secondX, const float *secondWeights, float *logits) {
  if (features == 64)
    multiply(64, rows, way, x, weights, bias, secondX, secondWeights, logits);
  else
    multiply(features, rows, way, x, weights, bias, secondX, secondWeights, logits);
}

INLINED void multiply_adjoint(
    const int64_t count, int64_t rows, int64_t way, const float *restrict dlogits,
    const float *restrict weights,
    const float *restrict secondLogits, const float *restrict secondWeights,
    float *restrict dx) {
  memset(dx, 0, (size_t)rows * count * sizeof(float));
  for (int64_t row = 0; row < rows; row++)
    for (int64_t class = 0; class < way; class++) {
      add(count, dlogits[row * way + class], weights + class * count, dx + row * count);
      if (secondLogits)
        add(count, secondLogits[row * way + class], secondWeights + class * count,
            dx + row * count);
    }
}

MULTIVERSION
void ck_head_adjoint(
    int64_t features, int64_t rows, int64_t way, const float *dlogits, const float *weights,
    const float *secondLogits, const float *secondWeights, float *dx) {
  if (features == 64)
    multiply_adjoint(64, rows, way, dlogits, weights, secondLogits, secondWeights, dx);
  else
    multiply_adjoint(features, rows, way, dlogits, weights, secondLogits, secondWeights, dx);
}

INLINED void outer(
    const int64_t count, int64_t rows, int64_t way, const float *restrict x,
    const float *restrict dlogits,
    const float *restrict secondX, const float *restrict secondLogits,
    float *restrict weightGradient, float *restrict biasGradient) {
  memset(weightGradient, 0, (size_t)way * count * sizeof(float));
  memset(biasGradient, 0, (size_t)way * sizeof(float));
  for (int64_t row = 0; row < rows; row++)
    for (int64_t class = 0; class < way; class++) {
      biasGradient[class] += dlogits[row * way + class];
      add(count, dlogits[row * way + class], x + row * count, weightGradient + class * count);
      if (secondX)
        add(count, secondLogits[row * way + class], secondX + row * count,
            weightGradient + class * count);
    }
}

MULTIVERSION
void ck_head_weight_gradient(
    int64_t features, int64_t rows, int64_t way, const float *x, const float *dlogits,
    const float *secondX, const float *secondLogits, float *weightGradient, float *biasGradient) {
  if (features == 64)
    outer(64, rows, way, x, dlogits, secondX, secondLogits, weightGradient, biasGradient);
  else
    outer(features, rows, way, x, dlogits, secondX, secondLogits, weightGradient, biasGradient);
}

ck_classification ck_head_loss(
    int64_t rows, int64_t way, const float *restrict logits, const int32_t *restrict labels,
    float *restrict probabilities, float *restrict dlogits) {
  ck_classification result = {};
  for (int64_t row = 0; row < rows; row++) {
    const float *l = logits + row * way;
    float *p = probabilities + row * way, *d = dlogits + row * way;
    int64_t largest = 0;
    for (int64_t class = 1; class < way; class++)
      if (l[class] > l[largest]) largest = class;
    float sum = 0;
    for (int64_t class = 0; class < way; class++) sum += p[class] = expf(l[class] - l[largest]);
    for (int64_t class = 0; class < way; class++) {
      p[class] /= sum;
      d[class] = (p[class] - (class == labels[row] ? 1.0f : 0.0f)) / (float)rows;
    }
    result.loss += (double)(logf(sum) + l[largest] - l[labels[row]]);
    result.correct += largest == labels[row];
  }
  if (rows > 0) result.loss /= (double)rows;
  return result;
}

void ck_head_loss_tangent(
    int64_t rows, int64_t way, const float *restrict probabilities,
    const float *restrict logitsTangent, float *restrict dlogitsTangent) {
  for (int64_t row = 0; row < rows; row++) {
    const float *p = probabilities + row * way, *l = logitsTangent + row * way;
    float mean = 0;
    for (int64_t class = 0; class < way; class++) mean += p[class] * l[class];
    for (int64_t class = 0; class < way; class++)
      dlogitsTangent[row * way + class] = p[class] * (l[class] - mean) / (float)rows;
  }
}

INLINED void average(
    const int64_t count, int64_t images, int64_t pixels, const float *restrict x,
    float *restrict mean) {
  memset(mean, 0, (size_t)images * count * sizeof(float));
  for (int64_t image = 0; image < images; image++)
    for (int64_t pixel = 0; pixel < pixels; pixel++)
      add(count, 1 / (float)pixels, x + (image * pixels + pixel) * count, mean + image * count);
}

MULTIVERSION
void ck_average(
    int64_t channels, int64_t images, int64_t pixels, const float *x, float *mean) {
  if (channels == 64)
    average(64, images, pixels, x, mean);
  else
    average(channels, images, pixels, x, mean);
}

void ck_average_adjoint(
    int64_t channels, int64_t images, int64_t pixels, const float *restrict dmean,
    float *restrict dx) {
  for (int64_t image = 0; image < images; image++)
    for (int64_t pixel = 0; pixel < pixels; pixel++)
      for (int64_t channel = 0; channel < channels; channel++)
        dx[(image * pixels + pixel) * channels + channel] =
            dmean[image * channels + channel] / (float)pixels;
}

MULTIVERSION
void ck_add_scaled(int64_t count, float factor, const float *restrict x, float *restrict y) {
  for (int64_t i = 0; i < count; i++) y[i] += factor * x[i];
}
