import isConsentGranted from 'isConsentGranted';

/** Whether cookies may be used: asked anew each time, since consent comes and goes while the page is open. */
export function mayUseCookies(): boolean {
  return data.consent === 'ignore' || isConsentGranted('analytics_storage');
}
