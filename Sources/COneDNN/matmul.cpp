#include "onednn_matmul.h"

#include "runtime.hpp"

extern "C" const char *onednn_matmul(
    bool transposeLhs, bool transposeRhs, int64_t rows, int64_t columns, int64_t inner,
    const float *lhs, const float *rhs, float *result) {
  return mamlnb::attempt([&] {
    const dnnl_status_t status = dnnl_sgemm(
        transposeLhs ? 'T' : 'N', transposeRhs ? 'T' : 'N', rows, columns, inner, 1.0f, lhs,
        transposeLhs ? rows : inner, rhs, transposeRhs ? inner : columns, 0.0f, result, columns);
    if (status != dnnl_success) throw dnnl::error(status, "could not multiply matrices");
  });
}
