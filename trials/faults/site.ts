import { type Receiver, startReceiver } from '../../src/receiver/index.ts';

/** A site whose every page carries the companion. The endpoint is elsewhere, as in life: another origin. */
export async function startSite(companion: string): Promise<{ url: string; close: () => Promise<void> }> {
  const site: Receiver = await startReceiver({
    pages: (request, response) => {
      const isScript = request.url === '/companion.js';
      response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
      response.end(
        isScript ? companion : `<!doctype html><title>Site</title><script src="/companion.js"></script>`,
      );
      return true;
    },
  });
  return { url: `http://localhost:${site.port}`, close: site.close };
}
