import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

test.each(['picker.js', 'gtm-template.mjs'])('dist/%s carries the licenses of what it bundles', (file) => {
  const text = readFileSync(`dist/${file}`, 'utf8');
  const [, holds = ''] = text.split('Holds these packages, under licenses of their own:');
  expect(holds).toContain('Permission is hereby granted, free of charge');
  if (file === 'picker.js') expect(holds).toContain('@medv/finder');
});
