-- A call failed: opens the route's breaker when enough did, and says so. Returns the milliseconds it stays open, 0 if closed.
-- KEYS 1 failures of the route (sorted set by time), 2 its breaker (hash: until, passed)
-- ARGV 1 window ms, 2 failures that open, 3 open ms, 4 channel, 5 route, 6 unique name of this failure
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local till = tonumber(redis.call('HGET', KEYS[2], 'until') or '0')
if now < till then
    return till - now
end
if till == 0 then
    redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[1])
    redis.call('ZADD', KEYS[1], now, ARGV[6])
    redis.call('PEXPIRE', KEYS[1], ARGV[1])
    if redis.call('ZCARD', KEYS[1]) < tonumber(ARGV[2]) then
        return 0
    end
end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[2], 'until', string.format('%d', now + ARGV[3]), 'passed', 0)
-- Long enough for a probation; a route that nobody calls is forgotten.
redis.call('PEXPIRE', KEYS[2], ARGV[3] * 10)
redis.call('PUBLISH', ARGV[4], ARGV[3] .. ' ' .. ARGV[5])
return tonumber(ARGV[3])
