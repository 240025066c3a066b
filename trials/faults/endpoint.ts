import { type Received, type Receiver, type Settings, startReceiver } from '../../src/receiver/index.ts';

/** SearchStax's endpoint, that can go away and come back on the same port without forgetting what it got. */
export interface Endpoint {
  url: string;
  /** Everything that it received, oldest first. */
  received(): Received[];
  set(changes: Partial<Settings>): void;
  away(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** The tracking key that the endpoint knows. */
export const key = 'k3y';

const wellBehaved: Partial<Settings> = { keys: [key], requestsPerSecond: 20 };

export async function startEndpoint(): Promise<Endpoint> {
  let receiver: Receiver = await startReceiver(wellBehaved);
  const { port } = receiver;
  const earlier: Received[] = [];
  return {
    url: `${receiver.url}/api/v2/track/`,
    received: () => [...earlier, ...receiver.log],
    set: (changes) => receiver.set({ delay: 0, failure: null, ...wellBehaved, ...changes }),
    async away(milliseconds) {
      await receiver.close();
      earlier.push(...receiver.log);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      receiver = await startReceiver({ ...wellBehaved, port });
    },
    close: () => receiver.close(),
  };
}
