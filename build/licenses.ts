import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'rollup';

/** The text of an installed package's license. Throws where it has none, since then it may not be bundled. */
function licenseOf(name: string): string {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no license file: a bundle may not carry it.`);
  return readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n');
}

/**
 * The licenses of the packages that came into a bundle, as one text.
 * @param modules the paths of the bundle's modules
 * @param others packages that are there in another form, such as code that they wrote
 */
export function licenses(modules: string[], others: string[] = []): string {
  const bundled = modules.flatMap(
    (path) => /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1] ?? [],
  );
  const packages = [...new Set([...bundled.map((name) => name.replace('\\', '/')), ...others])].sort();
  return packages.map((name) => `${name}\n\n${licenseOf(name)}`).join('\n\n');
}

/** Writes the licenses of the packages that the bundle holds under it. */
export const licensed: Plugin = {
  name: 'licensed',
  renderChunk(code, { modules }) {
    const bundled = Object.entries(modules).flatMap(([path, { renderedLength }]) =>
      renderedLength ? path : [],
    );
    const texts = licenses(bundled).replaceAll('*/', '* /');
    return {
      code: `${code}\n/*\nHolds these packages, under licenses of their own:\n\n${texts}\n*/\n`,
      map: null,
    };
  },
};
