#if os(Linux) || os(macOS)
print("known system")
#elseif os(Windows)
print("windows")
#else
print("other")
#endif
#if DEBUG
print("debug")
#endif
#if swift(>=5.9) && !FLAG
func version() -> String { "new" }
#else
func version() -> String { "old" }
#endif
print(version())
#if canImport(Foundation)
import Foundation
#endif
struct S {
  #if compiler(>=6.0)
  let n = 6
  #else
  let n = 5
  #endif
}
func f(_ n: Int) -> String {
  switch n {
  #if os(Windows)
  case 1: return "one"
  #endif
  default: return "many"
  }
}
print(S().n, f(1))
if #available(macOS 10.15, *) { print("available") }
guard #available(iOS 13, *) else { fatalError() }
