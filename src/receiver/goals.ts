import type { Goal } from './settings.ts';

/**
 * Finds a goal or page event as Sitecore does: by its ID in any of .NET's forms, or by its item name in any case.
 * @param value what `sc_trk` holds
 * @param goals those that exist; null: every value names one
 */
export function findGoal(value: string, goals: Goal[] | null): Goal | undefined {
  if (goals === null) return { name: value };
  const id = plainId(value);
  return goals.find(
    (goal) =>
      goal.name.toLowerCase() === value.toLowerCase() ||
      (id !== undefined && goal.id !== undefined && plainId(goal.id) === id),
  );
}

/** The 32 digits of a GUID, with or without hyphens and braces; undefined when it is none. */
function plainId(text: string): string | undefined {
  const id = /^([{(]?)([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})([})]?)$/i.exec(text.trim());
  const isClosed = id && ['', '{}', '()'].includes(`${id[1]}${id[3]}`);
  return isClosed ? id[2]?.replaceAll('-', '').toLowerCase() : undefined;
}
