import type { ContainerValues } from '../src/container/values.ts';
import type { Values } from './form/conditions.ts';

/**
 * What the form holds of the container's constants; the goals are those of the routes for chat and phone. GTM variables
 * are left out: the container would name some that it does not have.
 */
export function containerValues(data: Values): ContainerValues {
  const routes = (data.routes ?? []) as Values[];
  const goalOf = (event: string) =>
    routes.find((route) => route.event === event && route.action === 'goal')?.goal;
  const all: { [name in keyof ContainerValues]: unknown } = {
    analyticsHost: data.analyticsHost,
    trackingKey: data.trackingKey,
    language: data.language,
    model: data.model,
    chatGoal: goalOf('chat_open'),
    phoneGoal: goalOf('phone_click'),
    pixel: data.pixelUrl,
  };
  const isFilledIn = ([, value]: [string, unknown]) =>
    typeof value === 'string' && /^(?!.*\{\{)\s*\S/.test(value);
  return Object.fromEntries(Object.entries(all).filter(isFilledIn));
}
