// Preloaded into a measured process: leaves behind what it used.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const cpu = (userCPUTime + systemCPUTime) / 1e6;
    writeFileSync(process.env.VANGNET_BENCH_USAGE ?? 'usage.json', JSON.stringify({ cpu, maxRSS }));
  });
