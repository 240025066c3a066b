import { toPage, toSandbox } from '../../border.ts';
import { SandboxError, SandboxFunction, type SandboxObject } from '../../values.ts';
import { extractMpv1, extractMpv2, isMpv1, isMpv2 } from '../measurement.ts';
import type { ServerEvent } from '../server.ts';
import { callBack, type ServerApi, type ServerApis, type ServerContext } from './api.ts';

export const clientApis: ServerApis = {
  claimRequest: {
    call({ page, kind, hasReturned }) {
      if (kind !== 'CLIENT') throw new SandboxError('claimRequest may only be called by a client.');
      if (hasReturned())
        throw new SandboxError('claimRequest may not be called once the client has returned.');
      page.claimed = true;
      return undefined;
    },
  },
  runContainer: {
    permission: 'run_container',
    args: ['Object', 'function|undefined', 'function|undefined'],
    call(context, event: SandboxObject, onComplete?: SandboxFunction, onStart?: SandboxFunction) {
      context.assert('run_container');
      const { page } = context;
      const data = toPage(event);
      page.events.push(data);
      const run = page.newEvent(data);
      const binding = [bindToEvent(context, run)];
      page.pending.later(() => {
        callBack(context, onStart, binding);
        page.pending.later(
          () => {
            run.done(page.tags);
            callBack(context, onComplete, binding);
          },
          Math.max(0, ...page.tags.map(({ executionTime }) => executionTime)),
        );
      });
      return undefined;
    },
  },
  isRequestMpv1: measuring('boolean', ({ page }) => isMpv1(page.request)),
  isRequestMpv2: measuring('boolean', ({ page }) => isMpv2(page.request)),
  extractEventsFromMpv1: measuring('events', ({ page }) => toSandbox(extractMpv1(page.request))),
  extractEventsFromMpv2: measuring('events', ({ page }) => toSandbox(extractMpv2(page.request))),
};

/** The Measurement Protocol's APIs: only the events themselves need to read the request. */
function measuring(
  result: 'boolean' | 'events',
  read: (context: ServerContext) => ReturnType<typeof toSandbox>,
): ServerApi {
  if (result === 'boolean') {
    return { unverified: 'by what it tells the protocol (here by the parameters `v` and `tid`)', call: read };
  }
  return {
    permission: 'read_request',
    isPermissionUnverified: true,
    unverified:
      'which key of the event each parameter becomes (here those that are known from GA4 and Universal Analytics), and which parts of the request it must be allowed to read (here any)',
    call(context) {
      context.assert('read_request');
      return read(context);
    },
  };
}

/** What a client's callbacks are given: `bindToEvent(addEventCallback)` is that API, for this event. */
function bindToEvent(context: ServerContext, run: ServerEvent): SandboxFunction {
  return new SandboxFunction('bindToEvent', ([api]) => context.bindTo(api, run));
}
