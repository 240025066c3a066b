/** The page's globals, whatever they are. */
export const page = window as unknown as Record<string, unknown>;
