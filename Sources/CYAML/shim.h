// The YAML parser of libyaml. Its functions are not variadic, so Swift needs no shims.
#include <yaml.h>
