import type { Field } from '../../src/sandbox/field.ts';
import { element } from '../element.ts';
import { isEmpty } from './conditions.ts';
import type { Control, Form } from './control.ts';
import { checked } from './field.ts';

/** GROUP: fields under a heading, which folds unless the template says otherwise. */
export function groupControl(field: Field, form: Form): Control {
  const controls = (field.subParams ?? []).map(form.control);
  const content = controls.map((control) => control.element);
  const { displayName } = field;
  const whole =
    field.groupStyle === 'NO_ZIPPY'
      ? element('fieldset', { class: 'group' }, element('legend', {}, displayName), ...content)
      : element(
          'details',
          { class: 'group', open: isOpen(field, form) },
          element('summary', {}, displayName),
          ...content,
        );
  return checked(field, whole, (values) => controls.flatMap((control) => control.refresh(values)));
}

function isOpen({ groupStyle, subParams = [] }: Field, { values }: Form): boolean {
  if (groupStyle !== 'ZIPPY_OPEN_ON_PARAM') return groupStyle !== 'ZIPPY_CLOSED';
  return subParams.some(({ name }) => !isEmpty(values[name]));
}
