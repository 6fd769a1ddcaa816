// What is said once for the inner loop by tape and the fused one, such as `DerivativeOrder` and
// `QueryScore`, belongs to this library's surface.
@_exported public import FusedMAML
// `concurrentMap`, which is what one runs one's own tasks with.
@_exported public import Parallelism
