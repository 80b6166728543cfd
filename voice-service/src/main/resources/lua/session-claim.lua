-- Makes a connection the holder of a session, unless another user holds it.
--
-- KEYS[1]  hash of the session: user, connection
-- ARGV[1]  user        ARGV[2]  connection        ARGV[3]  lease, ms
-- ARGV[4]  channel on which connections are told to close: "<reason> <connection>"
-- returns  granted | not_yours

local user, connection, lease, channel = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local held = redis.call('HMGET', KEYS[1], 'user', 'connection')

if held[1] and held[1] ~= user then
    return 'not_yours'
end
redis.call('HSET', KEYS[1], 'user', user, 'connection', connection)
redis.call('PEXPIRE', KEYS[1], lease)
if held[2] and held[2] ~= connection then
    redis.call('PUBLISH', channel, 'superseded ' .. held[2])
end
return 'granted'
