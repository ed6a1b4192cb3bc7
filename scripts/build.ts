// Builds the three bundles and the notices of the libraries in them: `node scripts/build.ts [--dev] [--watch] [extension|web|cli …]`.
// --dev keeps the code readable, with source maps; --watch builds again at each change (and implies --dev).
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, type Plugin, build, context } from 'esbuild';
import { BUNDLES, type Bundle, markExecutable } from './lib/bundles.ts';
import { bundledPackages, NOTICES, noticesText } from './lib/notices.ts';
import { ROOT } from './lib/paths.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dev: { type: 'boolean', default: false }, watch: { type: 'boolean', default: false } },
});
const dev = values.dev || values.watch;
const size = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;

function report(bundle: Bundle): Plugin {
  return {
    name: 'report',
    setup(builder) {
      builder.onEnd((result) => {
        if (result.errors.length > 0) return;
        markExecutable();
        console.log(`${bundle.outfile}  ${size(readFileSync(path.join(ROOT, bundle.outfile)).length)}`);
      });
    },
  };
}

const optionsOf = (bundle: Bundle): BuildOptions => ({
  ...bundle.options,
  outfile: bundle.outfile,
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  plugins: [report(bundle)],
});

const wanted = BUNDLES.filter(
  ({ outfile }) =>
    positionals.length === 0 ||
    positionals.some(
      (name) =>
        outfile ===
        { extension: 'dist/extension.js', web: 'dist/web/extension.js', cli: 'dist/cli.js' }[name],
    ),
);
// A map of an earlier --dev build must not pass for one of this build, nor get into a package.
for (const { outfile } of wanted) rmSync(path.join(ROOT, `${outfile}.map`), { force: true });

if (values.watch) {
  for (const bundle of wanted) await (await context(optionsOf(bundle))).watch();
  console.log('Watching. Press Ctrl+C to stop.');
} else {
  const results = await Promise.allSettled(wanted.map((bundle) => build(optionsOf(bundle))));
  // esbuild has printed the errors themselves.
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
  else writeFileSync(path.join(ROOT, NOTICES), noticesText(await bundledPackages()));
}
