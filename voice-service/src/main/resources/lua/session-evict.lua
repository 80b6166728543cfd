-- Frees a user's session and lets its connection be closed, wherever it is.
--
-- KEYS[1]  hash of the session: user, connection
-- ARGV[1]  user        ARGV[2]  channel on which connections are told to close: "<reason> <connection>"
-- returns  1 when the user held it, else 0

local held = redis.call('HMGET', KEYS[1], 'user', 'connection')
if held[1] ~= ARGV[1] then
    return 0
end
redis.call('DEL', KEYS[1])
redis.call('PUBLISH', ARGV[2], 'cleaned_up ' .. held[2])
return 1
