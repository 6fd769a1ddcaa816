#include "include/activation.h"
#include "include/multiversion.h"
#include "vectors.h"

#include <math.h>

// PyTorch's and the paper's.
static const double epsilon = 1e-5;

typedef double sums[64];

// total += some pixels' sums, in double so that the count of pixels costs no digits.
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

// MARK: Walks

// A body treats a group of at most 64 channels: `group` of them, of pixels that lie `pitch` floats
// apart. Both are constants for the usual numbers of channels.
#define MAPS                                                                              \
  const int64_t window, const int64_t group, const int64_t pitch, const int64_t images,   \
      const int64_t height, const int64_t width

// The sizes of maps and the place of a group's first channel, as the bodies take them.
#define FOR_EACH_GROUP(maps, BODY)                                                        \
  do {                                                                                    \
    const int64_t n = (maps).images, h = (maps).height, w = (maps).width;                 \
    const int64_t channels = (maps).channels;                                             \
    if (channels == 64) {                                                                 \
      const int64_t first = 0;                                                            \
      if ((maps).window == 2) BODY(2, 64, 64, n, h, w);                                   \
      else BODY(1, 64, 64, n, h, w);                                                      \
    } else if (channels == 32) {                                                          \
      const int64_t first = 0;                                                            \
      if ((maps).window == 2) BODY(2, 32, 32, n, h, w);                                   \
      else BODY(1, 32, 32, n, h, w);                                                      \
    } else {                                                                              \
      for (int64_t first = 0; first < channels; first += 64) {                            \
        const int64_t group = channels - first < 64 ? channels - first : 64;              \
        if ((maps).window == 2) BODY(2, group, channels, n, h, w);                        \
        else BODY(1, group, channels, n, h, w);                                           \
      }                                                                                   \
    }                                                                                     \
  } while (0)

// About as many numbers are added in single precision before their sum moves to double.
#define TERMS 256

// Walks the windows of some rows of the result: `in` is the window's first place in the map, `out`
// its place in the result, both in floats from the channel block's start.
#define FOR_EACH_WINDOW(image, start, end)                                                \
  for (int64_t row = (start); row < (end); row++)                                         \
    for (int64_t column = 0,                                                              \
                 out = ((image) * (height / window) + row) * (width / window) * pitch,    \
                 in = ((image) * height + row * window) * width * pitch;                  \
         column < width / window; column++, out += pitch, in += window * pitch)

// Walks the rows of the result in strips of about TERMS windows.
#define FOR_EACH_STRIP(start, end)                                                        \
  for (int64_t start = 0, end = strip_end(0, height / window, width / window);            \
       start < height / window;                                                           \
       start = end, end = strip_end(start, height / window, width / window))

INLINED int64_t strip_end(int64_t start, int64_t rows, int64_t columns) {
  const int64_t strip = columns < TERMS ? TERMS / columns : 1;
  return start + strip < rows ? start + strip : rows;
}

#define PLACE(j) ((((j) / 2) * width + (j) % 2) * pitch)

// Walks the pixels that no window covers, those of an odd last row and column: `at` is the pixel's
// place in the map.
#define FOR_EACH_PIXEL_LEFT_OUT(image)                                                    \
  for (int64_t i = height % window == 0 && width % window == 0 ? height : 0; i < height; i++)  \
    for (int64_t j = height % window != 0 && i == height - 1 ? 0 : width - width % window, \
                 at = (((image) * height + i) * width + j) * pitch;                       \
         j < width; j++, at += pitch)

// MARK: Forward

