-- Posts actions on random issues for wrk: -- TARGETS NAME
-- TARGETS has a line for each issue: its id, a tab, the token of somebody who may act on it.
-- NAME keeps the keys of one measurement apart from those of another.

local targets = {}
local name
local count = 0
local bodies = {
  '{"action":"note","fields":{"text":"已电话联系企业，等待回复。","visibility":"internal"}}',
  '{"action":"reportProgress","fields":{"text":"已与企业对接，方案正在落实。"}}',
}

function init(arguments)
  name = arguments[2] .. "-" .. os.time()
  math.randomseed(os.time())
  for line in io.lines(arguments[1]) do
    local id, token = line:match("^(%S+)\t(%S+)$")
    targets[#targets + 1] = { path = "/v1/issues/" .. id .. "/actions", token = "Bearer " .. token }
  end
end

function request()
  count = count + 1
  local target = targets[math.random(#targets)]
  return wrk.format("POST", target.path, {
    ["Authorization"] = target.token,
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = name .. "-" .. count,
    ["If-Match"] = "*",
  }, bodies[count % 2 + 1])
end

dofile("ops/bench.d/figures.lua")
