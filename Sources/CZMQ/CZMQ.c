#include "CZMQ.h"

#include "CSharedLibrary.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

#define FUNCTIONS(each)  \
  each(zmq_errno)        \
  each(zmq_strerror)     \
  each(zmq_ctx_new)      \
  each(zmq_ctx_shutdown) \
  each(zmq_ctx_term)     \
  each(zmq_socket)       \
  each(zmq_setsockopt)   \
  each(zmq_getsockopt)   \
  each(zmq_bind)         \
  each(zmq_connect)      \
  each(zmq_close)        \
  each(zmq_msg_init)     \
  each(zmq_msg_recv)     \
  each(zmq_msg_data)     \
  each(zmq_msg_size)     \
  each(zmq_msg_more)     \
  each(zmq_msg_close)    \
  each(zmq_send)         \
  each(zmq_poll)

static struct {
  FUNCTIONS(CSHAREDLIBRARY_MEMBER)
} functions;

struct CZMQSocket {
  void *socket;
  zmq_msg_t part;
};

// Messages that wait for one reader: what is published can be large.
static const int publish_limit = 256;

// The bytes of a part: a larger one is no message of Jupyter's, and its sender is cut off.
static const int64_t size_limit = 1 << 28;

const char *czmq_load(void) {
  static const char *const names[] = {FUNCTIONS(CSHAREDLIBRARY_NAME)};
  static CSharedLibrary library = CSHAREDLIBRARY("libzmq.so.5", names, functions);
  return csharedlibrary_open(&library);
}

CZMQContext *czmq_start(void) { return functions.zmq_ctx_new(); }

void czmq_shut_down(CZMQContext *context) { functions.zmq_ctx_shutdown(context); }

void czmq_end(CZMQContext *context) {
  while (functions.zmq_ctx_term(context) != 0 && functions.zmq_errno() == EINTR) {
  }
}

static CZMQState state(int result) {
  if (result >= 0) return CZMQDone;
  switch (functions.zmq_errno()) {
    // EFSM: a socket that takes turns is not in the right one yet. EHOSTUNREACH: whoever is named has
    // not come yet, or has gone.
    case EAGAIN:
    case EINTR:
    case EFSM:
    case EHOSTUNREACH: return CZMQLater;
    case ETERM: return CZMQEnded;
    default: return CZMQFailed;
  }
}

static int kind_of(CZMQKind kind) {
  switch (kind) {
    case CZMQRouter: return ZMQ_ROUTER;
    case CZMQDealer: return ZMQ_DEALER;
    case CZMQReply: return ZMQ_REP;
    case CZMQRequest: return ZMQ_REQ;
    case CZMQPublish: return ZMQ_XPUB;
    case CZMQSubscribe: return ZMQ_SUB;
  }
}

static bool set(CZMQSocket *socket, int option, int value) {
  return functions.zmq_setsockopt(socket->socket, option, &value, sizeof value) == 0;
}

static bool prepare(CZMQSocket *socket, CZMQKind kind) {
  int64_t limit = size_limit;
  if (!set(socket, ZMQ_IPV6, 1) ||
      functions.zmq_setsockopt(socket->socket, ZMQ_MAXMSGSIZE, &limit, sizeof limit) != 0) {
    return false;
  }
  switch (kind) {
    case CZMQRouter:
      // Answers are as many as there were requests; and somebody who comes back under the old name is
      // the same.
      return set(socket, ZMQ_SNDHWM, 0) && set(socket, ZMQ_ROUTER_HANDOVER, 1) &&
             set(socket, ZMQ_ROUTER_MANDATORY, 1);
    case CZMQPublish:
      return set(socket, ZMQ_SNDHWM, publish_limit) && set(socket, ZMQ_XPUB_NODROP, 1) &&
             set(socket, ZMQ_XPUB_VERBOSE, 1);
    case CZMQSubscribe:
      return functions.zmq_setsockopt(socket->socket, ZMQ_SUBSCRIBE, "", 0) == 0;
    case CZMQDealer:
    case CZMQReply:
    case CZMQRequest: return true;
  }
}

CZMQSocket *czmq_open(CZMQContext *context, CZMQKind kind) {
  CZMQSocket *socket = calloc(1, sizeof *socket);
  if (!socket) return NULL;
  socket->socket = functions.zmq_socket(context, kind_of(kind));
  if (!socket->socket) {
    free(socket);
    return NULL;
  }
  functions.zmq_msg_init(&socket->part);
  if (prepare(socket, kind)) return socket;
  czmq_close(socket, 0);
  return NULL;
}

CZMQState czmq_name(CZMQSocket *socket, const void *bytes, size_t count) {
  return state(functions.zmq_setsockopt(socket->socket, ZMQ_IDENTITY, bytes, count));
}

CZMQState czmq_bind(CZMQSocket *socket, const char *address) {
  return state(functions.zmq_bind(socket->socket, address));
}

CZMQState czmq_connect(CZMQSocket *socket, const char *address) {
  return state(functions.zmq_connect(socket->socket, address));
}

int czmq_port(CZMQSocket *socket) {
  char address[512];
  size_t size = sizeof address;
  if (functions.zmq_getsockopt(socket->socket, ZMQ_LAST_ENDPOINT, address, &size) != 0) return 0;
  const char *colon = strrchr(address, ':');
  return colon ? atoi(colon + 1) : 0;
}

CZMQState czmq_receive(CZMQSocket *socket) {
  return state(functions.zmq_msg_recv(&socket->part, socket->socket, ZMQ_DONTWAIT));
}

const void *czmq_bytes(CZMQSocket *socket, size_t *count) {
  *count = functions.zmq_msg_size(&socket->part);
  return functions.zmq_msg_data(&socket->part);
}

bool czmq_has_more(CZMQSocket *socket) { return functions.zmq_msg_more(&socket->part) != 0; }

CZMQState czmq_send(CZMQSocket *socket, const void *bytes, size_t count, bool has_more) {
  int flags = ZMQ_DONTWAIT | (has_more ? ZMQ_SNDMORE : 0);
  return state(functions.zmq_send(socket->socket, bytes, count, flags));
}

int czmq_signal(CZMQSocket *socket) {
  int descriptor = -1;
  size_t size = sizeof descriptor;
  if (functions.zmq_getsockopt(socket->socket, ZMQ_FD, &descriptor, &size) != 0) return -1;
  return descriptor;
}

CZMQState czmq_wait(CZMQSocket *const *sockets, bool *ready, size_t count, int signal,
                    long milliseconds) {
  enum { limit = 8 };
  zmq_pollitem_t items[limit + 1] = {0};
  if (count > limit) count = limit;
  for (size_t index = 0; index < count; ++index) {
    items[index].socket = sockets[index]->socket;
    items[index].events = ZMQ_POLLIN;
    ready[index] = false;
  }
  int all = (int)count;
  if (signal >= 0) items[all++] = (zmq_pollitem_t){.fd = signal, .events = ZMQ_POLLIN};
  CZMQState result = state(functions.zmq_poll(items, all, milliseconds));
  if (result != CZMQDone) return result;
  for (size_t index = 0; index < count; ++index) ready[index] = items[index].revents != 0;
  return CZMQDone;
}

const char *czmq_reason(void) { return functions.zmq_strerror(functions.zmq_errno()); }

void czmq_close(CZMQSocket *socket, int milliseconds) {
  set(socket, ZMQ_LINGER, milliseconds);
  functions.zmq_msg_close(&socket->part);
  functions.zmq_close(socket->socket);
  free(socket);
}
