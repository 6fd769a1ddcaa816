#include "include/activation.h"
#include "include/multiversion.h"
#include "vectors.h"

#include <math.h>

// PyTorch's and the paper's.
static const double epsilon = 1e-5;

typedef double sums[64];

// total += one image's sums, in double so that the count of images costs no digits.
INLINED void add_to(double *total, const v16 sum) {
  for (int i = 0; i < 16; i++) total[i] += (double)sum[i];
}

INLINED v16 select16(i16 mask, v16 yes, v16 no) {
  return (v16)(((i16)yes & mask) | ((i16)no & ~mask));
}
INLINED v16 keep16(i16 mask, v16 value) { return (v16)((i16)value & mask); }
INLINED i16 load_choice(const uint8_t *from) {
  return __builtin_convertvector(*(const b16 *)from, i16);
}
INLINED void store_choice(uint8_t *to, i16 choice) {
  *(b16 *)to = __builtin_convertvector(choice, b16);
}

// Walks windows: `in` is the window's first place in the map, `out` its place in the result, both
// in floats from the channel block's start.
#define FOR_EACH_WINDOW(image, window, size)                                                  \
  for (int64_t reduced = (size) / (window), row = 0; row < reduced; row++)                    \
    for (int64_t column = 0, out = ((image) * reduced + row) * reduced * 64,                  \
                 in = ((image) * (size) + row * (window)) * (size) * 64;                      \
         column < reduced; column++, out += 64, in += (window) * 64)

#define PLACE(j, size) ((((j) / 2) * (size) + (j) % 2) * 64)

// MARK: Forward

INLINED void measure(
    int64_t images, int64_t size, const float *restrict y, double *restrict total,
    double *restrict square) {
  for (int64_t image = 0; image < images; image++)
    for (int64_t channel = 0; channel < 64; channel += 16) {
      // Around the first pixel, so that a mean far from 0 costs no digits.
      const v16 shift = load16(y + channel);
      const float *at = y + image * size * size * 64 + channel;
      v16 s0 = {}, s1 = {}, q0 = {}, q1 = {};
      int64_t pixel = 0;
      for (; pixel + 1 < size * size; pixel += 2) {
        v16 d0 = load16(at + pixel * 64) - shift, d1 = load16(at + pixel * 64 + 64) - shift;
        s0 += d0, s1 += d1, q0 += d0 * d0, q1 += d1 * d1;
      }
      if (pixel < size * size) {
        v16 d0 = load16(at + pixel * 64) - shift;
        s0 += d0, q0 += d0 * d0;
      }
      add_to(total + channel, s0 + s1);
      add_to(square + channel, q0 + q1);
    }
}

MULTIVERSION
void ck_activation_measure(
    int64_t images, int64_t size, const float *y, ck_statistics *statistics) {
  sums total = {}, square = {};
  measure(images, size, y, total, square);
  const double count = (double)(images * size * size);
  statistics->count = count;
  for (int c = 0; c < 64; c++) {
    double shifted = total[c] / count, variance = square[c] / count - shifted * shifted;
    statistics->mean[c] = shifted + (double)y[c];
    // `fmax` would drop a NaN, which must come through.
    statistics->inverse[c] = 1 / sqrt((variance < 0 ? 0 : variance) + epsilon);
  }
}

INLINED void activate(
    const int64_t window, int64_t images, int64_t size, const float *restrict y,
    const float *restrict scale, const float *restrict offset, float *restrict x,
    uint8_t *restrict choice) {
  for (int64_t image = 0; image < images; image++)
    FOR_EACH_WINDOW(image, window, size)
      for (int64_t channel = 0; channel < 64; channel += 16) {
        v16 a = load16(scale + channel), b = load16(offset + channel);
        v16 best = a * load16(y + in + channel) + b;
        i16 place = {};
        for (int j = 1; j < window * window; j++) {
          v16 z = a * load16(y + in + channel + PLACE(j, size)) + b;
          i16 larger = z > best;
          best = select16(larger, z, best);
          place = (larger & j) | (~larger & place);
        }
        // Not `best > 0`, so that a NaN stays one.
        i16 idle = best <= 0;
        store16(x + out + channel, keep16(~idle, best));
        store_choice(choice + out + channel, (idle & 4) | (~idle & place));
      }
}

MULTIVERSION
void ck_activation(
    int64_t window, int64_t images, int64_t size, const float *y, const ck_statistics *statistics,
    const float *gamma, const float *beta, float *x, uint8_t *choice) {
  _Alignas(64) float scale[64], offset[64];
  for (int c = 0; c < 64; c++) {
    double a = (double)gamma[c] * statistics->inverse[c];
    scale[c] = (float)a;
    offset[c] = (float)((double)beta[c] - a * statistics->mean[c]);
  }
  if (window == 2)
    activate(2, images, size, y, scale, offset, x, choice);
  else
    activate(1, images, size, y, scale, offset, x, choice);
}

