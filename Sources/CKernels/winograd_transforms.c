#include "include/multiversion.h"
#include "include/winograd.h"
#include "winograd_lines.h"

// A two-dimensional transform is the line transform down the columns, then along the rows of a
// buffer that stays in the first-level cache; sixteen channels at a time.

typedef void line_transform(const float *restrict, int64_t, float *restrict, int64_t);

// [images, from, from, 64] → [to, to, images, 64]
INLINED void analyse(
    line_transform *line, const int64_t from, const int64_t to, int64_t images,
    const float *restrict x, float *restrict coefficients) {
  _Alignas(64) float columns[to * from * 16];
  for (int64_t n = 0; n < images; n++)
    for (int64_t channel = 0; channel < 64; channel += 16) {
      const float *image = x + n * from * from * 64 + channel;
      for (int64_t j = 0; j < from; j++)
        line(image + j * 64, from * 64, columns + j * 16, from * 16);
      for (int64_t i = 0; i < to; i++)
        line(columns + i * from * 16, 16, coefficients + (i * to * images + n) * 64 + channel,
             images * 64);
    }
}

// [from, from, images, 64] → [images, to, to, 64]
INLINED void synthesise(
    line_transform *line, const int64_t from, const int64_t to, int64_t images,
    const float *restrict coefficients, float *restrict x) {
  _Alignas(64) float rows[from * to * 16];
  for (int64_t n = 0; n < images; n++)
    for (int64_t channel = 0; channel < 64; channel += 16) {
      for (int64_t i = 0; i < from; i++)
        line(coefficients + (i * from * images + n) * 64 + channel, images * 64,
             rows + i * to * 16, 16);
      float *image = x + n * to * to * 64 + channel;
      for (int64_t j = 0; j < to; j++)
        line(rows + j * 16, to * 16, image + j * 64, to * 64);
    }
}

MULTIVERSION
void ck_winograd_input(
    ck_convolution convolution, int64_t images, const float *x, float *coefficients) {
  switch (convolution) {
  case ck_convolution_14: analyse(input_14, 14, 22, images, x, coefficients); break;
  case ck_convolution_7: analyse(input_7, 7, 11, images, x, coefficients); break;
  case ck_convolution_3: analyse(input_3, 3, 5, images, x, coefficients); break;
  case ck_convolution_14_strided: analyse(input_14_strided, 14, 16, images, x, coefficients); break;
  case ck_convolution_7_strided: analyse(input_7_strided, 7, 9, images, x, coefficients); break;
  case ck_convolution_4_strided: analyse(input_4_strided, 4, 5, images, x, coefficients); break;
  }
}

MULTIVERSION
void ck_winograd_input_adjoint(
    ck_convolution convolution, int64_t images, const float *c, float *x) {
  switch (convolution) {
  case ck_convolution_14: synthesise(input_14_adjoint, 22, 14, images, c, x); break;
  case ck_convolution_7: synthesise(input_7_adjoint, 11, 7, images, c, x); break;
  case ck_convolution_3: synthesise(input_3_adjoint, 5, 3, images, c, x); break;
  case ck_convolution_14_strided: synthesise(input_14_strided_adjoint, 16, 14, images, c, x); break;
  case ck_convolution_7_strided: synthesise(input_7_strided_adjoint, 9, 7, images, c, x); break;
  case ck_convolution_4_strided: synthesise(input_4_strided_adjoint, 5, 4, images, c, x); break;
  }
}

MULTIVERSION
void ck_winograd_output(ck_convolution convolution, int64_t images, const float *c, float *y) {
  switch (convolution) {
  case ck_convolution_14: synthesise(output_14, 22, 14, images, c, y); break;
  case ck_convolution_7: synthesise(output_7, 11, 7, images, c, y); break;
  case ck_convolution_3: synthesise(output_3, 5, 3, images, c, y); break;
  case ck_convolution_14_strided: synthesise(output_14_strided, 16, 7, images, c, y); break;
  case ck_convolution_7_strided: synthesise(output_7_strided, 9, 4, images, c, y); break;
  case ck_convolution_4_strided: synthesise(output_4_strided, 5, 2, images, c, y); break;
  }
}

MULTIVERSION
void ck_winograd_output_adjoint(
    ck_convolution convolution, int64_t images, const float *y, float *c) {
  switch (convolution) {
  case ck_convolution_14: analyse(output_14_adjoint, 14, 22, images, y, c); break;
  case ck_convolution_7: analyse(output_7_adjoint, 7, 11, images, y, c); break;
  case ck_convolution_3: analyse(output_3_adjoint, 3, 5, images, y, c); break;
  case ck_convolution_14_strided: analyse(output_14_strided_adjoint, 7, 16, images, y, c); break;
  case ck_convolution_7_strided: analyse(output_7_strided_adjoint, 4, 9, images, y, c); break;
  case ck_convolution_4_strided: analyse(output_4_strided_adjoint, 2, 5, images, y, c); break;
  }
}

// MARK: Weights

typedef float v8 __attribute__((vector_size(32)));

INLINED v8 load8(const float *from) { return *(const v8 *)from; }
INLINED void store8(float *to, v8 value) { *(v8 *)to = value; }

// The low or the high halves of two vectors' halves, alternating.
#define LOW(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 4, 12, 5, 13)
#define HIGH(a, b) __builtin_shufflevector(a, b, 2, 10, 3, 11, 6, 14, 7, 15)
#define LOW_PAIRS(a, b) __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13)
#define HIGH_PAIRS(a, b) __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15)
#define LOW_HALVES(a, b) __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11)
#define HIGH_HALVES(a, b) __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15)

// Exchanges rows and columns of 8×8 floats in a 64×64 matrix, in registers.
INLINED void transpose_block(const float *restrict from, float *restrict to) {
  v8 row[8], pair[8], four[8];
  for (int i = 0; i < 8; i++) row[i] = load8(from + i * 64);
  for (int i = 0; i < 8; i += 2) {
    pair[i] = LOW(row[i], row[i + 1]);
    pair[i + 1] = HIGH(row[i], row[i + 1]);
  }
  for (int i = 0; i < 8; i += 4)
    for (int j = 0; j < 2; j++) {
      four[i + 2 * j] = LOW_PAIRS(pair[i + j], pair[i + j + 2]);
      four[i + 2 * j + 1] = HIGH_PAIRS(pair[i + j], pair[i + j + 2]);
    }
  for (int i = 0; i < 4; i++) {
    store8(to + i * 64, LOW_HALVES(four[i], four[i + 4]));
    store8(to + (i + 4) * 64, HIGH_HALVES(four[i], four[i + 4]));
  }
}

INLINED void transpose(const float *restrict weights, float *restrict transposed) {
  for (int64_t tap = 0; tap < 9 * 4096; tap += 4096)
    for (int64_t input = 0; input < 64; input += 8)
      for (int64_t output = 0; output < 64; output += 8)
        transpose_block(
            weights + tap + input * 64 + output, transposed + tap + output * 64 + input);
}

MULTIVERSION
void ck_winograd_transpose(const float *weights, float *transposed) {
  transpose(weights, transposed);
}
