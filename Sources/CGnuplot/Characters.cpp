#include "CGnuplot.h"

#include <dlfcn.h>

#include <vector>

namespace {

// The fonts of this machine, by the few functions of fontconfig that it takes. They are found while
// the program runs: gnuplot brings the library along, but nothing brings its headers.
class Fonts {
public:
  Fonts() {
    void *library = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    auto load = function<void *()>(library, "FcInitLoadConfigAndFonts");
    auto newPattern = function<void *()>(library, "FcPatternCreate");
    auto newObjects = function<void *()>(library, "FcObjectSetCreate");
    auto addObject = function<int(void *, const char *)>(library, "FcObjectSetAdd");
    auto list = function<Set *(void *, void *, void *)>(library, "FcFontList");
    auto characters = function<int(void *, const char *, int, void **)>(
        library, "FcPatternGetCharSet");
    contains = function<int(void *, uint32_t)>(library, "FcCharSetHasChar");
    if (!load || !newPattern || !newObjects || !addObject || !list || !characters || !contains) {
      return;
    }
    // Never freed: they are asked as long as the program runs.
    void *objects = newObjects();
    addObject(objects, "charset");
    Set *fonts = list(load(), newPattern(), objects);
    for (int index = 0; fonts && index < fonts->count; ++index) {
      void *set = nullptr;
      if (characters(fonts->fonts[index], "charset", 0, &set) == 0) sets.push_back(set);
    }
  }

  bool have(uint32_t scalar) const {
    for (void *set : sets) {
      if (contains(set, scalar)) return true;
    }
    return sets.empty();
  }

private:
  // The layout of FcFontSet.
  struct Set {
    int count, capacity;
    void **fonts;
  };

  template <typename Signature>
  static Signature *function(void *library, const char *name) {
    return reinterpret_cast<Signature *>(dlsym(library, name));
  }

  int (*contains)(void *, uint32_t) = nullptr;
  std::vector<void *> sets;
};

}  // namespace

bool cgnuplot_can_show(uint32_t scalar) {
  static const Fonts fonts;
  return fonts.have(scalar);
}
