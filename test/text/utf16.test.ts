import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isUtf16 } from '../../src/text/utf16.ts';

const TEXTS = ['- [ ] Print copies @sam\n', '# 展示会\n\n- [ ] 電話する @lee due:2027-02-01\n', 'x\n'];

describe('texts saved as UTF-16', () => {
  for (const text of TEXTS) {
    it(JSON.stringify(text), () => {
      const little = Buffer.from(text, 'utf16le');
      const big = Buffer.from(little).swap16();
      assert.ok(isUtf16(little));
      assert.ok(isUtf16(big));
      assert.ok(isUtf16(Buffer.concat([Buffer.from([0xff, 0xfe]), little])));
      assert.ok(isUtf16(Buffer.concat([Buffer.from([0xfe, 0xff]), big])));
      assert.ok(!isUtf16(Buffer.from(text)));
    });
  }

  it('nothing, zeros, and a zero that slipped into a text are none', () => {
    assert.ok(!isUtf16(Buffer.alloc(0)));
    assert.ok(!isUtf16(Buffer.alloc(1000)));
    assert.ok(!isUtf16(Buffer.from('- [ ] Print\0 copies\n')));
  });
});
