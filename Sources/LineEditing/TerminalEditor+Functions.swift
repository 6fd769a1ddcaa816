internal import CLibEdit

extension TerminalEditor {
  /// Every command as a function for libedit: C knows no closures, so each has one of its own.
  static let functions: [(Command, mamlnb_edit_function)] = unsafe [
    (.enter, { editor, _ in unsafe TerminalEditor.run(.enter, editor) }),
    (.newline, { editor, _ in unsafe TerminalEditor.run(.newline, editor) }),
    (.interrupt, { editor, _ in unsafe TerminalEditor.run(.interrupt, editor) }),
    (.suspend, { editor, _ in unsafe TerminalEditor.run(.suspend, editor) }),
    (.endOrDelete, { editor, _ in unsafe TerminalEditor.run(.endOrDelete, editor) }),
    (.complete, { editor, _ in unsafe TerminalEditor.run(.complete, editor) }),
    (.completeBack, { editor, _ in unsafe TerminalEditor.run(.completeBack, editor) }),
    (.up, { editor, _ in unsafe TerminalEditor.run(.up, editor) }),
    (.down, { editor, _ in unsafe TerminalEditor.run(.down, editor) }),
    (.left, { editor, _ in unsafe TerminalEditor.run(.left, editor) }),
    (.right, { editor, _ in unsafe TerminalEditor.run(.right, editor) }),
    (.wordLeft, { editor, _ in unsafe TerminalEditor.run(.wordLeft, editor) }),
    (.wordRight, { editor, _ in unsafe TerminalEditor.run(.wordRight, editor) }),
    (.lineStart, { editor, _ in unsafe TerminalEditor.run(.lineStart, editor) }),
    (.lineEnd, { editor, _ in unsafe TerminalEditor.run(.lineEnd, editor) }),
    (.textStart, { editor, _ in unsafe TerminalEditor.run(.textStart, editor) }),
    (.textEnd, { editor, _ in unsafe TerminalEditor.run(.textEnd, editor) }),
    (.olderEntry, { editor, _ in unsafe TerminalEditor.run(.olderEntry, editor) }),
    (.newerEntry, { editor, _ in unsafe TerminalEditor.run(.newerEntry, editor) }),
    (.searchOlder, { editor, _ in unsafe TerminalEditor.run(.searchOlder, editor) }),
    (.deleteLeft, { editor, _ in unsafe TerminalEditor.run(.deleteLeft, editor) }),
    (.deleteRight, { editor, _ in unsafe TerminalEditor.run(.deleteRight, editor) }),
    (.killLine, { editor, _ in unsafe TerminalEditor.run(.killLine, editor) }),
    (.killLineStart, { editor, _ in unsafe TerminalEditor.run(.killLineStart, editor) }),
    (.killWordLeft, { editor, _ in unsafe TerminalEditor.run(.killWordLeft, editor) }),
    (.killBlankWordLeft, { editor, _ in unsafe TerminalEditor.run(.killBlankWordLeft, editor) }),
    (.killWordRight, { editor, _ in unsafe TerminalEditor.run(.killWordRight, editor) }),
    (.yank, { editor, _ in unsafe TerminalEditor.run(.yank, editor) }),
    (.yankEarlier, { editor, _ in unsafe TerminalEditor.run(.yankEarlier, editor) }),
    (.transpose, { editor, _ in unsafe TerminalEditor.run(.transpose, editor) }),
    (.undo, { editor, _ in unsafe TerminalEditor.run(.undo, editor) }),
    (.clearScreen, { editor, _ in unsafe TerminalEditor.run(.clearScreen, editor) }),
    (.cancel, { editor, _ in unsafe TerminalEditor.run(.cancel, editor) }),
    (.edit, { editor, _ in unsafe TerminalEditor.run(.edit, editor) }),
    (.closeBrace, { editor, _ in unsafe TerminalEditor.run(.closeBrace, editor) }),
    (.viLineIndentation, { editor, _ in unsafe TerminalEditor.run(.viLineIndentation, editor) }),
    (.viLineEnd, { editor, _ in unsafe TerminalEditor.run(.viLineEnd, editor) }),
    (.viUp, { editor, _ in unsafe TerminalEditor.run(.viUp, editor) }),
    (.viDown, { editor, _ in unsafe TerminalEditor.run(.viDown, editor) }),
    (.viAppend, { editor, _ in unsafe TerminalEditor.run(.viAppend, editor) }),
    (.viInsert, { editor, _ in unsafe TerminalEditor.run(.viInsert, editor) }),
    (.viKillLine, { editor, _ in unsafe TerminalEditor.run(.viKillLine, editor) }),
    (.viChangeLine, { editor, _ in unsafe TerminalEditor.run(.viChangeLine, editor) }),
    (.viOpenBelow, { editor, _ in unsafe TerminalEditor.run(.viOpenBelow, editor) }),
    (.viOpenAbove, { editor, _ in unsafe TerminalEditor.run(.viOpenAbove, editor) }),
  ]

  private static func run(_ command: Command, _ editor: OpaquePointer) -> UInt8 {
    unsafe owner(of: editor).run(command)
  }
}
