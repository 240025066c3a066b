import type { Field } from '../../src/sandbox/field.ts';
import type { Values } from './conditions.ts';

/** Something of the form on the page: a field, or a group of them. */
export interface Control {
  element: HTMLElement;
  /** Shows or hides it, and what is wrong with it, for the values as they are now. @returns the problems in it */
  refresh(values: Values): Problem[];
}

export interface Problem {
  /** The field's name on the page. */
  field: string;
  message: string;
  /** Puts the cursor where the problem is. */
  focus(): void;
}

/** What a control is made for. */
export interface Form {
  values: Values;
  /** Tells the form that something was typed; it refreshes every control. */
  changed(): void;
  /** Makes the control of a field; a group makes those of its fields. */
  control(field: Field): Control;
}
