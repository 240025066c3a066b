import { tag } from './build/tag.ts';

export default [tag];
