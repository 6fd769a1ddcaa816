import Foundation
let nf = NumberFormatter(); nf.locale = Locale(identifier: "en_US")
nf.numberStyle = .decimal; nf.maximumFractionDigits = 2
print(nf.string(from: NSNumber(value: 1234567.891))!, nf.string(from: 42)!)
nf.minimumFractionDigits = 2; print(nf.string(from: 5)!)
let p = NumberFormatter(); p.locale = Locale(identifier: "en_US"); p.numberStyle = .percent; print(p.string(from: 0.256)!)
let cf = NumberFormatter(); cf.locale = Locale(identifier: "en_US"); cf.numberStyle = .currency; print(cf.string(from: 1234.5)!)
print(String(format: "%05.2f|%-8@|%+d|%x|%X|%o|%e|%g|%%|%c", 3.14159, "ab", 5, 255, 255, 8, 12345.678, 0.0001, 65))
print(String(format: "%08d %.3e %lld %5d|%-5d|", -42, 0.00012, 1 << 40, 7, 7))
print(Decimal(string: "1.10")! + Decimal(2), Decimal(0.1) * 3, Decimal(10) / 4, Decimal(5) > Decimal(3))
var dec = Decimal(string: "123.456")!; var r = Decimal(); NSDecimalRound(&r, &dec, 2, .plain); print(r)
print((1234.5).formatted(), 1234567.formatted(), 0.5.rounded(), Double(7).squareRoot())
print(NSNumber(value: 3).intValue, NSNumber(value: 2.5).doubleValue, UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F")!, UUID().uuidString.count, UUID(uuidString: "x") == nil)
