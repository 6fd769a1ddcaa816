func makeAccount() -> (deposit: (Int) -> Void, balance: () -> Int) {
  var balance = 0
  return ({ balance += $0 }, { balance })
}
let account = makeAccount()
account.deposit(50)
account.deposit(25)
print(account.balance())
let other = makeAccount()
print(other.balance())
