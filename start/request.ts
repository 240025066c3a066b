import { get } from 'node:http';

/**
 * Really requests a pixel, at the receiver in place of the host in its URL.
 * @param url what the tag asked for, https
 * @param receiver the receiver's address
 * @returns what an image element would say: `load` with an image, `error` with anything else, a 204 included
 */
export function requestPixel(url: string, receiver: string): Promise<'load' | 'error'> {
  const { host, pathname, search } = new URL(url);
  return new Promise((resolve) => {
    const request = get(
      `${receiver}${pathname}${search}`,
      { headers: { host, accept: 'image/*' } },
      (response) => {
        const isImage = response.statusCode === 200 && response.headers['content-type']?.startsWith('image/');
        response.resume().on('close', () => resolve(isImage ? 'load' : 'error'));
      },
    );
    request.on('error', () => resolve('error'));
  });
}
