#include "include/first_layer.h"
#include "include/multiversion.h"
#include "vectors.h"

#include <math.h>
#include <string.h>

enum { row_length = 32, image_length = ck_padded_image, result_length = 14 * 14 * 64 };

static const double epsilon = 1e-5;

// MARK: Patches

void ck_first_layer_pad(int64_t images, const float *unpadded, float *padded) {
  memset(padded, 0, (size_t)images * image_length * sizeof(float));
  for (int64_t image = 0; image < images; image++)
    for (int64_t row = 0; row < 28; row++)
      memcpy(padded + image * image_length + (row + 1) * row_length + 1,
             unpadded + (image * 28 + row) * 28, 28 * sizeof(float));
}

// Four neighbours, wherever they stand: a row's 28 places are seven of these.
typedef float v4 __attribute__((vector_size(16), aligned(4)));

INLINED float sum4(v4 x) { return (x[0] + x[1]) + (x[2] + x[3]); }

// Adds the sums over one image of patch value i, and of its products with the values up to it.
INLINED void add_moments(
    const int64_t stride, const int i, const float *restrict padded, ck_patches *result) {
  // With stride 2 every other place does not count.
  const v4 counted = stride == 1 ? (v4){1, 1, 1, 1} : (v4){1, 0, 1, 0};
  v4 total = {}, product[9] = {};
  for (int64_t row = 0; row < 28; row += stride)
    for (int64_t column = 0; column < 28; column += 4) {
      const float *at = padded + row * row_length + column;
      v4 value = *(const v4 *)(at + i / 3 * row_length + i % 3) * counted;
      total += value;
#pragma clang loop unroll(full)
      for (int j = 0; j <= i; j++)
        product[j] += value * *(const v4 *)(at + j / 3 * row_length + j % 3);
    }
  result->mean[i] += (double)sum4(total);
#pragma clang loop unroll(full)
  for (int j = 0; j <= i; j++) result->covariance[i][j] += (double)sum4(product[j]);
}

INLINED void measure_patches(
    const int64_t stride, int64_t images, const float *restrict padded, ck_patches *result) {
  *result = (ck_patches){.count = (double)(images * (28 / stride) * (28 / stride))};
  for (int64_t image = 0; image < images; image++, padded += image_length)
#pragma clang loop unroll(full)
    for (int i = 0; i < 9; i++) add_moments(stride, i, padded, result);
  for (int i = 0; i < 9; i++) result->mean[i] /= result->count;
  for (int i = 0; i < 9; i++)
    for (int j = 0; j <= i; j++) {
      double value =
          result->covariance[i][j] / result->count - result->mean[i] * result->mean[j];
      result->covariance[i][j] = result->covariance[j][i] = value;
    }
}

MULTIVERSION
void ck_first_layer_measure(
    int64_t stride, int64_t images, const float *padded, ck_patches *patches) {
  if (stride == 1)
    measure_patches(1, images, padded, patches);
  else
    measure_patches(2, images, padded, patches);
}

// MARK: Passes over the images

// Eight channels at a time, so that their 72 weights or sums stay in registers.
typedef float v8 __attribute__((vector_size(32)));
typedef int32_t i8 __attribute__((vector_size(32)));
typedef uint8_t b8 __attribute__((vector_size(8)));

INLINED v8 load8(const float *from) { return *(const v8 *)from; }
INLINED v8 select8(i8 mask, v8 yes, v8 no) { return (v8)(((i8)yes & mask) | ((i8)no & ~mask)); }
INLINED v8 keep8(i8 mask, v8 value) { return (v8)((i8)value & mask); }
INLINED i8 load_choice8(const uint8_t *from) {
  return __builtin_convertvector(*(const b8 *)from, i8);
}

// The layer's places are visited four at a time, in squares: a pooling window with stride 1, four
// results with stride 2. A square reads a window of `3 + stride` rows and columns.
#define FOR_EACH_SQUARE(stride)                                   \
  for (int64_t squares = (stride) == 1 ? 14 : 7, i = 0; i < squares; i++) \
    for (int64_t j = 0; j < squares; j++)

#define SQUARE_ORIGIN(stride) (i * 2 * (stride) * row_length + j * 2 * (stride))

