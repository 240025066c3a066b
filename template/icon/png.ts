import { deflateSync } from 'node:zlib';

/**
 * A PNG of pixels with opacity.
 * @param pixels red, green, blue and opacity of each, row by row
 * Source: W3C, Portable Network Graphics.
 */
export function toPng(pixels: Uint8Array, width: number, height: number): Buffer {
  const rows = Array.from({ length: height }, (_, row) =>
    // Each row begins with how it is filtered: not at all.
    Buffer.concat([Buffer.of(0), pixels.subarray(row * width * 4, (row + 1) * width * 4)]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a colour; colours with opacity.
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(checksumOf(body));
  return Buffer.concat([length, body, checksum]);
}

/** CRC-32, bit by bit: the icon is small, and Node's own came only in its later versions. */
function checksumOf(bytes: Buffer): number {
  let checksum = 0xffffffff;
  for (const byte of bytes) {
    checksum ^= byte;
    for (let bit = 0; bit < 8; bit++) checksum = (checksum >>> 1) ^ (checksum & 1 ? 0xedb88320 : 0);
  }
  return ~checksum >>> 0;
}
