import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { run } from '../lib/command.ts';
import type { Browser } from './browser.ts';
import { cached } from './cache.ts';
import { progress, unpackPackage } from './npmPackage.ts';
import { CHROMIUM, FONTS } from './pins.ts';
import { MissingPieceError } from './problem.ts';

const SUPPLY = 'Install Chrome or Chromium, or set CHROME_PATH to the program file of one.';

const prefer = (generic: string, family: string): string =>
  `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;

/** The fonts we fetched come first, so that pictures look the same on every machine. */
const fontConfig = (fonts: string, cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${fonts}</dir>
  <cachedir>${cache}</cachedir>
  <match target="pattern">
    <test qual="all" name="family" compare="not_eq"><string>monospace</string></test>
    <test qual="all" name="family" compare="not_eq"><string>serif</string></test>
    <edit name="family" mode="append_last"><string>Open Sans</string></edit>
  </match>
  ${prefer('system-ui', 'Open Sans')}
  ${prefer('sans-serif', 'Open Sans')}
  ${prefer('serif', 'DejaVu Serif')}
  ${prefer('monospace', 'DejaVu Sans Mono')}
</fontconfig>
`;

async function decompress(source: string, target: string, mode = 0o644): Promise<void> {
  await pipeline(createReadStream(source), createBrotliDecompress(), createWriteStream(target, { mode }));
}

async function decompressTar(source: string, folder: string): Promise<void> {
  const tar = path.join(folder, 'part.tar');
  await decompress(source, tar);
  const unpacked = await run('tar', ['-xf', tar, '-C', folder]);
  if (unpacked.code !== 0) throw new Error(`Could not unpack ${source}: ${unpacked.output.trim()}`);
  rmSync(tar);
}

/**
 * The Chromium inside an npm package, made for a cloud service's bare Linux. We unpack it ourselves: the package's
 * own code reuses whatever browser it finds in the temp folder, and leaves its shared libraries (NSS, NSPR, expat,
 * absent on a bare Debian) aside unless it runs in that cloud.
 */
export async function npmChromium(): Promise<Browser> {
  const folder = await cached(`chromium-${CHROMIUM.version}`, async (partial) => {
    const source = path.join(partial, 'package');
    mkdirSync(source);
    await unpackPackage(CHROMIUM, source, SUPPLY);
    progress('unpacking Chromium (about 220 MB, once)');
    await decompress(path.join(source, 'bin/chromium.br'), path.join(partial, 'chromium'), 0o755);
    // Holds lib/…; SwiftShader is looked for beside the program itself.
    await decompressTar(path.join(source, 'bin/al2023.tar.br'), partial);
    await decompressTar(path.join(source, 'bin/swiftshader.tar.br'), partial);
    // Holds fonts/Open_Sans.
    await decompressTar(path.join(source, 'bin/fonts.tar.br'), partial);
    rmSync(source, { recursive: true });

    const fonts = path.join(partial, 'fonts-package');
    mkdirSync(fonts);
    await unpackPackage(FONTS, fonts, SUPPLY);
    renameSync(path.join(fonts, 'ttf'), path.join(partial, 'fonts/DejaVu'));
    rmSync(fonts, { recursive: true });
  });

  const config = path.join(folder, 'fonts.conf');
  // Not part of the cached content: it holds absolute paths, and the project folder may have moved.
  const wanted = fontConfig(path.join(folder, 'fonts'), path.join(folder, 'font-cache'));
  if (!existsSync(config) || readFileSync(config, 'utf8') !== wanted) writeFileSync(config, wanted);
  const env = {
    LD_LIBRARY_PATH: [path.join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    FONTCONFIG_FILE: config,
  };
  const executablePath = path.join(folder, 'chromium');
  const version = await run(executablePath, ['--version'], { env: { ...process.env, ...env } });
  if (version.code !== 0) {
    throw new MissingPieceError(
      `The Chromium from npm does not start here. ${SUPPLY}\n${version.output.trim()}`,
    );
  }
  return { executablePath, env };
}
