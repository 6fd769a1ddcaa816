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

void ck_winograd_transpose(const float *restrict weights, float *restrict transposed) {
  for (int64_t tap = 0; tap < 9; tap++)
    for (int64_t block = 0; block < 64; block += 8)
      for (int64_t output = 0; output < 64; output++)
        for (int64_t input = block; input < block + 8; input++)
          transposed[tap * 4096 + output * 64 + input] =
              weights[tap * 4096 + input * 64 + output];
}
