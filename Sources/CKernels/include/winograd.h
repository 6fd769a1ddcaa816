#ifndef CKERNELS_WINOGRAD_H
#define CKERNELS_WINOGRAD_H

#include <stdint.h>

// The 3×3 convolutions of 64 into 64 channels, in a transform domain.
//
// A convolution is bilinear, so with fixed matrices it can be written
//
//     y = Aᵀ [ (G w Gᵀ) ⊙ (Bᵀ x B) ] A
//
// where ⊙ is, for each coefficient, a product of a 64-vector and a 64×64 matrix. Cook and Toom
// evaluate polynomials at the points 0, ±1, ±2 and ∞: four outputs of a row then cost six
// products instead of twelve, three cost five. A row of 14 outputs is cut into tiles of 4, 4, 3
// and 3, a row of 7 into 4 and 3, so nothing is computed for padding; a tile of 3 leaves out the
// point −2, so both kinds share the transformed weights. With stride 2 the odd inputs meet the
// outer two weights (a two-tap convolution, done with Cook–Toom) and the even inputs the middle
// weight (done directly). Against direct convolution the number of products falls by
//
//     14×14: 3.6   7×7: 3.6   3×3: 3.2   stride 2, 14 → 7: 1.7   7 → 4: 1.8   4 → 2: 1.4
//
// Every derivative uses the same matrices: what follows are the three transforms, their
// adjoints, and the products in between.
//
// Layouts. Images and maps are dense [images, height, width, 64]. Coefficients are
// [row coefficient][column coefficient][images][64]; along each axis coefficients of one point
// stand together. Weights
// are [3, 3, 64, 64] and stay so: the products evaluate them point by point, in the first-level
// cache, which is faster than fetching all points' weights from memory. All are 64-byte aligned.

/// One of the convolutions; every one pads by 1.
typedef enum ck_convolution {
  ck_convolution_14,          // 14×14 → 14×14
  ck_convolution_7,           // 7×7 → 7×7
  ck_convolution_3,           // 3×3 → 3×3
  ck_convolution_14_strided,  // 14×14 → 7×7, stride 2
  ck_convolution_7_strided,   // 7×7 → 4×4, stride 2
  ck_convolution_4_strided,   // 4×4 → 2×2, stride 2
} ck_convolution;

/// Returns how many coefficients an image's row has, before squaring; an image has this number
/// squared times 64 floats.
int64_t ck_winograd_coefficients(ck_convolution convolution);

/// coefficients = Bᵀ x B
void ck_winograd_input(
    ck_convolution convolution, int64_t images, const float *_Nonnull x,
    float *_Nonnull coefficients);

/// The adjoint of `ck_winograd_input`: x = B coefficients Bᵀ
void ck_winograd_input_adjoint(
    ck_convolution convolution, int64_t images, const float *_Nonnull coefficients,
    float *_Nonnull x);

/// y = Aᵀ coefficients A
void ck_winograd_output(
    ck_convolution convolution, int64_t images, const float *_Nonnull coefficients,
    float *_Nonnull y);

/// The adjoint of `ck_winograd_output`: coefficients = A y Aᵀ
void ck_winograd_output_adjoint(
    ck_convolution convolution, int64_t images, const float *_Nonnull y,
    float *_Nonnull coefficients);

/// transposed[r, s, o, i] = weights[r, s, i, o], for the products of the backward pass.
void ck_winograd_transpose(const float *_Nonnull weights, float *_Nonnull transposed);

/// result = x ⊙ G weights Gᵀ, plus secondX ⊙ G secondWeights Gᵀ where those are given.
void ck_winograd_multiply(
    ck_convolution convolution, int64_t images, const float *_Nonnull x,
    const float *_Nonnull weights, const float *_Nullable secondX,
    const float *_Nullable secondWeights, float *_Nonnull result);

/// gradient += Gᵀ (the sum over images and tiles of x yᵀ, plus secondX secondYᵀ where those are
/// given) G: the derivative of ⟨x ⊙ G weights Gᵀ, y⟩ by the weights.
void ck_winograd_accumulate(
    ck_convolution convolution, int64_t images, const float *_Nonnull x, const float *_Nonnull y,
    const float *_Nullable secondX, const float *_Nullable secondY, float *_Nonnull gradient);

#endif
