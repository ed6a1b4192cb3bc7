// Run as a program of its own by runDir.ts. It outlives its parent, whatever ends that one (even SIGKILL), and then
// ends the parent's server processes and removes its temporary folder. Clean-up thus has one path, always taken.
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const folder = process.argv[2];
const groups: number[] = [];

// A Ctrl+C reaches every program of the terminal; this one has work to do afterwards.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    // A negative id reaches the whole process group; Windows has none.
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function end(pid: number): Promise<void> {
  signalGroup(pid, 'SIGTERM');
  for (let waited = 0; waited < 2000 && signalGroup(pid, 0); waited += 50) await pause(50);
  signalGroup(pid, 'SIGKILL');
}

// The parent writes the process groups it starts, one id a line. The end of the stream means: clean up.
let rest = '';
for await (const data of process.stdin) {
  const lines = (rest + String(data)).split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) groups.push(Number(line));
}
await Promise.all(groups.map(end));
if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
