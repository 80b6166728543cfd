-- Frees a session, unless another connection holds it by now.
--
-- KEYS[1]  hash of the session: user, connection
-- ARGV[1]  connection
-- returns  1 when it was freed, else 0

if redis.call('HGET', KEYS[1], 'connection') == ARGV[1] then
    return redis.call('DEL', KEYS[1])
end
return 0
