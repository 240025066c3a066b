/** Pushes one message to the data layer of that name, which is made if GTM has not run yet. */
export function push(dataLayer: string, message: object): void {
  const page = window as unknown as Record<string, object[] | undefined>;
  page[dataLayer] = page[dataLayer] || [];
  page[dataLayer].push(message);
}
