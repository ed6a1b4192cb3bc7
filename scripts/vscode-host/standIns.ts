import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Plain JavaScript in place of two native modules of VS Code that would need a compiler. Without the first there are
 * no log files and no log channels in the Output panel; without the second every start reports an error.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  '@vscode/spdlog': `
const fs = require('node:fs');
const path = require('node:path');
const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(type, name, file) { this.file = file; this.level = 2; this.plain = false; }
  write(level, message) {
    if (level < this.level) return;
    const stamp = this.plain ? '' : new Date().toISOString().replace('T', ' ').replace('Z', '') + ' [' + NAMES[level] + '] ';
    fs.appendFileSync(this.file, stamp + message + (this.plain ? '' : '\\n'));
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.plain = false; }
  clearFormatters() { this.plain = true; }
  flush() {}
  drop() {}
}
['trace', 'debug', 'info', 'warn', 'error', 'critical'].forEach((name, level) => {
  Logger.prototype[name] = function (message) { this.write(level, message); };
});
async function create(name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger('rotating', name, file);
}
// One assignment each: VS Code imports this as an ES module, which only sees names written so.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`,
  '@vscode/native-watchdog': `
exports.start = (pid) => {
  setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 1000).unref();
};
exports.exit = (code) => process.exit(code || 0);
`,
};

/** Puts the stand-ins into a freshly fetched VS Code. `server` is its `lib/vscode` folder. */
export function writeStandIns(server: string): void {
  for (const [name, source] of Object.entries(STAND_INS)) {
    writeFileSync(path.join(server, 'node_modules', name, 'index.js'), source.trimStart());
  }
}
