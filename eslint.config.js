'use strict';
const tseslint = require('typescript-eslint');

module.exports = tseslint.config(
  { ignores: ['dist/**', '.vscode-test/**', 'node_modules/**', 'eslint.config.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname } },
    rules: {
      // Numbers and booleans read well in messages and log lines.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    // What comes from a file may be longer than a call takes arguments (some 100,000). src/text/lists.ts has what does
    // the same for a list of any length. `args` is the name of rest parameters; `slice` takes two.
    files: ['src/**', 'scripts/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(CallExpression:not([callee.property.name="slice"]), NewExpression) > SpreadElement:not([argument.name="args"])',
          message: 'A list may be longer than a call takes arguments. Use append, largest or a loop.',
        },
      ],
    },
  },
  {
    // node:test returns a promise for each test that the runner itself awaits.
    files: ['test/**'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    files: ['test/**'],
    ignores: ['test/fastCheck.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'fast-check', message: 'test/fastCheck.ts is the same with the same cases in every run.' },
      ],
    },
  },
);
