// Files from the web, one at a time with libcurl, which is opened with the first of them: it brings
// TLS, HTTP/2 and a dozen other libraries along.
//
// A transfer is pulled, not pushed: each step waits a little, and what came meanwhile is there to be
// taken until the next. So the caller sees to clocks, interrupts and files between two steps, and no
// function of it is called from here.

#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// A request under way. One thread at a time.
typedef struct CCurl CCurl;

// What is asked for. The strings need to last for the call alone.
typedef struct {
  const char *_Null_unspecified url;
  const char *_Null_unspecified agent;  // what the program calls itself
  const char *_Nullable range;          // as `4096-`, to have the rest of a file
  const char *_Nullable condition;      // a line for the head, as `If-Range: "tag"`
  bool refuses_plain;                   // whether a redirect may not lead from https to http
  long connect_milliseconds;            // how long reaching the server may take
} CCurlRequest;

// How a transfer ended, or that it has not.
typedef enum {
  CCurlGoing,
  CCurlDone,        // All that was announced has come.
  CCurlShort,       // The connection ended early.
  CCurlTransient,   // Something that may be over soon: no connection, a timeout, a reset.
  CCurlUntrusted,   // The server's certificate is not to be trusted.
  CCurlFailed,      // Something that will be the same next time.
} CCurlState;

// Loads libcurl. Returns NULL, or why that is impossible.
const char *_Nullable ccurl_load(void);

// Begins a request, for which libcurl must have been loaded; null where there is no memory. Redirects
// are followed, to http and https alone.
CCurl *_Nullable ccurl_start(const CCurlRequest *request);

// Forgets the bytes that were there, waits until there are others, at most so long, and takes them.
CCurlState ccurl_step(CCurl *transfer, int milliseconds);

// The bytes of the file that the last step brought; none of a redirect's.
const void *_Nullable ccurl_bytes(CCurl *transfer, size_t *count);

// The status of the answer, 0 before there is one.
long ccurl_status(CCurl *transfer);

// A line of the answer's head by its name, valid until the next call; null where it has none.
const char *_Nullable ccurl_header(CCurl *transfer, const char *name);

// The seconds that the server asks to wait before the next request; 0 where it does not.
long ccurl_retry_after(CCurl *transfer);

// Why the transfer failed.
const char *ccurl_reason(CCurl *transfer);

void ccurl_end(CCurl *transfer);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
#endif
