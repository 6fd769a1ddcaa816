import Foundation
print(M_PI, M_E, M_SQRT2, M_LN2, M_PI_2, M_PI_4, M_LN10, M_LOG2E, M_LOG10E, M_1_PI, M_2_PI, M_SQRT1_2, M_2_SQRTPI)
print(String(format: "%d-%@", arguments: [3, "x"]), String(format: "%.2f|%5d|%05.1f|%x", arguments: [3.14159, 42, 2.5, 255]))
let args: [CVarArg] = [1, 2.5]
print(String(format: "%d %g", arguments: args))
print("Crème Brûlée".folding(options: .diacriticInsensitive, locale: nil), "ÀÉÎ".folding(options: [.diacriticInsensitive, .caseInsensitive], locale: .current))
func f(_ format: String, _ a: CVarArg...) -> String { String(format: format, arguments: a) }
print(f("%d/%d", 1, 2))
print("ABC".folding(options: .caseInsensitive, locale: Locale(identifier: "en_US_POSIX")))
