func twoPlaces(_ x: Double) -> Double {
  (x * 100).rounded() / 100
}
print(twoPlaces(3.14159), twoPlaces(2.0), twoPlaces(-1.005), twoPlaces(0.999))
