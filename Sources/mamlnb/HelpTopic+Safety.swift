extension HelpTopic {
  /// What a notebook can do to the machine.
  static let safety = HelpTopic(
    name: "safety", abstract: "what a notebook may read, write and run",
    text: #"""
      A stranger's notebook is safe to open. The language of cells has no way to
      files, processes, the network or the environment; what reaches the machine
      does so through the libraries, and is held to a few folders.

      READ    the notebook's own folder, data/, checkpoints/, and the folder that
              $OMNIGLOT names
      WRITE   plots/NAME/ and checkpoints/

      Data, checkpoints and plots are in the folder that mamlnb was started in. No
      link and no '..' leads out of what is allowed. More is allowed by name, and the
      error that refuses says which name:

        mamlnb run NAME.mamlnb --allow-read ../measurements
        mamlnb run NAME.mamlnb --allow-write results

      Both may be given more than once, and hold for everything below the folder.

      SHELL CELLS  do not run unless you say so. Read them first: they can do what you
        can.

        mamlnb run NAME.mamlnb --allow-shell

      MEMORY AND TIME  are limited: a cell takes half of the machine's memory at most,
        or what --memory says, in MiB. Control-C stops any cell and keeps the state,
        and the option 'timeout: SECONDS' of a cell does so by itself.

        mamlnb run NAME.mamlnb --memory 500

      TERMINALS  are sent no escape sequence that came out of a notebook.

      To read a notebook before running any of it, step through it: each cell is
      shown, and runs when you press return.

        mamlnb step NAME.mamlnb
      """#)
}
