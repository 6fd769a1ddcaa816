#ifndef CSHAREDLIBRARY_H
#define CSHAREDLIBRARY_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// A shared library of the system that is opened when the first of its functions is called, not when
// the program starts: together with what they bring along, those that most runs never call would take
// a quarter of the time to the first output.
//
// A target lists the functions that it calls in a macro, makes the table and the names from that list,
// and calls through the table once `csharedlibrary_open` has answered NULL:
//
//     #define FUNCTIONS(each) each(archive_read_new) each(archive_read_free)
//     static struct { FUNCTIONS(CSHAREDLIBRARY_MEMBER) } functions;
//     static const char *const names[] = {FUNCTIONS(CSHAREDLIBRARY_NAME)};
//     static CSharedLibrary library = CSHAREDLIBRARY("libarchive.so.13", names, functions);
typedef struct {
  const char *_Null_unspecified file;  // what the dynamic loader knows it by
  const char *_Nonnull const *_Null_unspecified names;  // the functions wanted
  void *_Null_unspecified table;  // where their addresses go, in the order of the names
  size_t count;
  pthread_mutex_t lock;
  bool isOpen;
  char problem[256];
} CSharedLibrary;

#define CSHAREDLIBRARY(FILE, NAMES, TABLE)                                            \
  {                                                                                   \
    FILE, NAMES, &(TABLE), sizeof(NAMES) / sizeof *(NAMES), PTHREAD_MUTEX_INITIALIZER, \
        false, ""                                                                     \
  }
#define CSHAREDLIBRARY_MEMBER(FUNCTION) __typeof__(FUNCTION) *FUNCTION;
#define CSHAREDLIBRARY_NAME(FUNCTION) #FUNCTION,

// Opens the library and fills its table, unless that has been done. Returns NULL, or why it cannot be
// done, which stays valid until another thread asks, too. Any number of threads may ask at once.
const char *_Nullable csharedlibrary_open(CSharedLibrary *library);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
#endif
