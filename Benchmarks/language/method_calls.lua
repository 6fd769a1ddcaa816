local Point = {}
Point.__index = Point
function Point:moved(distance) return self.x + self.y * distance end
function workload()
  local point = setmetatable({ x = 3, y = 4 }, Point)
  local total = 0
  for i = 0, 299999 do total = total + point:moved(i % 10) end
  return total
end
