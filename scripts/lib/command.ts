import { spawn } from 'node:child_process';

/** What a finished command left behind. `output` is stdout and stderr as they came. */
export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called with each piece of output as it comes, for live display. */
  readonly onOutput?: (text: string) => void;
}

/**
 * Runs a program to its end without a standard input. Never rejects for a non-zero exit; a program that cannot
 * be started resolves with code 127 and the reason as its output.
 */
export function run(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    // On Windows npm and code are .cmd files, which only a shell can start.
    const shell = process.platform === 'win32' && !program.endsWith('.exe');
    const child = spawn(shell ? `"${program}"` : program, shell ? args.map((arg) => `"${arg}"`) : [...args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    let output = '';
    const take = (data: Buffer): void => {
      const text = data.toString();
      output += text;
      options.onOutput?.(text);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => {
      resolve({ code: 127, output: `${output}${program}: ${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      if (signal) output += `${program} was ended by ${signal}\n`;
      resolve({ code: code ?? 1, output });
    });
  });
}
