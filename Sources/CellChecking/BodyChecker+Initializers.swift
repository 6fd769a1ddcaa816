internal import CellSyntax

extension BodyChecker {
  /// Reports what an initialiser leaves undone: properties that it never speaks of, and the initialiser
  /// of the class above.
  ///
  /// What it sets on some paths only is found when it runs.
  func checkInitializer(_ symbol: FunctionSymbol, _ body: [Statement], _ end: SourceRange) {
    guard symbol.isInitializer, let owner = symbol.owner, !source.isLibrary,
      !symbol.declaration.modifiers.contains(.isConvenience), canFallOff(body)
    else { return }
    let words = Set(identifiers(in: body))
    // `self = …` and `self.init(…)` set everything.
    let text = body.isEmpty ? "" : source.text(in: bodyRange(body))
    guard !text.contains("self.init"), !text.contains("self ="), !words.contains("fatalError")
    else { return }
    let isUnset = compiler.memberTable(of: owner).stored.contains {
      !hasInitialValue($0) && !words.contains($0.name)
    }
    if isUnset {
      report("return from initializer without initializing all stored properties", at: end)
    } else if owner.kind == .class, !text.contains("super.init"), needsSuperInit(owner) {
      report(
        "'super.init' isn't called on all paths before returning from initializer", at: end)
    }
  }

  /// Whether a property has a value without being set.
  func hasInitialValue(_ property: PropertySymbol) -> Bool {
    if property.node.initializer != nil || property.isLazy { return true }
    guard let type = property.node.type, !property.isLet else { return false }
    switch type.kind {
    case .optional, .implicit: return true
    default: return compiler.propertyType(property).isOptional
    }
  }

  private func needsSuperInit(_ owner: Nominal) -> Bool {
    let type = Type.nominal(owner, owner.parameters.map { .parameter($0) })
    guard let parent = compiler.superclass(of: type) else { return false }
    return !initializers(of: parent).contains { candidate in
      signature(of: candidate).parameters.allSatisfy { $0.defaultValue != nil }
    }
  }

  private func identifiers(in body: [Statement]) -> [String] {
    guard !body.isEmpty else { return [] }
    return source.text(in: bodyRange(body)).split { !($0.isLetter || $0.isNumber || $0 == "_") }
      .map(String.init)
  }
}
