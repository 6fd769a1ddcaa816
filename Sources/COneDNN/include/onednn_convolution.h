#ifndef ONEDNN_CONVOLUTION_H
#define ONEDNN_CONVOLUTION_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The sizes of a two-dimensional convolution of `[batch, height, width, channels]` images with
/// `[kernelHeight, kernelWidth, inputChannels, outputChannels]` weights.
///
/// Every size is at least 1; an empty convolution is the caller's to answer.
typedef struct {
  int64_t batch, inputHeight, inputWidth, inputChannels;
  int64_t outputHeight, outputWidth, outputChannels;
  int64_t kernelHeight, kernelWidth;
  int64_t strideHeight, strideWidth;
  int64_t padTop, padBottom, padLeft, padRight;
} onednn_convolution_geometry;

// Each function runs on the calling thread alone, may be called on any number of threads at
// once, and returns NULL, or a message that stays valid until the same thread's next call.
// Arrays are dense and row-major; the result is overwritten and may not overlap an operand.

/// output = input ∗ weights
const char *_Nullable onednn_convolution_forward(
    const onednn_convolution_geometry *_Nonnull geometry, const float *_Nonnull input,
    const float *_Nonnull weights, float *_Nonnull output);

/// inputGradient = the adjoint of the convolution in its input, applied to outputGradient
const char *_Nullable onednn_convolution_backward_data(
    const onednn_convolution_geometry *_Nonnull geometry, const float *_Nonnull outputGradient,
    const float *_Nonnull weights, float *_Nonnull inputGradient);

/// weightsGradient = the adjoint of the convolution in its weights, applied to outputGradient
const char *_Nullable onednn_convolution_backward_weights(
    const onednn_convolution_geometry *_Nonnull geometry, const float *_Nonnull input,
    const float *_Nonnull outputGradient, float *_Nonnull weightsGradient);

#ifdef __cplusplus
}
#endif
#endif
