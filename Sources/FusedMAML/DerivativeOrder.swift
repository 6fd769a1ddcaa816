/// How far the outer derivative goes through the inner steps.
public enum DerivativeOrder: String, Sendable, CaseIterable {
  /// The inner gradients are taken for constants: the derivative is the one at the end.
  case first
  /// The exact derivative, with the inner gradients' own: Hessian-vector products through every step.
  case second
}
