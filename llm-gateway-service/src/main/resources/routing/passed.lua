-- A probe succeeded: closes the route's breaker when enough did, and says so. Returns 0 when it is closed, 1 otherwise.
-- KEYS 1 breaker of the route
-- ARGV 1 probes that close, 2 channel, 3 route
local till = tonumber(redis.call('HGET', KEYS[1], 'until') or '0')
if till == 0 then
    return 0
end
local time = redis.call('TIME')
if time[1] * 1000 + math.floor(time[2] / 1000) < till then
    -- Another probe has failed meanwhile and opened it again.
    return 1
end
if redis.call('HINCRBY', KEYS[1], 'passed', 1) < tonumber(ARGV[1]) then
    return 1
end
redis.call('DEL', KEYS[1])
redis.call('PUBLISH', ARGV[2], '0 ' .. ARGV[3])
return 0
