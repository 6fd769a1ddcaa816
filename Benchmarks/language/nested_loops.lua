function workload()
  local size = 300
  local grid = {}
  for i = 0, size - 1 do
    local row = {}
    for j = 0, size - 1 do row[j + 1] = i * j % 7 end
    grid[i + 1] = row
  end
  local total = 0
  for _ = 1, 5 do
    for i = 1, size do
      for j = 1, size do total = total + grid[i][j] end
    end
  end
  return total
end
