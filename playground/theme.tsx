import { useEffect, useState } from 'preact/hooks';
import { Button } from './button.tsx';

const key = 'playground.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** The button that turns light into dark and back; until it is used, the system decides. */
export function ThemeButton() {
  const [chosen, choose] = useState(localStorage.getItem(key));
  const [isDarkSystem, follow] = useState(system.matches);
  useEffect(() => system.addEventListener('change', () => follow(system.matches)), []);
  if (chosen) document.documentElement.dataset.theme = chosen;
  const other = (chosen ?? (isDarkSystem ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark';
  const turn = () => {
    localStorage.setItem(key, other);
    choose(other);
  };
  return (
    <Button icon={other} class="quiet" onClick={turn}>
      {other === 'dark' ? 'Dark' : 'Light'}
    </Button>
  );
}
