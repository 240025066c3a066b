import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a system error means here, and what to do. */
const explanations: { [code: string]: (port: number, host: string) => string } = {
  EADDRINUSE: (port) => `The port ${port} is taken: choose another with --port`,
  EACCES: (port) => `The port ${port} needs rights that you do not have: choose one above 1023 with --port`,
  EADDRNOTAVAIL: (_port, host) => `This machine has no address ${host} to listen on`,
};

/**
 * @param port 0: any that is free
 * @returns the port that it listens on
 * @throws an error that says what to do when it cannot listen there
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const explain = explanations[error.code ?? ''];
      reject(explain ? new Error(explain(port, host), { cause: error }) : error);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