INLINED void measure(MAPS, const float *restrict y, ck_statistics *restrict statistics) {
  (void)window;
  const int64_t pixels = height * width;
  sums total = {}, square = {};
  for (int64_t image = 0; image < images; image++)
    for (int64_t channel = 0; channel < group; channel += 16) {
      // Around the first pixel, so that a mean far from 0 costs no digits.
      const v16 shift = load16(y + channel);
      const float *at = y + image * pixels * pitch + channel;
      for (int64_t start = 0; start < pixels; start += TERMS) {
        const int64_t end = start + TERMS < pixels ? start + TERMS : pixels;
        v16 s0 = {}, s1 = {}, q0 = {}, q1 = {};
        int64_t pixel = start;
        for (; pixel + 1 < end; pixel += 2) {
          v16 d0 = load16(at + pixel * pitch) - shift;
          v16 d1 = load16(at + (pixel + 1) * pitch) - shift;
          s0 += d0, s1 += d1, q0 += d0 * d0, q1 += d1 * d1;
        }
        if (pixel < end) {
          v16 d0 = load16(at + pixel * pitch) - shift;
          s0 += d0, q0 += d0 * d0;
        }
        add_to(total + channel, s0 + s1);
        add_to(square + channel, q0 + q1);
      }
    }
  const double count = (double)(images * pixels);
  statistics->count = count;
  for (int c = 0; c < group; c++) {
    double shifted = total[c] / count, variance = square[c] / count - shifted * shifted;
    statistics->mean[c] = shifted + (double)y[c];
    // `fmax` would drop a NaN, which must come through.
    statistics->inverse[c] = 1 / sqrt((variance < 0 ? 0 : variance) + epsilon);
  }
}

MULTIVERSION
void ck_activation_measure(ck_maps maps, const float *y, ck_statistics *statistics) {
#define BODY(...) measure(__VA_ARGS__, y + first, statistics + first / 64)
  FOR_EACH_GROUP(maps, BODY);
#undef BODY
}

