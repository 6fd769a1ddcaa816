internal import SwiftSyntax

extension SyntaxReader {
  func declaration(_ node: DeclSyntax) -> Declaration {
    nested(node, fallback: .nothing) { declarationWithoutGuard(node) }
  }

  private func declarationWithoutGuard(_ node: DeclSyntax) -> Declaration {
    switch node.as(DeclSyntaxEnum.self) {
    case .variableDecl(let node): return .variable(variable(node))
    case .functionDecl(let node): return .function(function(node))
    case .initializerDecl(let node): return .function(initializer(node))
    case .deinitializerDecl(let node):
      return .function(
        FunctionDeclaration(
          kind: .deinitializer, name: "deinit", body: node.body.map { statements($0.statements) },
          range: range(of: node)))
    case .subscriptDecl(let node): return .subscript(subscriptDeclaration(node))
    case .structDecl(let node):
      return .type(
        type(
          .structure, node.name, node.modifiers, node.attributes,
          generics(node.genericParameterClause, node.genericWhereClause), node.inheritanceClause,
          node.memberBlock, DeclSyntax(node)))
    case .classDecl(let node):
      return .type(
        type(
          .class, node.name, node.modifiers, node.attributes,
          generics(node.genericParameterClause, node.genericWhereClause), node.inheritanceClause,
          node.memberBlock, DeclSyntax(node)))
    case .enumDecl(let node):
      return .type(
        type(
          .enumeration, node.name, node.modifiers, node.attributes,
          generics(node.genericParameterClause, node.genericWhereClause), node.inheritanceClause,
          node.memberBlock, DeclSyntax(node)))
    case .protocolDecl(let node):
      var clause = GenericClause()
      clause.requirements = requirements(node.genericWhereClause)
      let primary = node.primaryAssociatedTypeClause?.primaryAssociatedTypes
      clause.primaryTypes = primary?.map(\.name.name) ?? []
      return .type(
        type(
          .protocol, node.name, node.modifiers, node.attributes, clause, node.inheritanceClause,
          node.memberBlock, DeclSyntax(node)))
    case .extensionDecl(let node):
      var clause = GenericClause()
      clause.requirements = requirements(node.genericWhereClause)
      return .extension(
        ExtensionDeclaration(
          type: type(node.extendedType), inheritance: inheritance(node.inheritanceClause),
          generics: clause, members: members(node.memberBlock), range: range(of: node.extendedType))
      )
    case .typeAliasDecl(let node):
      return .alias(
        AliasDeclaration(
          name: node.name.name,
          generics: generics(node.genericParameterClause, node.genericWhereClause),
          type: type(node.initializer.value), range: range(of: node.name)))
    case .associatedTypeDecl(let node):
      return .associatedType(
        AssociatedTypeDeclaration(
          name: node.name.name, constraints: inheritance(node.inheritanceClause),
          defaultType: node.initializer.map { type($0.value) }))
    case .enumCaseDecl(let node):
      let documentation = documentation(of: node)
      let modifiers = modifiers(node.modifiers, node.attributes)
      return .cases(
        node.elements.map {
          enumCase($0, documentation, isIndirect: modifiers.contains(.isIndirect))
        })
    case .importDecl, .operatorDecl, .precedenceGroupDecl, .missingDecl: return .nothing
    case .actorDecl(let node): unsupported("actors are", node.actorKeyword)
    case .macroDecl, .macroExpansionDecl: unsupported("macros are", node)
    default: unsupported("this declaration is", node)
    }
    return .nothing
  }

  func members(_ block: MemberBlockSyntax) -> [Declaration] {
    members(block.members)
  }

  private func members(_ list: MemberBlockItemListSyntax) -> [Declaration] {
    list.flatMap { item -> [Declaration] in
      guard let conditional = item.decl.as(IfConfigDeclSyntax.self) else {
        return [declaration(item.decl)]
      }
      guard case .decls(let list)? = active(conditional) else { return [] }
      return members(list)
    }
  }

  func inheritance(_ clause: InheritanceClauseSyntax?) -> [TypeNode] {
    clause?.inheritedTypes.map { type($0.type) } ?? []
  }

