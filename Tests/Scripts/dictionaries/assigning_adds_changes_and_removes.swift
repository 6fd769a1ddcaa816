var stock = ["apples": 3]
stock["pears"] = 5
stock["apples"] = 4
print(stock["apples"]!, stock["pears"]!, stock.count)
stock["pears"] = nil
print(stock["pears"] as Any, stock.count)
print(stock.removeValue(forKey: "apples") as Any, stock.removeValue(forKey: "figs") as Any)
print(stock.isEmpty, stock)
