function workload()
  local seed, numbers = 7, {}
  for i = 1, 50000 do
    seed = (seed * 1103 + 12345) % 65536
    numbers[i] = seed
  end
  table.sort(numbers, function(a, b) return a > b end)
  return numbers[101] * 3 + numbers[40001]
end
