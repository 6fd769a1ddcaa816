/// What a key does beyond libedit's own commands.
enum Command: String, CaseIterable {
  case enter, newline, interrupt, suspend, endOrDelete, complete, completeBack
  case up, down, left, right, wordLeft, wordRight, lineStart, lineEnd, textStart, textEnd
  case olderEntry, newerEntry, searchOlder, searchAgain
  case deleteLeft, deleteRight, killLine, killLineStart, killWordLeft, killBlankWordLeft
  case killWordRight, yank, yankEarlier, transpose, undo
  case clearScreen, cancel, edit, closeBrace
  // Only among vi's commands.
  case viLineIndentation, viLineEnd, viUp, viDown, viAppend, viInsert, viKillLine
  case viChangeLine, viOpenBelow, viOpenAbove, viDelete, viChange, viChangeWhole, viAdd

  /// The name by which keys are bound to it.
  var name: String {
    var name = "mamlnb"
    for character in rawValue {
      if character.isUppercase { name += "-" }
      name += character.lowercased()
    }
    // `mamlnb` and the name are two words, too.
    return "mamlnb-" + name.dropFirst("mamlnb".count)
  }

  /// What it does, for libedit's list of commands.
  var help: String { "A command of mamlnb" }
}

// MARK: - Keys

extension Command {
  /// Keys with one meaning in emacs's way and in vi's insertion, as libedit writes them.
  static let keys: [(String, Command)] =
    essentialKeys + [
      ("^P", .up), ("^N", .down), ("^A", .lineStart), ("^E", .lineEnd), ("^K", .killLine),
      ("^U", .killLineStart), ("^W", .killBlankWordLeft), ("^Y", .yank), ("^T", .transpose),
      ("^H", .deleteLeft), ("^?", .deleteLeft), ("^L", .clearScreen), ("^R", .searchOlder),
      ("^_", .undo), ("^G", .cancel), ("}", .closeBrace),
    ]

  /// Keys that nobody's settings may take away: without them one could not get out.
  static let essentialKeys: [(String, Command)] = [
    ("^M", .enter), ("^J", .enter), ("^C", .interrupt), ("^Z", .suspend), ("^D", .endOrDelete),
    ("^I", .complete),
  ]

  /// Keys in emacs's way alone; in vi's, escape is a key.
  static let emacsKeys: [(String, Command)] = [
    ("^B", .left), ("^F", .right), ("\\ep", .olderEntry), ("\\en", .newerEntry),
    ("\\eb", .wordLeft), ("\\ef", .wordRight), ("\\ed", .killWordRight),
    ("\\e^H", .killWordLeft), ("\\e^?", .killWordLeft), ("\\ey", .yankEarlier),
    // libedit's own command line cannot be trusted with an empty one.
    ("\\ex", .cancel), ("\\eX", .cancel), ("\\e<", .textStart), ("\\e>", .textEnd), ("^X^E", .edit),
    ("^X^U", .undo),
  ]

  /// Keys among vi's commands.
  ///
  /// libedit's own search of the history writes past its pattern after a line of 1,023 characters, and
  /// its command line reads past an empty one: ours are used instead, or nothing.
  static let viKeys: [(String, Command)] =
    essentialKeys + [
      (":", .cancel), ("/", .searchOlder), ("?", .searchOlder), ("n", .searchAgain),
      ("N", .searchAgain), ("J", .newerEntry), ("K", .olderEntry),
      ("^P", .up), ("^N", .down), ("^L", .clearScreen), ("^R", .searchOlder), ("^G", .cancel),
      ("\\^", .viLineIndentation), ("$", .viLineEnd), ("k", .viUp),
      ("j", .viDown), ("A", .viAppend), ("I", .viInsert), ("D", .viKillLine),
      ("C", .viChangeLine), ("o", .viOpenBelow), ("O", .viOpenAbove), ("v", .edit),
      ("d", .viDelete), ("c", .viChange), ("S", .viChangeWhole), ("a", .viAdd),
    ]

  /// Private keys for those of libedit's own commands that a command here gives way to in the middle of
  /// another, such as `dj`.
  static let viMotions: [(key: UInt32, name: String, command: Command?)] = [
    (0x81, "vi-delete-meta", nil), (0x82, "vi-change-meta", nil), (viColumn, "vi-to-column", nil),
    (0x84, "ed-prev-line", .viUp), (0x85, "ed-next-line", .viDown), (viAddKey, "vi-add", .viAdd),
  ]

  /// The private keys for going to a column, and for inserting behind the cursor.
  static let viColumn: UInt32 = 0x83
  static let viAddKey: UInt32 = 0x86

  /// A key that no command is bound to.
  static let unusedKey: UInt32 = 0x8F

  /// The private keys that begin what waits for a motion.
  static let viOperators: [Command: UInt32] = [.viDelete: 0x81, .viChange: 0x82]

  /// What terminals send for the keys beside the letters, after escape.
  static let sequences: [String: Command] = [
    "[A": .up, "OA": .up, "[B": .down, "OB": .down, "[C": .right, "OC": .right, "[D": .left,
    "OD": .left, "[H": .lineStart, "OH": .lineStart, "[1~": .lineStart, "[7~": .lineStart,
    "[F": .lineEnd, "OF": .lineEnd, "[4~": .lineEnd, "[8~": .lineEnd, "[3~": .deleteRight,
    "[Z": .completeBack, "[1;5C": .wordRight, "[1;5D": .wordLeft, "[1;3C": .wordRight,
    "[1;3D": .wordLeft, "[5C": .wordRight, "[5D": .wordLeft, "[1;5H": .textStart,
    "[1;5F": .textEnd, "[5~": .olderEntry, "[6~": .newerEntry, "[1;5A": .olderEntry,
    "[1;5B": .newerEntry, "[1;3A": .olderEntry, "[1;3B": .newerEntry, "[3;5~": .killWordRight,
    "[3;3~": .killWordRight, "[13;2u": .newline, "[13;3u": .newline, "[27;2;13~": .newline,
    "[27;3;13~": .newline,
  ]
}
