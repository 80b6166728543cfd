-- One exchange between a replica and the ledger of one quota scope.
--
-- Redis does not queue requests. It remembers, per scope, what the provider will count (a ring of time buckets), how fast
-- calls may follow each other (two pacing clocks), and per replica what it holds and who waits there. A replica reports all
-- of that in one call and gets back dated slots ("now", "in 37 ms") for its callers.
--
-- Reports are absolute (held, reserved, totals since the session began) and numbered, so a lost reply, a lost write, a
-- replay or an emptied Redis is repaired by the next report. All times are microseconds of the ledger's own clock.
--
-- KEYS carry one hash tag and the version of this layout. Releases whose scripts keep the layout share the ledger; a release
-- that changes it must go on speaking the old layout until no replica of the old release is left.

local KEY_STATE, KEY_RING, KEY_DAY, KEY_MEMBERS, KEY_TAGS, CHANNEL = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]

local INFINITE = 1e15
local SECOND = 1e6
local BUCKET = 100000             -- width of a ring bucket
local DAY_BUCKET = 600 * SECOND   -- width of a bucket of the daily ring
local DAY = 86400 * SECOND
local JUMP = 0.4 * SECOND         -- a clock that moves this much further than stopwatches do has been set
local LULL = 2 * SECOND           -- nobody called for so long
local SILENCE = SECOND            -- a member this long overdue may be cut off and living on its local share
local REOPENING = 5 * SECOND      -- after an outage connections are not yet back, which does not mean that anybody is dead
local SETTLING = 1.5 * SECOND     -- how long everybody is given to report after an outage or a loss
local COLD = 0.25                 -- the rate begins at this share when it has to rise slowly
local REST = 60 * SECOND          -- a limit lowered by a rejection stays lowered this long, ...
local CLIMB = 100 * SECOND        -- ... then climbs back in this time
local LATENESS = 10000            -- a slot may wait this long for a replica that is about to come anyway
local LATELY = 64                  -- calls over which shares are averaged
local NEXT_TURNS = 3               -- turns that are told to the replicas they belong to
local OVERDUE = 60000             -- grace for a replica that promised when it would be back
local MEMORY = 180 * SECOND       -- what the ring and the members outlive their last use

local max, min, floor, ceil = math.max, math.min, math.floor, math.ceil
local unpack = unpack

---------------------------------------------------------------------------------------------------------------------------
-- 1. What the replica says
---------------------------------------------------------------------------------------------------------------------------

local cursor = 0
local function text()
  cursor = cursor + 1
  return ARGV[cursor]
end
local function number()
  return tonumber(text())
end
local function list(read)
  local items = {}
  for i = 1, number() do items[i] = read() end
  return items
end

local given_now = text()          -- empty in production; tests drive the clock through it
local session = text()            -- a new one for every process
local sequence = number()         -- grows with every call of the session
local sent = {}                   -- the replica's own time since it sent earlier calls: the last one answered and any after it
for _ = 1, number() do
  local earlier = number()
  sent[earlier] = number()
end
local known = number()            -- the ledger generation it has seen last, 0 when none
local rejoined = number() == 1    -- it lost the ledger in between: connection broken, call timed out
local leaving = number() == 1     -- it shuts down: it holds nothing, wants nothing and will not come back
local peers = number()            -- replicas it last knew to be alive, itself included

-- The limits as this replica's configuration has them; 0 means no such limit.
local LIMITS = {
  'version',       -- the ledger follows the highest it has seen
  'requests',      -- in any window
  'tokens',        -- in any window
  'day_requests', 'day_tokens',
  'concurrency',   -- calls in flight
  'window',        -- the provider's minute plus the guard
  'spacing',       -- between two calls at full rate
  'burst',         -- calls that may go at once after an idle time
  'token_spacing', -- of one token at full rate
  'token_burst',   -- how far the token clock may run ahead of time
  'at_start',      -- 1: tokens are charged when the call starts and never given back
  'lead',          -- how far ahead slots are booked for the first class
  'low_lead',      -- and for the others, which may be overtaken until then
  'floor2', 'floor3', -- share of the slots that the second and third class keep while they have work
  'cool_down',     -- after a rejection that states no delay
  'local_share',   -- part of its even share that a replica spends by itself when it is cut off
  'ramp',          -- how long the rate takes to rise after an idle time or a rejected burst
}
local offered = {}
for _, name in ipairs(LIMITS) do offered[name] = number() end

