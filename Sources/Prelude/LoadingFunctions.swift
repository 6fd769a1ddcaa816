internal import CellLanguage
internal import FewShotData

/// The functions that read or invent characters, as cells see them.
func loadingFunctions(permissions: FilePermissions) -> [HostFunction] {
  [
    HostFunction(
      """
      func loadCharacters(_ source: String = "glyphs", from folder: String? = nil, seed: Int = 0) \
      throws -> CharacterCollection
      """,
      """
      The characters of a name: `"glyphs"`, which are invented from a seed and need no download, \
      or `"omniglot"`, which are read from its archives in `folder`, or else in `$OMNIGLOT`, or \
      else in `data/omniglot`.
      """
    ) { (context: HostContext, source: String, folder: String?, seed: Int) in
      // Who set the variable has named the folder.
      let own = folder == nil ? omniglotFolderOfEnvironment : nil
      // Only told when it takes long enough to be noticed.
      let start = ContinuousClock.now
      defer { context.emit(.progress(nil)) }
      return try FewShotData.loadCharacters(
        source, from: folder, seed: seed, in: permissions.files(readingToo: own),
        progress: { progress in
          guard start.duration(to: .now) > .milliseconds(500) else { return }
          context.emit(
            .progress(
              ProgressReport(
                title: "reading characters", completed: progress.completed,
                total: progress.total)))
        }, interrupt: context.interrupt)
    }
  ]
}
