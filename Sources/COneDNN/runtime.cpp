#include "runtime.hpp"

#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>
#include <new>

namespace mamlnb {

const dnnl::engine &engine() {
  static const dnnl::engine processor(dnnl::engine::kind::cpu, 0);
  return processor;
}

dnnl::stream &stream() {
  static thread_local dnnl::stream calls(engine());
  return calls;
}

void useOneThread() {
  static thread_local bool done = false;
  if (done) return;
  // Before it is open, nobody knows its OpenMP library.
  oneDNN();
  // OpenMP's thread count belongs to the calling thread. The symbol is looked up because oneDNN
  // brings its own OpenMP library, or none when it was built for another threading runtime.
  using SetThreads = void (*)(int);
  static const auto setThreads =
      reinterpret_cast<SetThreads>(dlsym(RTLD_DEFAULT, "omp_set_num_threads"));
  if (setThreads) setThreads(1);
  done = true;
}

namespace {

struct AlignedBuffer {
  void *base = nullptr;
  std::size_t capacity = 0;
  ~AlignedBuffer() { std::free(base); }

  void *reserve(std::size_t bytes) {
    if (bytes > capacity) {
      std::free(base);
      capacity = 0;
      const std::size_t rounded = (bytes + 4095) / 4096 * 4096;
      base = std::aligned_alloc(64, rounded);
      if (!base) throw std::bad_alloc();
      capacity = rounded;
    }
    return base;
  }
};

}  // namespace

void *buffer(Buffer use, std::size_t bytes) {
  static thread_local AlignedBuffer buffers[2];
  return buffers[static_cast<int>(use)].reserve(bytes);
}

const char *remember(const char *message) {
  static thread_local char kept[256];
  std::snprintf(kept, sizeof kept, "%s", message);
  return kept;
}

}  // namespace mamlnb
