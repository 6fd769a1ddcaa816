import Allowances
import Synchronization
import Testing

@Suite struct AllowanceTests {
  @Test func `work without an allowance may use all there is`() {
    #expect(!Allowance.isSpent)
    #expect(Allowance.allows(1 << 50))
  }

  @Test func `an interrupt spends it for good`() {
    let wish = Wish()
    let allowance = Allowance(interrupt: { wish.isRaised })
    #expect(!allowance.isSpent)

    wish.set(true)
    #expect(allowance.isSpent)
    wish.set(false)

    #expect(allowance.shortage == .interrupted)
  }

  @Test func `more bytes than are allowed are refused, and spend it`() {
    // Far more than what other tests of the process take meanwhile.
    let allowance = Allowance(memory: 1 << 40)

    #expect(allowance.allows(8 << 20))
    #expect(!allowance.allows(1 << 41))
    #expect(!allowance.allows(16))
    #expect(allowance.shortage == .memory(allowed: 1 << 40))
  }

  @Test func `numbers of bytes beyond all numbers are refused`() {
    #expect(!Allowance(memory: 1 << 30).allows(.max))
  }

  @Test func `small pieces that come to more than is allowed are found`() async {
    await #expect(processExitsWith: .success) {
      let allowance = Allowance(memory: 32 << 20)
      var pieces: [[UInt8]] = []
      for _ in 0..<4096 where allowance.allows(64 << 10) {
        pieces.append([UInt8](repeating: 1, count: 64 << 10))
      }

      #expect(allowance.shortage == .memory(allowed: 32 << 20))
      #expect(pieces.count < 1024)
    }
  }

  @Test func `what a pool keeps for later is not held`() async {
    await #expect(processExitsWith: .success) {
      let before = MemoryUse.now.held
      let kept = [UInt8](repeating: 1, count: 64 << 20)
      MemoryUse.noteKept(kept.count)

      #expect(MemoryUse.now.held - before < 16 << 20)
      #expect(kept[kept.count - 1] == 1)
    }
  }

  @Test func `it is that of the thread that it was given to`() {
    let allowance = Allowance(memory: 1 << 30)
    Allowance.$current.withValue(allowance) {
      #expect(!Allowance.allows(1 << 50))
      #expect(Allowance.isSpent)
    }

    #expect(!Allowance.isSpent)
  }
}

private final class Wish: Sendable {
  private let flag = Atomic(false)
  var isRaised: Bool { flag.load(ordering: .relaxed) }
  func set(_ value: Bool) { flag.store(value, ordering: .relaxed) }
}
