internal import CLibEdit
internal import Glibc

/// What a key does beyond libedit's own commands.
@safe struct KeyCommand {
  /// The name by which keys are bound to it.
  let name: String
  /// What it does, for libedit's list of commands.
  let help: String
  /// The keys that do it, as libedit writes them.
  let keys: [String]
  /// Does it, and says how libedit goes on.
  let function: mamlnb_edit_function

  /// Every command of ours.
  static let all = [enter, interrupt, suspend, complete, paste, up, down, closeBrace]

  /// Keys for libedit's own commands; no terminal sends the last five, the commands here push them.
  static let builtIn = [
    ("^R", "em-inc-search-prev"),
    ("\\e[3~", "ed-delete-next-char"),
    ("\\e[H", "ed-move-to-beg"), ("\\e[F", "ed-move-to-end"),
    ("\\eOH", "ed-move-to-beg"), ("\\eOF", "ed-move-to-end"),
    ("\\e[1~", "ed-move-to-beg"), ("\\e[4~", "ed-move-to-end"),
    ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
    ("\\e[1;3C", "em-next-word"), ("\\e[1;3D", "ed-prev-word"),
    (previousLineKey, "ed-prev-line"), (nextLineKey, "ed-next-line"),
    (newlineKey, "ed-newline"),
    (previousEntryKey, "ed-prev-history"), (nextEntryKey, "ed-next-history"),
  ]

  private static let newlineKey = "\\e[9000~"
  private static let previousLineKey = "\\e[9001~"
  private static let nextLineKey = "\\e[9002~"
  private static let previousEntryKey = "\\e[9003~"
  private static let nextEntryKey = "\\e[9004~"
}

// MARK: - The commands

extension KeyCommand {
  private static let enter = unsafe KeyCommand(
    name: "mamlnb-enter", help: "End the entry, or open a line below", keys: ["^M", "^J"]
  ) { pointer, _ in
    let editor = unsafe TerminalEditor.owner(of: pointer)
    let text = editor.text
    let entry = String(decoding: text.bytes, as: UTF8.self)
    let isIncomplete = editor.rules.completeness(entry) == .incomplete
    guard isIncomplete, !text.endsInTwoBlankLines else {
      editor.result = .text(entry)
      editor.push(unescaped(newlineKey))
      return UInt8(CC_NORM)
    }
    editor.insert("\n" + text.indentationOfNextLine)
    editor.pushUnreadLine()
    return UInt8(CC_REFRESH)
  }

  private static let interrupt = unsafe KeyCommand(
    name: "mamlnb-interrupt", help: "Give the entry up", keys: ["^C"]
  ) { pointer, _ in
    let editor = unsafe TerminalEditor.owner(of: pointer)
    editor.result = .interrupted
    editor.moveToEnd()
    editor.insert("^C")
    editor.push(unescaped(newlineKey))
    return UInt8(CC_REFRESH)
  }

  private static let suspend = unsafe KeyCommand(
    name: "mamlnb-suspend", help: "Stop until the shell goes on with the program", keys: ["^Z"]
  ) { _, _ in
    raise(SIGTSTP)
    return UInt8(CC_NORM)
  }

  private static let complete = unsafe KeyCommand(
    name: "mamlnb-complete", help: "Complete the word, or indent", keys: ["^I"]
  ) { pointer, _ in
    let editor = unsafe TerminalEditor.owner(of: pointer)
    let text = editor.text
    if text.isAtIndentation {
      editor.insert("  ")
      return UInt8(CC_REFRESH)
    }
    let completions = editor.rules.completions(
      String(decoding: text.bytes, as: UTF8.self), text.cursor)
    return editor.complete(text, with: completions)
  }

  private static let paste = unsafe KeyCommand(
    name: "mamlnb-paste", help: "Insert what the terminal pastes", keys: ["\\e[200~"]
  ) { pointer, _ in
    let editor = unsafe TerminalEditor.owner(of: pointer)
    var pasted = PastedText()
    while !pasted.isComplete, let character = editor.nextCharacter() {
      pasted.append(character)
    }
    editor.insert(pasted.text)
    return UInt8(CC_REFRESH)
  }

  private static let up = unsafe KeyCommand(
    name: "mamlnb-up", help: "The line above, or the entry before", keys: ["\\e[A", "\\eOA", "^P"]
  ) { pointer, _ in
    let editor = unsafe TerminalEditor.owner(of: pointer)
    editor.push(unescaped(editor.text.isOnFirstLine ? previousEntryKey : previousLineKey))
    return UInt8(CC_NORM)
  }

  private static let down = unsafe KeyCommand(
    name: "mamlnb-down", help: "The line below, or the entry after", keys: ["\\e[B", "\\eOB", "^N"]
  ) { pointer, _ in
    let editor = unsafe TerminalEditor.owner(of: pointer)
    editor.push(unescaped(editor.text.isOnLastLine ? nextEntryKey : nextLineKey))
    return UInt8(CC_NORM)
  }

  private static let closeBrace = unsafe KeyCommand(
    name: "mamlnb-close-brace", help: "Insert a brace one level out", keys: ["}"]
  ) { pointer, _ in
    let editor = unsafe TerminalEditor.owner(of: pointer)
    let text = editor.text
    if text.isAtIndentation, text.beforeCursorOnLine.count >= 2, !text.isOnFirstLine {
      editor.deleteBackward(2)
    }
    editor.insert("}")
    return UInt8(CC_REFRESH)
  }

  /// The characters that a key written for libedit stands for.
  private static func unescaped(_ key: String) -> String {
    "\u{1B}" + key.dropFirst(2)
  }
}

extension TerminalEditor {
  /// Puts in what all candidates share, or lists them.
  fileprivate func complete(_ text: EntryText, with completions: Completions) -> UInt8 {
    let word = completions.replaced
    guard !completions.candidates.isEmpty, word.upperBound == text.cursor,
      word.lowerBound >= 0, word.lowerBound <= word.upperBound
    else { return UInt8(CC_REFRESH_BEEP) }
    let typed = String(decoding: text.bytes[word], as: UTF8.self)
    let shared = completions.sharedPrefix
    if shared.utf8.count > typed.utf8.count
      || (completions.candidates.count == 1 && shared != typed)
    {
      deleteBackward(typed.unicodeScalars.count)
      insert(shared)
      return UInt8(CC_REFRESH)
    }
    guard completions.candidates.count > 1 else { return UInt8(CC_REFRESH_BEEP) }
    writeBelow(completions.columns(width: width))
    return UInt8(CC_NORM)
  }
}
