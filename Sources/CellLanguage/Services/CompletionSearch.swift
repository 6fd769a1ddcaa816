internal import CellChecking
internal import CellSyntax
internal import SwiftSyntax

/// The search for what could stand at a cursor.
struct CompletionSearch {
  let cursor: CursorText
  let place: CursorPlace
  let compiler: Compiler
  let inquiry: Inquiry

  /// Checks a text up to its cursor.
  init(_ cursor: CursorText, _ place: CursorPlace, _ compiler: Compiler) {
    self.cursor = cursor
    self.place = place
    self.compiler = compiler
    let source = SourceText(cursor.text, named: "entry")
    inquiry = Inquiry(source, at: cursor.offset)
    let statements = cursor.statements(source, &compiler.environment.operators)
    compiler.answer(inquiry, statements)
  }

  /// What could stand at the cursor, the likeliest first.
  var candidates: [CompletionList.Candidate] {
    switch place {
    case .nothing, .literal: return []
    case .words(let words): return ranked(words.map(word))
    case .type: return ranked(types)
    case .memberType: return ranked(memberTypes)
    case .member: return ranked(members)
    case .value(let isStatement, let isCase):
      let (labels, allowsValue) = self.labels
      guard allowsValue else { return ranked(labels) }
      return ranked(labels) + ranked(values(isStatement: isStatement, isCase: isCase))
    }
  }

  /// The literal that the name stands for.
  var literal: CompletionList.Literal {
    guard let call = inquiry.call, call.isWhole else {
      return .init(content: cursor.word, function: nil, label: nil, parameter: nil, type: nil)
    }
    let fitting = call.options.lazy.compactMap { option in
      option.activeParameter(call).map { (option, option.signature.parameters[$0]) }
    }
    let texts = fitting.filter { "\($0.1.type)".contains("String") }
    guard let (option, parameter) = texts.first ?? fitting.first else {
      return .init(content: cursor.word, function: nil, label: nil, parameter: nil, type: nil)
    }
    let labels = option.signature.parameters.map { "\($0.label ?? "_"):" }.joined()
    return .init(
      content: cursor.word, function: "\(call.name)(\(labels))", label: parameter.label,
      parameter: parameter.name, type: "\(parameter.type)")
  }
}

// MARK: - What there is

extension CompletionSearch {
  private func word(_ text: String) -> Entry {
    Entry(text: text, detail: "", kind: .keyword, isOwn: false)
  }

  private func entry(_ name: NameEntry) -> Entry {
    Entry(
      text: name.name, detail: name.detail, kind: name.kind, isOwn: name.isOwn, rank: 3,
      type: name.type)
  }

  /// The labels that the next argument of the call around can have, and whether it can have none.
  private var labels: (entries: [Entry], allowsValue: Bool) {
    guard let call = inquiry.call, call.isWhole, call.arguments[call.index].label == nil else {
      return ([], true)
    }
    let later = Set(call.arguments[(call.index + 1)...].compactMap(\.label))
    var entries: [Entry] = []
    var allowsValue = false
    for option in call.options {
      guard let open = option.openParameters(call) else { continue }
      for index in open {
        let parameter = option.signature.parameters[index]
        guard let label = parameter.label, !later.contains(label) else {
          allowsValue = allowsValue || parameter.label == nil
          continue
        }
        let type = compiler.substitute(parameter.type, option.candidate.substitution)
        let isOptional = parameter.defaultValue != nil ? " (optional)" : ""
        entries.append(
          Entry(
            text: label + ":", detail: "\(type)\(isOptional)", kind: .label, isOwn: true,
            rank: entries.count))
      }
    }
    // Where nothing fits, anything may be meant.
    return (entries, allowsValue || entries.isEmpty)
  }

  private func values(isStatement: Bool, isCase: Bool) -> [Entry] {
    let typed = cursor.word
    var entries = inquiry.locals.enumerated().map { index, local in
      var detail = local.type.map { "\(final($0))" } ?? ""
      if let signature = local.signature {
        detail = CallText("", signature, [:], compiler, source: nil).text
      }
      return Entry(
        text: local.name, detail: detail, kind: NameSummary.Kind(local.kind), isOwn: true, rank: 0,
        type: local.type)
    }
    if let type = inquiry.selfType {
      entries.append(Entry(text: "self", detail: "\(type)", kind: .keyword, isOwn: true, rank: 2))
      entries += compiler.memberEntries(of: type, isStatic: false, in: inquiry.context)
        .filter { $0.isOwn || !typed.isEmpty }
        .map { Entry($0, rank: 1) }
    }
    entries += compiler.ownEntries.map(entry)
    if isCase { entries += ["case", "default"].map(word) }
    guard !typed.isEmpty else { return entries }
    entries += libraryEntries { _ in true }
    entries += (isStatement ? Keywords.statements : []).map(word)
    return entries
      + Keywords.values.filter { !isStatement || !Keywords.statements.contains($0) }
      .map(word)
  }

