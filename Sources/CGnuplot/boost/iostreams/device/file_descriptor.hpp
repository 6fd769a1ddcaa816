// What gnuplot-iostream uses of the header of this name in Boost: a sink that writes to a descriptor.
//
// It stands before Boost's on the search path, since that one needs Boost's library, which brings four
// more along; all five would be loaded whenever the program starts, figures or not.
#pragma once

#include <boost/iostreams/categories.hpp>
#include <boost/shared_ptr.hpp>

#include <ios>

#include <unistd.h>

namespace boost {
namespace iostreams {

enum file_descriptor_flags { never_close_handle };

class file_descriptor_sink {
public:
  typedef char char_type;
  typedef sink_tag category;

  // The descriptor stays its owner's to close.
  file_descriptor_sink(int descriptor, file_descriptor_flags) : descriptor(descriptor) {}

  // Writes everything at once, or throws. errno says why, unless the write was cut short.
  std::streamsize write(const char *bytes, std::streamsize count) {
    ssize_t written = ::write(descriptor, bytes, static_cast<size_t>(count));
    if (written != count) throw std::ios_base::failure("failed writing");
    return count;
  }

private:
  int descriptor;
};

}  // namespace iostreams
}  // namespace boost
