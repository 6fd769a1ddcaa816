// The CommonMark parser of GitHub, as Debian packages it, and its extensions: tables, strikethrough,
// task lists and bare addresses. Its functions are not variadic and its constants are plain integers,
// so Swift needs no shims.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
