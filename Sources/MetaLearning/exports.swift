// What is said once for the inner loop by tape and the fused one, such as `DerivativeOrder` and
// `QueryScore`, belongs to this library's surface.
@_exported public import FusedMAML