// MARK: First derivative

INLINED void measure_adjoint(
    const int64_t window, int64_t images, int64_t size, const float *restrict y,
    const float *restrict mean, const uint8_t *restrict choice, const float *restrict dx,
    double *restrict total, double *restrict dot) {
  for (int64_t image = 0; image < images; image++)
    for (int64_t channel = 0; channel < 64; channel += 16) {
      const v16 mu = load16(mean + channel);
      v16 sum = {}, product = {};
      FOR_EACH_WINDOW(image, window, size) {
        v16 gradient = load16(dx + out + channel), centred = {};
        i16 place = load_choice(choice + out + channel);
        for (int j = 0; j < window * window; j++)
          centred = select16(
              place == j, load16(y + in + channel + PLACE(j, size)) - mu, centred);
        sum += keep16(place != 4, gradient);
        product += gradient * centred;
      }
      add_to(total + channel, sum);
      add_to(dot + channel, product);
    }
}

// dy = a dz + b y + c
INLINED void spread(
    const int64_t window, int64_t images, int64_t size, const float *restrict y,
    const uint8_t *restrict choice, const float *restrict dx, const float *restrict a,
    const float *restrict b, const float *restrict c, float *restrict dy) {
  for (int64_t image = 0; image < images; image++) {
    FOR_EACH_WINDOW(image, window, size)
      for (int64_t channel = 0; channel < 64; channel += 16) {
        v16 gradient = load16(a + channel) * load16(dx + out + channel);
        v16 slope = load16(b + channel), constant = load16(c + channel);
        i16 place = load_choice(choice + out + channel);
        for (int j = 0; j < window * window; j++) {
          int64_t at = in + channel + PLACE(j, size);
          store16(dy + at, keep16(place == j, gradient) + (slope * load16(y + at) + constant));
        }
      }
    // The odd row and column that no window covers.
    if (size % window != 0)
      for (int64_t i = 0; i < size; i++)
        for (int64_t j = i == size - 1 ? 0 : size - 1; j < size; j++)
          for (int64_t channel = 0; channel < 64; channel += 16) {
            int64_t at = ((image * size + i) * size + j) * 64 + channel;
            store16(dy + at, load16(b + channel) * load16(y + at) + load16(c + channel));
          }
  }
}

INLINED void float_mean(const double mean[64], float *restrict result) {
  for (int c = 0; c < 64; c++) result[c] = (float)mean[c];
}

MULTIVERSION
void ck_activation_measure_adjoint(
    int64_t window, int64_t images, int64_t size, const float *y, const uint8_t *choice,
    const float *dx, ck_statistics *statistics) {
  _Alignas(64) float mean[64];
  float_mean(statistics->mean, mean);
  sums total = {}, dot = {};
  if (window == 2)
    measure_adjoint(2, images, size, y, mean, choice, dx, total, dot);
  else
    measure_adjoint(1, images, size, y, mean, choice, dx, total, dot);
  for (int c = 0; c < 64; c++) {
    statistics->gradientSum[c] = total[c];
    statistics->gradientDot[c] = dot[c] * statistics->inverse[c];
  }
}

MULTIVERSION
void ck_activation_adjoint(
    int64_t window, int64_t images, int64_t size, const float *y, const uint8_t *choice,
    const float *dx, const float *gamma, const ck_statistics *statistics, float *dy) {
  _Alignas(64) float a[64], b[64], constant[64];
  const double count = statistics->count;
  for (int c = 0; c < 64; c++) {
    double s = statistics->inverse[c], scale = (double)gamma[c] * s;
    double slope = -scale * s * statistics->gradientDot[c] / count;
    a[c] = (float)scale;
    b[c] = (float)slope;
    constant[c] =
        (float)(-scale * statistics->gradientSum[c] / count - slope * statistics->mean[c]);
  }
  if (window == 2)
    spread(2, images, size, y, choice, dx, a, b, constant, dy);
  else
    spread(1, images, size, y, choice, dx, a, b, constant, dy);
}

// MARK: Tangent

INLINED void measure_tangent(
    int64_t images, int64_t size, const float *restrict y, const float *restrict mean,
    const float *restrict yTangent, double *restrict total, double *restrict dot) {
  for (int64_t image = 0; image < images; image++)
    for (int64_t channel = 0; channel < 64; channel += 16) {
      const v16 mu = load16(mean + channel);
      const int64_t at = image * size * size * 64 + channel;
      v16 sum = {}, product = {};
      for (int64_t pixel = 0; pixel < size * size; pixel++) {
        v16 tangent = load16(yTangent + at + pixel * 64);
        sum += tangent;
        product += tangent * (load16(y + at + pixel * 64) - mu);
      }
      add_to(total + channel, sum);
      add_to(dot + channel, product);
    }
}