INLINED void activate(
    MAPS, const float *restrict y, const ck_statistics *restrict statistics,
    const float *restrict gamma, const float *restrict beta, float *restrict x,
    uint8_t *restrict choice) {
  _Alignas(64) float scale[64], offset[64];
  for (int c = 0; c < group; c++) {
    double a = (double)gamma[c] * statistics->inverse[c];
    scale[c] = (float)a;
    offset[c] = (float)((double)beta[c] - a * statistics->mean[c]);
  }
  for (int64_t image = 0; image < images; image++)
    FOR_EACH_WINDOW(image, 0, height / window)
      for (int64_t channel = 0; channel < group; channel += 16) {
        v16 a = load16(scale + channel), b = load16(offset + channel);
        v16 best = a * load16(y + in + channel) + b;
        i16 place = {};
        for (int j = 1; j < window * window; j++) {
          v16 z = a * load16(y + in + channel + PLACE(j)) + b;
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
    ck_maps maps, const float *y, const ck_statistics *statistics, const float *gamma,
    const float *beta, float *x, uint8_t *choice) {
#define BODY(...)                                                                        \
  activate(__VA_ARGS__, y + first, statistics + first / 64, gamma + first, beta + first, \
           x + first, choice + first)
  FOR_EACH_GROUP(maps, BODY);
#undef BODY
}

// MARK: First derivative

INLINED void measure_adjoint(
    MAPS, const float *restrict y, const uint8_t *restrict choice, const float *restrict dx,
    ck_statistics *restrict statistics) {
  _Alignas(64) float mean[64] = {};
  for (int c = 0; c < group; c++) mean[c] = (float)statistics->mean[c];
  sums total = {}, dot = {};
  for (int64_t image = 0; image < images; image++)
    for (int64_t channel = 0; channel < group; channel += 16) {
      const v16 mu = load16(mean + channel);
      FOR_EACH_STRIP(start, end) {
        v16 sum = {}, product = {};
        FOR_EACH_WINDOW(image, start, end) {
          v16 gradient = load16(dx + out + channel), centred = {};
          i16 place = load_choice(choice + out + channel);
          for (int j = 0; j < window * window; j++)
            centred = select16(place == j, load16(y + in + channel + PLACE(j)) - mu, centred);
          sum += keep16(place != 4, gradient);
          product += gradient * centred;
        }
        add_to(total + channel, sum);
        add_to(dot + channel, product);
      }
    }
  for (int c = 0; c < group; c++) {
    statistics->gradientSum[c] = total[c];
    statistics->gradientDot[c] = dot[c] * statistics->inverse[c];
  }
}

MULTIVERSION
void ck_activation_measure_adjoint(
    ck_maps maps, const float *y, const uint8_t *choice, const float *dx,
    ck_statistics *statistics) {
#define BODY(...) \
  measure_adjoint(__VA_ARGS__, y + first, choice + first, dx + first, statistics + first / 64)
  FOR_EACH_GROUP(maps, BODY);
#undef BODY
}

// dy = a dz + b y + c
INLINED void spread(
    MAPS, const float *restrict y, const uint8_t *restrict choice, const float *restrict dx,
    const float *restrict gamma, const ck_statistics *restrict statistics, float *restrict dy) {
  _Alignas(64) float a[64], b[64], constant[64];
  const double count = statistics->count;
  for (int c = 0; c < group; c++) {
    double s = statistics->inverse[c], scale = (double)gamma[c] * s;
    double slope = -scale * s * statistics->gradientDot[c] / count;
    a[c] = (float)scale;
    b[c] = (float)slope;
    constant[c] =
        (float)(-scale * statistics->gradientSum[c] / count - slope * statistics->mean[c]);
  }
  for (int64_t image = 0; image < images; image++) {
    FOR_EACH_WINDOW(image, 0, height / window)
      for (int64_t channel = 0; channel < group; channel += 16) {
        v16 gradient = load16(a + channel) * load16(dx + out + channel);
        v16 slope = load16(b + channel), offset = load16(constant + channel);
        i16 place = load_choice(choice + out + channel);
        for (int j = 0; j < window * window; j++) {
          int64_t at = in + channel + PLACE(j);
          store16(dy + at, keep16(place == j, gradient) + (slope * load16(y + at) + offset));
        }
      }
    FOR_EACH_PIXEL_LEFT_OUT(image)
      for (int64_t channel = 0; channel < group; channel += 16)
        store16(
            dy + at + channel,
            load16(b + channel) * load16(y + at + channel) + load16(constant + channel));
  }
}

MULTIVERSION
void ck_activation_adjoint(
    ck_maps maps, const float *y, const uint8_t *choice, const float *dx, const float *gamma,
    const ck_statistics *statistics, float *dy) {
#define BODY(...)                                                                     \
  spread(__VA_ARGS__, y + first, choice + first, dx + first, gamma + first,           \
         statistics + first / 64, dy + first)
  FOR_EACH_GROUP(maps, BODY);
#undef BODY
}

// MARK: Tangent

INLINED void measure_tangent(
    MAPS, const float *restrict y, const float *restrict yTangent,
    const ck_statistics *restrict statistics, ck_tangent_statistics *restrict tangent) {
  (void)window;
  const int64_t pixels = height * width;
  _Alignas(64) float mean[64] = {};
  for (int c = 0; c < group; c++) mean[c] = (float)statistics->mean[c];
  sums total = {}, dot = {};
  for (int64_t image = 0; image < images; image++)
    for (int64_t channel = 0; channel < group; channel += 16) {
      const v16 mu = load16(mean + channel);
      const int64_t at = image * pixels * pitch + channel;
      for (int64_t start = 0; start < pixels; start += TERMS) {
        const int64_t end = start + TERMS < pixels ? start + TERMS : pixels;
        v16 sum = {}, product = {};
        for (int64_t pixel = start; pixel < end; pixel++) {
          v16 moved = load16(yTangent + at + pixel * pitch);
          sum += moved;
          product += moved * (load16(y + at + pixel * pitch) - mu);
        }
        add_to(total + channel, sum);
        add_to(dot + channel, product);
      }
    }
  for (int c = 0; c < group; c++) {
    tangent->mean[c] = total[c] / statistics->count;
    tangent->correlation[c] = statistics->inverse[c] * dot[c] / statistics->count;
  }
}

MULTIVERSION
void ck_activation_measure_tangent(
    ck_maps maps, const float *y, const float *yTangent, const ck_statistics *statistics,
    ck_tangent_statistics *tangent) {
#define BODY(...)                                                                     \
  measure_tangent(__VA_ARGS__, y + first, yTangent + first, statistics + first / 64,  \
                  tangent + first / 64)
  FOR_EACH_GROUP(maps, BODY);
#undef BODY
}

// ẋ = p ẏ + q y + r at the chosen place
INLINED void activate_tangent(
    MAPS, const float *restrict y, const float *restrict yTangent,
    const uint8_t *restrict choice, const ck_statistics *restrict statistics,
    const ck_tangent_statistics *restrict tangent, const float *restrict gamma,
    const float *restrict gammaTangent, const float *restrict betaTangent,
    float *restrict xTangent) {
  _Alignas(64) float p[64], q[64], r[64];
  for (int c = 0; c < group; c++) {
    double s = statistics->inverse[c], scale = (double)gamma[c] * s;
    double scaleTangent = (double)gammaTangent[c] * s - scale * s * tangent->correlation[c];
    p[c] = (float)scale;
    q[c] = (float)scaleTangent;
    r[c] = (float)((double)betaTangent[c] - scaleTangent * statistics->mean[c] -
                   scale * tangent->mean[c]);
  }
  for (int64_t image = 0; image < images; image++)
    FOR_EACH_WINDOW(image, 0, height / window)
      for (int64_t channel = 0; channel < group; channel += 16) {
        v16 a = load16(p + channel), b = load16(q + channel), c = load16(r + channel);
        v16 result = {};
        i16 place = load_choice(choice + out + channel);
        for (int j = 0; j < window * window; j++) {
          int64_t at = in + channel + PLACE(j);
          result = select16(
              place == j, a * load16(yTangent + at) + (b * load16(y + at) + c), result);
        }
        store16(xTangent + out + channel, result);
      }
}

MULTIVERSION
void ck_activation_tangent(
    ck_maps maps, const float *y, const float *yTangent, const uint8_t *choice,
    const ck_statistics *statistics, const ck_tangent_statistics *tangent, const float *gamma,
    const float *gammaTangent, const float *betaTangent, float *xTangent) {
#define BODY(...)                                                                       \
  activate_tangent(__VA_ARGS__, y + first, yTangent + first, choice + first,            \
                   statistics + first / 64, tangent + first / 64, gamma + first,        \
                   gammaTangent + first, betaTangent + first, xTangent + first)
  FOR_EACH_GROUP(maps, BODY);
#undef BODY
}

// MARK: Tangent of the first derivative

INLINED void measure_adjoint_tangent(
    MAPS, const float *restrict y, const float *restrict yTangent,
    const uint8_t *restrict choice, const float *restrict dx, const float *restrict dxTangent,
    const ck_statistics *restrict statistics, ck_tangent_statistics *restrict tangent) {
  _Alignas(64) float mean[64] = {};
  for (int c = 0; c < group; c++) mean[c] = (float)statistics->mean[c];
  sums total = {}, dot = {}, cross = {};
  for (int64_t image = 0; image < images; image++)
    for (int64_t channel = 0; channel < group; channel += 16) {
      const v16 mu = load16(mean + channel);
      FOR_EACH_STRIP(start, end) {
        v16 sum = {}, product = {}, crossProduct = {};
        FOR_EACH_WINDOW(image, start, end) {
          v16 gradientTangent = load16(dxTangent + out + channel), centred = {}, moved = {};
          i16 place = load_choice(choice + out + channel);
          for (int j = 0; j < window * window; j++) {
            int64_t at = in + channel + PLACE(j);
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
  for (int c = 0; c < group; c++) {
    tangent->gradientSum[c] = total[c];
    // Σ (dż x̂ + dz x̂̇) with x̂̇ = s (ẏ − μ̇ − x̂ u)
    tangent->gradientDot[c] =
        statistics->inverse[c] *
        (dot[c] + cross[c] - tangent->mean[c] * statistics->gradientSum[c] -
         tangent->correlation[c] * statistics->gradientDot[c]);
  }
}

MULTIVERSION
void ck_activation_measure_adjoint_tangent(
    ck_maps maps, const float *y, const float *yTangent, const uint8_t *choice,
    const float *dx, const float *dxTangent, const ck_statistics *statistics,
    ck_tangent_statistics *tangent) {
#define BODY(...)                                                                       \
  measure_adjoint_tangent(__VA_ARGS__, y + first, yTangent + first, choice + first,     \
                          dx + first, dxTangent + first, statistics + first / 64,       \
                          tangent + first / 64)
  FOR_EACH_GROUP(maps, BODY);
#undef BODY
}

// dẏ = a dz + b dż + c y + d ẏ + e
typedef struct {
  _Alignas(64) float a[64], b[64], c[64], d[64], e[64];
} spread_coefficients;

INLINED spread_coefficients tangent_coefficients(
    const int64_t group, const ck_statistics *restrict statistics,
    const ck_tangent_statistics *restrict tangent, const float *restrict gamma,
    const float *restrict gammaTangent) {
  spread_coefficients k;
  for (int c = 0; c < group; c++) {
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
  return k;
}

INLINED void spread_tangent(
    MAPS, const float *restrict y, const float *restrict yTangent,
    const uint8_t *restrict choice, const float *restrict dx, const float *restrict dxTangent,
    const ck_statistics *restrict statistics, const ck_tangent_statistics *restrict tangent,
    const float *restrict gamma, const float *restrict gammaTangent,
    float *restrict dyTangent) {
  const spread_coefficients k =
      tangent_coefficients(group, statistics, tangent, gamma, gammaTangent);
  for (int64_t image = 0; image < images; image++) {
    FOR_EACH_WINDOW(image, 0, height / window)
      for (int64_t channel = 0; channel < group; channel += 16) {
        v16 gradient = load16(k.a + channel) * load16(dx + out + channel) +
                       load16(k.b + channel) * load16(dxTangent + out + channel);
        v16 c = load16(k.c + channel), d = load16(k.d + channel), e = load16(k.e + channel);
        i16 place = load_choice(choice + out + channel);
        for (int j = 0; j < window * window; j++) {
          int64_t at = in + channel + PLACE(j);
          v16 rest = c * load16(y + at) + (d * load16(yTangent + at) + e);
          store16(dyTangent + at, keep16(place == j, gradient) + rest);
        }
      }
    FOR_EACH_PIXEL_LEFT_OUT(image)
      for (int64_t channel = 0; channel < group; channel += 16)
        store16(
            dyTangent + at + channel,
            load16(k.c + channel) * load16(y + at + channel) +
                (load16(k.d + channel) * load16(yTangent + at + channel) +
                 load16(k.e + channel)));
  }
}

MULTIVERSION
void ck_activation_adjoint_tangent(
    ck_maps maps, const float *y, const float *yTangent, const uint8_t *choice,
    const float *dx, const float *dxTangent, const ck_statistics *statistics,
    const ck_tangent_statistics *tangent, const float *gamma, const float *gammaTangent,
    float *dyTangent) {
#define BODY(...)                                                                        \
  spread_tangent(__VA_ARGS__, y + first, yTangent + first, choice + first, dx + first,   \
                 dxTangent + first, statistics + first / 64, tangent + first / 64,       \
                 gamma + first, gammaTangent + first, dyTangent + first)
  FOR_EACH_GROUP(maps, BODY);
#undef BODY
}

// MARK: Results

void ck_activation_gradients(
    int64_t channels, const ck_statistics *statistics, float *gamma, float *beta) {
  for (int64_t c = 0; c < channels; c++) {
    gamma[c] = (float)statistics[c / 64].gradientDot[c % 64];
    beta[c] = (float)statistics[c / 64].gradientSum[c % 64];
  }
}

void ck_activation_gradient_tangents(
    int64_t channels, const ck_tangent_statistics *statistics, float *gamma, float *beta) {
  for (int64_t c = 0; c < channels; c++) {
    gamma[c] = (float)statistics[c / 64].gradientDot[c % 64];
    beta[c] = (float)statistics[c / 64].gradientSum[c % 64];
  }
}