// Where the square's result is (stride 1) or its results are (stride 2).
#define RESULT(stride, place)                                     \
  (((stride) == 1 ? i * 14 + j : (2 * i + (place) / 2) * 14 + 2 * j + (place) % 2) * 64)

// result[place] = offset + the convolution there
INLINED void convolve_square(
    const int64_t stride, const float *restrict origin, const v8 weights[9], v8 offset,
    v8 result[4]) {
  for (int place = 0; place < 4; place++) result[place] = offset;
#pragma clang loop unroll(full)
  for (int64_t row = 0; row < 3 + stride; row++)
#pragma clang loop unroll(full)
    for (int64_t column = 0; column < 3 + stride; column++) {
      const float value = origin[row * row_length + column];
#pragma clang loop unroll(full)
      for (int place = 0; place < 4; place++) {
        int64_t r = row - place / 2 * stride, c = column - place % 2 * stride;
        if (r >= 0 && r < 3 && c >= 0 && c < 3) result[place] += value * weights[r * 3 + c];
      }
    }
}

INLINED void forward(
    const int64_t stride, int64_t images, const float *restrict padded,
    const float *restrict weights, const float *restrict offset, float *restrict x,
    uint8_t *restrict choice) {
  for (int64_t image = 0; image < images; image++)
    for (int64_t channel = 0; channel < 64; channel += 8) {
      const float *source = padded + image * image_length;
      const int64_t target = image * result_length + channel;
      v8 w[9];
      for (int tap = 0; tap < 9; tap++) w[tap] = load8(weights + tap * 64 + channel);
      FOR_EACH_SQUARE(stride) {
        v8 z[4];
        convolve_square(stride, source + SQUARE_ORIGIN(stride), w, load8(offset + channel), z);
        if (stride == 1) {
          v8 best = z[0];
          i8 place = {};
          for (int p = 1; p < 4; p++) {
            i8 larger = z[p] > best;
            best = select8(larger, z[p], best);
            place = (larger & p) | (~larger & place);
          }
          i8 idle = best <= 0;
          *(v8 *)(x + target + RESULT(stride, 0)) = keep8(~idle, best);
          *(b8 *)(choice + target + RESULT(stride, 0)) =
              __builtin_convertvector((idle & 4) | (~idle & place), b8);
        } else {
          for (int p = 0; p < 4; p++) {
            i8 idle = z[p] <= 0;
            *(v8 *)(x + target + RESULT(stride, p)) = keep8(~idle, z[p]);
            *(b8 *)(choice + target + RESULT(stride, p)) = __builtin_convertvector(idle & 4, b8);
          }
        }
      }
    }
}

INLINED void forward_tangent(
    const int64_t stride, int64_t images, const float *restrict padded,
    const uint8_t *restrict choice, const float *restrict weights, const float *restrict offset,
    float *restrict xTangent) {
  for (int64_t image = 0; image < images; image++)
    for (int64_t channel = 0; channel < 64; channel += 8) {
      const float *source = padded + image * image_length;
      const int64_t target = image * result_length + channel;
      v8 w[9];
      for (int tap = 0; tap < 9; tap++) w[tap] = load8(weights + tap * 64 + channel);
      FOR_EACH_SQUARE(stride) {
        v8 z[4];
        convolve_square(stride, source + SQUARE_ORIGIN(stride), w, load8(offset + channel), z);
        if (stride == 1) {
          i8 place = load_choice8(choice + target + RESULT(stride, 0));
          v8 result = {};
          for (int p = 0; p < 4; p++) result = select8(place == p, z[p], result);
          *(v8 *)(xTangent + target + RESULT(stride, 0)) = result;
        } else {
          for (int p = 0; p < 4; p++) {
            i8 place = load_choice8(choice + target + RESULT(stride, p));
            *(v8 *)(xTangent + target + RESULT(stride, p)) = keep8(place == 0, z[p]);
          }
        }
      }
    }
}

