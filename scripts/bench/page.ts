import os from 'node:os';
import { type Part, table } from './part.ts';

/** What a reader must know of the machine to make sense of the numbers: no names, no paths. */
export interface Machine {
  /** Such as "linux x64". */
  readonly platform: string;
  readonly cores: number;
  readonly gigabytes: number;
  /** Programs that ran or waited to run when the benchmark began; undefined where the system does not tell. */
  readonly load: number | undefined;
}

export function thisMachine(): Machine {
  return {
    platform: `${os.platform()} ${os.arch()}`,
    cores: os.availableParallelism(),
    gigabytes: Math.round(os.totalmem() / 2 ** 30),
    load: os.platform() === 'win32' ? undefined : os.loadavg()[0],
  };
}

/**
 * `docs/performance.md`.
 * @param date ISO day of the run
 */
export function renderPage(parts: readonly Part[], machine: Machine, date: string): string {
  const aims = parts.flatMap((part) => part.aims);
  const { platform, cores, gigabytes, load } = machine;
  const busy =
    load === undefined
      ? ''
      : ` When it began, ${load.toFixed(1)} programs were running or waiting to run; the fewer, the steadier the numbers.`;
  return `# Performance

Written by \`npm run bench\` on ${date}, on a ${platform} machine with ${cores} cores and ${gigabytes} GB of memory.${busy}

Milliseconds differ from machine to machine. Ratios hold better: the two things compared ran in turn, in the same run.

${table(
  ['what', 'aim', 'result', ''],
  aims.map(({ what, aim, result, isMet }) => [what, aim, result, isMet ? 'met' : '**missed**']),
)}

${parts.map((part) => part.section).join('\n\n')}

## Run it again

\`\`\`sh
npm run bench                       # everything, and writes this page; about seven minutes
npm run bench -- --only keystroke   # one part, only shown: check, keystroke, workspace, activation or size
npm run bench -- --no-peers         # without the checkers to compare with, which npm would have to fetch
npm run bench -- --rounds 15        # more rounds of \`playbook check\`
npm run bench -- --node PATH        # \`playbook check\` under another Node than the machine's own
\`\`\`

Have nothing else running. What is measured is in \`scripts/bench\`.
`;
}
