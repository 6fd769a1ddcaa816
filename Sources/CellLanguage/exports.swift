// What messages are made of, which the reader and the checker of cells make, belongs to this library's
// surface.
@_exported public import struct CellSyntax.CellDiagnostic
@_exported public import struct CellSyntax.SourcePlace
