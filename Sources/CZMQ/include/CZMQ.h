// Messages between processes with libzmq, which is opened with the first context: only the Jupyter
// kernel has any.
//
// A message is a list of parts. Nothing waits but `czmq_wait`: a part that cannot be sent or taken at
// once is asked for again later, so that the caller sees to clocks and interrupts in between.

#ifndef CZMQ_H
#define CZMQ_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// What sockets belong to. Any number of threads.
typedef struct CZMQContext CZMQContext;

// An end of connections. One thread at a time.
typedef struct CZMQSocket CZMQSocket;

// What a socket is for.
typedef enum {
  CZMQRouter,      // Takes requests from many, and answers each by its name, which is its first part.
  CZMQDealer,      // Sends requests to one, and takes the answers.
  CZMQReply,       // Answers each message before the next.
  CZMQRequest,     // Waits for the answer to each message.
  CZMQPublish,     // Sends to all who listen, and takes a message from each who begins or ends to: a
                   // byte 1 or 0, and what its messages are to begin with. Refuses for a while rather
                   // than lose a message.
  CZMQSubscribe,   // Listens to all of it.
} CZMQKind;

// How a call ended.
typedef enum {
  CZMQDone,
  CZMQLater,   // It would have had to wait.
  CZMQEnded,   // The context has been shut down.
  CZMQFailed,  // `czmq_reason` says why.
} CZMQState;

// Loads libzmq. Returns NULL, or why that is impossible.
const char *_Nullable czmq_load(void);

// A context, for which libzmq must have been loaded; null where there is no memory.
CZMQContext *_Nullable czmq_start(void);

// Makes every call on the context's sockets answer CZMQEnded, those that wait among them. Then the
// sockets can only be closed.
void czmq_shut_down(CZMQContext *context);

// Sends what the closed sockets still have to send, as long as they may linger, and frees the context.
void czmq_end(CZMQContext *context);

// A socket; null where there is no memory or the context has been shut down.
CZMQSocket *_Nullable czmq_open(CZMQContext *context, CZMQKind kind);

// Names a dealer, so that a router can answer it.
CZMQState czmq_name(CZMQSocket *socket, const void *bytes, size_t count);

// Waits for others at an address: `tcp://127.0.0.1:5555`, with `*` for any port, or `ipc:///path`.
CZMQState czmq_bind(CZMQSocket *socket, const char *address);

// Goes to an address where another socket waits, or will.
CZMQState czmq_connect(CZMQSocket *socket, const char *address);

// The port that the socket was last bound to; 0 where it has none.
int czmq_port(CZMQSocket *socket);

// Takes the next part of a message. Nothing but a beginning is ever waited for.
CZMQState czmq_receive(CZMQSocket *socket);

// The part that was taken last, valid until the next.
const void *_Nullable czmq_bytes(CZMQSocket *socket, size_t *count);

// Whether the part that was taken last is followed by others of its message.
bool czmq_has_more(CZMQSocket *socket);

// Sends a part; `has_more` where others of its message follow.
CZMQState czmq_send(CZMQSocket *socket, const void *_Nullable bytes, size_t count, bool has_more);

// What tells whoever waits for another thread's socket that it may have something: a descriptor, or -1.
// Only trying to take it makes sure; and where that, or sending, has found out, it is told no more.
int czmq_signal(CZMQSocket *socket);

// Waits until there is something to take, or the descriptor `signal` says so, where that is not -1; at
// most so long, or without end where that is negative. Signals of the system end the wait early. Says
// for each socket whether it has something.
CZMQState czmq_wait(CZMQSocket *_Nonnull const *_Nonnull sockets, bool *ready, size_t count,
                    int signal, long milliseconds);

// Why the last call of this thread failed.
const char *czmq_reason(void);

// Closes the socket. What it has not sent yet may take so long in the background.
void czmq_close(CZMQSocket *socket, int milliseconds);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
#endif
