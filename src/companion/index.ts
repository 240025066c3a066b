/**
 * The companion: a page script beside the tag, behind one global, `searchstaxSitecore`.
 *
 * It hears chat widgets and phone links and says so to the data layer, and it delivers the events that the tag
 * hands it. The page may set the same global before the script runs, to configure it; see `Settings`.
 */

import { version } from '../catalogue/version.ts';
import { hearChat } from './chat.ts';
import { startDelivery } from './delivery.ts';
import { hearPhone } from './phone.ts';

/** What a page may set before the companion runs: `window.searchstaxSitecore = { widgets: ['intercom'] }`. */
export interface Settings {
  /** Name of the data layer; `dataLayer` unless GTM's snippet was given another. */
  dataLayer?: string;
  /** Which chat widgets to hear: provider names, or false for none. All by default. */
  widgets?: boolean | string[];
  /** False: phone links are left to GTM's own triggers. */
  phone?: boolean;
  /** False: `deliver` accepts nothing, and the tag sends its pixels. */
  delivery?: boolean;
}

/** What the global offers once the companion has run. A plain object, or GTM's sandbox could not read it. */
interface Companion extends Settings {
  version: string;
  deliver: ReturnType<typeof startDelivery>;
}

function start(): void {
  const page = window as unknown as { searchstaxSitecore?: Partial<Companion> };
  const companion: Partial<Companion> = Object(page.searchstaxSitecore);
  page.searchstaxSitecore = companion;
  if (companion.deliver) return;

  companion.version = version;
  companion.deliver = companion.delivery === false || !window.fetch ? () => false : startDelivery();

  const dataLayer = companion.dataLayer || 'dataLayer';
  if (companion.phone !== false) hearPhone(dataLayer);
  if (companion.widgets !== false) hearChat(dataLayer, companion.widgets);
}

try {
  start();
} catch (_error) {
  // A page that is in our way (a frozen global, a sandboxed frame) goes without the companion, not without itself.
}
