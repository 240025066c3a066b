import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { checkTemplate } from '../../src/sandbox/check/index.ts';
import { imageSize } from '../../src/sandbox/check/thumbnail.ts';
import { readTemplate } from '../../src/sandbox/index.ts';
import { size } from '../../template/icon/drawing.ts';
import { pixels } from '../../template/icon/pixels.ts';
import { toPng } from '../../template/icon/png.ts';
import { dist } from './built.ts';

const { info } = readTemplate(dist('template.tpl'));
const thumbnail = info.brand?.thumbnail ?? '';

/** The rows of pixels in a PNG of ours, which has one block of them. */
function rowsOf(png: Buffer): Buffer {
  const at = png.indexOf('IDAT');
  return inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
}

test('there is nothing to say against the template', () => {
  expect(checkTemplate(dist('template.tpl'))).toEqual([]);
});

test('title and description are short, and there are one to three categories', () => {
  expect(info.displayName.length).toBeLessThanOrEqual(50);
  expect(info.description?.length).toBeLessThanOrEqual(200);
  expect(info.categories?.length).toBeGreaterThanOrEqual(1);
  expect(info.categories?.length).toBeLessThanOrEqual(3);
});

test('the icon is square, 96 by 96 pixels, and small', () => {
  expect(thumbnail).toMatch(/^data:image\/png;base64,/);
  expect(imageSize(thumbnail)).toEqual({ width: 96, height: 96 });
  expect(Buffer.from(thumbnail.split(',')[1] ?? '', 'base64').length).toBeLessThan(20_000);
});

test('the icon is what its source draws', () => {
  const kept = readFileSync(new URL('../../template/icon/icon.png', import.meta.url));
  expect(Buffer.from(thumbnail.split(',')[1] ?? '', 'base64').equals(kept)).toBe(true);
  expect(rowsOf(kept).equals(rowsOf(toPng(pixels(), size, size)))).toBe(true);
});

test('metadata.yaml says what the gallery asks for', () => {
  const metadata = parse(dist('metadata.yaml'));
  expect(metadata.homepage).toMatch(/^https:\/\//);
  expect(metadata.documentation).toMatch(/^https:\/\//);
  for (const { sha, changeNotes } of metadata.versions) {
    expect(sha).toMatch(/^[0-9a-f]{40}$/);
    expect(changeNotes.trim()).not.toBe('');
  }
});

test('the licence is Apache 2.0, whole', () => {
  const licence = dist('LICENSE');
  expect(licence).toMatch(/^\s*Apache License\s+Version 2\.0, January 2004/);
  expect(licence).toContain('END OF TERMS AND CONDITIONS');
  expect(licence).toBe(readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8'));
});
