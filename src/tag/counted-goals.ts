// ---- How often a goal counts ----

import encodeUriComponent from 'encodeUriComponent';
import templateStorage from 'templateStorage';
import { countedGoalsCookie } from '../catalogue/sitecore.ts';
import { mayUseCookies } from './consent.ts';
import { cookieValue, storeCookie } from './identity.ts';

// GTM cuts longer cookies off.
const cookieLimit = 1000;
const separator = '|';

// Otherwise every time counts, and nothing needs to be remembered.
const isLimited = data.goalFrequency === 'page' || data.goalFrequency === 'session';

/** A goal's name, or its ID however it is written. */
function idOf(goal: string): string {
  const name = goal.toLowerCase().split(separator).join(' ');
  const digits = name.split('{').join('').split('}').join('').split('-').join('');
  return digits.match('^[0-9a-f]{32}$') ? digits : name;
}

/** The goals counted on this page, and, where it is asked for and allowed, in this session. */
function counted(): string[] {
  const onPage = (templateStorage.getItem(countedGoalsCookie) as string[]) || [];
  const inSession = data.goalFrequency === 'session' && mayUseCookies() && cookieValue([countedGoalsCookie]);
  return inSession ? onPage.concat(inSession.split(separator)) : onPage;
}

function remember(goals: string[]): void {
  templateStorage.setItem(countedGoalsCookie, goals);
  if (data.goalFrequency === 'session' && mayUseCookies()) {
    const unique = goals.filter((goal, order) => goals.indexOf(goal) === order);
    while (encodeUriComponent(unique.join(separator)).length > cookieLimit) {
      unique.shift();
    }
    // Without an age: gone when the browser closes.
    storeCookie(countedGoalsCookie, unique.join(separator));
  }
}

/** Whether the goal has had its one time. */
export function isCounted(goal: string): boolean {
  return isLimited && counted().indexOf(idOf(goal)) >= 0;
}

/** Remembers that the goal was sent; before the answer, so that a second click at once does not send it again. */
export function countGoal(goal: string): void {
  if (isLimited) {
    remember(counted().concat([idOf(goal)]));
  }
}

/** Forgets a goal whose pixel failed. */
export function uncountGoal(goal: string): void {
  if (isLimited) {
    remember(counted().filter((id) => id !== idOf(goal)));
  }
}
