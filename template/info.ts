import { readFileSync } from 'node:fs';

const icon = readFileSync(new URL('icon/icon.png', import.meta.url)).toString('base64');

/** What GTM's lists and the gallery show of a template. */
export function templateInfo(displayName: string, categories: string[], description: string) {
  return {
    type: 'TAG',
    id: 'cvt_temp_public_id',
    version: 1,
    securityGroups: [],
    displayName,
    categories,
    brand: {
      id: 'brand_dummy',
      displayName: 'SearchStax + Sitecore',
      thumbnail: `data:image/png;base64,${icon}`,
    },
    description,
    containerContexts: ['WEB'],
  };
}
