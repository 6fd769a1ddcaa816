#ifndef CPEAK_H
#define CPEAK_H

#include <stdint.h>

/// Does `rounds` rounds of independent fused multiply-adds in registers, with the widest vectors
/// that the processor has, and returns how many floating-point operations that were (a fused
/// multiply-add is two).
double cpeak_multiply_add(int64_t rounds);

#endif
