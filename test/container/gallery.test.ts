import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Resvg } from '@resvg/resvg-js';
import { parse } from 'yaml';
import { checkTemplate } from '../../src/sandbox/check/index.ts';
import { imageSize } from '../../src/sandbox/check/thumbnail.ts';
import { readTemplate } from '../../src/sandbox/index.ts';
import { dist } from './built.ts';

const { info } = readTemplate(dist('template.tpl'));
const thumbnail = info.brand?.thumbnail ?? '';

const iconFile = (name: string) => readFileSync(new URL(`../../template/icon/${name}`, import.meta.url));

/** A PNG's pixels, red, green, blue and opacity of each: read by whoever draws it, as an image in a drawing. */
function pixelsOf(png: Buffer): Buffer {
  const href = `data:image/png;base64,${png.toString('base64')}`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><image href="${href}" width="96" height="96"/></svg>`;
  return new Resvg(drawing).render().pixels;
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
  const kept = iconFile('icon.png');
  expect(Buffer.from(thumbnail.split(',')[1] ?? '', 'base64').equals(kept)).toBe(true);
  const [shown, drawn] = [pixelsOf(kept), new Resvg(iconFile('icon.svg').toString()).render().pixels];
  expect(shown.length).toBe(96 * 96 * 4);
  expect(drawn.length).toBe(shown.length);
  // Processors round differently, by one in 255.
  const differing = shown.filter((value, index) => Math.abs(value - (drawn[index] ?? 0)) > 2);
  expect(differing.length).toBe(0);
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
