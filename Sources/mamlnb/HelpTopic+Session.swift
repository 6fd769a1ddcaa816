extension HelpTopic {
  /// Stepping, the prompt, going back, stopping, going on another day.
  static let session = HelpTopic(
    name: "session", abstract: "stepping, the prompt, going back, what is kept",
    text: #"""
      'mamlnb' alone is a prompt. 'mamlnb step NAME.mamlnb' shows a notebook cell by
      cell with the same prompt in between, on the notebook's state.

      STEPPING  Return runs the cell that is shown. Whatever else is typed runs at
        once, and is forgotten when the next cell runs: a cell always starts from
        what the cells before it left. ':back' returns to an earlier state, ':goto'
        to any that is known; ':list' shows what became of each cell.

      CHANGES  of the file are noticed. The changed cell and all after it are stale
        then; nothing runs by itself. ':edit' opens a cell in $EDITOR, ':set' gives
        a parameter another value, ':run stale' runs what is stale.

      LOOKING  'NAME?' or ':doc NAME' explains a name, ':find WORD' searches, ':vars'
        lists what is defined, ':type' says a type, ':time' measures. '_' is the last
        value. ':help' lists all commands.

      KEYS  Tab completes and shows the choice. Return runs what is complete and else
        opens a line; Alt-Return opens one anywhere. Up and Down walk through the
        lines and then through the history, by what was typed; Control-R searches it.
        Two blank lines end what is never complete. ~/.editrc chooses vi's keys.

      STOPPING  Control-C stops what runs. What a statement had not finished is as
        before it; a training stops between two iterations, and its variable holds
        the run so far, which 'train(continuing:)' goes on with to the same bits.

      KEPT  are, after every cell, its outputs and what it left, in NAME.out. After a
        closed terminal or a kill, ':resume' in 'step' goes on from there, and

        mamlnb run NAME.mamlnb --resume

        runs only cells that have changed, come after a changed one, or read files
        that have changed; a shell cell counts by its text. ':save FILE' writes what
        was typed as a notebook.
      """#)
}
