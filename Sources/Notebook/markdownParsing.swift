internal import CCMark
internal import Synchronization

/// Held while cmark parses: it notes what its extensions look for in tables that all texts share.
let markdownParsing = Mutex(())

/// Calls `body` with the root of the tree that cmark makes of a text with GitHub's extensions, in which
/// formulas are shielded; the tree ends with the call. Returns nil where cmark makes none.
package func withMarkdownTree<Result: Sendable>(
  of markdown: String, _ body: (OpaquePointer) -> Result
) -> Result? {
  var markdown = MathShield.shielding(markdown)
  return markdown.withUTF8 { bytes in
    unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
      markdownParsing.withLock { _ in
        guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
        defer { unsafe cmark_parser_free(parser) }
        for name in extensions {
          unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        unsafe cmark_parser_feed(parser, characters.baseAddress, characters.count)
        guard let root = unsafe cmark_parser_finish(parser) else { return nil }
        defer { unsafe cmark_node_free(root) }
        return unsafe body(root)
      }
    }
  }
}

/// The extensions' names, once they are known to the parser.
private let extensions: [String] = {
  cmark_gfm_core_extensions_ensure_registered()
  return ["table", "strikethrough", "autolink", "tasklist"]
}()
