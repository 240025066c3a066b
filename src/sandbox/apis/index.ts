import type { Apis } from './api.ts';
import { consentApis } from './consent.ts';
import { cookieApis } from './cookies.ts';
import { dataLayerApis } from './data-layer.ts';
import { encodingApis } from './encoding.ts';
import { objectApis } from './objects.ts';
import { pageApis } from './page.ts';
import { requestApis } from './requests.ts';
import { storageApis } from './storage.ts';
import { testApis } from './testing.ts';
import { timingApis } from './timing.ts';
import { urlApis } from './urls.ts';
import { valueApis } from './values.ts';
import { windowApis } from './window.ts';

export type { Api, ApiContext, Apis, Implementation, SharedContext, Surroundings } from './api.ts';
export { bindApi } from './bind.ts';

/** Every API of web templates by the name that `require` takes. */
export const apis: Apis = {
  ...consentApis,
  ...cookieApis,
  ...dataLayerApis,
  ...encodingApis,
  ...objectApis,
  ...pageApis,
  ...requestApis,
  ...storageApis,
  ...testApis,
  ...timingApis,
  ...urlApis,
  ...valueApis,
  ...windowApis,
};
