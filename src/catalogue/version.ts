// The build evaluates this module, so that neither the tag nor the companion carries package.json.
import manifest from '../../package.json' with { type: 'json' };

/** The product's version, the same for the tag and the companion. */
export const version: string = manifest.version;