// sums[tap] += Σ patch[tap] · dz and total += Σ dz
INLINED void correlate(
    const int64_t stride, int64_t images, const float *restrict padded,
    const uint8_t *restrict choice, const float *restrict dx, double sums[9][64],
    double total[64]) {
  for (int64_t image = 0; image < images; image++)
    for (int64_t channel = 0; channel < 64; channel += 8) {
      const float *source = padded + image * image_length;
      const int64_t target = image * result_length + channel;
      v8 sum[9] = {}, all = {};
      FOR_EACH_SQUARE(stride) {
        const float *origin = source + SQUARE_ORIGIN(stride);
        v8 dz[4];
        for (int p = 0; p < 4; p++) {
          int64_t at = target + RESULT(stride, p);
          dz[p] = keep8(load_choice8(choice + at) == (stride == 1 ? p : 0), load8(dx + at));
        }
        all += (dz[0] + dz[1]) + (dz[2] + dz[3]);
#pragma clang loop unroll(full)
        for (int64_t row = 0; row < 3 + stride; row++)
#pragma clang loop unroll(full)
          for (int64_t column = 0; column < 3 + stride; column++) {
            const float value = origin[row * row_length + column];
#pragma clang loop unroll(full)
            for (int p = 0; p < 4; p++) {
              int64_t r = row - p / 2 * stride, c = column - p % 2 * stride;
              if (r >= 0 && r < 3 && c >= 0 && c < 3) sum[r * 3 + c] += value * dz[p];
            }
          }
      }
      for (int tap = 0; tap < 9; tap++)
        for (int lane = 0; lane < 8; lane++)
          sums[tap][channel + lane] += (double)sum[tap][lane];
      for (int lane = 0; lane < 8; lane++) total[channel + lane] += (double)all[lane];
    }
}

// MARK: Closed forms per channel

// w·m and C w of one channel
typedef struct {
  double mean, covariant[9];
} patch_products;

INLINED patch_products products(const ck_patches *patches, const float *restrict weights) {
  patch_products result = {};
  for (int i = 0; i < 9; i++) {
    result.mean += (double)weights[i * 64] * patches->mean[i];
    for (int j = 0; j < 9; j++)
      result.covariant[i] += patches->covariance[i][j] * (double)weights[j * 64];
  }
  return result;
}

INLINED double dot(const double *restrict lhs, const float *restrict weights) {
  double result = 0;
  for (int i = 0; i < 9; i++) result += lhs[i] * (double)weights[i * 64];
  return result;
}

MULTIVERSION
void ck_first_layer(
    int64_t stride, int64_t images, const float *padded, const ck_patches *patches,
    const float *weights, const float *gamma, const float *beta, ck_statistics *statistics,
    float *x, uint8_t *choice) {
  _Alignas(64) float scaled[9 * 64], offset[64];
  statistics->count = patches->count;
  for (int c = 0; c < 64; c++) {
    patch_products p = products(patches, weights + c);
    double variance = dot(p.covariant, weights + c);
    double s = 1 / sqrt((variance < 0 ? 0 : variance) + epsilon);
    double scale = (double)gamma[c] * s;
    statistics->mean[c] = p.mean;
    statistics->inverse[c] = s;
    for (int i = 0; i < 9; i++) scaled[i * 64 + c] = (float)(scale * (double)weights[i * 64 + c]);
    offset[c] = (float)((double)beta[c] - scale * p.mean);
  }
  if (stride == 1)
    forward(1, images, padded, scaled, offset, x, choice);
  else
    forward(2, images, padded, scaled, offset, x, choice);
}

MULTIVERSION
void ck_first_layer_adjoint(
    int64_t stride, int64_t images, const float *padded, const ck_patches *patches,
    const uint8_t *choice, const float *dx, const float *weights, const float *gamma,
    ck_statistics *statistics, ck_patch_sums *patchSums, float *weightGradient) {
  double total[64] = {};
  *patchSums = (ck_patch_sums){};
  if (stride == 1)
    correlate(1, images, padded, choice, dx, patchSums->sums, total);
  else
    correlate(2, images, padded, choice, dx, patchSums->sums, total);
  for (int c = 0; c < 64; c++) {
    patch_products p = products(patches, weights + c);
    double s = statistics->inverse[c], product = -p.mean * total[c];
    for (int i = 0; i < 9; i++) product += (double)weights[i * 64 + c] * patchSums->sums[i][c];
    product *= s;
    statistics->gradientSum[c] = total[c];
    statistics->gradientDot[c] = product;
    // γ s (Σ patch·dz − m Σdz − s C w Σ dz x̂)
    for (int i = 0; i < 9; i++)
      weightGradient[i * 64 + c] =
          (float)((double)gamma[c] * s *
                  (patchSums->sums[i][c] - patches->mean[i] * total[c] -
                   s * product * p.covariant[i]));
  }
}

