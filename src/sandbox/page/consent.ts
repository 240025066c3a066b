export type ConsentState = 'granted' | 'denied';
export type ConsentListener = (type: string, granted: boolean) => void;

export interface Consent {
  /** What was not declared counts as granted. */
  granted(type: string): boolean;
  /** States before the visitor chose: they set only what no update has set. */
  setDefaults(states: Record<string, unknown>): void;
  update(states: Record<string, unknown>): void;
  listen(type: string, listener: ConsentListener): void;
}

/** The consent states of a page. Listeners hear of changes only. */
export function createConsent(initial: Record<string, ConsentState>): Consent {
  const defaults = new Map<string, boolean>();
  const updates = new Map<string, boolean>();
  const listeners: [string, ConsentListener][] = [];
  const granted = (type: string) => updates.get(type) ?? defaults.get(type) ?? true;
  const change = (into: Map<string, boolean>, states: Record<string, unknown>) => {
    const changed: string[] = [];
    for (const [type, state] of Object.entries(states)) {
      if (state !== 'granted' && state !== 'denied') continue;
      const before = granted(type);
      into.set(type, state === 'granted');
      if (granted(type) !== before) changed.push(type);
    }
    for (const type of changed) {
      for (const [wanted, listener] of [...listeners]) if (wanted === type) listener(type, granted(type));
    }
  };
  change(defaults, initial);
  return {
    granted,
    setDefaults: (states) => change(defaults, states),
    update: (states) => change(updates, states),
    listen: (type, listener) => listeners.push([type, listener]),
  };
}
