import { Agent, get } from 'node:http';
import { startReceiver } from '../../src/receiver/index.ts';

/** How many events a second the receiver takes from this process over loopback, each checked against the contract. */
export async function measureReceiver(seconds = 3, connections = 16): Promise<number> {
  const receiver = await startReceiver({ requestsPerSecond: null });
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const event = {
    event: '_search',
    properties: { key: 'k', session: 's', _vid: 'v', query: 'running shoes', totalHits: 42 },
  };
  const data = encodeURIComponent(Buffer.from(JSON.stringify(event)).toString('base64'));
  const end = performance.now() + seconds * 1000;
  let answered = 0;
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      get(`${receiver.url}/api/v2/track/?data=${data}`, { agent }, (response) => {
        if (response.statusCode !== 204) reject(new Error(`The receiver answered ${response.statusCode}.`));
        response.resume().on('end', resolve);
      }).on('error', reject);
    });
  const client = async () => {
    while (performance.now() < end) {
      await ask();
      answered++;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  await receiver.close();
  return answered / seconds;
}
