internal import CLibEdit
internal import Glibc

// How libedit is made ready.
extension TerminalEditor {
  /// libedit drops everything but ASCII unless the locale's encoding is UTF-8.
  static func useUTF8() {
    unsafe setlocale(LC_CTYPE, "")
    let encoding = unsafe nl_langinfo(Int32(CODESET)).map { unsafe String(cString: $0) }
    if encoding != "UTF-8" { unsafe setlocale(LC_CTYPE, "C.UTF-8") }
  }

  func configure(settings: String?) {
    unsafe mamlnb_el_set_editor(editor, "emacs")
    unsafe mamlnb_el_set_prompt(editor, { _ in unsafe noPrompt })
    unsafe mamlnb_el_set_reader(
      editor, { unsafe TerminalEditor.owner(of: $0).read(into: $1) })
    // Commands before the user's file: binding a key to a command that libedit does not know corrupts
    // its heap.
    for unsafe(command, function) in unsafe Self.functions {
      unsafe mamlnb_el_add_function(editor, command.name, command.help, function)
    }
    bind(Command.keys + Command.emacsKeys)
    unsafe mamlnb_el_source(editor, settings)
    // A file that chooses vi replaces all keys.
    if isVi {
      bind(Command.keys)
      for (key, command) in Command.viKeys {
        unsafe mamlnb_el_bind_alternative(editor, key, command.name)
      }
      for motion in Command.viMotions {
        let key = "\\" + String(motion.key, radix: 8)
        unsafe mamlnb_el_bind_alternative(editor, key, motion.name)
      }
    } else {
      bind(Command.essentialKeys)
    }
    // Control-C and control-Z come as keys, not as signals, while an entry is edited.
    for setting in ["-isig", "-ixon"] { unsafe mamlnb_el_set_tty(editor, setting) }
    unsafe mamlnb_el_set_step_by_step(editor)
    unsafe mamlnb_el_set_raw(editor, false)
    unsafe mamlnb_el_set_size(editor, "200")
    unsafe mamlnb_el_refresh(editor)
  }

  private func bind(_ keys: [(String, Command)]) {
    for (key, command) in keys { unsafe mamlnb_el_bind(editor, key, command.name) }
  }

  /// The editor that a callback of `editor` belongs to.
  static func owner(of editor: OpaquePointer) -> TerminalEditor {
    guard let data = unsafe mamlnb_el_client_data(editor) else {
      fatalError("a line editor without its owner")
    }
    return unsafe Unmanaged<TerminalEditor>.fromOpaque(data).takeUnretainedValue()
  }

  /// Makes libedit's buffers large enough for so many characters.
  ///
  /// It cuts off what it takes from its history, and `em-copy-prev-word` writes into the buffer of
  /// before when there is no room for the copy.
  func reserveRoom(for count: Int) {
    guard count > room else { return }
    room = 2 * count
    let line = libEditLine
    setLibEdit([Int32](repeating: 0x20, count: room), cursor: room)
    setLibEdit(line.scalars.map { Int32(bitPattern: $0.value) }, cursor: line.cursor)
  }
}

/// The prompt for libedit, which keeps the pointer: none.
private nonisolated(unsafe) let noPrompt: UnsafeMutablePointer<CChar> = {
  let text = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  unsafe text.initialize(to: 0)
  return unsafe text
}()
