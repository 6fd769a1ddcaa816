function workload()
  local limit = 300000
  local is_prime = {}
  for i = 0, limit do is_prime[i + 1] = true end
  local count, candidate = 0, 2
  while candidate <= limit do
    if is_prime[candidate + 1] then
      count = count + 1
      local multiple = candidate * 2
      while multiple <= limit do
        is_prime[multiple + 1] = false
        multiple = multiple + candidate
      end
    end
    candidate = candidate + 1
  end
  return count
end
