-- Posts lots of actions on random issues for wrk: -- TARGETS NAME SIZE
-- TARGETS has a line for each issue: its id, a tab, the token of somebody who may act on it; a lot is
-- on issues of one of them. NAME keeps the keys of one measurement apart from those of another.

local issues = {}
local tokens = {}
local name
local count = 0
local item = '{"issue":"%s","action":"note","version":"*","key":"%s-%d-%d",' ..
  '"fields":{"text":"已电话联系企业，等待回复。","visibility":"internal"}}'
local thread

function setup(only)
  thread = only
end

-- Read from without.
size, bad = 0, 0

function init(arguments)
  name, size = arguments[2] .. "-" .. os.time(), tonumber(arguments[3])
  math.randomseed(os.time())
  for line in io.lines(arguments[1]) do
    local id, token = line:match("^(%S+)\t(%S+)$")
    if not issues[token] then
      issues[token] = {}
      tokens[#tokens + 1] = token
    end
    table.insert(issues[token], id)
  end
end

function request()
  count = count + 1
  local token = tokens[math.random(#tokens)]
  local own = issues[token]
  local items = {}
  for place = 1, size do
    items[place] = item:format(own[math.random(#own)], name, count, place)
  end
  return wrk.format("POST", "/v1/actions", {
    ["Authorization"] = "Bearer " .. token,
    ["Content-Type"] = "application/json",
  }, '{"items":[' .. table.concat(items, ",") .. "]}")
end

-- Each item has an answer of its own: where it is none of success it has a problem.
function response(status, headers, body)
  if status ~= 200 or body:find('"problem":', 1, true) then bad = bad + 1 end
end

-- A line for programs: items per second, lots with bad answers, broken connections, p50 and p99 of
-- lots in ms.
function done(summary, latency)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("figures %.1f %d %d %.2f %.2f\n",
    summary.requests * thread:get("size") / (summary.duration / 1e6), thread:get("bad"), broken,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
