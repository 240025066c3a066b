import { objectOf, SandboxArray, SandboxError, SandboxFunction, type Value } from '../../values.ts';
import { reasonOf, unwrapped } from '../promise.ts';
import type { Server } from '../server.ts';
import { promiseOf, type ServerApis } from './api.ts';

/** How long a promise may stay unsettled, in milliseconds. */
const LONGEST_PROMISE = 5000;

export const promiseApis: ServerApis = {
  Promise: {
    unverified:
      'what a promise is rejected with after 5 seconds (here `{reason: "timed_out"}`), and whether the limit also ends requests before their own time-out (here it does not)',
    members: {
      create: {
        args: ['function'],
        call(context, resolver: SandboxFunction) {
          const settled = withinLimit(
            context.page,
            new Promise<Value>((resolve, reject) => {
              const settling = (name: string, settle: (value: Value) => void) =>
                new SandboxFunction(name, ([value]) => {
                  settle(value);
                  return undefined;
                });
              resolver.call([
                settling('resolve', (value) => resolve(unwrapped(value))),
                settling('reject', (value) => reject(value)),
              ]);
            }).catch((error) => {
              throw reasonOf(error);
            }),
          );
          return promiseOf(context, settled);
        },
      },
      all: {
        call(context, values: Value) {
          if (!(values instanceof SandboxArray)) {
            throw new SandboxError('Promise.all takes an array.');
          }
          const all = Promise.all(Array.from(values.values, unwrapped));
          return promiseOf(
            context,
            withinLimit(
              context.page,
              all.then((settled) => new SandboxArray(settled)),
            ),
          );
        },
      },
    },
  },
};

/** A promise that is rejected where it stays unsettled for five seconds. */
export function withinLimit(server: Server, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = server.pending.later(() => reject(objectOf({ reason: 'timed_out' })), LONGEST_PROMISE);
    promise.then(resolve, reject).finally(cancel);
  });
}
