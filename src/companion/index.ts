/**
 * The companion: a page script beside the tag, behind one global, `searchstaxSitecore`.
 *
 * It hears chat widgets, phone links and SearchStax's own tracker and says so to the data layer, and it delivers the
 * events that the tag hands it. The page may set the same global before the script runs, to configure it; see
 * `Settings`.
 */

import { version } from '../catalogue/version.ts';
import { hearChat } from './chat.ts';
import { give } from './data-layer.ts';
import { consent, deliver, startDelivery } from './delivery.ts';
import { page } from './page.ts';
import { hearPhone } from './phone.ts';
import { run } from './run.ts';
import type { Settings } from './settings.ts';
import { setting } from './settings.ts';
import { hearTracker } from './tracker.ts';
import { startWatching, wake, watch } from './watch.ts';

/** What the global offers once the companion has run. A plain object, or GTM's sandbox could not read it. */
interface Companion extends Settings {
  version: string;
  deliver: typeof deliver;
  consent: (granted: boolean) => boolean;
}

function start(): void {
  // A copy, as the page's own may take nothing more (frozen, or no object).
  const companion: Partial<Companion> = Object.assign({ version }, page.searchstaxSitecore as object);
  if (companion.deliver) return;

  const delivers = setting('delivery') !== false && 'fetch' in page && 'AbortController' in page;
  companion.deliver = delivers ? deliver : () => false;
  companion.consent = (granted) => {
    wake();
    if (delivers) consent(!!granted);
    return true;
  };
  if (delivers) startDelivery();

  if (setting('phone') !== false) hearPhone();
  const widgets = setting('widgets');
  if (widgets !== false) hearChat(widgets);
  hearTracker();
  watch(give);
  startWatching();
  page.searchstaxSitecore = companion;
}

// A page that is in our way (a global that cannot be set, a sandboxed frame) goes without, not without itself.
run(start);
