internal import Text

/// A notebook of Jupyter: JSON of nbformat 4.5.
///
/// Prose is Markdown cells, a cell is a code cell with its outputs; pictures are base64 in it. What
/// Jupyter has no place for is in `metadata.mamlnb`, so that a notebook that was exported and imported is
/// the same bytes, and one that was edited in between differs where it was edited:
///
/// | in the notebook | here |
/// |---|---|
/// | front matter | `metadata.mamlnb.front_matter`; its title is `metadata.title`, too |
/// | an option line `//| id: a` | `mamlnb.options` of its cell, `["id: a"]` |
/// | `id: a` | the cell's `id`; without it one that is made of the source |
/// | `tags: [a]` | `tags` |
/// | `echo: false`, `eval: false`, `error: true` | `jupyter.source_hidden`, the tags `skip-execution` and `raises-exception` |
/// | a shell cell | a code cell that begins with `%%sh`, and is skipped |
/// | a cell of Swift that begins so | `mamlnb.kind` |
/// | a cell that is written in an unusual way | `mamlnb.text`, its block |
/// | blank lines other than one between two pieces | `mamlnb.before`, and `mamlnb.after` of the notebook |
/// | expressions in prose | their values; the lines that had them are in `mamlnb.values` |
/// | lines that end in CR LF | `mamlnb.line_ending` |
public struct JupyterDocument: Sendable {
  let root: JSONValue

  /// The file.
  public var text: String { root.text }

  init(root: JSONValue) { self.root = root }

  /// The key under which what is ours stands.
  static let key = "mamlnb"
}
