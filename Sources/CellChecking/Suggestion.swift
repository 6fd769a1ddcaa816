internal import Text

extension Compiler {
  /// `; did you mean 'x'?` when a known name is near; else nothing.
  package func suggestion(for name: String, among names: [String]) -> String {
    nearest(to: name, among: names).map(Text.suggestion(of:)) ?? ""
  }
}
