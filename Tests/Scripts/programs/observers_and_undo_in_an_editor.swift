protocol Observer: AnyObject {
  func documentChanged(_ document: Document)
}

final class Document {
  private(set) var text = "" {
    didSet { if text != oldValue { observers.forEach { $0.documentChanged(self) } } }
  }
  private var observers: [Observer] = []
  private var undoStack: [() -> Void] = []
  private var redoStack: [() -> Void] = []

  func attach(_ observer: Observer) { observers.append(observer) }

  func detach(_ observer: Observer) { observers.removeAll { $0 === observer } }

  private func perform(_ newText: String) {
    let old = text
    undoStack.append { [unowned self] in
      self.redoStack.append { [unowned self] in self.perform(newText) }
      self.text = old
    }
    text = newText
  }

  func insert(_ s: String, at offset: Int? = nil) {
    var copy = text
    let index = text.index(text.startIndex, offsetBy: min(offset ?? text.count, text.count))
    copy.insert(contentsOf: s, at: index)
    redoStack = []
    perform(copy)
  }

  func delete(_ range: Range<Int>) {
    let from = text.index(text.startIndex, offsetBy: range.lowerBound)
    let to = text.index(text.startIndex, offsetBy: range.upperBound)
    var copy = text
    copy.removeSubrange(from..<to)
    redoStack = []
    perform(copy)
  }

  func replaceAll(_ old: Character, with new: String) {
    redoStack = []
    perform(text.map { $0 == old ? new : String($0) }.joined())
  }

  @discardableResult func undo() -> Bool {
    guard let step = undoStack.popLast() else { return false }
    step()
    return true
  }

  @discardableResult func redo() -> Bool {
    guard let step = redoStack.popLast() else { return false }
    step()
    return true
  }
}

final class WordCounter: Observer {
  private(set) var words = 0
  func documentChanged(_ document: Document) {
    words = document.text.split(separator: " ").count
  }
}

final class Logger: Observer {
  private(set) var lines: [String] = []
  func documentChanged(_ document: Document) { lines.append(document.text) }
}

let document = Document()
let counter = WordCounter(), logger = Logger()
document.attach(counter)
document.attach(logger)

document.insert("hello world")
document.insert("big ", at: 6)
document.insert("!")
print(document.text, counter.words)
document.delete(0..<6)
print(document.text, counter.words)
document.undo()
print(document.text, counter.words)
document.undo()
document.undo()
print(document.text, counter.words)
document.redo()
print(document.text)
document.detach(logger)
document.replaceAll("o", with: "00")
print(document.text, document.redo())
while document.undo() {}
print("[\(document.text)]", counter.words, document.undo())
print(logger.lines.count)
logger.lines.forEach { print("-", $0) }
