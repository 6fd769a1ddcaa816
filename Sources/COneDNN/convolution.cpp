// The convolution and its two adjoints.
//
// A thread keeps the primitives that it has made, by shape: making one generates machine code,
// running it takes no lock. Activations are NHWC throughout; the weights' format is oneDNN's
// choice (with fixed `hwio` it falls back to a slow path), so dense HWIO weights are reordered on
// the way in, and their gradient on the way out. That costs one pass over the weights.
#include "onednn_convolution.h"

#include "runtime.hpp"

#include <array>
#include <map>
#include <memory>
#include <unordered_map>

namespace mamlnb {
namespace {

using dnnl::memory;

enum class Direction : int64_t { forward, backwardData, backwardWeights };

/// One primitive with the memory descriptions that its operands take.
struct Convolution {
  dnnl::primitive primitive;
  dnnl::reorder reorder;  // of the weights, or of their gradient; empty where formats agree
  memory::desc input, weights, denseWeights, output;
  memory::desc scratchpad;

  bool reordersWeights() const { return weights != denseWeights; }
};

const memory::data_type single = memory::data_type::f32;

/// The operands of a geometry as oneDNN describes them.
struct Description {
  memory::desc input, weights, denseWeights, output;
  memory::dims strides, padBefore, padAfter;

  explicit Description(const onednn_convolution_geometry &g)
      : input({g.batch, g.inputChannels, g.inputHeight, g.inputWidth}, single,
              memory::format_tag::nhwc),
        weights({g.outputChannels, g.inputChannels, g.kernelHeight, g.kernelWidth}, single,
                memory::format_tag::any),
        denseWeights({g.outputChannels, g.inputChannels, g.kernelHeight, g.kernelWidth}, single,
                     memory::format_tag::hwio),
        output({g.batch, g.outputChannels, g.outputHeight, g.outputWidth}, single,
               memory::format_tag::nhwc),
        strides{g.strideHeight, g.strideWidth},
        padBefore{g.padTop, g.padLeft},
        padAfter{g.padBottom, g.padRight} {}
};

dnnl::primitive_attr attributes() {
  dnnl::primitive_attr result;
  result.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  return result;
}

const dnnl::algorithm direct = dnnl::algorithm::convolution_direct;

dnnl::convolution_forward::primitive_desc forward(const Description &d, dnnl::prop_kind kind) {
#if DNNL_VERSION_MAJOR >= 3
  return {engine(),  kind,        direct,     d.input,      d.weights,
          d.output,  d.strides,   d.padBefore, d.padAfter,  attributes()};
#else
  return {{kind, direct, d.input, d.weights, d.output, d.strides, d.padBefore, d.padAfter},
          attributes(), engine()};
#endif
}

dnnl::convolution_backward_data::primitive_desc backwardData(const Description &d) {
  const auto hint = forward(d, dnnl::prop_kind::forward_training);
#if DNNL_VERSION_MAJOR >= 3
  return {engine(),  direct,      d.input,    d.weights,    d.output,
          d.strides, d.padBefore, d.padAfter, hint,         attributes()};
#else
  return {{direct, d.input, d.weights, d.output, d.strides, d.padBefore, d.padAfter},
          attributes(), engine(), hint};
#endif
}

dnnl::convolution_backward_weights::primitive_desc backwardWeights(const Description &d) {
  const auto hint = forward(d, dnnl::prop_kind::forward_training);
#if DNNL_VERSION_MAJOR >= 3
  return {engine(),  direct,      d.input,    d.weights,    d.output,
          d.strides, d.padBefore, d.padAfter, hint,         attributes()};
#else
  return {{direct, d.input, d.weights, d.output, d.strides, d.padBefore, d.padAfter},
          attributes(), engine(), hint};
#endif
}

dnnl::reorder reorder(const memory::desc &from, const memory::desc &to) {
  return dnnl::reorder(
      dnnl::reorder::primitive_desc(engine(), from, engine(), to));
}

std::unique_ptr<Convolution> make(Direction direction, const onednn_convolution_geometry &g) {
  const Description d(g);
  auto result = std::make_unique<Convolution>();
  result->input = d.input;
  result->output = d.output;
  result->denseWeights = d.denseWeights;
  switch (direction) {
    case Direction::forward: {
      const auto chosen = forward(d, dnnl::prop_kind::forward_training);
      result->primitive = dnnl::convolution_forward(chosen);
      result->weights = chosen.weights_desc();
      result->scratchpad = chosen.scratchpad_desc();
      break;
    }
    case Direction::backwardData: {
      const auto chosen = backwardData(d);
      result->primitive = dnnl::convolution_backward_data(chosen);
      result->weights = chosen.weights_desc();
      result->scratchpad = chosen.scratchpad_desc();
      break;
    }
    case Direction::backwardWeights: {
      const auto chosen = backwardWeights(d);
      result->primitive = dnnl::convolution_backward_weights(chosen);
      result->weights = chosen.diff_weights_desc();
      result->scratchpad = chosen.scratchpad_desc();
      break;
    }
  }
  if (result->reordersWeights())
    result->reorder = direction == Direction::backwardWeights
                          ? reorder(result->weights, result->denseWeights)
                          : reorder(result->denseWeights, result->weights);
  return result;
}

using Key = std::array<int64_t, 1 + sizeof(onednn_convolution_geometry) / sizeof(int64_t)>;

Key key(Direction direction, const onednn_convolution_geometry &g) {
  return {static_cast<int64_t>(direction),
          g.batch, g.inputHeight, g.inputWidth, g.inputChannels,
          g.outputHeight, g.outputWidth, g.outputChannels, g.kernelHeight, g.kernelWidth,
          g.strideHeight, g.strideWidth, g.padTop, g.padBottom, g.padLeft, g.padRight};
}

/// The calling thread's primitive for a geometry, made when it is first asked for.
Convolution &convolution(Direction direction, const onednn_convolution_geometry &g) {
  // Enough for several networks at several batch sizes; a notebook that tries more starts over.
  constexpr std::size_t limit = 512;
  static thread_local std::map<Key, std::unique_ptr<Convolution>> made;
  const Key wanted = key(direction, g);
  const auto found = made.find(wanted);
  if (found != made.end()) return *found->second;
  if (made.size() >= limit) made.clear();
  return *(made[wanted] = make(direction, g));
}

/// Views the caller's floats as an operand; oneDNN writes to results only.
memory view(const memory::desc &description, const float *values) {
  return memory(description, engine(), const_cast<float *>(values));
}

memory scratch(Buffer use, const memory::desc &description) {
  return memory(description, engine(), buffer(use, description.get_size()));
}

/// Returns weights in the primitive's own format.
memory reordered(const Convolution &c, const float *weights) {
  memory dense = view(c.denseWeights, weights);
  if (!c.reordersWeights()) return dense;
  memory chosen = scratch(Buffer::weights, c.weights);
  c.reorder.execute(stream(), dense, chosen);
  return chosen;
}

void run(const Convolution &c, std::unordered_map<int, memory> operands) {
  operands.emplace(DNNL_ARG_SCRATCHPAD, scratch(Buffer::scratchpad, c.scratchpad));
  c.primitive.execute(stream(), operands);
}

}  // namespace
}  // namespace mamlnb