MULTIVERSION
void ck_first_layer_tangent(
    int64_t stride, int64_t images, const float *padded, const ck_patches *patches,
    const uint8_t *choice, const ck_statistics *statistics, const float *weights,
    const float *gamma, const float *weightsTangent, const float *gammaTangent,
    const float *betaTangent, ck_tangent_statistics *tangent, float *xTangent) {
  _Alignas(64) float scaled[9 * 64], offset[64];
  for (int c = 0; c < 64; c++) {
    patch_products p = products(patches, weights + c);
    double s = statistics->inverse[c], scale = (double)gamma[c] * s;
    double u = s * dot(p.covariant, weightsTangent + c);
    double scaleTangent = (double)gammaTangent[c] * s - scale * s * u;
    tangent->mean[c] = dot(patches->mean, weightsTangent + c);
    tangent->correlation[c] = u;
    // ż = ((γ s)˙ w + γ s ẇ)·(patch − m) + β̇
    double constant = (double)betaTangent[c];
    for (int i = 0; i < 9; i++) {
      double weight = scaleTangent * (double)weights[i * 64 + c] +
                      scale * (double)weightsTangent[i * 64 + c];
      scaled[i * 64 + c] = (float)weight;
      constant -= weight * patches->mean[i];
    }
    offset[c] = (float)constant;
  }
  if (stride == 1)
    forward_tangent(1, images, padded, choice, scaled, offset, xTangent);
  else
    forward_tangent(2, images, padded, choice, scaled, offset, xTangent);
}

MULTIVERSION
void ck_first_layer_adjoint_tangent(
    int64_t stride, int64_t images, const float *padded, const ck_patches *patches,
    const uint8_t *choice, const float *dxTangent, const ck_statistics *statistics,
    const ck_patch_sums *patchSums, const float *weights, const float *gamma,
    const float *weightsTangent, const float *gammaTangent, ck_tangent_statistics *tangent,
    float *weightGradientTangent) {
  ck_patch_sums moved = {};
  double total[64] = {};
  if (stride == 1)
    correlate(1, images, padded, choice, dxTangent, moved.sums, total);
  else
    correlate(2, images, padded, choice, dxTangent, moved.sums, total);
  for (int c = 0; c < 64; c++) {
    patch_products p = products(patches, weights + c);
    patch_products q = products(patches, weightsTangent + c);
    double s = statistics->inverse[c], u = tangent->correlation[c];
    double sum = statistics->gradientSum[c], product = statistics->gradientDot[c];
    // Σ dz x̂ = s (w·P − w·m Σdz) with P = Σ patch·dz, so its tangent has five terms.
    double productTangent = -q.mean * sum - p.mean * total[c];
    for (int i = 0; i < 9; i++)
      productTangent += (double)weightsTangent[i * 64 + c] * patchSums->sums[i][c] +
                        (double)weights[i * 64 + c] * moved.sums[i][c];
    productTangent = s * (productTangent - u * product);
    tangent->gradientSum[c] = total[c];
    tangent->gradientDot[c] = productTangent;
    double scale = (double)gamma[c] * s;
    double scaleTangent = (double)gammaTangent[c] * s - scale * s * u;
    for (int i = 0; i < 9; i++) {
      double core =
          patchSums->sums[i][c] - patches->mean[i] * sum - s * product * p.covariant[i];
      double coreTangent = moved.sums[i][c] - patches->mean[i] * total[c] -
                           s * (productTangent - s * u * product) * p.covariant[i] -
                           s * product * q.covariant[i];
      weightGradientTangent[i * 64 + c] = (float)(scaleTangent * core + scale * coreTangent);
    }
  }
}
