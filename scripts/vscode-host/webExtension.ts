import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Server } from './server.ts';

/**
 * Makes the page load extensions from `folders` into the web-worker extension host, as vscode.dev does: they are
 * served under the page's own origin (any other is blocked there) and named in its start configuration.
 */
export async function routeWebExtension(
  page: Page,
  server: Server,
  folders: readonly string[],
  testsPath: string | undefined,
): Promise<void> {
  const prefix = '/playbook-development/';
  const uri = (index: number, file = ''): object => ({
    scheme: 'http',
    authority: server.authority,
    path: `${prefix}${index}${file && `/${file}`}`,
  });
  const testsIndex = folders.findIndex((folder) => testsPath?.startsWith(folder + path.sep));
  if (testsPath !== undefined && testsIndex < 0) {
    throw new Error(`In the web host the tests must lie inside the extension's folder: ${testsPath}`);
  }

  // On the context: the worker's own requests are not the page's.
  await page.context().route(`${server.origin}${prefix}**`, async (route) => {
    const [index = '', ...rest] = decodeURIComponent(new URL(route.request().url()).pathname)
      .slice(prefix.length)
      .split('/');
    const folder = folders[Number(index)];
    const file = folder === undefined ? undefined : path.join(folder, rest.join('/'));
    if (file === undefined || !file.startsWith(`${folder ?? ''}${path.sep}`) || !existsSync(file)) {
      await route.fulfill({ status: 404, body: 'not found' });
    } else {
      await route.fulfill({ path: file });
    }
  });

  const developmentOptions = {
    extensions: folders.map((_folder, index) => uri(index)),
    ...(testsPath !== undefined && {
      extensionTestsPath: uri(
        testsIndex,
        path.relative(folders[testsIndex] ?? '', testsPath).replaceAll('\\', '/'),
      ),
    }),
  };
  // Where the page reads its configuration, not in the HTML: a page that Playwright answers for counts as one from
  // the public network, and Chromium then forbids it to connect to 127.0.0.1.
  await page.addInitScript(`{
    const original = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = original.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings' || !value) return value;
      const settings = JSON.parse(value);
      Object.assign(settings.developmentOptions ??= {}, ${JSON.stringify(developmentOptions)});
      return JSON.stringify(settings);
    };
  }`);
}
