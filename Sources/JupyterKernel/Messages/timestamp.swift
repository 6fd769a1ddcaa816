internal import Glibc

/// The time now, in the form of ISO 8601 with microseconds: `2026-01-31T23:59:59.000001Z`.
func timestamp() -> String {
  var time = timespec()
  unsafe clock_gettime(CLOCK_REALTIME, &time)
  var parts = unsafe tm()
  unsafe gmtime_r(&time.tv_sec, &parts)
  func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
  let date = [
    unsafe digits(Int(parts.tm_year) + 1900, 4), unsafe digits(Int(parts.tm_mon) + 1, 2),
    unsafe digits(Int(parts.tm_mday), 2),
  ].joined(separator: "-")
  let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map { digits(Int($0), 2) }
    .joined(separator: ":")
  return "\(date)T\(clock).\(digits(time.tv_nsec / 1000, 6))Z"
}
