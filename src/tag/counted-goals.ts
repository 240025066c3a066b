// ---- How often a goal counts ----

import encodeUriComponent from 'encodeUriComponent';
import templateStorage from 'templateStorage';
import { countedGoalsCookie } from '../catalogue/sitecore.ts';
import { mayUseCookies } from './consent.ts';
import { cookieValue, storeCookie } from './identity.ts';

// GTM cuts longer cookies off.
const cookieLimit = 1000;

/** Remembers a goal on this page and, where it is asked for and allowed, in this session; if it may count once only. */
export function countedGoals(goal: string): { isCounted: () => boolean; count: (isSent: boolean) => void } {
  const isLimited = data.goalFrequency === 'page' || data.goalFrequency === 'session';
  const name = goal.toLowerCase().split('|').join(' ');
  // An ID is the same however it is written.
  const digits = name.split('{').join('').split('}').join('').split('-').join('');
  const id = digits.match('^[0-9a-f]{32}$') ? digits : name;

  function isBySession(): boolean {
    return data.goalFrequency === 'session' && mayUseCookies();
  }
  function counted(): string[] {
    const onPage = (templateStorage.getItem(countedGoalsCookie) as string[]) || [];
    return isBySession() ? onPage.concat(cookieValue(countedGoalsCookie).split('|')) : onPage;
  }

  return {
    isCounted: () => isLimited && counted().indexOf(id) >= 0,
    count: (isSent) => {
      const goals = counted()
        .filter((other, order, all) => other !== '' && other !== id && all.indexOf(other) === order)
        .concat(isSent ? [id] : []);
      if (isLimited) {
        templateStorage.setItem(countedGoalsCookie, goals.slice());
        if (isBySession()) {
          while (encodeUriComponent(goals.join('|')).length > cookieLimit) {
            goals.shift();
          }
          storeCookie(countedGoalsCookie, goals.join('|'));
        }
      }
    },
  };
}