using namespace mamlnb;

extern "C" const char *onednn_convolution_forward(
    const onednn_convolution_geometry *geometry, const float *input, const float *weights,
    float *output) {
  return attempt([&] {
    Convolution &c = convolution(Direction::forward, *geometry);
    run(c, {{DNNL_ARG_SRC, view(c.input, input)},
            {DNNL_ARG_WEIGHTS, reordered(c, weights)},
            {DNNL_ARG_DST, view(c.output, output)}});
    stream().wait();
  });
}

extern "C" const char *onednn_convolution_backward_data(
    const onednn_convolution_geometry *geometry, const float *outputGradient,
    const float *weights, float *inputGradient) {
  return attempt([&] {
    Convolution &c = convolution(Direction::backwardData, *geometry);
    run(c, {{DNNL_ARG_DIFF_DST, view(c.output, outputGradient)},
            {DNNL_ARG_WEIGHTS, reordered(c, weights)},
            {DNNL_ARG_DIFF_SRC, view(c.input, inputGradient)}});
    stream().wait();
  });
}

extern "C" const char *onednn_convolution_backward_weights(
    const onednn_convolution_geometry *geometry, const float *input,
    const float *outputGradient, float *weightsGradient) {
  return attempt([&] {
    Convolution &c = convolution(Direction::backwardWeights, *geometry);
    memory dense = view(c.denseWeights, weightsGradient);
    memory chosen = c.reordersWeights() ? scratch(Buffer::weights, c.weights) : dense;
    run(c, {{DNNL_ARG_SRC, view(c.input, input)},
            {DNNL_ARG_DIFF_DST, view(c.output, outputGradient)},
            {DNNL_ARG_DIFF_WEIGHTS, chosen}});
    if (c.reordersWeights()) c.reorder.execute(stream(), chosen, dense);
    stream().wait();
  });
}
