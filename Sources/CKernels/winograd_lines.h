#ifndef CKERNELS_WINOGRAD_LINES_H
#define CKERNELS_WINOGRAD_LINES_H

#include "vectors.h"

// The one-dimensional transforms. Each reads a line of sixteen-channel vectors at `p`, `ps` floats
// apart, and writes one at `q`, `qs` apart. NAME_adjoint is the transposed matrix of NAME.
//
// Coefficients of a point stand together, so tile t's coefficient of the point at offset f is
// f + t. Points are ordered 0, 1, −1, 2, −2, ∞ with stride 1 and 0, 1, −1, 2, ∞, then the even
// inputs, with stride 2.

#define IN(i) load16(p + (i) * ps)
#define OUT(i, ...) store16(q + (i) * qs, (__VA_ARGS__))
#define LINE(name) \
  INLINED void name(const float *restrict p, int64_t ps, float *restrict q, int64_t qs)

// MARK: Tiles, stride 1: inputs d₋₁ … and coefficients c, as values.

typedef struct { v16 c0, c1, c2, c3, c4, c5; } tile6;

INLINED tile6 input_of_4(v16 d0, v16 d1, v16 d2, v16 d3, v16 d4, v16 d5) {
  v16 even = d4 - 4 * d2, odd = d3 - 4 * d1, near = d4 - d2, far = d3 - d1;
  return (tile6){
      d0 - 1.25f * d2 + 0.25f * d4, even + odd, even - odd,
      near + 2 * far, near - 2 * far, 4 * d1 - 5 * d3 + d5};
}
INLINED tile6 input_of_4_adjoint(tile6 t) {
  v16 s = t.c1 + t.c2, m = t.c1 - t.c2, s2 = t.c3 + t.c4, m2 = t.c3 - t.c4;
  return (tile6){
      t.c0, 4 * (t.c5 - m) - 2 * m2, -1.25f * t.c0 - 4 * s - s2,
      m + 2 * m2 - 5 * t.c5, 0.25f * t.c0 + s + s2, t.c5};
}
// A tile of 3 has no c4 (the point −2).
INLINED tile6 input_of_3(v16 d0, v16 d1, v16 d2, v16 d3, v16 d4) {
  v16 far = d3 - d1;
  return (tile6){
      .c0 = d0 - d2 + 0.5f * far, .c1 = 3 * (d3 - d2) - 6 * d1, .c2 = 2 * d1 - 3 * d2 + d3,
      .c3 = 4 * far, .c5 = d4 - d2 - 2 * far};
}
INLINED tile6 input_of_3_adjoint(tile6 t) {
  return (tile6){
      t.c0, 2 * (t.c2 + t.c5) - 0.5f * t.c0 - 6 * t.c1 - 4 * t.c3,
      -t.c0 - 3 * (t.c1 + t.c2) - t.c5, 0.5f * t.c0 - 2 * t.c5 + 3 * t.c1 + t.c2 + 4 * t.c3,
      t.c5, {}};
}
// c[first + t], one coefficient apart for each tile
#define TILE4(f, t) \
  (tile6){IN(f##0 + t), IN(f##1 + t), IN(f##2 + t), IN(f##3 + t), IN(f##4 + t), IN(f##5 + t)}
#define TILE3(f, t)                                                          \
  (tile6){.c0 = IN(f##0 + t), .c1 = IN(f##1 + t), .c2 = IN(f##2 + t),        \
          .c3 = IN(f##3 + t), .c5 = IN(f##5 + t)}
#define PUT4(f, t, value)                                                               \
  {                                                                                     \
    tile6 v = value;                                                                    \
    OUT(f##0 + t, v.c0); OUT(f##1 + t, v.c1); OUT(f##2 + t, v.c2); OUT(f##3 + t, v.c3); \
    OUT(f##4 + t, v.c4); OUT(f##5 + t, v.c5);                                           \
  }
#define PUT3(f, t, value)                                                               \
  {                                                                                     \
    tile6 v = value;                                                                    \
    OUT(f##0 + t, v.c0); OUT(f##1 + t, v.c1); OUT(f##2 + t, v.c2); OUT(f##3 + t, v.c3); \
    OUT(f##5 + t, v.c5);                                                                \
  }
#define OUTPUT4(f, t, y)                                                                \
  {                                                                                     \
    tile6 v = TILE4(f, t);                                                              \
    v16 s = v.c1 + v.c2, m = v.c1 - v.c2, s2 = v.c3 + v.c4, m2 = v.c3 - v.c4;           \
    OUT(y, v.c0 + s + s2); OUT(y + 1, m + 2 * m2); OUT(y + 2, s + 4 * s2);              \
    OUT(y + 3, m + 8 * m2 + v.c5);                                                      \
  }
#define OUTPUT3(f, t, y)                                                                \
  {                                                                                     \
    tile6 v = TILE3(f, t);                                                              \
    v16 s = v.c1 + v.c2, m = v.c1 - v.c2;                                               \
    OUT(y, v.c0 + s + v.c3); OUT(y + 1, m + 2 * v.c3); OUT(y + 2, s + 4 * v.c3 + v.c5); \
  }
#define OUTPUT4_ADJOINT(f, t, y)                                                        \
  {                                                                                     \
    v16 y0 = IN(y), y1 = IN(y + 1), y2 = IN(y + 2), y3 = IN(y + 3);                     \
    v16 even = y0 + y2, odd = y1 + y3, even2 = y0 + 4 * y2, odd2 = 2 * y1 + 8 * y3;     \
    PUT4(f, t, ((tile6){y0, even + odd, even - odd, even2 + odd2, even2 - odd2, y3}))   \
  }
#define OUTPUT3_ADJOINT(f, t, y)                                                        \
  {                                                                                     \
    v16 y0 = IN(y), y1 = IN(y + 1), y2 = IN(y + 2), even = y0 + y2;                     \
    PUT3(f, t, ((tile6){.c0 = y0, .c1 = even + y1, .c2 = even - y1,                     \
                        .c3 = y0 + 2 * y1 + 4 * y2, .c5 = y2}))                         \
  }

// Where each point's coefficients start, for each line.
enum {
  a0 = 0, a1 = 4, a2 = 8, a3 = 12, a4 = 16, a5 = 18,  // 14: four tiles, two of them of 4
  b0 = 0, b1 = 2, b2 = 4, b3 = 6, b4 = 8, b5 = 9,     // 7: a tile of 4 and one of 3
  c0 = 0, c1 = 1, c2 = 2, c3 = 3, c5 = 4,             // 3: a tile of 3
};

// MARK: Lines, stride 1

LINE(input_14) {
  const v16 zero = {};
  PUT4(a, 0, input_of_4(zero, IN(0), IN(1), IN(2), IN(3), IN(4)))
  PUT4(a, 1, input_of_4(IN(3), IN(4), IN(5), IN(6), IN(7), IN(8)))
  PUT3(a, 2, input_of_3(IN(7), IN(8), IN(9), IN(10), IN(11)))
  PUT3(a, 3, input_of_3(IN(10), IN(11), IN(12), IN(13), zero))
}
LINE(input_14_adjoint) {
  tile6 t = input_of_4_adjoint(TILE4(a, 0));
  OUT(0, t.c1); OUT(1, t.c2); OUT(2, t.c3);
  v16 d3 = t.c4, d4 = t.c5;
  t = input_of_4_adjoint(TILE4(a, 1));
  OUT(3, d3 + t.c0); OUT(4, d4 + t.c1); OUT(5, t.c2); OUT(6, t.c3);
  v16 d7 = t.c4, d8 = t.c5;
  t = input_of_3_adjoint(TILE3(a, 2));
  OUT(7, d7 + t.c0); OUT(8, d8 + t.c1); OUT(9, t.c2);
  v16 d10 = t.c3, d11 = t.c4;
  t = input_of_3_adjoint(TILE3(a, 3));
  OUT(10, d10 + t.c0); OUT(11, d11 + t.c1); OUT(12, t.c2); OUT(13, t.c3);
}
LINE(output_14) { OUTPUT4(a, 0, 0) OUTPUT4(a, 1, 4) OUTPUT3(a, 2, 8) OUTPUT3(a, 3, 11) }
LINE(output_14_adjoint) {
  OUTPUT4_ADJOINT(a, 0, 0) OUTPUT4_ADJOINT(a, 1, 4) OUTPUT3_ADJOINT(a, 2, 8)
  OUTPUT3_ADJOINT(a, 3, 11)
}

LINE(input_7) {
  const v16 zero = {};
  PUT4(b, 0, input_of_4(zero, IN(0), IN(1), IN(2), IN(3), IN(4)))
  PUT3(b, 1, input_of_3(IN(3), IN(4), IN(5), IN(6), zero))
}
LINE(input_7_adjoint) {
  tile6 t = input_of_4_adjoint(TILE4(b, 0));
  OUT(0, t.c1); OUT(1, t.c2); OUT(2, t.c3);
  v16 d3 = t.c4, d4 = t.c5;
  t = input_of_3_adjoint(TILE3(b, 1));
  OUT(3, d3 + t.c0); OUT(4, d4 + t.c1); OUT(5, t.c2); OUT(6, t.c3);
}
LINE(output_7) { OUTPUT4(b, 0, 0) OUTPUT3(b, 1, 4) }
LINE(output_7_adjoint) { OUTPUT4_ADJOINT(b, 0, 0) OUTPUT3_ADJOINT(b, 1, 4) }

LINE(input_3) {
  const v16 zero = {};
  PUT3(c, 0, input_of_3(zero, IN(0), IN(1), IN(2), zero))
}
LINE(input_3_adjoint) {
  tile6 t = input_of_3_adjoint(TILE3(c, 0));
  OUT(0, t.c1); OUT(1, t.c2); OUT(2, t.c3);
}
LINE(output_3) { OUTPUT3(c, 0, 0) }
LINE(output_3_adjoint) { OUTPUT3_ADJOINT(c, 0, 0) }

// MARK: Lines, stride 2: odd inputs o against the outer weights, even ones against the middle.

INLINED tile6 strided_4(v16 o0, v16 o1, v16 o2, v16 o3, v16 o4) {
  v16 far = o3 - o1;
  return (tile6){
      .c0 = o0 - o2 + 0.5f * far, .c1 = o3 - o2 - 2 * o1, .c2 = 2 * o1 - 3 * o2 + o3, .c3 = far,
      .c5 = o4 - o2 - 2 * far};
}
INLINED tile6 strided_4_adjoint(tile6 t) {
  return (tile6){
      t.c0, 2 * (t.c2 + t.c5 - t.c1) - 0.5f * t.c0 - t.c3, -t.c0 - t.c1 - 3 * t.c2 - t.c5,
      0.5f * t.c0 + t.c1 + t.c2 + t.c3 - 2 * t.c5, t.c5, {}};
}

LINE(input_14_strided) {
  const v16 zero = {};
  v16 o4 = IN(7);
  tile6 t = strided_4(zero, IN(1), IN(3), IN(5), o4);
  OUT(0, t.c0); OUT(2, t.c1); OUT(4, t.c2); OUT(6, t.c3); OUT(7, t.c5);
  v16 o5 = IN(9), o6 = IN(11), o7 = IN(13);
  OUT(1, o4 - o6); OUT(3, -o5 - o6); OUT(5, 3 * (o5 - o6)); OUT(8, o7 - o5);
  for (int i = 0; i < 7; i++) OUT(9 + i, IN(2 * i));
}
LINE(input_14_strided_adjoint) {
  tile6 t = strided_4_adjoint(
      (tile6){.c0 = IN(0), .c1 = IN(2), .c2 = IN(4), .c3 = IN(6), .c5 = IN(7)});
  OUT(1, t.c1); OUT(3, t.c2); OUT(5, t.c3);
  v16 e0 = IN(1), e1 = IN(3), e2 = IN(5), e5 = IN(8);
  OUT(7, t.c4 + e0); OUT(9, 3 * e2 - e1 - e5); OUT(11, -e0 - e1 - 3 * e2); OUT(13, e5);
  for (int i = 0; i < 7; i++) OUT(2 * i, IN(9 + i));
}
LINE(output_14_strided) {
  v16 c0 = IN(0), s = IN(2) + IN(4), m = IN(2) - IN(4), c3 = IN(6);
  OUT(0, c0 + s + c3 + IN(9)); OUT(1, m + 2 * c3 + IN(10)); OUT(2, s + 4 * c3 + IN(11));
  OUT(3, m + 8 * c3 + IN(7) + IN(12));
  s = IN(3) + IN(5), m = IN(3) - IN(5);
  OUT(4, IN(1) + s + IN(13)); OUT(5, m + IN(14)); OUT(6, s + IN(8) + IN(15));
}
LINE(output_14_strided_adjoint) {
  v16 y0 = IN(0), y1 = IN(1), y2 = IN(2), y3 = IN(3), even = y0 + y2, odd = y1 + y3;
  OUT(0, y0); OUT(2, even + odd); OUT(4, even - odd); OUT(6, y0 + 2 * y1 + 4 * y2 + 8 * y3);
  OUT(7, y3); OUT(9, y0); OUT(10, y1); OUT(11, y2); OUT(12, y3);
  y0 = IN(4), y1 = IN(5), y2 = IN(6), even = y0 + y2;
  OUT(1, y0); OUT(3, even + y1); OUT(5, even - y1); OUT(8, y2);
  OUT(13, y0); OUT(14, y1); OUT(15, y2);
}

LINE(input_7_strided) {
  const v16 zero = {};
  tile6 t = strided_4(zero, IN(1), IN(3), IN(5), zero);
  OUT(0, t.c0); OUT(1, t.c1); OUT(2, t.c2); OUT(3, t.c3); OUT(4, t.c5);
  for (int i = 0; i < 4; i++) OUT(5 + i, IN(2 * i));
}
LINE(input_7_strided_adjoint) {
  tile6 t = strided_4_adjoint(
      (tile6){.c0 = IN(0), .c1 = IN(1), .c2 = IN(2), .c3 = IN(3), .c5 = IN(4)});
  OUT(1, t.c1); OUT(3, t.c2); OUT(5, t.c3);
  for (int i = 0; i < 4; i++) OUT(2 * i, IN(5 + i));
}
LINE(output_7_strided) {
  v16 c0 = IN(0), s = IN(1) + IN(2), m = IN(1) - IN(2), c3 = IN(3);
  OUT(0, c0 + s + c3 + IN(5)); OUT(1, m + 2 * c3 + IN(6)); OUT(2, s + 4 * c3 + IN(7));
  OUT(3, m + 8 * c3 + IN(4) + IN(8));
}
LINE(output_7_strided_adjoint) {
  v16 y0 = IN(0), y1 = IN(1), y2 = IN(2), y3 = IN(3), even = y0 + y2, odd = y1 + y3;
  OUT(0, y0); OUT(1, even + odd); OUT(2, even - odd); OUT(3, y0 + 2 * y1 + 4 * y2 + 8 * y3);
  OUT(4, y3); OUT(5, y0); OUT(6, y1); OUT(7, y2); OUT(8, y3);
}

// 4 → 2: five products by any method, so the plainest one; coefficients stand by weight.
LINE(input_4_strided) {
  v16 d1 = IN(1);
  OUT(0, d1); OUT(1, IN(0)); OUT(2, IN(2)); OUT(3, d1); OUT(4, IN(3));
}
LINE(input_4_strided_adjoint) {
  OUT(0, IN(1)); OUT(1, IN(0) + IN(3)); OUT(2, IN(2)); OUT(3, IN(4));
}
LINE(output_4_strided) { OUT(0, IN(1) + IN(3)); OUT(1, IN(0) + IN(2) + IN(4)); }
LINE(output_4_strided_adjoint) {
  v16 y0 = IN(0), y1 = IN(1);
  OUT(0, y1); OUT(1, y0); OUT(2, y1); OUT(3, y0); OUT(4, y1);
}

#endif
