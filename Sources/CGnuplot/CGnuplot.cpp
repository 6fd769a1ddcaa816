#include "CGnuplot.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gnuplot-iostream.h>

extern char **environ;

namespace {

// A file descriptor that closes itself.
class Descriptor {
public:
  Descriptor() = default;
  explicit Descriptor(int value) : value(value) {}
  Descriptor(const Descriptor &) = delete;
  Descriptor &operator=(const Descriptor &) = delete;
  Descriptor(Descriptor &&other) noexcept : value(other.release()) {}
  Descriptor &operator=(Descriptor &&other) noexcept {
    std::swap(value, other.value);
    return *this;
  }
  ~Descriptor() {
    if (value >= 0) close(value);
  }

  int get() const { return value; }
  bool isOpen() const { return value >= 0; }
  int release() {
    int released = value;
    value = -1;
    return released;
  }

private:
  int value = -1;
};

// Keeps SIGPIPE from this thread: a write to a dead gnuplot then fails with EPIPE. Blocking it here,
// and taking back the one we caused, leaves the program's own handling of the signal alone.
class WithoutSIGPIPE {
public:
  WithoutSIGPIPE() {
    sigemptyset(&pipeSignal);
    sigaddset(&pipeSignal, SIGPIPE);
    sigset_t pending;
    sigpending(&pending);
    wasPending = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &previous);
  }
  WithoutSIGPIPE(const WithoutSIGPIPE &) = delete;
  WithoutSIGPIPE &operator=(const WithoutSIGPIPE &) = delete;
  ~WithoutSIGPIPE() {
    if (!wasPending) {
      const timespec atOnce = {0, 0};
      while (sigtimedwait(&pipeSignal, nullptr, &atOnce) < 0 && errno == EINTR) {
      }
    }
    pthread_sigmask(SIG_SETMASK, &previous, nullptr);
  }

private:
  sigset_t pipeSignal, previous;
  bool wasPending;
};

// A pointer and a count, as a container that gnuplot-iostream can send.
template <typename Number>
struct Run {
  typedef Number value_type;
  typedef const Number *const_iterator;
  const Number *first;
  size_t count;
  const_iterator begin() const { return first; }
  const_iterator end() const { return first + count; }
};

// Opens gnuplot-iostream's stream on a duplicate of a descriptor; null when that fails.
std::unique_ptr<Gnuplot> openStream(const Descriptor &descriptor) {
  int copy = fcntl(descriptor.get(), F_DUPFD_CLOEXEC, 0);
  if (copy < 0) return nullptr;
  FILE *file = fdopen(copy, "w");
  if (!file) {
    int error = errno;
    close(copy);
    errno = error;
    return nullptr;
  }
  return std::make_unique<Gnuplot>(file);
}

// The environment of the child: ours, in a locale whose decimal mark is the point and whose text is
// UTF-8, and without the variables that change what gnuplot does before our first command. Memory
// that a picture took is kept for the next one: 1.5 of 17 ms for a small picture.
class Environment {
public:
  Environment() {
    for (char **entry = environ; *entry; ++entry) {
      bool isOurs = startsWith(*entry, "LC_") || startsWith(*entry, "LANG") ||
                    startsWith(*entry, "GNUPLOT") || startsWith(*entry, "GNUTERM") ||
                    startsWith(*entry, "FIT_") || startsWith(*entry, "MALLOC_");
      if (!isOurs) entries.push_back(*entry);
    }
    static char locale[] = "LC_ALL=C.UTF-8";
    static char threshold[] = "MALLOC_MMAP_THRESHOLD_=67108864";
    static char trim[] = "MALLOC_TRIM_THRESHOLD_=67108864";
    for (char *entry : {locale, threshold, trim}) entries.push_back(entry);
    entries.push_back(nullptr);
  }

  char **get() { return entries.data(); }

private:
  static bool startsWith(const char *text, const char *prefix) {
    return std::strncmp(text, prefix, std::strlen(prefix)) == 0;
  }

  std::vector<char *> entries;
};

// What posix_spawn is told, freed at the end of the scope.
struct SpawnPlan {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;

  SpawnPlan() {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
  }
  SpawnPlan(const SpawnPlan &) = delete;
  SpawnPlan &operator=(const SpawnPlan &) = delete;
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }

  // A group of its own, no signal blocked and none ignored, whatever our caller does with signals.
  void isolate() {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
};

