import Tensors
import Testing

@Suite struct PoolingTests {
  @Test(arguments: [
    (Shape([2, 4, 6, 3]), 2, 2), (Shape([1, 7, 7, 65]), 2, 2), (Shape([2, 5, 5, 1]), 3, 1),
    (Shape([1, 7, 5, 2]), 2, 3), (Shape([1, 1, 1, 1]), 1, 1), (Shape([0, 4, 4, 2]), 2, 2),
  ])
  func `a pool picks each window's largest`(images: Shape, window: Int, stride: Int) throws {
    let geometry = try PoolingGeometry(images: images, window: window, stride: stride)
    let x = random(images)
    let oracle = Naive(x)
    let expected = Naive(shape: geometry.result.dimensions) { place in
      indices(of: [window, window]).map { offset in
        oracle[[place[0], place[1] * stride + offset[0], place[2] * stride + offset[1], place[3]]]
      }.max() ?? 0
    }

    #expect(difference(x.gather(x.largestOfWindows(geometry)), expected) == 0)
  }

  @Test(arguments: [
    (Shape([2, 4, 6, 3]), 2, 2), (Shape([1, 7, 7, 65]), 2, 2), (Shape([3, 11, 8, 64]), 3, 3),
    (Shape([2, 5, 5, 1]), 3, 1), (Shape([1, 7, 5, 2]), 2, 3), (Shape([0, 4, 4, 2]), 2, 2),
  ])
  func `what comes back goes to where it was picked`(
    images: Shape, window: Int, stride: Int
  ) throws {
    let geometry = try PoolingGeometry(images: images, window: window, stride: stride)
    let map = random(images).largestOfWindows(geometry)
    let g = random(geometry.result, seed: 2)
    var expected = [Float](repeating: 0, count: images.elementCount)
    for (place, number) in zip(map.scalars, g.scalars) { expected[place] += number }

    #expect(g.scatter(map).scalars == expected)
  }

  @Test func `of equal values the first is picked`() throws {
    let geometry = try PoolingGeometry(images: [1, 2, 2, 1], window: 2, stride: 2)

    #expect(
      DenseArray(repeating: 3, shape: [1, 2, 2, 1]).largestOfWindows(geometry).scalars == [0])
  }

  @Test func `a window that is not a number is picked`() throws {
    let geometry = try PoolingGeometry(images: [1, 2, 2, 1], window: 2, stride: 2)
    let x = DenseArray(shape: [1, 2, 2, 1], scalars: [1, 2, .nan, 3])

    #expect(x.largestOfWindows(geometry).scalars == [2])
  }
}
