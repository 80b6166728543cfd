-- Keeps a connection the holder of a session; a session that was forgotten is held again.
--
-- KEYS[1]  hash of the session: user, connection
-- ARGV[1]  user        ARGV[2]  connection        ARGV[3]  lease, ms
-- returns  granted | superseded | not_yours

local user, connection, lease = ARGV[1], ARGV[2], ARGV[3]
local held = redis.call('HMGET', KEYS[1], 'user', 'connection')

if held[1] and held[1] ~= user then
    return 'not_yours'
end
if held[2] and held[2] ~= connection then
    return 'superseded'
end
redis.call('HSET', KEYS[1], 'user', user, 'connection', connection)
redis.call('PEXPIRE', KEYS[1], lease)
return 'granted'
