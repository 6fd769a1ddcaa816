/// A time in words, however short: `0.4 ms`, `120 ms`, `1.3 s`, `2 min 5 s`.
func durationText(_ duration: Duration) -> String {
  if let long = elapsedTime(duration) { return long }
  let microseconds = max(0, duration / .microseconds(1))
  if microseconds >= 10_000 { return "\(Int((microseconds / 1000).rounded())) ms" }
  let tenths = Int((microseconds / 100).rounded())
  return "\(tenths / 10).\(tenths % 10) ms"
}
