#include "onednn_matmul.h"

#include "runtime.hpp"

extern "C" const char *onednn_matmul(
    bool transposeLhs, bool transposeRhs, int64_t rows, int64_t columns, int64_t inner,
    const float *lhs, int64_t lhsStride, const float *rhs, int64_t rhsStride, bool adds,
    float *result, int64_t resultStride) {
  return mamlnb::attempt([&] {
    const dnnl_status_t status = dnnl_sgemm(
        transposeLhs ? 'T' : 'N', transposeRhs ? 'T' : 'N', rows, columns, inner, 1.0f, lhs,
        lhsStride, rhs, rhsStride, adds ? 1.0f : 0.0f, result, resultStride);
    if (status != dnnl_success) throw dnnl::error(status, "could not multiply matrices");
  });
}
