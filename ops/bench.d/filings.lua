-- Files a case of three issues a request for wrk: -- TARGETS NAME
-- TARGETS has a line for each enterprise: its credit code, its division, the token of its officer,
-- parted by tabs. NAME keeps the keys of one measurement apart from those of another.

local targets = {}
local name
local count = 0
local issue = '{"category":"MAT","title":"特种钢材断供","description":"供应商停产，库存只够两周，请协调货源。",' ..
  '"division":"%s","contact":{"name":"示例联系人","phone":"13900000000"}}'
local body = '{"workflow":"enterprise-assistance","enterprise":"%s","source":"bench","issues":[' ..
  issue .. "," .. issue .. "," .. issue .. "]}"

function init(arguments)
  name = arguments[2] .. "-" .. os.time()
  for line in io.lines(arguments[1]) do
    local code, division, token = line:match("^(%S+)\t(%S+)\t(%S+)$")
    targets[#targets + 1] = { body = body:format(code, division, division, division), token = "Bearer " .. token }
  end
end

function request()
  count = count + 1
  local target = targets[count % #targets + 1]
  return wrk.format("POST", "/v1/cases", {
    ["Authorization"] = target.token,
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = name .. "-" .. count,
  }, target.body)
end

dofile("ops/bench.d/figures.lua")
