import type { Value } from '../values.ts';
import type { Frame } from './scope.ts';

/** How a statement ended when not by reaching its end. */
export type Completion = undefined | 'break' | 'continue' | { value: Value };
export type Run = (frame: Frame) => Completion;

/** Does nothing. */
export const none: Run = () => undefined;