local lease = number()            -- what a silent replica holds is free after this time
local promise = number()          -- it will call again within this time at the latest
local held = number()             -- permits it holds now
local reserved = number()         -- tokens set aside for them
local received = number()         -- slots received since the session began
local settled = number()          -- tokens spent for good since the session began

local function spending() return { at = number(), requests = number(), tokens = number() } end
local returned = list(spending)   -- slots that were never used, by their time; told once, so that none goes back twice
local unknown = list(spending)    -- calls this ledger does not know, by age: made without it, or before it was lost
local rejections = list(function() return { limit = text(), delay = number() } end)
local groups = list(function()    -- who waits there: one entry per class and organization
  return { class = number(), tenant = text(), weight = number(), count = number(), waited = number(), cost = number() }
end)

---------------------------------------------------------------------------------------------------------------------------
-- 2. What the ledger remembers
---------------------------------------------------------------------------------------------------------------------------

local STATE = {
  'generation',            -- when this ledger came into being; tells a replica that an older one was lost
  'last',                  -- time of the last exchange
  'offset',                -- ledger clock minus Redis clock
  'next', 'token_next',    -- pacing clocks: when the next call, the next token is due if the rate is used evenly
  'expired',               -- last bucket that has left the window
  'used', 'tokens_used',   -- sum of the ring
  'day_expired', 'day_used', 'day_tokens_used',
  'cool_until',            -- the provider asked everybody to stay away until then
  'share', 'share_at',     -- lowered request limit as a share of the configured one, and since when
  'token_share', 'token_share_at',
  'slot_share', 'slot_share_at', -- the same of the concurrency limit
  'stretch', 'stretched_at',     -- how much wider calls are spaced after rejections by the second, and since when
  'virtual1', 'virtual2', 'virtual3', -- virtual time per class (start-time fair queueing)
  'credit2', 'credit3',    -- slots that the floors owe the lower classes
  'granted_at',            -- when the last call was granted
  'latest',                -- the turn that was granted last
  'taken1', 'taken2',      -- shares of the first two classes in the calls granted lately
  'ramp_at',               -- when the rate began to rise
  'barrier',               -- nothing is granted until then, because somebody may hold what is not known here
  'rejoin',                -- when the barrier went up; it falls early once all members have reported since
  'expected', 'expected_until', -- replicas that should be there after a loss
  'put_off',               -- calls of strangers sent away while the clock was in doubt
}
for _, name in ipairs(LIMITS) do STATE[#STATE + 1] = name end
local STATE_FORMAT = '>' .. string.rep('d', #STATE)

-- A member: what every exchange needs of everybody, and behind it the callers that are first in its line, read when wanted.
local MEMBER_FORMAT = '>' .. string.rep('d', 12)
local FIRST_FORMAT = '>' .. string.rep('ddds', 3)
local FIRST_OFFSET = 8 * 12 + 1
local WAITING = { 'waiting1', 'waiting2', 'waiting3' } -- callers in line per class

local function read_member(packed)
  local expires, sequence, left, received, settled, held, reserved, seen, due, waiting1, waiting2, waiting3 =
    struct.unpack(MEMBER_FORMAT, packed)
  return {
    expires = expires, sequence = sequence, left = left, received = received, settled = settled, held = held,
    reserved = reserved,
    seen = seen,           -- when it spoke last
    due = due,             -- when it promised to be back at the latest
    waiting1 = waiting1, waiting2 = waiting2, waiting3 = waiting3,
    firsts = string.sub(packed, FIRST_OFFSET),
  }
end

local function write_member(id, member)
  local packed = struct.pack(MEMBER_FORMAT, member.expires, member.sequence, member.left, member.received, member.settled,
    member.held, member.reserved, member.seen, member.due, member.waiting1, member.waiting2, member.waiting3)
  redis.call('HSET', KEY_MEMBERS, id, packed .. member.firsts)
end

-- The first caller of a class: when it joined the line, the tokens it needs, and the weight and name of its organization.
local function read_first(member, class)
  local values = { struct.unpack(FIRST_FORMAT, member.firsts) }
  local at = 4 * (class - 1)
  return { since = values[at + 1], cost = values[at + 2], weight = values[at + 3], tenant = values[at + 4] }
end

local clock = given_now
if clock == '' then
  local time = redis.call('TIME')
  clock = time[1] * SECOND + time[2]
else
  clock = tonumber(clock)
end

local state
local packed_state = redis.call('GET', KEY_STATE)
local created = not packed_state or #packed_state ~= 8 * #STATE
if created then
  state = {}
  for _, name in ipairs(STATE) do state[name] = 0 end
  for _, name in ipairs(LIMITS) do state[name] = offered[name] end
  state.generation, state.last = clock, clock
  state.share, state.token_share, state.slot_share = 1, 1, 1
  state.expired = floor((clock - state.window) / BUCKET) - 1
  state.day_expired = floor((clock - DAY) / DAY_BUCKET) - 1
else
  local values = { struct.unpack(STATE_FORMAT, packed_state) }
  state = {}
  for i, name in ipairs(STATE) do state[name] = values[i] end
end

local members = {}
do
  local flat = redis.call('HGETALL', KEY_MEMBERS)
  for i = 1, #flat, 2 do members[flat[i]] = read_member(flat[i + 1]) end
end
local me = members[session]
if me and sequence <= me.sequence then return { 'stale' } end -- a replay, or overtaken by a later call

---------------------------------------------------------------------------------------------------------------------------
-- 3. Time
---------------------------------------------------------------------------------------------------------------------------

local function save_state()
  local values = {}
  for i, name in ipairs(STATE) do values[i] = state[name] end
  redis.call('SET', KEY_STATE, struct.pack(STATE_FORMAT, unpack(values)), 'PX', 25 * 3600 * 1000)
end

local now = clock + state.offset
if now < state.last then -- the clock went back (failover, operator): stand still rather than open the window again
  state.offset = state.offset + state.last - now
  now = state.last
end
local gap = now - state.last
local since = me and sent[me.sequence] -- by the replica's own stopwatch
if since then -- what the clock went forward beyond that did not happen
  local jump = min(now - me.seen - since, gap)
  if jump > JUMP then
    state.offset = state.offset - jump
    now = now - jump
    gap = gap - jump
  end
elseif gap > LULL then
  -- Everybody is late: outage or jump? A stranger cannot tell, a member with a stopwatch can, and one is about to come.
  local overdue = false
  for _, other in pairs(members) do overdue = overdue or (other.expires > state.last and other.due + OVERDUE < now) end
  if overdue and state.put_off < 30 then
    state.put_off = state.put_off + 1
    save_state()
    return { 'later', 50000 }
  end
end
state.put_off = 0

---------------------------------------------------------------------------------------------------------------------------
-- 4. Who is there, and barriers: after a loss or an outage nothing is granted until everybody has told what it sent and holds
---------------------------------------------------------------------------------------------------------------------------

local woken = 0
-- Asks a replica to call after a delay, sooner or later than it would by itself.
local function wake(id, delay)
  woken = woken + 1
  redis.call('SPUBLISH', CHANNEL .. ':' .. id, string.format('%d', delay))
end

local function raise_barrier(again)
  if now < state.barrier and not again then return end
  state.barrier, state.rejoin = now + SETTLING, now
  for id in pairs(members) do
    if id ~= session then wake(id, 0) end
  end
end

if created then
  state.expected, state.expected_until = peers, now + REST
  raise_barrier()
end
if rejoined then
  local stood_still = since and since - (now - me.seen) > JUMP -- the clock went back during an outage and hides its length
  raise_barrier(stood_still and me.seen >= state.rejoin)
end

if known ~= 0 and known ~= state.generation then -- what this replica sent is not in this ledger; it has to tell first
  state.last = now
  save_state()
  return { 'restore', state.generation }
end

local outage = gap > SILENCE and not (me and now <= me.due + SILENCE) -- nobody was here who should have been
local live, rank, silent, reported = 1, 0, 0, true
local others_held, others_reserved, lost_tokens = 0, 0, 0
for id, other in pairs(members) do
  if id == session then
    -- it speaks for itself
  elseif other.expires + REST < now then
    redis.call('HDEL', KEY_MEMBERS, id)
    members[id] = nil
  else
    if other.expires <= now and other.held + other.reserved > 0 then
      lost_tokens = lost_tokens + other.reserved -- it died with calls in flight: their tokens are taken as spent
      other.held, other.reserved = 0, 0
      write_member(id, other)
    end
    local overdue = other.left == 0 and now > other.due + SILENCE
    if overdue and outage then
      raise_barrier() -- others may have lived on their local shares meanwhile
    elseif overdue and now > state.rejoin + REOPENING then
      local listeners = redis.call('PUBSUB', 'SHARDNUMSUB', CHANNEL .. ':' .. id)[2]
      if listeners == 0 then -- its connection is closed: dead rather than cut off, so it spends nothing
        other.left, overdue = 1, false
        write_member(id, other)
      end
    end
    others_held = others_held + other.held
    others_reserved = others_reserved + other.reserved
    if other.left == 0 then
      live = live + 1
      if id < session then rank = rank + 1 end
      if overdue then silent = silent + 1 end
      if other.seen < state.rejoin then reported = false end
    end
  end
end
if now < state.expected_until and live < state.expected then
  reported = false
  silent = silent + state.expected - live
  live = state.expected
end
if reported and (state.expected > 1 or now >= state.expected_until) then
  state.barrier = 0
end

---------------------------------------------------------------------------------------------------------------------------
-- 5. Limits in force
---------------------------------------------------------------------------------------------------------------------------

if offered.version >= state.version then
  for _, name in ipairs(LIMITS) do state[name] = offered[name] end
end

local function limit(name) return state[name] > 0 and state[name] or INFINITE end

-- A limit that a rejection has lowered rests for a window and then climbs back, slowly first.
local function recovered(share, lowered_at)
  if share >= 1 then return 1 end
  local climbing = max(0, now - lowered_at - REST)
  return min(1, share + (1 - share) * (climbing / CLIMB) ^ 2)
end

-- How much wider than configured calls are spaced because they came too close to each other; gone after a minute.
local function stretched()
  return state.stretch * max(0, 1 - (now - state.stretched_at) / REST)
end

---------------------------------------------------------------------------------------------------------------------------
-- 6. The window: a ring of buckets. A bucket leaves when all of it is older than the window, so the sum is never too small.
---------------------------------------------------------------------------------------------------------------------------

local daily = state.day_requests > 0 or state.day_tokens > 0
local changes, day_changes = {}, {} -- ring field -> difference, written once at the end

-- Drops the buckets up to the last one that is wholly outside; returns it and the requests and tokens dropped.
local function slide(key, width, window, expired)
  local outside = floor((now - window) / width) - 1
  if outside <= expired then return expired, 0, 0 end
  local newest = floor((state.last + state.lead) / width)
  if outside >= newest then
    redis.call('DEL', key)
    return outside, INFINITE, INFINITE
  end
  local fields = {}
  for bucket = expired + 1, outside do
    fields[#fields + 1] = string.format('%d', bucket)
    fields[#fields + 1] = string.format('t%d', bucket)
  end
  local requests, tokens = 0, 0
  local values = redis.call('HMGET', key, unpack(fields))
  for i = 1, #fields, 2 do
    requests = requests + (tonumber(values[i]) or 0)
    tokens = tokens + (tonumber(values[i + 1]) or 0)
  end
  if requests ~= 0 or tokens ~= 0 then redis.call('HDEL', key, unpack(fields)) end
  return outside, requests, tokens
end

local function add(list_of_changes, bucket, requests, tokens)
  local field = string.format('%d', bucket)
  if requests ~= 0 then list_of_changes[field] = (list_of_changes[field] or 0) + requests end
  if tokens ~= 0 then list_of_changes['t' .. field] = (list_of_changes['t' .. field] or 0) + tokens end
end

-- Counts spending at a moment; what is older than the window is no longer of interest.
local function charge(at, requests, tokens)
  local bucket = floor(at / BUCKET)
  if bucket > state.expired then
    add(changes, bucket, requests, tokens)
    state.used, state.tokens_used = state.used + requests, state.tokens_used + tokens
  end
  local day_bucket = floor(at / DAY_BUCKET)
  if daily and day_bucket > state.day_expired then
    add(day_changes, day_bucket, requests, tokens)
    state.day_used, state.day_tokens_used = state.day_used + requests, state.day_tokens_used + tokens
  end
end

do
  local requests, tokens
  state.expired, requests, tokens = slide(KEY_RING, BUCKET, state.window, state.expired)
  state.used, state.tokens_used = state.used - min(requests, state.used), state.tokens_used - min(tokens, state.tokens_used)
  if daily then
    state.day_expired, requests, tokens = slide(KEY_DAY, DAY_BUCKET, DAY, state.day_expired)
    state.day_used = state.day_used - min(requests, state.day_used)
    state.day_tokens_used = state.day_tokens_used - min(tokens, state.day_tokens_used)
  end
end

-- Slots that this replica received but the ledger does not remember (a failover lost them), and tokens spent since.
local forgotten = me and max(0, received - me.received) or 0
local newly_settled = me and max(0, settled - me.settled) or 0
charge(now, forgotten, newly_settled + lost_tokens)
for _, spent in ipairs(unknown) do charge(now - spent.at, spent.requests, spent.tokens) end
for _, back in ipairs(returned) do charge(back.at, -back.requests, -back.tokens) end

-- The token clock ran ahead by the estimate; what the call did not take comes back, what it took beyond is added.
if me and state.at_start == 0 then
  local estimated = max(0, me.reserved - reserved)
  state.token_next = state.token_next + (newly_settled - estimated) * state.token_spacing
end

---------------------------------------------------------------------------------------------------------------------------
-- 7. What the provider's rejections teach. The count at a rejection is the best measure of the provider's true limit; if
--    rejections go on, the true limit is lower than what is already on its way, so the limit falls quickly until they stop.
---------------------------------------------------------------------------------------------------------------------------

local function lower(prefix, measured)
  local share, lowered_at = state[prefix .. 'share'], state[prefix .. 'share_at']
  if now - lowered_at < SECOND then return end -- one lesson a second: a burst of rejections is one event
  local current = recovered(share, lowered_at)
  local lowered = current -- a first rejection while little is used measures nothing; the cool-down answers it
  if now - lowered_at < 10 * SECOND then
    lowered = 0.7 * current
  elseif measured >= 0.5 * current then
    lowered = 0.98 * measured
  end
  state[prefix .. 'share'], state[prefix .. 'share_at'] = max(0.02, min(current, lowered)), now
end

-- Calls came too close to each other, which says nothing about the minute: stretch the pace a little, for a minute.
local function stretch_pace()
  if now - state.stretched_at < 0.2 * SECOND then return end
  state.stretch, state.stretched_at = min(0.3, stretched() + 0.02), now
end

for _, rejection in ipairs(rejections) do
  local delay = rejection.delay
  if rejection.limit == 'requests' and state.requests > 0 then
    lower('', state.used * 60 * SECOND / state.window / state.requests)
  elseif rejection.limit == 'tokens' and state.tokens > 0 then
    lower('token_', (state.tokens_used + others_reserved + reserved) * 60 * SECOND / state.window / state.tokens)
  elseif rejection.limit == 'concurrency' and state.concurrency > 0 then
    lower('slot_', max(1, others_held + held - 1) / state.concurrency)
    delay = max(delay, 0) -- waiting helps nothing, a call that ends does
  end
  if rejection.limit == 'growth' then state.ramp_at = now end
  if rejection.limit == 'second' then
    stretch_pace()
    if delay < 0 then delay = min(state.cool_down, SECOND) end
  end
  if delay < 0 then delay = rejection.limit == 'day' and 600 * SECOND or state.cool_down end
  state.cool_until = max(state.cool_until, now + delay)
end

local kept = 1 - state.local_share * silent / live -- what is not kept free for replicas that may be cut off
local share = recovered(state.share, state.share_at) * kept
local token_share = recovered(state.token_share, state.token_share_at) * kept
local slot_share = recovered(state.slot_share, state.slot_share_at)
local request_limit = max(1, floor(limit('requests') * share))
local token_limit = floor(limit('tokens') * token_share)
local slot_limit = max(1, floor(limit('concurrency') * slot_share))
if now - state.granted_at > REST then state.ramp_at = now end
local warmth = state.ramp > 0 and min(1, COLD + (1 - COLD) * max(0, now - state.ramp_at) / state.ramp) or 1
local spacing = state.spacing * (1 + stretched()) / (share * warmth)
for _, back in ipairs(returned) do -- the last slot of all was not used: its turn is free again; after an earlier one others follow
  if back.requests > 0 and math.abs(back.at - state.latest) < 10 then state.next = max(state.latest, state.next - spacing) end
end
local burst_ahead = (warmth < 1 and 0 or state.burst - 1) * spacing
local token_spacing = state.token_spacing / token_share

---------------------------------------------------------------------------------------------------------------------------
-- 8. Who wants what: my groups, and the first caller of every other replica
---------------------------------------------------------------------------------------------------------------------------

local mine, others, demand = { {}, {}, {} }, { {}, {}, {} }, { 0, 0, 0 }
local wanted_tags, owners = {}, {}

local function enter(line, class, entry)
  line[class][#line[class] + 1] = entry
  wanted_tags[#wanted_tags + 1] = class .. ':' .. entry.tenant
  owners[#owners + 1] = entry
  demand[class] = demand[class] + entry.count
end

for i, group in ipairs(groups) do
  group.index = i - 1
  group.since = now - group.waited
  enter(mine, group.class, group)
end
for id, other in pairs(members) do
  if id ~= session and other.left == 0 and other.expires > now and now <= other.due + OVERDUE then
    for class = 1, 3 do
      if other[WAITING[class]] > 0 then
        local first = read_first(other, class)
        first.id, first.due, first.count = id, other.due, other[WAITING[class]]
        enter(others, class, first)
      end
    end
  end
end

-- A group is served in the order of its start tag: the later of the class's virtual time and of what its organization has had.
if #wanted_tags > 0 then
  local tags = redis.call('HMGET', KEY_TAGS, unpack(wanted_tags))
  for i, entry in ipairs(owners) do entry.tag = tonumber(tags[i]) or 0 end
end

-- Twice: as the ledger will remember it, moved by grants only, and as this exchange plans it, with the slots left for others.
local kept_virtual, kept_credit = { state.virtual1, state.virtual2, state.virtual3 }, { 0, state.credit2, state.credit3 }
local virtual, credit = { unpack(kept_virtual) }, { unpack(kept_credit) }
local floors = { 0, state.floor2, state.floor3 }

local function first_of(line, class)
  local first
  for _, entry in ipairs(line[class]) do
    if entry.count > 0 then
      entry.start = max(virtual[class], entry.tag)
      if not first or entry.start < first.start or (entry.start == first.start and entry.since < first.since) then
        first = entry
      end
    end
  end
  return first
end

-- The price of a call in slots: the larger of what it takes of the request limit and of the token limit.
local function price(entry)
  return max(1, state.tokens > 0 and state.requests > 0 and entry.cost * state.requests / state.tokens or 1) / entry.weight
end

-- A lower class that is owed a slot comes first, then the classes in their order.
local function next_class()
  for class = 3, 2, -1 do
    if credit[class] >= 1 and demand[class] > 0 then return class, true end
  end
  for class = 1, 3 do
    if demand[class] > 0 then return class, false end
  end
end

-- The order moves on by one call: lower classes with work earn their floor, an owed slot is paid for.
local function advance(class, entry, owed, tags, credits)
  tags[class] = max(tags[class], entry.start)
  for lower_class = class + 1, 3 do
    if demand[lower_class] > 0 then credits[lower_class] = min(2, credits[lower_class] + floors[lower_class]) end
  end
  if owed then credits[class] = credits[class] - 1 end
end

local function take(class, entry, owed)
  entry.count = entry.count - 1
  demand[class] = demand[class] - 1
  entry.tag = entry.start + price(entry)
  advance(class, entry, owed, virtual, credit)
end

---------------------------------------------------------------------------------------------------------------------------
-- 9. Slots: in the order of service, mine are granted and those of others are left for them, until a limit is reached
---------------------------------------------------------------------------------------------------------------------------

local slots, new_tags, granted, granted_tokens, left, turn, first_turn = {}, {}, 0, 0, 0, 0, 0
local why = 'idle'

local function obstacle(entry, ahead)
  if now < state.barrier then return 'settling' end
  if now < state.cool_until then return 'cooling' end
  if others_held + held + granted + left + 1 > slot_limit then return 'concurrency' end
  if state.used + left + 1 > request_limit then return 'window' end
  if state.tokens_used + others_reserved + reserved + granted_tokens + entry.cost > token_limit then return 'tokens' end
  if state.day_requests > 0 and state.day_used + left + 1 > state.day_requests then return 'day' end
  if state.day_tokens > 0 and state.day_tokens_used + entry.cost > state.day_tokens then return 'day' end
  turn = max(now, state.next - burst_ahead, state.token_next - state.token_burst)
  if turn + left * spacing > now + ahead then return 'pace' end
end

-- Time until the oldest bucket that holds something leaves the window.
local room
local function until_room()
  if room then return room end
  room = BUCKET
  local newest = floor(now / BUCKET)
  for first = state.expired + 1, newest, 50 do
    local fields = {}
    for bucket = first, min(first + 49, newest) do fields[#fields + 1] = string.format('%d', bucket) end
    for i, count in ipairs(redis.call('HMGET', KEY_RING, unpack(fields))) do
      if tonumber(count or 0) ~= 0 then
        room = (first + i) * BUCKET + state.window - now
        return room
      end
    end
  end
  return room
end

local function grant(class, entry, owed)
  slots[#slots + 1] = max(0, turn - now)
  slots[#slots + 1] = entry.index
  slots[#slots + 1] = owed and 1 or 0
  granted = granted + 1
  state.granted_at = now
  state.taken1 = state.taken1 + ((class == 1 and 1 or 0) - state.taken1) / LATELY
  state.taken2 = state.taken2 + ((class == 2 and 1 or 0) - state.taken2) / LATELY
  state.next, state.latest = max(state.next, turn) + spacing, turn
  state.token_next = max(state.token_next, turn) + entry.cost * token_spacing
  if state.at_start == 1 then
    charge(turn, 1, entry.cost)
  else
    charge(turn, 1, 0)
    granted_tokens = granted_tokens + entry.cost
  end
  advance(class, entry, owed, kept_virtual, kept_credit)
  take(class, entry, owed)
  new_tags[class .. ':' .. entry.tenant] = entry.tag
end

-- The replica whose turn it is should call when the slot is due. It hears when it would come too late, and of the next few
-- turns also when it would come in vain, because more urgent callers have come elsewhere.
local expected = {}
local function expect(other, class, at, due_soon)
  if expected[other.id] then return end
  expected[other.id] = true
  local come = at - (class == 1 and state.lead or state.low_lead)
  local late, early = come + LATENESS < other.due, come > other.due + LATENESS
  if late and (due_soon or left < NEXT_TURNS) or early and left < NEXT_TURNS and come < now + SECOND then
    other.come = max(now, come)
  end
end

-- Past the horizon only the turns before mine are counted: they tell when to come back.
local function may_count(stop)
  return (stop == 'pace' or stop == 'window') and left < 64 and left * spacing < SECOND
end

while true do
  local class, owed = next_class()
  if not class then break end
  local own, other = first_of(mine, class), first_of(others, class)
  local others_turn = other and (not own or other.start < own.start or (other.start == own.start and other.since <= own.since))
  local entry = others_turn and other or own
  local stop = obstacle(entry, class == 1 and state.lead or state.low_lead)
  if stop then
    if stop == 'window' then turn = max(now + until_room(), state.next - burst_ahead) end
    if why == 'idle' then why, first_turn = stop, turn end
    if not others_turn or not may_count(stop) then break end
  end
  if others_turn then
    expect(other, class, (first_turn > 0 and first_turn or turn) + left * spacing, not stop)
    left = left + 1
    take(class, other, owed)
  else
    grant(class, own, owed)
  end
end

if why == 'window' or why == 'cooling' then -- a full window and a cool-down forfeit the burst
  state.next = max(state.next, max(now, state.cool_until) + burst_ahead)
end
for class = 1, 3 do
  for _, other in ipairs(others[class]) do
    if other.come then
      wake(other.id, other.come - now)
      members[other.id].due = other.come
      write_member(other.id, members[other.id])
    end
  end
end

---------------------------------------------------------------------------------------------------------------------------
-- 10. When to come back
---------------------------------------------------------------------------------------------------------------------------

local function write_changes(key, list_of_changes, lifetime)
  local changed = false
  for field, difference in pairs(list_of_changes) do
    redis.call('HINCRBY', key, field, string.format('%.0f', difference))
    changed = true
  end
  if changed then redis.call('PEXPIRE', key, lifetime) end
end
write_changes(KEY_RING, changes, MEMORY / 1000)
write_changes(KEY_DAY, day_changes, 25 * 3600 * 1000)

local waiting, still_mine = { 0, 0, 0 }, false
for class = 1, 3 do
  for _, group in ipairs(mine[class]) do
    waiting[class] = waiting[class] + group.count
    still_mine = still_mine or group.count > 0
  end
end

local come_back = 0
if still_mine then
  if why == 'settling' then
    come_back = min(state.barrier - now, 100000)
  elseif why == 'cooling' then
    come_back = state.cool_until - now
  elseif why == 'tokens' then
    come_back = until_room()
  elseif why == 'window' or why == 'pace' then
    local ahead = why == 'window' and 0 or waiting[1] > 0 and state.lead or state.low_lead
    local turns = waiting[1] > 0 and left or left / (1 - min(0.8, state.taken1)) -- more urgent callers will come meanwhile
    come_back = first_turn + turns * spacing - now - ahead
  else -- a call that ends wakes the one whose turn it is
    come_back = SECOND
  end
  come_back = ceil(max(2000, min(come_back, SECOND)))
end

---------------------------------------------------------------------------------------------------------------------------
-- 11. Remember
---------------------------------------------------------------------------------------------------------------------------

if leaving and held == 0 then
  redis.call('HDEL', KEY_MEMBERS, session)
else
  local firsts = {}
  for class = 1, 3 do
    local first = first_of(mine, class)
    firsts[#firsts + 1] = first and first.since or 0
    firsts[#firsts + 1] = first and first.cost or 0
    firsts[#firsts + 1] = first and first.weight or 0
    firsts[#firsts + 1] = first and first.tenant or ''
  end
  write_member(session, {
    expires = now + lease, sequence = sequence, left = leaving and 1 or 0,
    received = max(received, me and me.received or 0) + granted, settled = settled,
    held = held + granted, reserved = reserved + granted_tokens,
    seen = now, due = now + (come_back > 0 and come_back or promise),
    waiting1 = waiting[1], waiting2 = waiting[2], waiting3 = waiting[3],
    firsts = struct.pack(FIRST_FORMAT, unpack(firsts)),
  })
end
redis.call('PEXPIRE', KEY_MEMBERS, MEMORY / 1000)

local tags = {}
for field, tag in pairs(new_tags) do
  tags[#tags + 1] = field
  tags[#tags + 1] = string.format('%.6f', tag)
end
if #tags > 0 then
  redis.call('HSET', KEY_TAGS, unpack(tags))
  redis.call('PEXPIRE', KEY_TAGS, MEMORY / 1000)
  if redis.call('HLEN', KEY_TAGS) > 4096 then -- tags behind the virtual time say no more than its absence
    local all = redis.call('HGETALL', KEY_TAGS)
    for i = 1, #all, 2 do
      if tonumber(all[i + 1]) <= kept_virtual[tonumber(string.sub(all[i], 1, 1))] then redis.call('HDEL', KEY_TAGS, all[i]) end
    end
  end
end

for class = 1, 3 do state['virtual' .. class] = kept_virtual[class] end
state.credit2, state.credit3 = kept_credit[2], kept_credit[3]
state.last = now
save_state()

---------------------------------------------------------------------------------------------------------------------------
-- 12. The answer
---------------------------------------------------------------------------------------------------------------------------

-- When one more call could be granted if nobody waited; in the past as far as a burst is saved up.
local next_turn = max(now - REST, state.next - burst_ahead, state.token_next - state.token_burst)
local closed_until = max(now, state.cool_until, state.barrier)

local function whole(n) return n >= INFINITE and -1 or floor(n) end -- -1: no such limit

local answer = {
  'served', state.generation, now, come_back, why, woken, live, rank, silent,
  whole(state.used), whole(state.tokens_used + others_reserved + reserved + granted_tokens), others_held + held + granted,
  whole(request_limit), whole(token_limit), whole(slot_limit), whole(state.day_used), whole(state.day_tokens_used),
  max(0, ceil(state.cool_until - now)), ceil(closed_until - now), ceil(spacing), floor(next_turn - now),
  floor(1000 * state.taken1), floor(1000 * state.taken2),
}
for class = 1, 3 do
  local total = waiting[class]
  for _, other in pairs(members) do total = total + (other.left == 0 and other[WAITING[class]] or 0) end
  if me then total = total - me[WAITING[class]] end
  answer[#answer + 1] = total
end
answer[#answer + 1] = granted
for _, number_of_slot in ipairs(slots) do answer[#answer + 1] = floor(number_of_slot) end
return answer