  private func type(
    _ kind: TypeDeclaration.Kind, _ name: TokenSyntax, _ modifiers: DeclModifierListSyntax,
    _ attributes: AttributeListSyntax, _ generics: GenericClause,
    _ inheritance: InheritanceClauseSyntax?, _ block: MemberBlockSyntax, _ node: DeclSyntax
  ) -> TypeDeclaration {
    refuse(attributes, on: "types")
    return TypeDeclaration(
      kind: kind, name: name.name, modifiers: self.modifiers(modifiers, attributes),
      generics: generics, inheritance: self.inheritance(inheritance), members: members(block),
      documentation: documentation(of: node), range: range(of: name))
  }

  private func enumCase(
    _ node: EnumCaseElementSyntax, _ documentation: String, isIndirect: Bool
  ) -> EnumCaseDeclaration {
    let parameters = (node.parameterClause?.parameters).map { list in
      list.enumerated().map { index, parameter in
        let label = parameter.firstName.flatMap { $0.text == "_" ? nil : $0.name }
        return ParameterNode(
          label: label, name: parameter.secondName?.name ?? label ?? "\(index)",
          type: type(parameter.type),
          defaultValue: parameter.defaultValue.map { expression($0.value) }, isVariadic: false,
          isInout: false, isAutoclosure: false, range: range(of: parameter))
      }
    }
    return EnumCaseDeclaration(
      name: node.name.name, parameters: parameters ?? [],
      hasPayload: !(parameters ?? []).isEmpty, isIndirect: isIndirect,
      rawValue: node.rawValue.map { expression($0.value) }, documentation: documentation,
      range: range(of: node.name))
  }

  func modifiers(_ list: DeclModifierListSyntax, _ attributes: AttributeListSyntax) -> Modifiers {
    var result: Modifiers = []
    for modifier in list {
      switch modifier.name.tokenKind {
      case .keyword(.static), .keyword(.class): result.insert(.isStatic)
      case .keyword(.mutating): result.insert(.isMutating)
      case .keyword(.override): result.insert(.isOverride)
      case .keyword(.lazy): result.insert(.isLazy)
      case .keyword(.weak): result.insert(.isWeak)
      case .keyword(.unowned): result.formUnion([.isWeak, .isUnowned])
      case .keyword(.convenience): result.insert(.isConvenience)
      case .keyword(.indirect): result.insert(.isIndirect)
      case .keyword(.final): result.insert(.isFinal)
      case .keyword(.required): result.insert(.isRequired)
      case .keyword(.private):
        result.insert(modifier.detail == nil ? .isPrivate : .isPrivateSet)
      case .keyword(.prefix): result.insert(.isPrefix)
      case .keyword(.postfix): result.insert(.isPostfix)
      default: break
      }
    }
    for attribute in attributes {
      let name = attribute.as(AttributeSyntax.self)?.attributeName.trimmedDescription
      if name == "discardableResult" { result.insert(.isDiscardable) }
      if name == "_disfavoredOverload" { result.insert(.isDisfavored) }
    }
    return result
  }

  /// Refuses property wrappers, result builders and macros, which look like attributes.
  func refuse(_ attributes: AttributeListSyntax, on what: String) {
    let known: Set = [
      "discardableResult", "escaping", "autoclosure", "inlinable", "inline", "available",
      "frozen", "usableFromInline", "Sendable", "objc", "main", "dynamicMemberLookup",
      "dynamicCallable", "_disfavoredOverload",
      "unchecked", "retroactive", "preconcurrency", "MainActor", "warn_unqualified_access",
    ]
    for attribute in attributes {
      guard let name = attribute.as(AttributeSyntax.self)?.attributeName.trimmedDescription,
        !known.contains(name)
      else { continue }
      if name == "propertyWrapper" {
        unsupported("property wrappers are", attribute)
      } else if name == "resultBuilder" {
        unsupported("result builders are", attribute)
      } else {
        unsupported("the attribute '@\(name)' on \(what) is", attribute)
      }
    }
  }

  /// The documentation comment before a declaration.
  func documentation(of node: some SyntaxProtocol) -> String {
    var lines: [String] = []
    for piece in node.leadingTrivia {
      switch piece {
      case .docLineComment(let text):
        lines.append(String(text.dropFirst(3).drop { $0 == " " }))
      case .docBlockComment(let text):
        lines = text.dropFirst(3).dropLast(2).split(separator: "\n")
          .map { String($0.drop { $0 == " " || $0 == "*" || $0 == "\t" }) }
          .filter { !$0.isEmpty }
      case .newlines(let count) where count > 1: lines = []
      default: break
      }
    }
    return lines.joined(separator: "\n")
  }
}
