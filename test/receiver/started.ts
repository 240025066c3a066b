import { afterEach } from '@jest/globals';
import { type Options, type Receiver, startReceiver } from '../../src/receiver/index.ts';

const running: Receiver[] = [];

/** A receiver that ends with the test. */
export async function started(options: Options = {}): Promise<Receiver> {
  const receiver = await startReceiver(options);
  running.push(receiver);
  return receiver;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((receiver) => receiver.close()));
});
