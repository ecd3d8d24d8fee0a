-- A line for programs: per second, bad answers, broken connections, p50 and p99 in ms.
function done(summary, latency)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("figures %.1f %d %d %.2f %.2f\n",
    summary.requests / (summary.duration / 1e6), errors.status, broken,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
