/// Everything that cells can use without an import.
let standardChunks: [LibraryChunk] =
  OutputChunk.all + ProtocolChunk.all + IntegerChunk.all + FloatingPointChunk.all
  + MathematicsChunk.all + SequenceChunk.all + SequencePartsChunk.all + CollectionChunk.all
  + SliceChunk.all + ArrayChunk.all + RangeChunk.all + StrideChunk.all
  + DictionaryChunk.all + SetChunk.all + OptionSetChunk.all + ValueChunk.all + LazyChunk.all
  + UnfoldChunk.all
  + ErasedChunk.all + DifferenceChunk.all + ReflectionChunk.all
  + DumpChunk.all + RandomChunk.all
  + StringChunk.all + [ScalarPropertiesChunk.chunk] + RegexChunk.all + TextSearchChunk.all
  + JSONChunk.all + FoundationChunk.all
  + CharacterSetChunk.all + AddressChunk.all + DecimalChunk.all
