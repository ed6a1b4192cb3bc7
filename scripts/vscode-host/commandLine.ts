import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** The part of VS Code's command line that this host understands. */
export interface CommandLine {
  /** Absolute; a folder or a `.code-workspace` file. */
  readonly workspace?: string;
  /** Absolute paths of files to open. */
  readonly files: readonly string[];
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath?: string;
  readonly extensionsDir?: string;
  /** Settings found in `--user-data-dir`. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly installExtensions: readonly string[];
  readonly web: boolean;
  readonly workspaceTrust: boolean;
  /** Prints everything that VS Code logs. */
  readonly verbose: boolean;
}

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((entry): entry is string => typeof entry === 'string');

/** A path as given on the command line; VS Code takes `file:` addresses for extension paths too. */
const toPath = (value: string): string =>
  value.startsWith('file:') ? decodeURIComponent(new URL(value).pathname) : path.resolve(value);

function readSettings(userDataDir: string | undefined): Record<string, unknown> {
  const file = userDataDir && path.join(userDataDir, 'User/settings.json');
  return file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}

/** Reads VS Code's command line. Options that mean nothing here are passed over, as VS Code itself does. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      'extensionDevelopmentPath': texts,
      'extensionTestsPath': text,
      'extensionDevelopmentKind': text,
      'extensions-dir': text,
      'user-data-dir': text,
      'install-extension': texts,
      'folder-uri': texts,
      'file-uri': texts,
    },
  });
  const paths = [...positionals, ...list(values['folder-uri']), ...list(values['file-uri'])].map(toPath);
  const isWorkspace = (file: string): boolean =>
    file.endsWith('.code-workspace') || (existsSync(file) && statSync(file).isDirectory());
  const workspace = paths.find(isWorkspace);
  const [tests] = list(values['extensionTestsPath']);
  const [extensionsDir] = list(values['extensions-dir']);
  return {
    ...(workspace !== undefined && { workspace }),
    files: paths.filter((file) => !isWorkspace(file)),
    extensionDevelopmentPaths: list(values['extensionDevelopmentPath']).map(toPath),
    ...(tests !== undefined && { extensionTestsPath: toPath(tests) }),
    ...(extensionsDir !== undefined && { extensionsDir: path.resolve(extensionsDir) }),
    settings: readSettings(list(values['user-data-dir'])[0]),
    installExtensions: list(values['install-extension']).map((file) => path.resolve(file)),
    web: values['extensionDevelopmentKind'] === 'web',
    workspaceTrust: values['disable-workspace-trust'] !== true,
    verbose: values['verbose'] === true,
  };
}
