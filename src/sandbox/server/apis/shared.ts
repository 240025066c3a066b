import { encodingApis } from '../../apis/encoding.ts';
import type { Apis, SharedContext } from '../../apis/index.ts';
import { objectApis } from '../../apis/objects.ts';
import { queryPermission } from '../../apis/page.ts';
import { testApis } from '../../apis/testing.ts';
import { timingApis } from '../../apis/timing.ts';
import { parseUrl } from '../../apis/urls.ts';
import { valueApis } from '../../apis/values.ts';

/** The APIs that server containers have as web containers have them. */
export const sharedApis: Apis<SharedContext> = {
  ...objectApis,
  ...testApis,
  ...valueApis,
  ...without(encodingApis, ['sha256', 'toBase64']),
  ...without(timingApis, ['addEventCallback', 'callLater']),
  parseUrl,
  queryPermission,
};

function without(apis: Apis<SharedContext>, names: string[]): Apis<SharedContext> {
  return Object.fromEntries(Object.entries(apis).filter(([name]) => !names.includes(name)));
}
