-- Says that a gateway is there, and returns how many are.
-- KEYS[1]: the gateways, by when each was there last, in milliseconds of this server's clock.
-- ARGV: this gateway, and after how many milliseconds of silence one counts no longer.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {redis.call('ZCARD', KEYS[1])}
