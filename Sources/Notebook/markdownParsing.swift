package import Synchronization

/// Held while cmark parses: it notes what its extensions look for in tables that all texts share.
package let markdownParsing = Mutex(())
