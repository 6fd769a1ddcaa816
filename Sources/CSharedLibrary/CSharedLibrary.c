#include "CSharedLibrary.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

// Opens the library and fills the table. Returns whether that worked; the problem is written otherwise.
static bool fill(CSharedLibrary *library) {
  void *handle = dlopen(library->file, RTLD_NOW | RTLD_GLOBAL);
  if (!handle) {
    snprintf(library->problem, sizeof library->problem, "cannot load '%s': %s", library->file,
             dlerror());
    return false;
  }
  for (size_t index = 0; index < library->count; ++index) {
    void *function = dlsym(handle, library->names[index]);
    if (!function) {
      snprintf(library->problem, sizeof library->problem, "'%s' has no function '%s'",
               library->file, library->names[index]);
      return false;
    }
    memcpy((char *)library->table + index * sizeof function, &function, sizeof function);
  }
  return true;
}

const char *csharedlibrary_open(CSharedLibrary *library) {
  // The lock also makes the table visible to threads that did not fill it.
  pthread_mutex_lock(&library->lock);
  if (!library->isOpen) library->isOpen = fill(library);
  bool isOpen = library->isOpen;
  pthread_mutex_unlock(&library->lock);
  return isOpen ? NULL : library->problem;
}
