import { toPage, toSandbox } from '../../border.ts';
import { SandboxError, SandboxFunction, type SandboxObject } from '../../values.ts';
import type { IncomingRequest } from '../incoming.ts';
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
  isRequestMpv1: isMeasurement(isMpv1),
  isRequestMpv2: isMeasurement(isMpv2),
  extractEventsFromMpv1: measured(extractMpv1),
  extractEventsFromMpv2: measured(extractMpv2),
};

/** Whether the request is one of the Measurement Protocol: that may be asked without reading it. */
function isMeasurement(test: (request: IncomingRequest) => boolean): ServerApi {
  return {
    unverified: 'by what it tells the protocol (here by the parameters `v` and `tid`)',
    call: ({ page }) => test(page.request),
  };
}

/** The events of a request of the Measurement Protocol. */
function measured(extract: (request: IncomingRequest) => unknown[]): ServerApi {
  return {
    permission: 'read_request',
    isPermissionUnverified: true,
    unverified:
      'which key of the event each parameter becomes (here those that are known from GA4 and Universal Analytics), and which parts of the request it must be allowed to read (here any)',
    call({ page, assert }) {
      assert('read_request');
      return toSandbox(extract(page.request));
    },
  };
}

/** What a client's callbacks are given: `bindToEvent(addEventCallback)` is that API, for this event. */
function bindToEvent(context: ServerContext, run: ServerEvent): SandboxFunction {
  return new SandboxFunction('bindToEvent', ([api]) => context.bindTo(api, run));
}
