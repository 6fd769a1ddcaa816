import Parallelism
import Synchronization
import Tensors
import Testing

@Suite struct ThreadTests {
  @Test func `convolutions on several threads give the same bits`() throws {
    let geometry = try ConvolutionGeometry(
      images: [2, 9, 9, 16], weights: [3, 3, 16, 32], stride: 1, padding: .same)
    let results = Mutex<[[Float]]>([])

    parallelFor(count: 64, threads: 4) { _ in
      let result = DenseArray.convolution(
        random(geometry.images, seed: 1), random(geometry.weights, seed: 2), geometry)
      results.withLock { $0.append(result.scalars) }
    }

    #expect(Set(results.withLock { $0 }).count == 1)
  }
}
