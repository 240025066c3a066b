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
import type { Settings } from './settings.ts';
import { setting } from './settings.ts';

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
  companion.deliver = setting('delivery') === false || !window.fetch ? () => false : startDelivery();

  if (setting('phone') !== false) hearPhone();
  const widgets = setting('widgets');
  if (widgets !== false) hearChat(widgets);
}

try {
  start();
} catch (_error) {
  // A page that is in our way (a frozen global, a sandboxed frame) goes without the companion, not without itself.
}
