#include "movement.h"

#include <string.h>

#include "multiversion.h"

MULTIVERSION
void ck_copy(
    int32_t rank, const int64_t *restrict sizes, const int64_t *restrict strides,
    const int64_t *restrict resultStrides, const float *restrict x, float *restrict result) {
  int64_t index[CKERNELS_MAXIMUM_RANK] = {0};
  const int64_t length = sizes[rank - 1];
  const int64_t step = strides[rank - 1], resultStep = resultStrides[rank - 1];
  int64_t rows = 1;
  for (int32_t axis = 0; axis < rank - 1; axis++) rows *= sizes[axis];
  for (int64_t row = 0; row < rows; row++) {
    if (step == 1 && resultStep == 1)
      memcpy(result, x, (size_t)length * sizeof(float));
    else if (step == 0 && resultStep == 1)
      for (int64_t i = 0; i < length; i++) result[i] = *x;
    else
      for (int64_t i = 0; i < length; i++) result[i * resultStep] = x[i * step];
    for (int32_t axis = rank - 2; axis >= 0; axis--) {
      x += strides[axis];
      result += resultStrides[axis];
      if (++index[axis] < sizes[axis]) break;
      x -= strides[axis] * sizes[axis];
      result -= resultStrides[axis] * sizes[axis];
      index[axis] = 0;
    }
  }
}

MULTIVERSION
void ck_gather(
    int64_t count, const int32_t *restrict positions, const float *restrict x,
    float *restrict result) {
  for (int64_t i = 0; i < count; i++) result[i] = x[positions[i]];
}

void ck_scatter(
    int64_t count, const int32_t *restrict positions, const float *restrict x,
    int64_t resultCount, float *restrict result) {
  memset(result, 0, (size_t)resultCount * sizeof(float));
  for (int64_t i = 0; i < count; i++) result[positions[i]] += x[i];
}
