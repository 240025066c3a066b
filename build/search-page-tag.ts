import { fields } from '../template/search-page/fields.ts';
import { info } from '../template/search-page/info.ts';
import { permissions } from '../template/search-page/permissions.ts';
import { template } from './template.ts';

/** The search page reader's form, and the tag that hands it to the reader. */
export const searchPageTag = template({
  input: 'src/search-page-tag/index.ts',
  file: 'dist/search-page.tpl',
  folder: 'template/search-page',
  info,
  fields,
  permissions,
});
