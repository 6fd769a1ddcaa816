#include "onednn_library.hpp"

#include <stdexcept>

#define TEXT(VALUE) TEXT_OF(VALUE)
#define TEXT_OF(VALUE) #VALUE

namespace mamlnb {
namespace {

OneDNN functions;

const char *const names[] = {ONEDNN_FUNCTIONS(CSHAREDLIBRARY_NAME)};

// Of the version whose header this was compiled with.
CSharedLibrary library =
    CSHAREDLIBRARY("libdnnl.so." TEXT(DNNL_VERSION_MAJOR), names, functions);

bool open() {
  const char *problem = csharedlibrary_open(&library);
  if (problem) throw std::runtime_error(problem);
  return true;
}

}  // namespace

const OneDNN &oneDNN() {
  static const bool isOpen = open();
  (void)isOpen;
  return functions;
}

}  // namespace mamlnb
