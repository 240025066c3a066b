import { element, fill } from './element.ts';
import { icon } from './icon.ts';

type Theme = 'light' | 'dark';

const key = 'playground.theme';

/** The button that turns light into dark and back; until it is used, the system decides. */
export function themeButton(): HTMLElement {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const current = (): Theme => (root.dataset.theme as Theme) ?? (system.matches ? 'dark' : 'light');
  const other = (): Theme => (current() === 'dark' ? 'light' : 'dark');
  const button = element('button', { type: 'button', class: 'quiet', onclick: turn });

  function turn(): void {
    root.dataset.theme = other();
    localStorage.setItem(key, current());
    show();
  }

  function show(): void {
    fill(button, icon(other()), other() === 'dark' ? 'Dark' : 'Light');
  }

  const chosen = localStorage.getItem(key);
  if (chosen) root.dataset.theme = chosen;
  system.addEventListener('change', show);
  show();
  return button;
}