// ẋ = p ẏ + q y + r at the chosen place
INLINED void activate_tangent(
    const int64_t window, int64_t images, int64_t size, const float *restrict y,
    const float *restrict yTangent, const uint8_t *restrict choice, const float *restrict p,
    const float *restrict q, const float *restrict r, float *restrict xTangent) {
  for (int64_t image = 0; image < images; image++)
    FOR_EACH_WINDOW(image, window, size)
      for (int64_t channel = 0; channel < 64; channel += 16) {
        v16 a = load16(p + channel), b = load16(q + channel), c = load16(r + channel);
        v16 result = {};
        i16 place = load_choice(choice + out + channel);
        for (int j = 0; j < window * window; j++) {
          int64_t at = in + channel + PLACE(j, size);
          result = select16(
              place == j, a * load16(yTangent + at) + (b * load16(y + at) + c), result);
        }
        store16(xTangent + out + channel, result);
      }
}

MULTIVERSION
void ck_activation_measure_tangent(
    int64_t images, int64_t size, const float *y, const float *yTangent,
    const ck_statistics *statistics, ck_tangent_statistics *tangent) {
  _Alignas(64) float mean[64];
  float_mean(statistics->mean, mean);
  sums total = {}, dot = {};
  measure_tangent(images, size, y, mean, yTangent, total, dot);
  for (int c = 0; c < 64; c++) {
    tangent->mean[c] = total[c] / statistics->count;
    tangent->correlation[c] = statistics->inverse[c] * dot[c] / statistics->count;
  }
}

MULTIVERSION
void ck_activation_tangent(
    int64_t window, int64_t images, int64_t size, const float *y, const float *yTangent,
    const uint8_t *choice, const ck_statistics *statistics, const ck_tangent_statistics *tangent,
    const float *gamma, const float *gammaTangent, const float *betaTangent, float *xTangent) {
  _Alignas(64) float p[64], q[64], r[64];
  for (int c = 0; c < 64; c++) {
    double s = statistics->inverse[c], scale = (double)gamma[c] * s;
    double scaleTangent = (double)gammaTangent[c] * s - scale * s * tangent->correlation[c];
    p[c] = (float)scale;
    q[c] = (float)scaleTangent;
    r[c] = (float)((double)betaTangent[c] - scaleTangent * statistics->mean[c] -
                   scale * tangent->mean[c]);
  }
  if (window == 2)
    activate_tangent(2, images, size, y, yTangent, choice, p, q, r, xTangent);
  else
    activate_tangent(1, images, size, y, yTangent, choice, p, q, r, xTangent);
}

// MARK: Tangent of the first derivative

INLINED void measure_adjoint_tangent(
    const int64_t window, int64_t images, int64_t size, const float *restrict y,
    const float *restrict mean, const float *restrict yTangent, const uint8_t *restrict choice,
    const float *restrict dx, const float *restrict dxTangent, double *restrict total,
    double *restrict dot, double *restrict cross) {
  for (int64_t image = 0; image < images; image++)
    for (int64_t channel = 0; channel < 64; channel += 16) {
      const v16 mu = load16(mean + channel);
      v16 sum = {}, product = {}, crossProduct = {};
      FOR_EACH_WINDOW(image, window, size) {
        v16 gradientTangent = load16(dxTangent + out + channel), centred = {}, moved = {};
        i16 place = load_choice(choice + out + channel);
        for (int j = 0; j < window * window; j++) {
          int64_t at = in + channel + PLACE(j, size);
          centred = select16(place == j, load16(y + at) - mu, centred);
          moved = select16(place == j, load16(yTangent + at), moved);
        }
        sum += keep16(place != 4, gradientTangent);
        product += gradientTangent * centred;
        crossProduct += load16(dx + out + channel) * moved;
      }
      add_to(total + channel, sum);
      add_to(dot + channel, product);
      add_to(cross + channel, crossProduct);
    }
}

// dẏ = a dz + b dż + c y + d ẏ + e
typedef struct {
  _Alignas(64) float a[64], b[64], c[64], d[64], e[64];
} spread_coefficients;

