-- Ends a call: its open record goes, its event enters the outbox, both or neither.
-- KEYS 1 open records of the replica, 2 outbox
-- ARGV 1 event id, 2 organization, 3 event, 4 "once" when only the one who finds the open record may write the event
local found = redis.call('HDEL', KEYS[1], ARGV[1])
if ARGV[4] == 'once' and found == 0 then
    return 0
end
redis.call('XADD', KEYS[2], '*', 'id', ARGV[1], 'key', ARGV[2], 'json', ARGV[3])
return 1
