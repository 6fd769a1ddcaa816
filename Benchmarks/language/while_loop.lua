function workload()
  local i, sum = 0, 0
  while i < 2000000 do
    sum = sum + i * 2
    i = i + 1
  end
  return sum
end