  /// The names of the libraries that begin with the word at the cursor.
  private func libraryEntries(_ isWanted: (NameEntry) -> Bool) -> [Entry] {
    let own = compiler.environment.names
    let names = compiler.library.names + Nominal.standard.keys
    return Set(names).filter {
      $0.first?.isLetter == true && own[$0] == nil && Entry.quality(of: $0, for: cursor.word) != nil
    }.compactMap { name in
      let found = compiler.library.symbols(named: name).first.map { compiler.entry(name, $0) }
      let known =
        found
        ?? Nominal.standard[name].map { _ in
          NameEntry(
            name: name, kind: .type, detail: "struct", declaration: "struct \(name)",
            documentation: StandardDocumentation.text(of: name, in: nil) ?? "")
        }
      return known.flatMap { isWanted($0) ? entry($0) : nil }
    }
  }

  private var types: [Entry] {
    var entries = inquiry.locals.filter { $0.kind == .type }.map {
      Entry(text: $0.name, detail: "", kind: .type, isOwn: true)
    }
    entries += genericNames.map { Entry(text: $0, detail: "", kind: .type, isOwn: true) }
    entries += compiler.ownEntries.filter { $0.kind == .type }.map(entry)
    guard !cursor.word.isEmpty else {
      return entries
        + ["Bool", "Double", "Int", "String"].map {
          Entry(text: $0, detail: "struct", kind: .type, isOwn: false)
        }
    }
    return entries + libraryEntries { $0.kind == .type } + Keywords.types.map(word)
      + ["Any", "Void"].map { Entry(text: $0, detail: "", kind: .type, isOwn: false) }
  }

  /// The generic parameters of the declarations around the cursor.
  private var genericNames: [String] {
    var names: [String] = []
    var next = cursor.token.parent
    while let node = next {
      if let generic = node.asProtocol((any WithGenericParametersSyntax).self) {
        names += generic.genericParameterClause?.parameters.map(\.name.text) ?? []
      }
      next = node.parent
    }
    return names.filter { $0 != Inquiry.marker }
  }

  private var memberTypes: [Entry] {
    guard let node = cursor.token.parent?.as(MemberTypeSyntax.self) else { return [] }
    let reader = SyntaxReader(inquiry.source, maximumDepth: 256)
    let file = FileScope()
    file.names = compiler.environment.names
    let context = LexicalContext(.file(file), parent: nil, source: inquiry.source)
    let base = compiler.resolve(reader.type(node.baseType), in: TypeScope(context: context))
    return compiler.memberEntries(of: base, isStatic: true).filter { $0.kind == .type }
      .map { Entry($0, rank: $0.rank) }
  }

  private var members: [Entry] {
    switch inquiry.finding {
    case .member(let type, let isStatic):
      var entries = compiler.memberEntries(of: type, isStatic: isStatic, in: inquiry.context)
      if isStatic, !compiler.members("init", of: type, isStatic: true).isEmpty {
        entries.removeAll { $0.kind == .initializer }
      }
      return entries.map { Entry($0, rank: $0.rank) }
    case .implicit(let type): return implicitMembers(of: type)
    case .pattern(let type):
      var all = cases(of: type)
      if let wrapped = type.optionalWrapped { all += cases(of: wrapped) }
      return all
    case .name, nil: return []
    }
  }

  private func cases(of type: Type) -> [Entry] {
    compiler.memberEntries(of: type, isStatic: true, in: inquiry.context)
      .filter { $0.kind == .enumerationCase }.map { Entry($0, rank: $0.rank) }
  }

  /// The static members of a type, or of what it wraps, that make a value of it.
  private func implicitMembers(of type: Type) -> [Entry] {
    let own = compiler.memberEntries(of: type, isStatic: true, in: inquiry.context)
      .filter { makes($0.result, type) && $0.kind != .initializer }
      .map { Entry($0, rank: $0.rank) }
    guard let wrapped = type.optionalWrapped else { return own }
    return implicitMembers(of: wrapped) + own
  }

  private func makes(_ result: Type?, _ type: Type) -> Bool {
    guard let result else { return false }
    return result.nominal == type.nominal && result.nominal != nil
      || result.optionalWrapped?.nominal == type.nominal && type.nominal != nil
  }

  private func final(_ type: Type) -> Type {
    type.mapLeaves { leaf in
      if case .variable(let variable) = leaf, variable.binding == nil, variable.literal == nil {
        return .any
      }
      return nil
    }
  }
}
