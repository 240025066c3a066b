import type { Json } from './json.ts';
import type { Report } from './problem.ts';
import { imageSize } from './thumbnail.ts';

const TYPES = ['TAG', 'MACRO', 'CLIENT', 'TRANSFORMATION'];

/** Categories of the Community Template Gallery. */
const CATEGORIES = [
  'ADVERTISING',
  'AFFILIATE_MARKETING',
  'ANALYTICS',
  'ATTRIBUTION',
  'CHAT',
  'CONVERSIONS',
  'DATA_WAREHOUSING',
  'EMAIL_MARKETING',
  'EXPERIMENTATION',
  'HEAT_MAP',
  'LEAD_GENERATION',
  'MARKETING',
  'PERSONALIZATION',
  'REMARKETING',
  'SALES',
  'SESSION_RECORDING',
  'SOCIAL',
  'SURVEY',
  'TAG_MANAGEMENT',
  'UTILITY',
];

/** Smallest side of the icon that GTM shows, in pixels. */
const SMALLEST_ICON = 48;

/** Checks ___INFO___. `context` is the kind of container that the code's section is for. */
export function checkInfo(json: Json, context: 'WEB' | 'SERVER', report: Report): void {
  const info = json.value as Record<string, unknown> | null;
  if (typeof info !== 'object' || info === null || Array.isArray(info)) {
    report.error(json.at([]), '___INFO___ must be an object.');
    return;
  }
  if (!TYPES.includes(info.type as string)) {
    report.error(
      json.at(['type']),
      `The type must be one of ${TYPES.join(', ')}, where MACRO is a variable; it is ${JSON.stringify(info.type)}.`,
    );
  }
  if (typeof info.displayName !== 'string' || !info.displayName.trim()) {
    report.error(json.at(['displayName']), 'The template has no displayName.');
  }
  if (typeof info.id !== 'string') report.warning(json.at(['id']), 'No id; GTM writes "cvt_temp_public_id".');
  if (typeof info.version !== 'number') report.warning(json.at(['version']), 'No version; GTM writes 1.');
  if (typeof info.description !== 'string' || !info.description.trim()) {
    report.note(json.at(['description']), 'No description; marketers read it in the gallery.');
  }
  checkCategories(info.categories, json, report);
  checkBrand(info.brand, json, report);
  checkContexts(info.containerContexts, context, json, report);
}

function checkCategories(categories: unknown, json: Json, report: Report): void {
  if (categories === undefined) return;
  if (!Array.isArray(categories)) {
    report.error(json.at(['categories']), 'categories must be a list.');
    return;
  }
  categories.forEach((category, index) => {
    if (CATEGORIES.includes(category)) return;
    report.warning(
      json.at(['categories', index]),
      `The gallery has no category ${JSON.stringify(category)}.`,
    );
  });
}

function checkBrand(brand: unknown, json: Json, report: Report): void {
  const thumbnail = (brand as { thumbnail?: unknown } | undefined)?.thumbnail;
  if (thumbnail === undefined || thumbnail === '') return;
  const at = json.at(['brand', 'thumbnail']);
  if (typeof thumbnail !== 'string' || !thumbnail.startsWith('data:image/')) {
    report.warning(at, 'The thumbnail must be an image as a data: URI; GTM shows no other.');
    return;
  }
  const size = imageSize(thumbnail);
  if (!size) return;
  if (size.width < SMALLEST_ICON) {
    report.note(at, `The thumbnail is ${size.width} pixels wide; ${SMALLEST_ICON} is the least.`);
  }
}

function checkContexts(contexts: unknown, context: string, json: Json, report: Report): void {
  const at = json.at(['containerContexts']);
  if (!Array.isArray(contexts) || contexts.length === 0) {
    report.warning(at, `No containerContexts; this code is for ["${context}"].`);
  } else if (!contexts.includes(context)) {
    report.error(
      at,
      `The containerContexts are ${JSON.stringify(contexts)}, and the code is for ${context}.`,
    );
  }
}
