-- Counts one submission in a sender's sliding window, unless the window is full.
--
-- KEYS[1]  sorted set of the submissions that count: member = slot, score = when it was counted (ms, Redis' clock)
-- ARGV[1]  most submissions in a window
-- ARGV[2]  length of the window, ms
-- ARGV[3]  slot: names this submission, so that it can be removed again
-- returns  0 when it was counted, else the milliseconds until the oldest one leaves the window

local key, limit, window, slot = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
if redis.call('ZCARD', key) < limit then
    redis.call('ZADD', key, now, slot)
    redis.call('PEXPIRE', key, window)
    return 0
end

local oldest = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2]
-- A clock that was set back must not lock a sender out for longer than a window.
return math.max(1, math.min(window, oldest + window - now))