// Moves a descriptor above those the child will use, so that giving it its place closes no other.
int moveAway(Descriptor &descriptor) {
  int moved = fcntl(descriptor.get(), F_DUPFD_CLOEXEC, 10);
  if (moved < 0) return errno;
  descriptor = Descriptor(moved);
  return 0;
}

int openPipe(Descriptor &reading, Descriptor &writing) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  reading = Descriptor(ends[0]);
  writing = Descriptor(ends[1]);
  int error = moveAway(reading);
  return error ? error : moveAway(writing);
}

int openMemory(Descriptor &file, const char *name) {
  file = Descriptor(memfd_create(name, MFD_CLOEXEC));
  return file.isOpen() ? moveAway(file) : errno;
}

int empty(const Descriptor &file) {
  if (ftruncate(file.get(), 0) != 0 || lseek(file.get(), 0, SEEK_SET) != 0) return errno;
  return 0;
}

}  // namespace

struct CGnuplot {
  pid_t process = -1;
  int status = 0;
  Descriptor input, scriptFile, dataFile, pictureFile;
  Descriptor output[2];
  std::string text[2];
  std::unique_ptr<Gnuplot> commands, script, data;

  int start(const char *executable);

  // Reads what a stream has; false once it has ended.
  bool drain(CGnuplotStream stream) {
    char bytes[4096];
    ssize_t count = read(output[stream].get(), bytes, sizeof bytes);
    if (count < 0) return errno == EINTR || errno == EAGAIN;
    text[stream].append(bytes, static_cast<size_t>(count));
    return count > 0;
  }
};

int CGnuplot::start(const char *executable) {
  Descriptor childInput, childOutput, childErrors;
  int error = openPipe(childInput, input);
  if (!error) error = openPipe(output[CGnuplotReplies], childOutput);
  if (!error) error = openPipe(output[CGnuplotMessages], childErrors);
  if (!error) error = openMemory(scriptFile, "figure-script");
  if (!error) error = openMemory(dataFile, "figure-data");
  if (!error) error = openMemory(pictureFile, "figure-picture");
  if (error) return error;

  SpawnPlan plan;
  plan.isolate();
  const int given[] = {childInput.get(), childOutput.get(), childErrors.get(),
                       scriptFile.get(), dataFile.get(),    pictureFile.get()};
  for (int place = 0; place < 6 && !error; ++place) {
    error = posix_spawn_file_actions_adddup2(&plan.actions, given[place], place);
  }
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(&plan.actions, 6);
  if (error) return error;

  // "-d": no initialisation file of the user's may change what a figure looks like.
  std::string name = executable, option = "-d";
  char *arguments[] = {name.data(), option.data(), nullptr};
  Environment environment;
  error = posix_spawnp(
      &process, executable, &plan.actions, &plan.attributes, arguments, environment.get());
  if (error) return error;

  commands = openStream(input);
  script = openStream(scriptFile);
  data = openStream(dataFile);
  return commands && script && data ? 0 : errno;
}

CGnuplot *cgnuplot_start(const char *executable, int *error) {
  WithoutSIGPIPE guard;
  CGnuplot *gnuplot = nullptr;
  try {
    gnuplot = new CGnuplot;
    *error = gnuplot->start(executable);
    if (!*error) return gnuplot;
  } catch (...) {
    *error = ENOMEM;
  }
  if (gnuplot) cgnuplot_stop(gnuplot);
  return nullptr;
}

// Sends through gnuplot-iostream and says how it went: 0 or an errno value, `unknown` where the
// stream fails without one.
template <typename Action>
static int attempt(std::unique_ptr<Gnuplot> &stream, Action action, int unknown = EIO) {
  WithoutSIGPIPE guard;
  try {
    errno = 0;
    action(*stream);
    stream->flush();
    if (stream->good()) return 0;
  } catch (...) {
  }
  return errno ? errno : unknown;
}

// Appends to one of the memory files and makes sure that all has arrived. Where memory or a limit
// ends, a write is cut short without an errno value.
template <typename Action>
static int append(
    std::unique_ptr<Gnuplot> &stream, const Descriptor &file, size_t count, Action action) {
  off_t end = lseek(file.get(), 0, SEEK_CUR) + static_cast<off_t>(count);
  int error = attempt(stream, action, ENOSPC);
  return error || lseek(file.get(), 0, SEEK_CUR) == end ? error : ENOSPC;
}

