#include "reduction.h"

#include <string.h>

#include "multiversion.h"

// As many columns as a tile of accumulators keeps in registers and the nearest cache.
#define TILE 64
// As many values as are added in single precision before the sum moves to double precision.
#define BLOCK 64
// As many sums of a row as run side by side.
#define LANES 32

/// result[c] += the sum of x[r, c] over r
static inline __attribute__((always_inline)) void add_columns(
    int64_t rows, int64_t columns, const float *restrict x, float *restrict result) {
  for (int64_t start = 0; start < columns; start += TILE) {
    const int64_t width = columns - start < TILE ? columns - start : TILE;
    double total[TILE] = {0};
    for (int64_t first = 0; first < rows; first += BLOCK) {
      const int64_t last = first + BLOCK < rows ? first + BLOCK : rows;
      float partial[TILE] = {0};
      for (int64_t row = first; row < last; row++) {
        const float *restrict values = x + row * columns + start;
        if (width == TILE)
          for (int64_t c = 0; c < TILE; c++) partial[c] += values[c];
        else
          for (int64_t c = 0; c < width; c++) partial[c] += values[c];
      }
      for (int64_t c = 0; c < width; c++) total[c] += partial[c];
    }
    for (int64_t c = 0; c < width; c++) result[start + c] += (float)total[c];
  }
}

static inline __attribute__((always_inline)) float sum_of_row(
    int64_t length, const float *restrict x) {
  double total = 0;
  int64_t first = 0;
  // Lanes, so that the sum is the same however the loop is compiled.
  while (first + LANES <= length) {
    const int64_t last = first + LANES * BLOCK < length ? first + LANES * BLOCK : length;
    float partial[LANES] = {0};
    for (; first + LANES <= last; first += LANES)
      for (int64_t lane = 0; lane < LANES; lane++) partial[lane] += x[first + lane];
    for (int64_t lane = 0; lane < LANES; lane++) total += partial[lane];
  }
  for (; first < length; first++) total += x[first];
  return (float)total;
}

/// result[r] += the sum of x[r, c] over c
static inline __attribute__((always_inline)) void add_rows(
    int64_t rows, int64_t length, const float *restrict x, float *restrict result) {
  for (int64_t row = 0; row < rows; row++) result[row] += sum_of_row(length, x + row * length);
}

MULTIVERSION
void ck_sum(
    int32_t rank, const int64_t *restrict sizes, const int64_t *restrict resultStrides,
    int64_t resultCount, const float *restrict x, float *restrict result) {
  memset(result, 0, (size_t)resultCount * sizeof(float));
  const int64_t length = sizes[rank - 1];
  const int64_t rows = rank > 1 ? sizes[rank - 2] : 1;
  const int64_t rowStride = rank > 1 ? resultStrides[rank - 2] : 0;
  const int keepsColumns = resultStrides[rank - 1] != 0;
  int64_t blocks = 1;
  for (int32_t axis = 0; axis < rank - 2; axis++) blocks *= sizes[axis];

  int64_t index[CKERNELS_MAXIMUM_RANK] = {0};
  for (int64_t block = 0; block < blocks; block++) {
    if (keepsColumns && rowStride == 0) {
      add_columns(rows, length, x, result);
    } else if (keepsColumns) {
      for (int64_t row = 0; row < rows; row++)
        add_columns(1, length, x + row * length, result + row * rowStride);
    } else if (rowStride == 0) {
      add_rows(1, rows * length, x, result);
    } else {
      for (int64_t row = 0; row < rows; row++)
        result[row * rowStride] += sum_of_row(length, x + row * length);
    }
    x += rows * length;
    for (int32_t axis = rank - 3; axis >= 0; axis--) {
      result += resultStrides[axis];
      if (++index[axis] < sizes[axis]) break;
      result -= resultStrides[axis] * sizes[axis];
      index[axis] = 0;
    }
  }
}

MULTIVERSION
void ck_sum_rows(
    int64_t rows, int64_t columns, const float *restrict x, float *restrict result) {
  memset(result, 0, (size_t)columns * sizeof(float));
  if (columns == 1)
    add_rows(1, rows, x, result);
  else
    add_columns(rows, columns, x, result);
}

void ck_largest_of_rows(
    int64_t rows, int64_t length, const float *restrict x, int32_t *restrict positions) {
  for (int64_t row = 0; row < rows; row++) {
    const float *restrict values = x + row * length;
    int64_t best = 0;
    for (int64_t i = 1; i < length; i++) {
      if (values[best] != values[best]) break;
      if (values[i] > values[best] || values[i] != values[i]) best = i;
    }
    positions[row] = (int32_t)(row * length + best);
  }
}

MULTIVERSION
void ck_running_sum(
    int64_t rows, int64_t length, bool reversed, const float *restrict x, float *restrict result) {
  for (int64_t row = 0; row < rows; row++) {
    double total = 0;
    for (int64_t i = 0; i < length; i++) {
      const int64_t place = row * length + (reversed ? length - 1 - i : i);
      total += x[place];
      result[place] = (float)total;
    }
  }
}
