/// A time that somebody had to wait, in words; nil up to a second, which needs none.
///
///     elapsedTime(.milliseconds(1340))   → "1.3 s"
///     elapsedTime(.seconds(125))         → "2 min 5 s"
package func elapsedTime(_ duration: Duration) -> String? {
  duration > .seconds(1) ? timeInWords(duration) : nil
}

/// A time as people say it: `3.2 s`, `34 s`, `2 min 5 s`, `1 h 2 min`.
func timeInWords(_ duration: Duration) -> String {
  let tenths =
    duration.components.seconds * 10
    + (duration.components.attoseconds + 50_000_000_000_000_000) / 100_000_000_000_000_000
  if tenths < 100 { return "\(tenths / 10).\(tenths % 10) s" }
  let seconds = (tenths + 5) / 10
  if seconds < 60 { return "\(seconds) s" }
  let minutes = seconds / 60
  return minutes < 60
    ? "\(minutes) min \(seconds % 60) s" : "\(minutes / 60) h \(minutes % 60) min"
}
