enum BankError: Error, CustomStringConvertible {
  case insufficientFunds(needed: Int, available: Int)
  case unknownAccount(String)
  case invalidAmount(Int)

  var description: String {
    switch self {
    case let .insufficientFunds(needed, available): return "needs \(needed), has \(available)"
    case .unknownAccount(let id): return "no account \(id)"
    case .invalidAmount(let amount): return "cannot move \(amount)"
    }
  }
}

protocol Account: AnyObject {
  var id: String { get }
  var balance: Int { get set }
  var limit: Int { get }
  func endOfMonth()
}

extension Account {
  var limit: Int { 0 }

  func deposit(_ amount: Int) throws {
    guard amount > 0 else { throw BankError.invalidAmount(amount) }
    balance += amount
  }

  func withdraw(_ amount: Int) throws {
    guard amount > 0 else { throw BankError.invalidAmount(amount) }
    guard balance + limit >= amount else {
      throw BankError.insufficientFunds(needed: amount, available: balance + limit)
    }
    balance -= amount
  }
}

final class Checking: Account {
  let id: String
  var balance = 0
  let limit: Int
  init(id: String, limit: Int) { self.id = id; self.limit = limit }
  func endOfMonth() { if balance < 0 { balance -= 5 } }
}

final class Savings: Account {
  let id: String
  var balance = 0 { didSet { history.append(balance) } }
  private(set) var history: [Int] = []
  let rate: Double
  init(id: String, rate: Double) { self.id = id; self.rate = rate }
  func endOfMonth() { balance += Int(Double(balance) * rate) }
}

struct Transaction {
  enum Kind { case deposit, withdrawal, transfer(to: String) }
  let account: String, amount: Int, kind: Kind
}

class Bank {
  private var accounts: [String: any Account] = [:]
  private(set) var log: [String] = []

  func open(_ account: any Account) { accounts[account.id] = account }

  private func account(_ id: String) throws -> any Account {
    guard let account = accounts[id] else { throw BankError.unknownAccount(id) }
    return account
  }

  func perform(_ t: Transaction) {
    do {
      let source = try account(t.account)
      switch t.kind {
      case .deposit: try source.deposit(t.amount)
      case .withdrawal: try source.withdraw(t.amount)
      case .transfer(let to):
        let target = try account(to)
        try source.withdraw(t.amount)
        try target.deposit(t.amount)
      }
      log.append("ok \(t.account) \(t.amount)")
    } catch let error as BankError {
      log.append("refused \(t.account): \(error)")
    } catch {
      log.append("?")
    }
  }

  func closeMonth() { accounts.values.forEach { $0.endOfMonth() } }

  func report() {
    for id in accounts.keys.sorted() { print(id, accounts[id]!.balance) }
    print("total", accounts.values.reduce(0) { $0 + $1.balance })
  }
}

let bank = Bank()
let savings = Savings(id: "S1", rate: 0.02)
bank.open(Checking(id: "C1", limit: 100))
bank.open(savings)
for t in [
  Transaction(account: "C1", amount: 500, kind: .deposit),
  Transaction(account: "C1", amount: 300, kind: .transfer(to: "S1")),
  Transaction(account: "C1", amount: 290, kind: .withdrawal),
  Transaction(account: "C1", amount: 50, kind: .withdrawal),
  Transaction(account: "S1", amount: -4, kind: .deposit),
  Transaction(account: "S1", amount: 10, kind: .transfer(to: "S9")),
  Transaction(account: "S1", amount: 100, kind: .withdrawal),
] {
  bank.perform(t)
}
bank.log.forEach { print($0) }
bank.report()
bank.closeMonth()
bank.report()
print(savings.history)
