local function make_adder(amount) return function(x) return x + amount end end
function workload()
  local add = make_adder(3)
  local total = 0
  for i = 0, 299999 do total = total + add(i) end
  return total
end
