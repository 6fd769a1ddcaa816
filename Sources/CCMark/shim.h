// The CommonMark parser of GitHub, as Debian packages it. Its functions are not variadic and
// its constants are plain integers, so Swift needs no shims.
#include <cmark-gfm.h>
