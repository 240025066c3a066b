import { SandboxObject } from '../values.ts';
import type { Api, Apis, SharedContext } from './api.ts';

/** Outside of tests an assertion has no methods. */
const nothingToAssert: Api<SharedContext>['call'] = () => {
  const subject = new SandboxObject();
  subject.freeze();
  return subject;
};

/**
 * GTM's test API, as `require` gives it to a template's own code: some published templates assert what they need.
 * On a page it does nothing; in a scenario the runner's own stands in for it.
 */
export const testApis: Apis<SharedContext> = {
  assertApi: { args: ['string', 'string|undefined'], call: nothingToAssert },
  assertThat: { args: ['any', 'string|undefined'], call: nothingToAssert },
  fail: { args: ['string|undefined'], call: () => undefined },
  mock: { args: ['string', 'any'], call: () => undefined },
  mockObject: { args: ['string', 'Object'], call: () => undefined },
};
