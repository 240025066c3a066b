import { fields } from '../template/tag/fields.ts';
import { info } from '../template/tag/info.ts';
import { permissions } from '../template/tag/permissions.ts';
import { template } from './template.ts';

/** The tag. */
export const tag = template({
  input: 'src/tag/index.ts',
  file: 'dist/template.tpl',
  folder: 'template/tag',
  info,
  fields,
  permissions: permissions(),
});
