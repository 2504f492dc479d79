-- Takes one request from each bucket, or from none where one is empty (Standing.java has the arithmetic).
-- KEYS: each holds when its bucket is back at the steady rate, in microseconds of this server's clock.
-- ARGV: of each bucket the interval in microseconds, and the burst.
-- Returns 1 or 0 for granted, then how far ahead of the steady rate each bucket is now, in microseconds.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local granted = 1
local ahead = {}
for i = 1, #KEYS do
  local interval = tonumber(ARGV[2 * i - 1])
  local burst = tonumber(ARGV[2 * i])
  local due = tonumber(redis.call('GET', KEYS[i]) or now) or now
  ahead[i] = math.min(math.max(due - now, 0), interval * burst)
  if ahead[i] > interval * (burst - 1) then
    granted = 0
  end
end
if granted == 1 then
  for i = 1, #KEYS do
    ahead[i] = ahead[i] + ARGV[2 * i - 1]
    -- A plain number would be written with too few digits.
    local due = string.format('%.0f', now + ahead[i])
    redis.call('SET', KEYS[i], due, 'PX', string.format('%.0f', math.ceil(ahead[i] / 1000)))
  end
end
return {granted, unpack(ahead)}
