import CellLanguage
import Glibc
import Text

func table(_ rows: [[String]]) -> String {
  rows.map { $0.joined(separator: "  ") }.joined(separator: "\n")
}
func wrapped(_ text: String, width: Int) -> String { text }
func durationText(_ duration: Duration) -> String { "\(duration)" }

struct TopicX { var name: String; var names: [NameSummary] }
struct VariableX {
  var name: String; var isConstant: Bool; var type: String; var summary: String?;
  var byteCount: Int?
}
extension CellRunner {
  func topics(in state: CellState) -> [TopicX] { [] }
  func find(_ words: String, in state: CellState) -> [NameSummary] { [] }
  func variables(in state: CellState) -> [VariableX] {
    let own = Set(names(declaredIn: state))
    return names(in: state).filter {
      own.contains($0.name) && ($0.kind == .variable || $0.kind == .constant)
    }.map {
      VariableX(name: $0.name, isConstant: true, type: $0.declaration, summary: nil, byteCount: nil)
    }
  }
  func type(of expression: String, from state: CellState) throws(CellFailure) -> String { "" }
  func names(declaredIn state: CellState) -> [String] {
    let library = Set(names(in: CellState()).map(\.name))
    return names(in: state).map(\.name).filter { !library.contains($0) }
  }
}
extension Prose {
  func rendered(width: Int, isColored: Bool) -> String { rendered(.init(isColored: isColored)) }
}
