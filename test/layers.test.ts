/**
 * The direction rule and the first invariant of docs/architecture.md, checked on the source text: type imports,
 * `import('…')` and `require` count too, which a lint rule on import statements would miss.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, it } from 'node:test';

const SRC = path.resolve(import.meta.dirname, '../src');

/** What each folder of src may import beside itself: text ← syntax ← workspace ← rules ← language ← {editor, cli}. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  syntax: ['text'],
  workspace: ['text', 'syntax'],
  rules: ['text', 'syntax', 'workspace'],
  responsibilities: ['text', 'syntax', 'workspace'],
  render: ['text', 'syntax', 'workspace', 'responsibilities'],
  language: ['text', 'syntax', 'workspace', 'rules', 'responsibilities'],
  editor: ['text', 'syntax', 'workspace', 'rules', 'responsibilities', 'render', 'language', 'webview'],
  cli: ['text', 'syntax', 'workspace', 'rules', 'responsibilities', 'render', 'language'],
  webview: [],
};

/** The only files that may import each library; a folder ends in a slash. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'vscode': ['editor/'],
  'js-yaml': ['syntax/yamlComposer.ts'],
  'markdown-it': ['syntax/markdown.ts', 'render/'],
};

const MOST_LINES = 400;

interface Source {
  /** Relative to src, with `/`. */
  readonly file: string;
  readonly text: string;
  /** Without comments and the contents of strings. */
  readonly code: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
  .map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    return {
      file: path.relative(SRC, file).split(path.sep).join('/'),
      text,
      code: codeOf(text),
      imports: importsOf(text),
    };
  });

/** Every module that a text names: `import … from`, `export … from`, `import('…')`, `require('…')`. */
function importsOf(text: string): string[] {
  const bare = withoutComments(text);
  return [
    ...bare.matchAll(/^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...bare.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...bare.matchAll(/\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g),
  ].map((m) => m[1] ?? '');
}

function withoutComments(text: string): string {
  // Strings and templates are matched first, so that `//` in one is no comment.
  return text.replace(
    /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[^]|[^`\\])*`|\/\/[^\n]*|\/\*[^]*?\*\//g,
    (m) => (m.startsWith('/') ? ' ' : m),
  );
}

function codeOf(text: string): string {
  return withoutComments(text)
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
    .replace(/`(?:\\[^]|[^`\\])*`/g, (template) => (template.match(/\$\{[^}]*\}/g) ?? []).join(' '));
}

const folderOf = (file: string): string => file.split('/')[0] ?? '';

/** `vscode` of `vscode/sub.js`. */
const packageOf = (name: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;

/** The file of src that a relative import means. */
const targetOf = (file: string, name: string): string => path.posix.join(path.posix.dirname(file), name);

const problems = (check: (source: Source) => readonly string[]): string[] =>
  sources.flatMap((source) => check(source).map((problem) => `${source.file}: ${problem}`));

describe('layers', () => {
  it('see the sources at all', () => {
    assert.ok(sources.length > 40);
    assert.ok(sources.flatMap((s) => s.imports).length > 100);
    assert.deepEqual(
      importsOf(
        "// import x from 'a'\nconst s = 'import y from b';\ntype T = import('c').D;\nimport 'd';\nawait import(`e`);\nimport {\n  f,\n} from 'g';\nexport * from 'h';",
      ),
      ['g', 'h', 'd', 'c', 'e'],
    );
  });

  it('know every folder', () => {
    const folders = new Set(sources.map((s) => folderOf(s.file)));
    assert.deepEqual(
      [...folders].filter((f) => !Object.hasOwn(MAY_IMPORT, f)),
      [],
    );
  });

  it('point in one direction', () => {
    const found = problems(({ file, imports }) => {
      const folder = folderOf(file);
      return imports
        .filter((name) => name.startsWith('.'))
        .map((name) => folderOf(targetOf(file, name)))
        .filter((target) => target !== folder && !MAY_IMPORT[folder]?.includes(target))
        .map((target) => `imports ${target}`);
    });
    assert.deepEqual(found, []);
  });

  it('import files by their whole name, within src', () => {
    const files = new Set(sources.map((s) => s.file));
    const found = problems(({ file, imports }) =>
      imports.filter(
        (name) => name.startsWith('.') && !files.has(targetOf(file, name)) && !name.endsWith('.json'),
      ),
    );
    assert.deepEqual(found, []);
  });

  it('use each library in its one place', () => {
    const builtin = new Set(builtinModules);
    const found = problems(({ file, imports }) =>
      imports
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !builtin.has(name))
        .filter(
          (name) =>
            !LIBRARIES[packageOf(name)]?.some((place) =>
              place.endsWith('/') ? file.startsWith(place) : file === place,
            ),
        )
        .map((name) => `imports ${name}`),
    );
    assert.deepEqual(found, []);
  });

  it('leave Node to the command line', () => {
    const builtin = new Set(builtinModules);
    const found = problems(({ file, imports, code }) => {
      if (folderOf(file) === 'cli') return [];
      const modules = imports.filter((name) => name.startsWith('node:') || builtin.has(name));
      const globals =
        code.match(
          /(?<![.\w$])(?:process|Buffer|__dirname|__filename|setImmediate|require|global)\b(?!\s*[:?]?:)/g,
        ) ?? [];
      return [...modules, ...globals];
    });
    assert.deepEqual(found, []);
  });

  it('leave the browser to the webview', () => {
    const found = problems(({ file, code }) =>
      folderOf(file) === 'webview'
        ? []
        : (code.match(/(?<![.\w$'])(?:window|document|localStorage|navigator)\.\w+/g) ?? []),
    ).filter((p) => !p.startsWith('editor/') && !/: document\.(?:uri|languageId|version|getText)/.test(p));
    assert.deepEqual(found, []);
  });

  it('have no circles', () => {
    const graph = new Map(
      sources.map(({ file, imports }) => [
        file,
        imports.filter((name) => name.startsWith('.')).map((name) => targetOf(file, name)),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      else if (!done.has(file)) {
        for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
        done.add(file);
      }
    };
    for (const file of graph.keys()) visit(file, []);
    assert.deepEqual(circles, []);
  });

  it('are small files', () => {
    const found = problems(({ text }) => {
      const lines = text.split('\n').length - 1;
      return lines > MOST_LINES ? [`${lines} lines, more than ${MOST_LINES}`] : [];
    });
    assert.deepEqual(found, []);
  });
});
