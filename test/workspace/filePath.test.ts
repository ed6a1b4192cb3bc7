import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { namedFile } from '../../src/workspace/filePath.ts';

describe('the path of a file that a roster names', () => {
  const cases: readonly [written: string, path: string | undefined][] = [
    ['b.pdf', '/acme/eu/b.pdf'],
    ['./x//b.pdf', '/acme/eu/x/b.pdf'],
    ['..\\assets\\b.pdf', '/acme/assets/b.pdf'],
    ['/assets/b.pdf', '/acme/assets/b.pdf'],
    ['\\assets\\b.pdf', '/acme/assets/b.pdf'],
    ['../..', undefined],
    ['../../acme/b.pdf', undefined],
    ['/../b.pdf', undefined],
    ['//host/share/x', undefined],
    ['\\\\host\\share\\x', undefined],
    ['/\\host\\share\\x', undefined],
    ['C:\\x', undefined],
    ['c:x', undefined],
    ['a\0b', undefined],
  ];
  for (const [written, path] of cases) {
    it(JSON.stringify(written), () => {
      assert.equal(namedFile('/acme', '/acme/eu/', written), path);
    });
  }

  it('never lies outside of the workspace, nor on the network', () => {
    const written = fc.array(fc.constantFrom('/', '\\', '.', '..', 'a', 'C:', '%2e', ' '), { maxLength: 12 });
    fc.assert(
      fc.property(written, (parts) => {
        const path = namedFile('/', '/eu/', parts.join(''));
        assert.ok(
          path === undefined || (/^\/(?!\/)/.test(path) && !/(?:^|[\\/])\.\.(?:$|[\\/])/.test(path)),
          path,
        );
      }),
    );
  });
});
