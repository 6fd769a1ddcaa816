#ifndef CKERNELS_VECTORS_H
#define CKERNELS_VECTORS_H

#include <stdint.h>

// Vectors are passed only between functions that are inlined into one multiversioned body, so how
// they would be passed in a call does not matter. (A multiversioned function itself cannot call
// them: its body is one call of an inlined function.)
#pragma clang diagnostic ignored "-Wpsabi"

// Sixteen channels at a time: one register with AVX-512, two with AVX2, four with SSE.
typedef float v16 __attribute__((vector_size(64)));
typedef int32_t i16 __attribute__((vector_size(64)));
typedef uint8_t b16 __attribute__((vector_size(16)));

#define INLINED static inline __attribute__((always_inline))

INLINED v16 load16(const float *from) { return *(const v16 *)from; }
INLINED void store16(float *to, v16 value) { *(v16 *)to = value; }
INLINED v16 splat16(float value) { return value - (v16){}; }

#endif
