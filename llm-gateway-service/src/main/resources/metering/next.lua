-- The oldest events of the outbox for the replica that relays; the role goes to whoever asks while nobody has it.
-- KEYS 1 role, 2 outbox
-- ARGV 1 replica, 2 lease in milliseconds, 3 most events wanted
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
    return {}
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return redis.call('XRANGE', KEYS[2], '-', '+', 'COUNT', ARGV[3])
