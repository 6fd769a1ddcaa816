import Autodiff
import MetaLearning
import Tensors

/// Tasks of noise, so that drawing them costs as little as it costs the peer.
struct RandomEpisodes: EpisodeSource {
  let way, shot, queries: Int
  let image: (side: Int, channels: Int)

  /// Returns the task of a number.
  func episode(_ index: Int) -> Episode {
    var generator = SplitMix(state: UInt64(index) &* 0x9E37_79B9)
    return Episode(
      support: examples(perClass: shot, using: &generator),
      query: examples(perClass: queries, using: &generator))
  }

  private func examples(perClass: Int, using generator: inout SplitMix) -> Examples {
    let count = way * perClass
    return Examples(
      inputs: Tensor(
        shape: [count, image.side, image.side, image.channels],
        scalars: (0..<count * image.side * image.side * image.channels).map { _ in
          generator.next()
        }),
      labels: (0..<count).map { $0 / perClass })
  }
}

/// Steele, Lea and Flood's generator (2014), of numbers from 0 to 1.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> Float {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Float((bits ^ (bits >> 31)) >> 40) / Float(1 << 24)
  }
}
