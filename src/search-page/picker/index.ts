/**
 * The picker: pasted into the browser's console on a search page, or opened as a bookmark, it works out the search page
 * reader's settings from what is clicked. It sends nothing, and leaves nothing behind once it is closed. Started again,
 * it begins anew.
 */

import { openPanel } from './panel.ts';

const page = window as { searchstaxPicker?: () => void };
page.searchstaxPicker?.();
page.searchstaxPicker = openPanel(() => {
  delete page.searchstaxPicker;
});
