// Loaded into a measured program with --require: leaves behind what the program used up.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { peakKilobytes: maxRSS, cpuMilliseconds: (userCPUTime + systemCPUTime) / 1000 };
  writeFileSync(process.env['PLAYBOOK_BENCH_USAGE'] ?? '', JSON.stringify(usage));
});
