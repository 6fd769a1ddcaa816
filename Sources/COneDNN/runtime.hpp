// What every oneDNN entry point of this target needs: an engine, a stream per thread, one thread
// per call, buffers that a thread keeps, and no exception past `extern "C"`.
#pragma once

#include "onednn_library.hpp"

#include <cstddef>

namespace mamlnb {

/// The processor, as oneDNN's engine.
const dnnl::engine &engine();

/// The calling thread's stream.
dnnl::stream &stream();

/// Makes oneDNN's OpenMP regions run on the calling thread alone from now on.
void useOneThread();

/// What a buffer of the calling thread is for.
enum class Buffer { weights, scratchpad };

/// Returns the calling thread's buffer for a use, 64-byte aligned, at least `bytes` long; its
/// contents do not survive the next call for the same use.
void *buffer(Buffer use, std::size_t bytes);

/// Keeps a message for the calling thread and returns it.
const char *remember(const char *message);

/// Runs `body` on one thread and turns whatever it throws into a message.
template <typename Body>
const char *attempt(const Body &body) {
  try {
    useOneThread();
    body();
    return nullptr;
  } catch (const std::exception &error) {
    return remember(error.what());
  } catch (...) {
    return remember("an exception of unknown type");
  }
}

}  // namespace mamlnb
