import type { ServerApis } from './api.ts';
import { clientApis } from './client.ts';
import { containerApis } from './container.ts';
import { encodingApis } from './encoding.ts';
import { eventApis } from './events.ts';
import { googleApis } from './google.ts';
import { httpApis } from './http.ts';
import { promiseApis } from './promises.ts';
import { regexApis } from './regex.ts';
import { requestApis } from './request.ts';
import { responseApis } from './response.ts';
import { sharedApis } from './shared.ts';
import { storageApis } from './storage.ts';

export type { ServerApi, ServerApis, ServerContext } from './api.ts';

/** Every API of server templates by the name that `require` takes. */
export const serverApis: ServerApis = {
  ...sharedApis,
  ...clientApis,
  ...containerApis,
  ...encodingApis,
  ...eventApis,
  ...googleApis,
  ...httpApis,
  ...promiseApis,
  ...regexApis,
  ...requestApis,
  ...responseApis,
  ...storageApis,
};
