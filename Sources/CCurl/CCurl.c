#include "CCurl.h"

#include "CSharedLibrary.h"

// The checks of arguments are macros that take the place of the functions.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define FUNCTIONS(each)          \
  each(curl_global_init)         \
  each(curl_easy_init)           \
  each(curl_easy_setopt)         \
  each(curl_easy_getinfo)        \
  each(curl_easy_header)         \
  each(curl_easy_strerror)       \
  each(curl_easy_cleanup)        \
  each(curl_multi_init)          \
  each(curl_multi_add_handle)    \
  each(curl_multi_remove_handle) \
  each(curl_multi_poll)          \
  each(curl_multi_perform)       \
  each(curl_multi_info_read)     \
  each(curl_multi_cleanup)       \
  each(curl_slist_append)        \
  each(curl_slist_free_all)

static struct {
  FUNCTIONS(CSHAREDLIBRARY_MEMBER)
} functions;

struct CCurl {
  CURL *easy;
  CURLM *multi;
  struct curl_slist *head;
  CURLcode code;
  char *bytes;
  size_t count;
  size_t capacity;
  char problem[CURL_ERROR_SIZE];
};

static pthread_once_t initialized = PTHREAD_ONCE_INIT;

static void initialize(void) { functions.curl_global_init(CURL_GLOBAL_DEFAULT); }

const char *ccurl_load(void) {
  static const char *const names[] = {FUNCTIONS(CSHAREDLIBRARY_NAME)};
  static CSharedLibrary library = CSHAREDLIBRARY("libcurl.so.4", names, functions);
  const char *problem = csharedlibrary_open(&library);
  if (!problem) pthread_once(&initialized, initialize);
  return problem;
}

// Keeps what came, which is not more than libcurl reads in one go.
static size_t keep(char *bytes, size_t size, size_t count, void *context) {
  CCurl *transfer = context;
  count *= size;
  if (transfer->capacity - transfer->count < count) {
    size_t capacity = 2 * (transfer->count + count);
    char *grown = realloc(transfer->bytes, capacity);
    if (!grown) return 0;
    transfer->bytes = grown;
    transfer->capacity = capacity;
  }
  memcpy(transfer->bytes + transfer->count, bytes, count);
  transfer->count += count;
  return count;
}

// The certificates that the environment names, as curl itself looks for them; null for the system's.
static const char *certificates(void) {
  static const char *const variables[] = {"CURL_CA_BUNDLE", "SSL_CERT_FILE"};
  for (size_t index = 0; index < sizeof variables / sizeof *variables; ++index) {
    const char *path = getenv(variables[index]);
    if (path && *path) return path;
  }
  return NULL;
}

// Says what is asked for; false where that is impossible.
static bool describe(CCurl *transfer, const CCurlRequest *request) {
  CURL *easy = transfer->easy;
  const char *bundle = certificates();
  if (request->condition) {
    transfer->head = functions.curl_slist_append(NULL, request->condition);
    if (!transfer->head) return false;
  }
  CURLcode codes[] = {
      functions.curl_easy_setopt(easy, CURLOPT_URL, request->url),
      functions.curl_easy_setopt(easy, CURLOPT_USERAGENT, request->agent),
      functions.curl_easy_setopt(easy, CURLOPT_RANGE, request->range),
      functions.curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->head),
      functions.curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https"),
      functions.curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR,
                                 request->refuses_plain ? "https" : "http,https"),
      functions.curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L),
      functions.curl_easy_setopt(easy, CURLOPT_MAXREDIRS, 10L),
      functions.curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds),
      // Null would mean none at all.
      bundle ? functions.curl_easy_setopt(easy, CURLOPT_CAINFO, bundle) : CURLE_OK,
      functions.curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L),
      // A name that nobody looks up for us must not hold the end of the transfer.
      functions.curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L),
      functions.curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->problem),
      functions.curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, keep),
      functions.curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer),
  };
  for (size_t index = 0; index < sizeof codes / sizeof *codes; ++index) {
    if (codes[index] != CURLE_OK) return false;
  }
  return true;
}

CCurl *ccurl_start(const CCurlRequest *request) {
  CCurl *transfer = calloc(1, sizeof *transfer);
  if (!transfer) return NULL;
  transfer->easy = functions.curl_easy_init();
  transfer->multi = functions.curl_multi_init();
  if (transfer->easy && transfer->multi && describe(transfer, request) &&
      functions.curl_multi_add_handle(transfer->multi, transfer->easy) == CURLM_OK) {
    return transfer;
  }
  ccurl_end(transfer);
  return NULL;
}

static CCurlState state(CURLcode code) {
  switch (code) {
    case CURLE_OK: return CCurlDone;
    case CURLE_PARTIAL_FILE: return CCurlShort;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return CCurlTransient;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE: return CCurlUntrusted;
    default: return CCurlFailed;
  }
}

CCurlState ccurl_step(CCurl *transfer, int milliseconds) {
  transfer->count = 0;
  int running = 0;
  CURLMcode code = functions.curl_multi_poll(transfer->multi, NULL, 0, milliseconds, NULL);
  if (code == CURLM_OK) code = functions.curl_multi_perform(transfer->multi, &running);
  if (code != CURLM_OK) {
    transfer->code = CURLE_OUT_OF_MEMORY;
    return CCurlFailed;
  }
  if (running) return CCurlGoing;
  int left;
  CURLMsg *message = functions.curl_multi_info_read(transfer->multi, &left);
  if (message) transfer->code = message->data.result;
  return state(transfer->code);
}

const void *ccurl_bytes(CCurl *transfer, size_t *count) {
  *count = transfer->count;
  return transfer->bytes;
}

long ccurl_status(CCurl *transfer) {
  long status = 0;
  functions.curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

const char *ccurl_header(CCurl *transfer, const char *name) {
  struct curl_header *header;
  // Of the last answer: redirects have heads of their own.
  CURLHcode code =
      functions.curl_easy_header(transfer->easy, name, 0, CURLH_HEADER, -1, &header);
  return code == CURLHE_OK ? header->value : NULL;
}

long ccurl_retry_after(CCurl *transfer) {
  curl_off_t seconds = 0;
  functions.curl_easy_getinfo(transfer->easy, CURLINFO_RETRY_AFTER, &seconds);
  return (long)seconds;
}

const char *ccurl_reason(CCurl *transfer) {
  return *transfer->problem ? transfer->problem : functions.curl_easy_strerror(transfer->code);
}

void ccurl_end(CCurl *transfer) {
  if (transfer->multi && transfer->easy) {
    functions.curl_multi_remove_handle(transfer->multi, transfer->easy);
  }
  if (transfer->easy) functions.curl_easy_cleanup(transfer->easy);
  if (transfer->multi) functions.curl_multi_cleanup(transfer->multi);
  functions.curl_slist_free_all(transfer->head);
  free(transfer->bytes);
  free(transfer);
}