int cgnuplot_clear(CGnuplot *gnuplot) {
  int error = empty(gnuplot->scriptFile);
  if (!error) error = empty(gnuplot->dataFile);
  return error ? error : empty(gnuplot->pictureFile);
}

int cgnuplot_write_script(CGnuplot *gnuplot, const char *bytes, size_t count) {
  return append(gnuplot->script, gnuplot->scriptFile, count, [&](Gnuplot &stream) {
    stream.write(bytes, static_cast<std::streamsize>(count));
  });
}

int cgnuplot_write_doubles(CGnuplot *gnuplot, const double *numbers, size_t count) {
  if (count == 0) return 0;
  return append(gnuplot->data, gnuplot->dataFile, count * sizeof *numbers, [&](Gnuplot &stream) {
    stream.sendBinary1d(Run<double>{numbers, count});
  });
}

int cgnuplot_write_bytes(CGnuplot *gnuplot, const uint8_t *bytes, size_t count) {
  if (count == 0) return 0;
  return append(gnuplot->data, gnuplot->dataFile, count, [&](Gnuplot &stream) {
    stream.sendBinary1d(Run<uint8_t>{bytes, count});
  });
}

int cgnuplot_command(CGnuplot *gnuplot, const char *command) {
  return attempt(gnuplot->commands, [&](Gnuplot &stream) { stream << command; });
}

bool cgnuplot_read(CGnuplot *gnuplot, int milliseconds) {
  pollfd waiting[2];
  for (int stream = 0; stream < 2; ++stream) {
    waiting[stream] = {gnuplot->output[stream].get(), POLLIN, 0};
  }
  try {
    // The first wait is for anything at all; then everything that is there is taken in.
    for (int patience = milliseconds; poll(waiting, 2, patience) > 0; patience = 0) {
      for (int stream = 0; stream < 2; ++stream) {
        bool hasMore = waiting[stream].revents == 0 ||
                       gnuplot->drain(static_cast<CGnuplotStream>(stream));
        if (!hasMore) {
          gnuplot->output[stream] = Descriptor();
          waiting[stream].fd = -1;
        }
      }
    }
  } catch (...) {
    // Out of memory for a message: as good as a process that says nothing more.
    return false;
  }
  return gnuplot->output[0].isOpen() || gnuplot->output[1].isOpen();
}

const char *cgnuplot_text(CGnuplot *gnuplot, CGnuplotStream stream, size_t *count) {
  *count = gnuplot->text[stream].size();
  return gnuplot->text[stream].data();
}

void cgnuplot_forget(CGnuplot *gnuplot, CGnuplotStream stream) { gnuplot->text[stream].clear(); }

ssize_t cgnuplot_picture_size(CGnuplot *gnuplot) {
  struct stat status;
  return fstat(gnuplot->pictureFile.get(), &status) == 0 ? status.st_size : -1;
}

int cgnuplot_read_picture(CGnuplot *gnuplot, uint8_t *bytes, size_t count) {
  size_t done = 0;
  while (done < count) {
    ssize_t read = pread(
        gnuplot->pictureFile.get(), bytes + done, count - done, static_cast<off_t>(done));
    if (read < 0 && errno == EINTR) continue;
    if (read < 0) return errno;
    if (read == 0) return EIO;
    done += static_cast<size_t>(read);
  }
  return 0;
}

pid_t cgnuplot_process_id(CGnuplot *gnuplot) { return gnuplot->process; }

bool cgnuplot_has_ended(CGnuplot *gnuplot, int milliseconds, int *status) {
  const timespec pause = {0, 1000000};
  for (int waited = 0; gnuplot->process > 0; ++waited) {
    pid_t found = waitpid(gnuplot->process, &gnuplot->status, WNOHANG);
    if (found == gnuplot->process || (found < 0 && errno != EINTR)) {
      // Its number may soon be another's: it must never be sent a signal.
      gnuplot->process = -1;
    } else if (waited >= milliseconds) {
      return false;
    } else {
      nanosleep(&pause, nullptr);
    }
  }
  *status = gnuplot->status;
  return true;
}

void cgnuplot_stop(CGnuplot *gnuplot) {
  WithoutSIGPIPE guard;
  if (gnuplot->process > 0) {
    kill(gnuplot->process, SIGKILL);
    while (waitpid(gnuplot->process, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  // gnuplot-iostream flushes when it is destroyed: after the kill that can fail, but not block.
  try {
    delete gnuplot;
  } catch (...) {
  }
}
