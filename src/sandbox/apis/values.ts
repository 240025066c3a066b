import { toPage } from '../border.ts';
import { OpaqueValue, SandboxArray, SandboxFunction, type Value } from '../values.ts';
import type { Apis, SharedContext } from './api.ts';

export const valueApis: Apis<SharedContext> = {
  generateRandom: {
    args: ['number', 'number'],
    call: ({ page }, low: number, high: number) => {
      const valid = !Number.isNaN(low) && !Number.isNaN(high) && low <= high;
      const [from, to] = valid ? [low, high] : [0, 2147483647];
      return Math.floor(page.random() * (to - from + 1) + from);
    },
  },
  getType: {
    call: (_context, value: Value) => {
      if (value === null) return 'null';
      if (value instanceof SandboxArray) return 'array';
      if (value instanceof SandboxFunction) return 'function';
      if (value instanceof OpaqueValue) return (value.value as object).constructor.name;
      return typeof value;
    },
  },
  // What is no number gives 0; halves are rounded up.
  makeInteger: { call: (_context, value: Value) => Math.round(Number(toPage(value))) || 0 },
  makeNumber: { call: (_context, value: Value) => Number(toPage(value)) },
  makeString: { call: (_context, value: Value) => String(value) },
};
