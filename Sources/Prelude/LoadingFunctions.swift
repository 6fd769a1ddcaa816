internal import CellLanguage
internal import FewShotData

/// The functions that read or invent data, and those that write it, as cells see them.
func loadingFunctions(permissions: FilePermissions) -> [HostFunction] {
  [
    HostFunction(
      """
      func loadCharacters(_ source: String = "glyphs", from folder: String? = nil, seed: Int = 0) \
      throws -> ImageCollection
      """,
      """
      The characters of a name: `"glyphs"`, which are invented from a seed and need no download, \
      or `"omniglot"`, which are read from its archives in `folder`, or else in `$OMNIGLOT`, or \
      else in `data/omniglot`.
      """
    ) { (context: HostContext, source: String, folder: String?, seed: Int) in
      // Who set the variable has named the folder.
      let own = folder == nil ? omniglotFolderOfEnvironment : nil
      let reading = ReadingProgress("reading characters", context)
      defer { reading.end() }
      return try FewShotData.loadCharacters(
        source, from: folder, seed: seed, in: permissions.files(readingToo: own),
        progress: reading.report, interrupt: context.interrupt)
    }
  ] + imageLoadingFunctions(permissions: permissions)
    + dataFileFunctions(permissions: permissions)
}
