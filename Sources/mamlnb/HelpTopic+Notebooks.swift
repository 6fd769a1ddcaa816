extension HelpTopic {
  /// The format of the file.
  static let notebooks = HelpTopic(
    name: "notebooks", abstract: "the format of a notebook's file",
    text: #"""
      A notebook is a Markdown file, NAME.mamlnb, of prose and cells:

        ---
        title: Sums
        seed: 7
        data: glyphs
        ---

        # Sums
        Adding *two* numbers.

        ```swift
        //| id: sum
        let a = 1
        a + 1
        ```

      FRONT MATTER  stands at the top between two lines '---'. 'title', 'seed' and
        'data' may be left out; cells see the last two as constants.

      CELLS  are fenced blocks of 'swift' at the left margin. Any other block is
        prose, as is one in a list or a quotation.

      OPTIONS  are lines '//| key: value' above a cell's code:

        id: NAME          what the cell is called; 'cell-N' without it
        eval: false       it is shown, and not run
        echo: false       it is run, and not shown
        error: true       it is expected to fail, and the run goes on
        timeout: SECONDS  it is stopped after that time
        tolerance: 0.01   how far numbers may be apart in 'check --outputs'
        tags: [LABEL]     'parameters' lets --set change what the cell declares,
                          'skip-execution' is 'eval: false'

      PARAMETERS  are lines 'let name = literal' of a cell tagged 'parameters':

        mamlnb run NAME.mamlnb --set way=20 --set seed=3

      VALUES  in the text: `{swift} 100 / way` in a line of prose is shown as what
        the expression is after the cells before it.

      SHELL CELLS  are blocks of 'sh' with '#| eval: true', under --allow-shell.

      OUTPUTS  go to NAME.out beside the notebook, and never into it. All cells are
        checked before the first runs. A run ends with status 0 when all cells ran,
        1 when one failed, 2 when the file is wrong, and 130 when interrupted.

        mamlnb NAME.mamlnb                  run it
        mamlnb run NAME.mamlnb --to data    run it up to the cell 'data'
        mamlnb run NAME.mamlnb --quiet      show what the cells show, and no more
        mamlnb step NAME.mamlnb             read it cell by cell

      PUBLISHING  has the outputs of the last run, and runs nothing:

        mamlnb export NAME.mamlnb --to html  a page; also 'md', 'ipynb', 'swift'
        mamlnb import NAME.ipynb             a notebook of Jupyter
        mamlnb check NAME.mamlnb             what cannot run; see 'check --help'
        mamlnb format NAME.mamlnb            fences and options in one form
        mamlnb new NAME                      a notebook to start from
        mamlnb list FOLDER                   titles, cells and what has run
      """#)
}
