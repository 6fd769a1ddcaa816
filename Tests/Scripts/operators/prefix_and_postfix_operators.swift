prefix operator √
prefix func √ (x: Double) -> Double { x.squareRoot() }
postfix operator %
postfix func % (x: Double) -> Double { x / 100 }
print(√16, √2 * √2 > 1.99, 50%, 200 * 15%)
