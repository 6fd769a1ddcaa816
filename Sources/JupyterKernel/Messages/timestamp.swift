internal import Glibc

/// The time now, in the form of ISO 8601 with microseconds: `2026-01-31T23:59:59.000001Z`.
func timestamp() -> String {
  var time = timespec()
  unsafe clock_gettime(CLOCK_REALTIME, &time)
  var parts = unsafe tm()
  unsafe gmtime_r(&time.tv_sec, &parts)
  var text = ""
  func add(_ number: Int, digits count: Int, then mark: Unicode.Scalar) {
    var divisor = (1..<count).reduce(1) { power, _ in power * 10 }
    while divisor > 0 {
      text.unicodeScalars.append(Unicode.Scalar(UInt8(48 + number / divisor % 10)))
      divisor /= 10
    }
    text.unicodeScalars.append(mark)
  }
  unsafe add(Int(parts.tm_year) + 1900, digits: 4, then: "-")
  unsafe add(Int(parts.tm_mon) + 1, digits: 2, then: "-")
  unsafe add(Int(parts.tm_mday), digits: 2, then: "T")
  unsafe add(Int(parts.tm_hour), digits: 2, then: ":")
  unsafe add(Int(parts.tm_min), digits: 2, then: ":")
  unsafe add(Int(parts.tm_sec), digits: 2, then: ".")
  add(time.tv_nsec / 1000, digits: 6, then: "Z")
  return text
}
