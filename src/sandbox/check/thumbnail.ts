/** Size in pixels of a PNG, GIF or JPEG in a data: URI; undefined where it cannot be told. */
export function imageSize(dataUri: string): { width: number; height: number } | undefined {
  const base64 = /^data:image\/[\w.+-]+;base64,([\s\S]*)$/.exec(dataUri)?.[1];
  if (!base64) return undefined;
  const bytes = bytesOf(base64);
  if (!bytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (view.getUint32(0) === 0x47494638) {
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    }
    return view.getUint16(0) === 0xffd8 ? jpegSize(view) : undefined;
  } catch {
    return undefined;
  }
}

/** A JPEG is a chain of segments; the one that starts the frame holds the size. */
function jpegSize(view: DataView): { width: number; height: number } | undefined {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const kind = view.getUint8(at + 1);
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, '')), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
