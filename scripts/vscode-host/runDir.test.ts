import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** A program that makes a run's folder, has it own a process that sleeps, and waits itself. */
const PROGRAM = `
import { spawn } from 'node:child_process';
import { createRunDir } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'runDir.ts')).href)};
const dir = createRunDir();
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
dir.own(child);
console.log(dir.path + ' ' + child.pid);
process.stdin.on('end', () => dir.dispose().then(() => process.exit(0))).resume();
`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

for (const how of ['dispose', 'SIGTERM', 'SIGKILL'] as const) {
  void test(`nothing of a run is left after ${how}`, { timeout: 60_000 }, async () => {
    const program = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [data] = (await once(program.stdout, 'data')) as [Buffer];
    const [folder = '', pid = ''] = data.toString().trim().split(' ');
    assert.ok(existsSync(folder));
    assert.ok(isAlive(Number(pid)));

    const ended = once(program, 'exit');
    if (how === 'dispose') program.stdin.end();
    else program.kill(how);
    await ended;
    // After a kill the guard still works for a moment; the test's own limit ends a wait in vain.
    while (existsSync(folder) || isAlive(Number(pid))) await pause(20);
  });
}
