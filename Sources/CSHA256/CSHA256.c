#include "CSHA256.h"

#include "CSharedLibrary.h"

#include <sha2.h>
#include <stdlib.h>

#define FUNCTIONS(each) each(SHA256Init) each(SHA256Update) each(SHA256Final)

static struct {
  FUNCTIONS(CSHAREDLIBRARY_MEMBER)
} functions;

struct CSHA256 {
  SHA2_CTX context;
};

const char *csha256_load(void) {
  static const char *const names[] = {FUNCTIONS(CSHAREDLIBRARY_NAME)};
  static CSharedLibrary library = CSHAREDLIBRARY("libmd.so.0", names, functions);
  return csharedlibrary_open(&library);
}

CSHA256 *csha256_start(void) {
  CSHA256 *digest = malloc(sizeof *digest);
  if (digest) functions.SHA256Init(&digest->context);
  return digest;
}

void csha256_add(CSHA256 *digest, const void *bytes, size_t count) {
  functions.SHA256Update(&digest->context, bytes, count);
}

void csha256_end(CSHA256 *digest, uint8_t *result) {
  if (result) functions.SHA256Final(result, &digest->context);
  free(digest);
}
