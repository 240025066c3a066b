// ---- Consent ----

import addConsentListener from 'addConsentListener';
import callInWindow from 'callInWindow';
import isConsentGranted from 'isConsentGranted';
import templateStorage from 'templateStorage';

/** Whether the tag does not ask for consent. */
export const isUnasked = data.consent === 'ignore';

/** Whether cookies might be used when the tag fired: consent comes and goes while the page is open. */
export const granted = isUnasked || isConsentGranted('analytics_storage');

/** Tells the companion, if there is one, of consent: now and, from one listener a page, at each change. */
export function tellCompanion(isGranted: boolean): void {
  if (
    !isUnasked &&
    callInWindow('searchstaxSitecore.consent', isGranted) === true &&
    !templateStorage.getItem('told')
  ) {
    templateStorage.setItem('told', true);
    addConsentListener('analytics_storage', (_type, isGrantedNow) => {
      tellCompanion(isGrantedNow);
    });
  }
}