INLINED void spread_tangent(
    const int64_t window, int64_t images, int64_t size, const float *restrict y,
    const float *restrict yTangent, const uint8_t *restrict choice, const float *restrict dx,
    const float *restrict dxTangent, const spread_coefficients *restrict k,
    float *restrict dyTangent) {
  for (int64_t image = 0; image < images; image++) {
    FOR_EACH_WINDOW(image, window, size)
      for (int64_t channel = 0; channel < 64; channel += 16) {
        v16 gradient = load16(k->a + channel) * load16(dx + out + channel) +
                       load16(k->b + channel) * load16(dxTangent + out + channel);
        v16 c = load16(k->c + channel), d = load16(k->d + channel), e = load16(k->e + channel);
        i16 place = load_choice(choice + out + channel);
        for (int j = 0; j < window * window; j++) {
          int64_t at = in + channel + PLACE(j, size);
          v16 rest = c * load16(y + at) + (d * load16(yTangent + at) + e);
          store16(dyTangent + at, keep16(place == j, gradient) + rest);
        }
      }
    if (size % window != 0)
      for (int64_t i = 0; i < size; i++)
        for (int64_t j = i == size - 1 ? 0 : size - 1; j < size; j++)
          for (int64_t channel = 0; channel < 64; channel += 16) {
            int64_t at = ((image * size + i) * size + j) * 64 + channel;
            store16(
                dyTangent + at,
                load16(k->c + channel) * load16(y + at) +
                    (load16(k->d + channel) * load16(yTangent + at) + load16(k->e + channel)));
          }
  }
}

MULTIVERSION
void ck_activation_measure_adjoint_tangent(
    int64_t window, int64_t images, int64_t size, const float *y, const float *yTangent,
    const uint8_t *choice, const float *dx, const float *dxTangent,
    const ck_statistics *statistics, ck_tangent_statistics *tangent) {
  _Alignas(64) float mean[64];
  float_mean(statistics->mean, mean);
  sums total = {}, dot = {}, cross = {};
  if (window == 2)
    measure_adjoint_tangent(
        2, images, size, y, mean, yTangent, choice, dx, dxTangent, total, dot, cross);
  else
    measure_adjoint_tangent(
        1, images, size, y, mean, yTangent, choice, dx, dxTangent, total, dot, cross);
  for (int c = 0; c < 64; c++) {
    tangent->gradientSum[c] = total[c];
    // Σ (dż x̂ + dz x̂̇) with x̂̇ = s (ẏ − μ̇ − x̂ u)
    tangent->gradientDot[c] =
        statistics->inverse[c] *
        (dot[c] + cross[c] - tangent->mean[c] * statistics->gradientSum[c] -
         tangent->correlation[c] * statistics->gradientDot[c]);
  }
}

MULTIVERSION
void ck_activation_adjoint_tangent(
    int64_t window, int64_t images, int64_t size, const float *y, const float *yTangent,
    const uint8_t *choice, const float *dx, const float *dxTangent,
    const ck_statistics *statistics, const ck_tangent_statistics *tangent, const float *gamma,
    const float *gammaTangent, float *dyTangent) {
  spread_coefficients k;
  for (int c = 0; c < 64; c++) {
    const double s = statistics->inverse[c], u = tangent->correlation[c];
    const double sum = statistics->gradientSum[c], product = statistics->gradientDot[c];
    // dẏ = (γ s)˙ (dz − Σdz/M − x̂ Σdz x̂/M) + γ s (dż − Σdż/M − x̂̇ Σdz x̂/M − x̂ (Σdz x̂)˙/M)
    const double scale = (double)gamma[c] * s;
    const double scaleTangent = (double)gammaTangent[c] * s - scale * s * u;
    const double normalized = (scale * s * u * product - scaleTangent * product -
                               scale * tangent->gradientDot[c]) /
                              statistics->count;
    const double constant = (scale * s * tangent->mean[c] * product - scaleTangent * sum -
                             scale * tangent->gradientSum[c]) /
                            statistics->count;
    k.a[c] = (float)scaleTangent;
    k.b[c] = (float)scale;
    k.c[c] = (float)(normalized * s);
    k.d[c] = (float)(-scale * s * product / statistics->count);
    k.e[c] = (float)(constant - normalized * s * statistics->mean[c]);
  }
  if (window == 2)
    spread_tangent(2, images, size, y, yTangent, choice, dx, dxTangent, &k, dyTangent);
  else
    spread_tangent(1, images, size, y, yTangent, choice, dx, dxTangent, &k, dyTangent);
}

// MARK: Results

void ck_activation_gradients(const ck_statistics *statistics, float *gamma, float *beta) {
  for (int c = 0; c < 64; c++) gamma[c] = (float)statistics->gradientDot[c];
  for (int c = 0; c < 64; c++) beta[c] = (float)statistics->gradientSum[c];
}

void ck_activation_gradient_tangents(
    const ck_tangent_statistics *statistics, float *gamma, float *beta) {
  for (int c = 0; c < 64; c++) gamma[c] = (float)statistics->gradientDot[c];
  for (int c = 0; c < 64; c++) beta[c] = (float)statistics->gradientSum[c];
}
