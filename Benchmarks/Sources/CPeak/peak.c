#include "include/peak.h"

#if defined(__x86_64__) && defined(__linux__)
#define MULTIVERSION \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define MULTIVERSION
#endif

typedef float v16 __attribute__((vector_size(64)));

// Where the sums go, so that the compiler must compute them.
static volatile float sink;

// Six times sixteen sums: with AVX2 twelve registers, which hide the latency of two units.
enum { sums = 6, lanes = 16 };

MULTIVERSION
double cpeak_multiply_add(int64_t rounds) {
  _Pragma("clang fp contract(fast)")
  v16 sum[sums] = {}, factor = {}, term = {};
  factor += 0.999f;
  term += 0.001f;
  // The compiler must not know them, or it computes the result itself.
  __asm__("" : "+m"(factor), "+m"(term));
  for (int64_t round = 0; round < rounds; round++)
    for (int i = 0; i < sums; i++) sum[i] = sum[i] * factor + term;
  float total = 0;
  for (int i = 0; i < sums; i++)
    for (int lane = 0; lane < lanes; lane++) total += sum[i][lane];
  sink = total;
  return 2.0 * sums * lanes * (double)rounds;
}
