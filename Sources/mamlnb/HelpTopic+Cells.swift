extension HelpTopic {
  /// The language of cells.
  static let cells = HelpTopic(
    name: "cells", abstract: "the language of cells",
    text: #"""
      A cell is Swift. It is checked as the compiler checks, then interpreted: there
      is nothing to compile, and no toolchain is needed.

      SHOWN  is what 'print' prints, then the value of the last statement if that is
        an expression. A figure is drawn wherever it stands alone.

        let squares = (1...5).map { $0 * $0 }
        squares.reduce(0, +)

      STATE  goes from cell to cell. A later cell may declare a name anew. A cell that
        is run again starts from what the cells before it left.

      IN  are let and var, tuples, patterns, if, guard, switch, for, while, defer,
        functions, closures, optionals, strings, collections, structs, enums,
        classes, protocols, extensions, operators, generics, errors and key paths;
        the standard library's everyday methods; of Foundation the mathematics,
        String(format:), trimming, splitting, searching and replacing with regular
        expressions, JSON, and Date.

      OUT  are async, actors, macros, property wrappers, result builders, pointers,
        and any way to files, processes and the network but through the libraries.
        Each is an error that says so.

      LIBRARIES  need no import: tensors and derivatives, characters and tasks,
        networks and algorithms, training, evaluation, figures.

        gradient(at: Tensor(3)) { x in x * x * x }
        let characters = try loadCharacters(data)
        train(…)  evaluate(…)  plot(…)  show(…)

        At the prompt ':help NAME' says what is known about a name, ':vars' lists
        what has been defined, and Tab completes.

      FAULTS  such as an index out of range, an overflow or a shape that does not fit
        are errors with a place and a call stack; the session goes on. Control-C
        stops a cell and keeps the state. Calls nest 20,000 deep; memory is limited
        by --memory, else to half of the machine's.

      PROGRAMS  are made by 'export', which writes a notebook as Swift for swiftc:

        mamlnb export NAME.mamlnb --to swift
      """#)
}
