// ---- Consent ----

import addConsentListener from 'addConsentListener';
import callInWindow from 'callInWindow';
import isConsentGranted from 'isConsentGranted';
import templateStorage from 'templateStorage';

/** Whether cookies may be used: asked anew each time, since consent comes and goes while the page is open. */
export function mayUseCookies(): boolean {
  return data.consent === 'ignore' || isConsentGranted('analytics_storage');
}

/** Whether they might be when the tag fired. */
export const granted = mayUseCookies();

/** Tells the companion, if there is one, of consent: now and, from one listener a page, at each change. */
export function tellCompanion(isGranted: boolean): void {
  if (
    data.consent !== 'ignore' &&
    callInWindow('searchstaxSitecore.consent', isGranted) === true &&
    !templateStorage.getItem('told')
  ) {
    templateStorage.setItem('told', true);
    addConsentListener('analytics_storage', (_type, isGrantedNow) => {
      tellCompanion(isGrantedNow);
    });
  }
}

/** Hands an event to the companion; false if there is none or it does not take it. It notes what else it did with it. */
export function handOver(
  endpoint: string,
  event: unknown,
  note: ((words: string) => void) | undefined
): boolean {
  tellCompanion(true);
  return callInWindow('searchstaxSitecore.deliver', endpoint, event, note) === true;
}
