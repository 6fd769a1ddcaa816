#ifndef CKERNELS_MULTIVERSION_H
#define CKERNELS_MULTIVERSION_H

// One source, three machine codes: the loader picks the best that the processor has. Elsewhere
// than on x86-64 the compiler's own target is the only one.
#if defined(__x86_64__) && defined(__linux__)
#define MULTIVERSION \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define MULTIVERSION
#endif

// The sums of this target may be taken in any order and contracted to fused multiply-adds, so
// last bits differ between processors, never between runs or threads on one.
#define RELAXED _Pragma("clang fp reassociate(on) contract(fast)")

// The most axes that a kernel walks.
#define CKERNELS_MAXIMUM_RANK 8

#endif
